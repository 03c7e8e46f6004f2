"""The table on the screen and in the report: all fits, and nothing lies over words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.domino.drawn import Knot, Strand, Window, Wish
from exercises.domino.faces import INSET, LIFT, SIGN, SMALLEST_TEXT, words_of
from exercises.domino.layout import arrange
from exercises.domino.model import DominoView, Lay, Stone
from exercises.domino.setting import LINE, syllables
from exercises.domino.slips import Box
from exercises.domino.trail import Laid, lay_out
from exercises.kit.drawing.lettering import width
from tests.exercises.domino.table import EXERCISE, Play
from tests.exercises.domino.test_trail import played

WINDOW = Window(40, 140, 1420, 924)
FRAME = Box(40, 140, 1420, 924)


def view_of(count: int, text: str = "Opa vertelt een verhaal", seed: int = 7) -> DominoView:
    moves = [
        ((at * seed) % 5 + max(0, at - 5), ("top", "flop")[(at * seed) % 2], 1)
        for at in range(count)
    ]
    laid: list[Laid] = played(moves)  # type: ignore[arg-type]
    stones = {
        one.id: Stone(
            text, text, True,
            Lay(True, one.number, one.spot, one.against, one.half, "iemand blijft erbij"),
        )
        for one in laid
    }  # fmt: skip
    return DominoView(stones=stones, table=lay_out(laid))


@pytest.mark.parametrize("count", [0, 1, 4, 16, 40, 120])
def test_all_stones_lie_in_the_window_and_over_nothing(count: int) -> None:
    layout = arrange(view_of(count), WINDOW)
    assert len(layout.stones) == count
    for one in layout.stones:
        assert one.box.inside(FRAME)
    for one, two in combinations(layout.stones, 2):
        assert not one.box.meets(two.box)
    found = [*(one.slip for one in layout.knots), *(one.slip for one in layout.strands)]
    slips = [slip for slip in found if slip]
    for slip in slips:
        assert slip.box.inside(FRAME)
        assert not any(slip.box.meets(one.box) for one in layout.stones)
        assert "…" not in " ".join(slip.block.lines)
    if layout.paper:
        assert layout.paper.inside(FRAME)
        assert not any(layout.paper.meets(box) for box in (one.box for one in layout.stones))
        assert not any(layout.paper.meets(slip.box) for slip in slips)
    for first, second in combinations(slips, 2):
        assert not first.box.meets(second.box)


def test_a_few_stones_are_as_large_as_in_the_mock_and_ten_can_be_read_with_their_words() -> None:
    assert arrange(view_of(1), WINDOW).square[0] > 350
    assert arrange(view_of(4), WINDOW).square[0] > 220
    assert not arrange(view_of(60), WINDOW).legible


# Twelve to forty letters a half, as people write them.
WRITTEN = (
    ("Soep koken met wie er toevallig is", "Ouders wachtten buiten in de regen"),
    ("Vaders voetballen op zondag", "Het uur paste voor niemand"),
    ("Een oma leerde ons breien", "Uitnodiging alleen op Facebook"),
    ("Kleuters tekenden hun straat", "De schoolbrief was te moeilijk"),
    ("Babbelnamiddag met thee", "Twee groepjes naast elkaar"),
    ("Een kennismakingsgesprek werd een feest", "Verantwoordelijkheid bleef bij ons"),
    ("Speelplein", "Geen opvang"),
)
WHOLE = Window(28, 134, 1864, 934)


def written_view(count: int, seed: int = 7, shared: str = "iemand blijft erbij") -> DominoView:
    view = view_of(count, seed=seed)
    stones = {
        person: replace(
            stone, top=WRITTEN[at % len(WRITTEN)][0], flop=WRITTEN[at % len(WRITTEN)][1],
            lay=replace(stone.lay, shared=f"{shared} {at}"),
        )
        for at, (person, stone) in enumerate(view.stones.items())
    }  # fmt: skip
    return replace(view, stones=stones)


@pytest.mark.parametrize("seed", [3, 7, 11, 13])
@pytest.mark.parametrize("count", [3, 7, 10])
def test_ten_stones_with_usual_words_are_not_cut(count: int, seed: int) -> None:
    layout = arrange(written_view(count, seed), WHOLE)
    assert layout.legible
    assert not layout.cut
    for one in layout.stones:
        assert one.words
        for half, block in one.words.items():
            said = "".join(
                line.removesuffix("-") if line.endswith("-") else f"{line} " for line in block.lines
            )
            assert said.strip() == written_view(count, seed).of(one.id).text(half)
            assert block.size >= SMALLEST_TEXT


@pytest.mark.parametrize("count", [10, 14, 20, 30])
def test_what_is_shared_can_be_read_beside_its_joint_or_by_its_number(count: int) -> None:
    layout = arrange(written_view(count), WHOLE)
    legend = {one.number: one.text for one in layout.legend}
    numbers = {one.slip.number: one.text for one in layout.knots if one.slip and one.slip.number}
    assert not legend.keys() & numbers.keys()
    assert sorted({*legend, *numbers}) == [*range(1, len(legend) + len(numbers) + 1)]
    told = 0
    for knot in layout.knots:
        said = " ".join(knot.slip.block.lines) if knot.slip else legend.get(knot.number, "")
        assert said in ("", knot.text)
        told += bool(said)
        assert (knot.slip.number if knot.slip else knot.number) == knot.number
    assert told >= 0.75 * len(layout.knots)


@pytest.mark.parametrize("count", [5, 10, 14, 18])
def test_nothing_lies_on_words_or_tiles(count: int) -> None:
    layout = arrange(written_view(count), WHOLE)
    ties: list[Knot | Strand] = [*layout.knots, *layout.strands]
    slips = [one.slip.box for one in ties if one.slip]
    for one in layout.stones:
        for slip in slips:
            assert not slip.meets(one.box)
            assert not slip.meets(one.tile)
        for other in layout.stones:
            assert other is one or not one.tile.meets(other.box)


def test_stones_that_grew_stay_apart_from_what_they_do_not_touch() -> None:
    view = written_view(16)
    layout = arrange(view, WHOLE)
    touching = {frozenset(pair) for pair in view.table.joints.items()}
    for one, two in combinations(layout.stones, 2):
        assert not one.box.meets(two.box)
        if {one.id, two.id} not in touching and one.box.meets(two.box, 20):
            # Only corner to corner may two come near that do not belong together.
            assert not one.box.meets(
                Box(two.box.x, two.box.y - 20, two.box.width, two.box.height + 40)
            ) or not one.box.meets(
                Box(two.box.x - 20, two.box.y, two.box.width + 40, two.box.height)
            )


def test_who_has_the_word_is_whole_where_others_are_cut() -> None:
    view = written_view(17)
    for person in [*view.stones][::4]:
        layout = arrange(replace(view, word=person), WHOLE)
        assert person not in layout.cut or not layout.legible


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 25), st.integers(1, 40), st.text(max_size=40))
def test_a_card_keeps_its_place_free(count: int, seed: int, text: str) -> None:
    wish = Wish(cards=((704, 172), (444, 224)), shut=Box(1716, 124, 204, 90))
    layout = arrange(view_of(count, text or "x", seed), WHOLE, wish)
    for one in layout.stones:
        assert one.box.inside(Box(28, 134, 1864, 934))
    if layout.card:
        ties: list[Knot | Strand] = [*layout.knots, *layout.strands]
        boxes = [*(one.box for one in layout.stones), *(one.slip.box for one in ties if one.slip)]
        assert not any(layout.card.meets(box) for box in boxes)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=60), st.floats(140, 247), st.floats(88, 166))
def test_words_stay_in_their_half(text: str, wide: float, high: float) -> None:
    words = words_of(text, wide, high)
    assert words.size >= SMALLEST_TEXT
    assert len(words.lines) * words.size <= high
    assert all(width(line, words.size) <= wide for line in words.lines)


def test_short_words_are_never_cut() -> None:
    for text in ("Niemand durfde te beginnen", "Buurvrouw tolkt spontaan"):
        assert " ".join(words_of(text, 247, 166).lines).strip() == text


def test_a_corner_keeps_its_words_and_no_tile_covers_a_last_line() -> None:
    play = Play()
    for person, top, flop in (
        ("p1", "Soep koken met wie er toevallig is", "Ouders wachtten buiten in de regen"),
        ("p2", "Koffie aan de schoolpoort", "Niemand kende elkaars naam"),
        ("p3", "Vaders voetballen op zondag", "Het uur paste voor niemand"),
    ):
        play.send(person, "stone.top", text=top)
        play.send(person, "stone.flop", text=flop)
    assert not play.start("p1")
    assert not play.lay("p2", "p1", "top", "iets warms in de hand")
    assert not play.lay("p3", "p2", "flop", "wie er niet is, telt niet mee")
    layout = arrange(play.view, WINDOW)
    (corner,) = (one for one in layout.knots if one.id == "p3")
    said = " ".join(corner.slip.block.lines) if corner.slip else layout.legend[0].text
    assert said == "wie er niet is, telt niet mee"
    for one in layout.stones:
        assert one.words is not None
        faces = one.halves()
        assert any(one.tile.inside(face) for face in faces.values())
        for half, face in faces.items():
            block = one.words[half]
            for at, line in enumerate(block.lines):
                high = block.size * LINE
                wide = width(line, block.size) + (0 if at else SIGN * block.size)
                y = face.y + one.inset[half] - LIFT + at * high
                assert not one.tile.meets(Box(face.x + INSET, y, wide, high))


@pytest.mark.parametrize(
    ("word", "broken"),
    [("babbelnamiddag", "bab-bel-na-mid-dag"), ("schooltafel", "school-ta-fel"),
     ("vertrouwen", "ver-trou-wen"), ("wachten", "wach-ten"), ("taal", "taal")],
)  # fmt: skip
def test_words_are_broken_between_syllables(word: str, broken: str) -> None:
    places = (0, *syllables(word), len(word))
    assert "-".join(word[one:two] for one, two in pairwise(places)) == broken


def test_a_word_of_twenty_letters_is_whole_on_a_small_stone_too() -> None:
    for text in ("verantwoordelijkheid", "kennismakingsgesprek", "babbelnamiddag met thee"):
        for wide, high in ((330.0, 230.0), (215.0, 200.0), (160.0, 140.0)):
            block = words_of(text, wide, high)
            joined = "".join(
                line.removesuffix("-") if line.endswith("-") else f"{line} " for line in block.lines
            )
            assert joined.strip() == text
            assert wide < 300 or "-" not in joined


def test_the_first_half_of_a_stone_turned_round_is_the_flop() -> None:
    stones = {one.turn: one for one in arrange(view_of(30), WINDOW).stones}
    assert len(stones) == 4
    for turn, one in stones.items():
        box = one.halves()
        along = (box["flop"].x - box["top"].x, box["flop"].y - box["top"].y)
        assert (along[0] > 0, along[1] > 0, along[0] < 0, along[1] < 0)[turn]


@pytest.mark.parametrize(
    "text", ["<b>&amp;</b>", "👩‍👩‍👧", "שיר של הורים", "\x00\x08nul", "W" * 40]
)
def test_the_picture_is_proper_svg_with_the_words_in_it(text: str) -> None:
    play = Play().write("p1", "p2")
    play.send("p1", "stone.top", text=text)
    assert not play.start("p1")
    assert not play.lay("p2", "p1", "top", "een plek die uitnodigt")
    (picture,) = EXERCISE.pictures(play.context())
    found = [
        "".join(part.itertext())
        for part in ElementTree.fromstring(picture.svg).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert "flop van p2" in " ".join(found)
    assert "een plek die uitnodigt" in " ".join(found)


def test_an_empty_table_has_no_picture() -> None:
    assert list(EXERCISE.pictures(Play().write("p1").context())) == []

"""The table on the screen and in the report: all fits, and nothing lies over words."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.domino.layout import SMALLEST_TEXT, Window, arrange, window_box, words_of
from exercises.domino.model import DominoView, Lay, Stone
from exercises.domino.picture import halves
from exercises.domino.trail import Laid, lay_out
from exercises.shared.lettering import width
from tests.exercises.domino.table import EXERCISE, Play
from tests.exercises.domino.test_trail import played

WINDOW = Window(40, 140, 1420, 924)


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
        assert one.box.inside(window_box(WINDOW))
    for one, two in combinations(layout.stones, 2):
        assert not one.box.meets(two.box)
    found = [*(one.slip for one in layout.knots), *(one.slip for one in layout.strands)]
    slips = [slip for slip in found if slip]
    for slip in slips:
        assert slip.box.inside(window_box(WINDOW))
        # Over a joint it covers only the foot of two halves, and their words stay above it.
        assert slip.side == "over" or not any(slip.box.meets(one.box) for one in layout.stones)
    for first, second in combinations(slips, 2):
        assert not first.box.meets(second.box)


def test_a_few_stones_are_as_large_as_in_the_mock_and_ten_can_be_read_with_their_words() -> None:
    assert arrange(view_of(4), WINDOW).square[0] > 220
    ten = arrange(view_of(10), WINDOW)
    assert ten.legible
    assert sum(knot.slip is not None for knot in ten.knots) >= 0.7 * len(ten.knots)
    assert not arrange(view_of(60), WINDOW).legible


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
    (corner,) = (one.slip for one in layout.knots if one.id == "p3")
    assert corner and " ".join(corner.block.lines) == "wie er niet is, telt niet mee"
    for one in layout.stones:
        words = (one.words or {}).values()
        for block in words if one.turn % 2 == 0 else ():
            baseline = one.box.y + 13 + (len(block.lines) - 0.25) * block.size * 1.13
            assert baseline <= one.mark[1] - one.mark[2] / 2


def test_the_first_half_of_a_stone_turned_round_is_the_flop() -> None:
    stones = {one.turn: one for one in arrange(view_of(30), WINDOW).stones}
    assert len(stones) == 4
    for turn, one in stones.items():
        box = halves(one)
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

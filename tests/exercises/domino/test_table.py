"""The table on the screen and in the export: all words can be read, and nothing lies over them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exercises.domino.table.camera import shot
from exercises.domino.table.faces import Face, faces_of
from exercises.domino.table.screen import BAND, BOTTOM, CODE, TOP, Looking, stage_for, table_json
from exercises.domino.table.shapes import Piece, TableRect, around
from exercises.domino.table.tabletop import (
    TableContent,
    Tabletop,
    on_large_table,
    on_screen,
)
from exercises.domino.table.trail import HALVES, trail_of
from exercises.domino.table.wording import LINE, TextBox, lines_in
from exercises.kit.drawing.lettering import clean, width
from exercises.kit.rules.hyphens import HYPHEN, forced, hyphenated, whole
from tests.exercises.domino.table import EXERCISE, Play
from tests.exercises.domino.trails import (
    MOVES,
    THREADS,
    WORDS,
    WRITTEN,
    Move,
    chain,
    content_of,
    played,
)

MANY = st.lists(MOVES, min_size=1, max_size=60)
FEW = st.lists(MOVES, min_size=1, max_size=12)
VIEW = TableRect(0.0, TOP, 1920.0, BOTTOM - TOP)


def said(lines: tuple[str, ...]) -> str:
    """Lines as one text again."""
    joined = "".join(one if one.endswith((HYPHEN, "/")) else f"{one} " for one in lines)
    return "".join(joined.split())


def same(text: str) -> str:
    return "".join(clean(text).split())


def without_hyphens(text: str) -> str:
    return text.replace(HYPHEN, "")


def assert_face(face: Face, text: str) -> None:
    """All words of a half stand within it, whole or broken with a hyphen."""
    assert without_hyphens(said(face.lines)) == without_hyphens(same(text))
    assert face.text.inside(face.rect)
    assert len(face.lines) * face.size * LINE <= face.text.height + 12
    for at, line in enumerate(face.lines):
        assert width(line, face.size) + (0 if at else face.indent) <= face.text.width + 0.1


def assert_all_in_its_place(table: Tabletop, content: TableContent, window: TableRect) -> None:
    """Everything that ties two stones is there, in words, and lies over nothing else."""
    stones = {one: piece.rect for one, piece in table.pieces.items()}
    assert sorted(one.pair for one in table.ties) == [
        pair for pair, text in content.ties.items() if text or pair not in table.joints
    ]
    papers = {one.pair: one.slip for one in table.ties if one.slip}
    assert papers.keys() == {pair for pair, text in content.ties.items() if text}
    for pair, slip in papers.items():
        assert without_hyphens(said(slip.lines)) == without_hyphens(same(content.ties[pair]))
        assert slip.size >= 30
        assert slip.rect.inside(window)
        assert not any(slip.rect.meets(rect) for rect in stones.values())
        assert all(width(line, slip.size) <= slip.rect.width for line in slip.lines)
    for one, two in combinations(papers.values(), 2):
        assert not one.rect.meets(two.rect)
    for tie in table.ties:
        assert tie.path or tie.pair in table.joints
        ends = (tie.path[0], tie.path[-1]) if tie.path else ()
        for stone, (x, y) in zip(tie.pair, ends, strict=False):
            assert stones[stone].grown(13).meets(TableRect(x, y, 0, 0)), "it hangs in the air"
        for (x1, y1), (x2, y2) in pairwise(tie.path):
            assert x1 == x2 or y1 == y2
            part = around((TableRect(x1, y1, 0, 0), TableRect(x2, y2, 0, 0))).grown(4)
            assert not any(part.meets(rect) for rect in stones.values()), "it runs under a stone"


@settings(deadline=None, max_examples=40)
@given(FEW, THREADS, st.sampled_from([BOTTOM, BAND]))
def test_on_one_screen_all_words_are_read_and_lie_on_nothing(
    moves: list[Move], threads: list[tuple[int, int]], bottom: float
) -> None:
    content = content_of(trail_of(played(moves)), threads=threads)
    screen = stage_for(bottom)
    table = on_screen(content, screen)
    assume(table is not None)
    assert table is not None
    assert table.pieces.keys() == {*content.trail.stones}
    assert_all_in_its_place(table, content, screen.window)
    for one, piece in table.pieces.items():
        assert not piece.rect.meets(CODE)
        assert piece.rect.bottom < bottom
        for face in table.faces(one).halves:
            assert face.size >= 30
            assert_face(face, content.words[one][face.half])


@settings(deadline=None, max_examples=40)
@given(MANY, THREADS)
def test_on_a_large_table_nothing_is_lost_and_nothing_lies_on_words(
    moves: list[Move], threads: list[tuple[int, int]]
) -> None:
    content = content_of(trail_of(played(moves)), threads=threads)
    table = on_large_table(content)
    window = table.extent.grown(2 * 264)
    assert_all_in_its_place(table, content, window)
    for one in table.pieces:
        for face in table.faces(one).halves:
            assert face.size >= 42
            assert_face(face, content.words[one][face.half])


@settings(deadline=None, max_examples=40)
@given(MANY, THREADS, st.lists(WORDS, min_size=5, max_size=9))
def test_the_oddest_words_have_their_place_too(
    moves: list[Move], threads: list[tuple[int, int]], words: list[str]
) -> None:
    laid = [
        replace(one, joint=one.joint and replace(one.joint, shared=words[at % len(words)][:40]))
        for at, one in enumerate(played(moves))
    ]
    content = content_of(trail_of(laid), tuple(pairwise(words)), threads)
    screen = stage_for(BOTTOM)
    table = on_screen(content, screen)
    window = screen.window
    if table is None:
        table = on_large_table(content)
        window = table.extent.grown(2 * 264)
    assert_all_in_its_place(table, content, window)
    for one in table.pieces:
        for face in table.faces(one).halves:
            assert_face(face, content.words[one][face.half])


@settings(deadline=None, max_examples=60)
@given(MANY, THREADS, st.integers(0, 60))
def test_the_camera_shows_who_tells_with_all_that_it_touches_and_what_is_tied(
    moves: list[Move], threads: list[tuple[int, int]], who: int
) -> None:
    content = content_of(trail_of(played(moves)), threads=threads)
    stone = content.trail.stones[who % len(content.trail.stones)]
    table = on_large_table(content, stone)
    made = shot(table, stone, VIEW, CODE)
    tied = {one for pair in content.ties if stone in pair for one in pair}
    far = {one for tie in made.far for one in tie.pair} - {stone}
    assert made.told | far == tied | {stone}
    for one in made.told:
        assert made.on_screen(table.pieces[one].rect).inside(VIEW)
        assert all(face.size * made.scale >= 29.9 for face in table.faces(one).halves)
    if made.plan:
        assert made.plan.inside(VIEW)
        shown = (made.on_screen(table.pieces[one].rect) for one in made.told)
        assert not any(made.plan.meets(rect) for rect in shown)
    else:
        assert table.extent.inside(made.seen)


@pytest.mark.parametrize("count", range(1, 13))
def test_up_to_twelve_stones_lie_on_one_screen(count: int) -> None:
    table = on_screen(content_of(chain(count)), stage_for(BOTTOM))
    assert table
    assert table.pieces.keys() == {f"s{number}" for number in range(count)}


def test_ten_stones_lie_above_the_questions() -> None:
    words = (
        ("Niemand durfde te beginnen", "Opa vertelt een verhaal"),
        ("Kinderen als brug", "Stil"),
    )
    assert on_screen(content_of(chain(10), words), stage_for(BAND))


def test_from_thirteen_on_the_table_is_larger_than_the_screen() -> None:
    assert on_screen(content_of(chain(13)), stage_for(BOTTOM)) is None


@settings(deadline=None, max_examples=150)
@given(
    WORDS, WORDS, st.sampled_from([176, 204, 264, 420]), st.integers(0, 3), st.sampled_from(HALVES)
)
def test_any_words_stay_in_their_half_and_no_tile_lies_on_them(
    top: str, flop: str, cell: int, way: int, first: str
) -> None:
    words = {"top": top, "flop": flop}
    piece = Piece("a", 0.0, 0.0, float(cell), way, first)  # type: ignore[arg-type]
    faces = faces_of(piece, words)  # type: ignore[arg-type]
    for face in faces.halves:
        assert_face(face, words[face.half])
        if faces.tile.meets(face.rect):
            assert faces.tile.inside(face.rect)
            for at, line in enumerate(face.lines):
                wide = width(line, face.size) + (0 if at else face.indent)
                x = face.text.right - wide if face.leftward else face.text.x
                y = face.text.y + at * face.size * LINE
                assert not line or not faces.tile.meets(TableRect(x, y, wide, face.size))


def test_short_words_are_whole_and_long_ones_break_where_dutch_does() -> None:
    piece = Piece("a", 0.0, 0.0, 204.0, 0, "top")
    faces = faces_of(piece, {"top": "Buurvrouw tolkt spontaan", "flop": "Verantwoordelijkheid"})
    assert faces.halves[0].lines == ("Buurvrouw", "tolkt", "spontaan")
    assert "".join(faces.halves[1].lines) in ("Verantwoor-delijkheid", "Verant-woordelijk-heid")


@pytest.mark.parametrize(
    ("word", "first"),
    [("zomervakantie", "zomervakan-"), ("kennismakingsgesprek", "kennismakingsge-"),
     ("alleenstaande", "alleen-"), ("ouder-kindgroep", "ouder-kind-"), ("taal", ""),
     ("x" * 40, "")],
)  # fmt: skip
def test_words_are_broken_as_in_dutch(word: str, first: str) -> None:
    assert next((one for one, _two in hyphenated(word)), "") == first


@settings(deadline=None, max_examples=25)
@given(MANY, THREADS, st.sampled_from(["lay", "walk", "talk"]))
def test_what_the_browser_gets_is_markup_without_styles(
    moves: list[Move], threads: list[tuple[int, int]], stage: str
) -> None:
    content = content_of(trail_of(played(moves)), threads=threads)
    now = None if stage == "talk" else content.trail.order[0]
    looking = Looking(
        now, alone=stage == "walk", everything=stage == "talk", card=stage != "talk",
        bottom=BAND if stage == "talk" else BOTTOM,
    )  # fmt: skip
    found = table_json(content, looking, lambda stone: (f"alias-{stone}", 3))
    parts = [*found["stones"], *found["far"], *([found["plan"]] if found["plan"] else [])]
    markup = [part["svg"] for part in parts]
    markup += [tie[what] for tie in found["ties"] for what in ("thread", "words")]
    for svg in markup:
        root = ElementTree.fromstring(f"<svg>{svg}</svg>")
        for one in root.iter():
            assert not {"style", "class", "onload"} & {*one.attrib}
            assert one.tag in ("svg", "g", "path", "rect", "circle", "text")
    assert len({one["key"] for one in found["ties"]}) == len(found["ties"])
    assert [one["id"] for one in found["stones"] if one["now"]] == ([f"alias-{now}"] if now else [])
    if found["card"]:
        card = TableRect(**found["card"])
        assert card.inside(VIEW)
        stones = (
            TableRect(one["x"], one["y"], one["width"], one["height"]) for one in found["stones"]
        )
        assert not any(card.meets(one) for one in (*stones, CODE))


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


@pytest.mark.parametrize("count", [9, 30])
def test_the_picture_holds_the_whole_table(count: int) -> None:
    from exercises.domino.picture import svg

    play = Play()
    people = {f"q{number}": play.context().members["p1"] for number in range(count)}
    play.people = people
    for number, (person, words) in enumerate(zip(people, WRITTEN * 9, strict=False)):
        play.send(person, "stone.top", text=f"{number} {words[0]}"[:40])
        play.send(person, "stone.flop", text=words[1])
        if number:
            assert not play.lay(person, f"q{number - 1}", HALVES[number % 2])
        else:
            assert not play.start(person)
    drawn = "".join(ElementTree.fromstring(svg(play.context())).itertext())
    assert all(f"{number}" in drawn for number in range(count))


def test_an_empty_table_has_no_picture() -> None:
    assert list(EXERCISE.pictures(Play().write("p1").context())) == []


@pytest.mark.parametrize("text", ["woord " * 1700, "overeenkomst" * 900])
def test_a_text_without_end_does_not_fit_and_is_no_trouble(text: str) -> None:
    for cuts in (whole, hyphenated, forced):
        assert lines_in(text, 9, TextBox(180, 180), cuts) is None

"""Pawns on the map: none hides another, each is near where it was put, and those who stay, stay."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.drawing.lettering import width
from exercises.neighbourhood_map.content import EDGE, HIGH, WIDE
from exercises.neighbourhood_map.layout import (
    NAME_GAP,
    NAME_HIGH,
    PAWN_HALF,
    PAWN_HIGH,
    PLATE_FOOT,
    PLATE_HIGH,
    DrawnPawn,
    PawnLayout,
    PawnToPlace,
    arrange,
)
from exercises.neighbourhood_map.layout_geometry import MAP, Rect, on_screen

NAMES = (
    "De Regenton",
    "Huis van het Kind Antwerpen-Noord",
    "Ayşe",
    "محمد",
    "👩‍👩‍👧",
    "",
    "<b>x</b>",
)
spot = st.tuples(st.integers(EDGE, WIDE - EDGE), st.integers(EDGE, HIGH - EDGE))
spots = st.lists(spot, min_size=1, max_size=40)


def pawns(found: list[tuple[int, int]]) -> list[PawnToPlace]:
    return [
        PawnToPlace(f"o{at}", NAMES[at % len(NAMES)], at % 12 + 1, *on_screen(x, y))
        for at, (x, y) in enumerate(found)
    ]


def drawn(figure: DrawnPawn, layout: PawnLayout) -> list[Rect]:
    """What is seen of a pawn: its body or foot, and its name."""
    if layout.mode == "plates":
        top = -PLATE_FOOT - PLATE_HIGH
        body, name = Rect(-11, -PLATE_FOOT, 11, 0), (top, top + PLATE_HIGH)
    else:
        half = PAWN_HALF * layout.scale
        body, name = (
            Rect(-half, -PAWN_HIGH * layout.scale, half, 0),
            (NAME_GAP, NAME_GAP + NAME_HIGH),
        )
    label = Rect(figure.label_left, name[0], figure.label_left + figure.label_width, name[1])
    return [box.moved(figure.x, figure.y) for box in (body, label)]


@settings(deadline=None)
@given(spots)
def test_nobody_hides_another_and_all_are_on_the_map(found: list[tuple[int, int]]) -> None:
    layout = arrange(pawns(found))
    assert len(layout.figures) == len(found)
    seen = [drawn(figure, layout) for figure in layout.figures]
    # A twentieth of a pixel is what rounding the label's width may cost.
    room = Rect(MAP.left - 0.5, MAP.top - 0.5, MAP.right + 0.5, MAP.bottom + 0.5)
    assert all(box.inside(room) for boxes in seen for box in boxes)
    for at, boxes in enumerate(seen):
        for others in seen[at + 1 :]:
            assert not any(box.overlaps(other) for box in boxes for other in others)


@settings(deadline=None)
@given(spots)
def test_the_same_pawns_give_the_same_map(found: list[tuple[int, int]]) -> None:
    assert arrange(pawns(found)) == arrange(pawns(found))


def same_sizes(one: PawnLayout, other: PawnLayout) -> bool:
    """Whether pawns and names are as large: in a crowd all get smaller, and find new places."""
    names = {figure.id: figure.name for figure in one.figures}
    return (one.mode, one.scale) == (other.mode, other.scale) and all(
        names.get(figure.id, figure.name) == figure.name for figure in other.figures
    )


@settings(deadline=None)
@given(st.lists(spot, min_size=1, max_size=7), spot)
def test_a_pawn_that_comes_later_moves_nobody(
    found: list[tuple[int, int]], late: tuple[int, int]
) -> None:
    before, after = arrange(pawns(found)), arrange(pawns([*found, late]))
    if same_sizes(before, after):
        assert after.figures[: len(found)] == before.figures


@settings(deadline=None)
@given(st.lists(spot, min_size=2, max_size=8), spot)
def test_a_pawn_that_is_moved_moves_nobody_who_was_there_before_it(
    found: list[tuple[int, int]], new: tuple[int, int]
) -> None:
    # Who moves is the last from then on; here the middle one does.
    middle = len(found) // 2
    standing = pawns(found)
    moved = PawnToPlace(standing[middle].id, standing[middle].name, 1, *on_screen(*new))
    again = [*standing[:middle], *standing[middle + 1 :], moved]
    before, after = arrange(standing), arrange(again)
    if same_sizes(before, after):
        assert after.figures[:middle] == before.figures[:middle]


@given(spot)
def test_alone_a_pawn_stands_where_it_was_put_unless_the_edge_is_near(at: tuple[int, int]) -> None:
    (figure,) = arrange(pawns([at])).figures
    far = hypot(figure.x - figure.true_x, figure.y - figure.true_y)
    x, y = on_screen(*at)
    if MAP.left + 130 < x < MAP.right - 130 and MAP.top + 150 < y < MAP.bottom - 65:
        assert far == 0
    # In a corner it steps aside by its own height and some of its name, never more.
    assert far <= PAWN_HIGH + 20
    assert figure.leg == (far > 10)


def test_two_on_one_spot_stand_side_by_side() -> None:
    first, second = arrange(pawns([(600, 548), (600, 548)])).figures
    assert (first.x, first.y) == on_screen(600, 548)
    assert not first.leg
    assert second.leg
    assert 80 < hypot(second.x - first.x, second.y - first.y) < 260


def test_names_are_whole_where_few_stand_and_never_under_28_px() -> None:
    few = arrange(pawns([(600, 548), (200, 700)]))
    assert few.figures[0].name == "De Regenton"
    for count in (1, 6, 12, 40):
        layout = arrange(pawns([(40 * at % 1500 + 40, 700) for at in range(count)]))
        assert layout.letters >= 28
        nameless = [figure.id for figure in layout.figures if not figure.name]
        assert nameless == [f"o{at}" for at in range(count) if at % len(NAMES) == NAMES.index("")]


@pytest.mark.parametrize("count", [60, 300])
def test_more_than_fit_still_have_a_place_each(count: int) -> None:
    layout = arrange(pawns([(800, 500)] * count))
    places = {(figure.x, figure.y) for figure in layout.figures}
    assert len(places) == count
    assert all(MAP.left <= x <= MAP.right and MAP.top <= y <= MAP.bottom for x, y in places)


def test_on_paper_a_name_or_its_short_name_stands_whole() -> None:
    short = "Kinderdagverblijf en opvang"
    long = f"{short} Kattenstaart aan het water"
    pawns = [PawnToPlace(f"p{n}", f"{long} {n}", n, 300.0 * n, 500, f"{short} {n}")
             for n in range(1, 7)]  # fmt: skip
    found = arrange(pawns, whole=True).figures
    assert [one.name for one in found] == [one.short for one in pawns]
    assert all(width(one.name, 28) <= one.label_width for one in found)

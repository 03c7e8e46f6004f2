"""People on the line: nobody covers another, nobody leaves the floor, whatever the group."""

import random
import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing.lettering import width
from exercises.kit.rules.first_names import shorter
from exercises.line.layout import (
    LineLayout,
    LineSpot,
    LineStanding,
    Trace,
    arrange,
    traces,
)
from exercises.line.layout_places import FLOOR_END, FLOOR_TOP, LEFT, RIGHT, TAPE_END, true_x
from exercises.line.layout_spread import spread
from tests.exercises.line.sample import long_names

Box = tuple[float, float, float, float]

names = st.one_of(
    st.none(),
    st.sampled_from(["An", "Ayşe", "Bartholomeus Van Den Wijngaert", "Katrien"]),
    st.text(max_size=40),
)
ats = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.5, 0.51, 1.0]))


@st.composite
def groups(draw: st.DrawFn, most: int = 40) -> list[LineStanding]:
    people = draw(st.lists(st.tuples(ats, names), max_size=most))
    return [
        LineStanding(f"p{at:03}", place, name, at % 13 or None)
        for at, (place, name) in enumerate(people)
    ]


def crowd(count: int, spread_over: float = 1.0, name: str | None = "Katrien") -> list[LineStanding]:
    draw = random.Random(count)
    return [
        LineStanding(f"p{at:03}", 1 - spread_over * draw.random(), name, at % 12 + 1)
        for at in range(count)
    ]


def long_named(count: int, over: float) -> list[LineStanding]:
    names = long_names(count)
    return [
        one._replace(label=name, shorter=short)
        for one, name, short in zip(crowd(count, over), names, shorter(names), strict=True)
    ]


def flat(label: str) -> str:
    """A name without what breaking it into lines did to it."""
    return re.sub("[ -]", "", label.replace("\n", ""))


def body(spot: LineSpot, layout: LineLayout) -> Box:
    """The box of somebody's drawing: left, top, right, bottom."""
    if layout.mode != "figures":
        half = spot.size / 2
        return spot.x - half, spot.y - half, spot.x + half, spot.y + half
    scale = spot.size / 140
    return spot.x - 64 * scale, spot.y - 193.5 * scale, spot.x + 76 * scale, spot.y + 4 * scale


def boxes(spot: LineSpot, layout: LineLayout) -> list[Box]:
    if spot.label is None:
        return [body(spot, layout)]
    half = spot.label_width / 2
    label = (
        spot.label_x - half,
        spot.label_y,
        spot.label_x + half,
        spot.label_y + layout.label_height(spot),
    )
    return [body(spot, layout), label]


def overlap(a: Box, b: Box) -> bool:
    hair = 0.3  # places are rounded for the wire
    return a[0] + hair < b[2] and b[0] + hair < a[2] and a[1] + hair < b[3] and b[1] + hair < a[3]


def check(people: list[LineStanding], layout: LineLayout) -> None:
    assert sorted(spot.id for spot in layout.spots) == sorted(one.id for one in people)
    taken = [(spot.id, box) for spot in layout.spots for box in boxes(spot, layout)]
    for _, box in taken:
        assert box[0] >= LEFT - 0.1 and box[2] <= RIGHT + 0.1
        assert box[1] >= FLOOR_TOP - 0.1 and box[3] <= FLOOR_END + 0.1
    for (a, first), (b, second) in combinations(taken, 2):
        assert not overlap(first, second), (a, b)


def row_order(layout: LineLayout) -> None:
    by_row: dict[int, list[LineSpot]] = {}
    for spot in sorted(layout.spots, key=lambda spot: spot.x):
        by_row.setdefault(spot.row, []).append(spot)
    for row in by_row.values():
        assert all(a.at <= b.at for a, b in pairwise(row))


@given(groups())
def test_figures_never_overlap_and_stay_on_the_floor(people: list[LineStanding]) -> None:
    layout = arrange(people)
    assert layout.mode == "figures"
    check(people, layout)
    row_order(layout)


@given(groups(), st.data())
def test_the_order_of_input_does_not_matter(
    people: list[LineStanding], data: st.DataObject
) -> None:
    assert arrange(data.draw(st.permutations(people))) == arrange(people)


@given(ats, names)
def test_a_lone_person_stands_at_the_exact_place(at: float, name: str | None) -> None:
    (spot,) = arrange([LineStanding("p", at, name)]).spots
    assert (spot.x, spot.row) == (true_x(at), 0)


def test_people_far_apart_stand_at_their_exact_place_on_the_tape() -> None:
    people = [LineStanding(str(at), at / 8, "Katrien") for at in range(9)]
    assert all(spot.x == true_x(spot.at) and spot.row == 0 for spot in arrange(people).spots)


@pytest.mark.parametrize("count", [0, 1, 2, 12, 16, 17, 40, 41, 99, 150, 151, 300, 400])
@pytest.mark.parametrize("over", [0.0, 0.1, 1.0])
def test_any_number_of_people_gets_a_spot(count: int, over: float) -> None:
    people = crowd(count, over)
    layout = arrange(people)
    assert layout.mode == ("figures" if count <= 40 else "tiles" if count <= 150 else "dots")
    check(people, layout)


@pytest.mark.parametrize("count", range(0, 401, 7))
def test_every_count_with_everybody_in_one_place(count: int) -> None:
    assert len({(spot.x, spot.y) for spot in arrange(crowd(count, 0.0)).spots}) == count


def test_forty_long_names_in_one_place_still_fit() -> None:
    people = crowd(40, 0.0, "Bartholomeus Van Den Wijngaert")
    check(people, arrange(people))


def test_a_small_group_stands_as_large_as_in_the_picture() -> None:
    layout = arrange(crowd(16))
    assert {spot.size for spot in layout.spots} == {115.29}
    assert {spot.y for spot in layout.spots if spot.row == 0} == {745.0}


@pytest.mark.parametrize("count", [6, 12, 16])
def test_a_small_group_that_agrees_stays_on_its_own_side(count: int) -> None:
    assert all(spot.x > 960 for spot in arrange(crowd(count, 0.0)).spots)


def test_a_large_group_is_pushed_less_than_a_column_when_it_fits() -> None:
    for spot in arrange(crowd(100)).spots:
        assert abs(spot.x - true_x(spot.at)) <= 47 * 1.5


def test_a_place_beyond_the_line_counts_as_its_end() -> None:
    spots = {
        spot.id: spot.x for spot in arrange([LineStanding("a", -3.0), LineStanding("b", 7.0)]).spots
    }
    assert spots == {"a": 150.0, "b": 1770.0}


@given(groups())
def test_a_name_stands_within_its_box(people: list[LineStanding]) -> None:
    layout = arrange(people)
    for spot in layout.spots:
        for line in (spot.label or "").split("\n"):
            assert width(line, layout.label_size) <= max(spot.label_width, 64) - 16


@pytest.mark.parametrize("traced", [False, True])
@pytest.mark.parametrize("over", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("count", [16, 17, 26, 40])
def test_no_name_is_cut_however_long_all_of_them_are(count: int, over: float, traced: bool) -> None:
    people = long_named(count, over)
    before = walk(people) if traced else {}
    layout = arrange(people, before)
    check(people, layout)
    called = {one.id: (one.label, *one.shorter.called) for one in people}
    shown = [flat(spot.label or "") for spot in layout.spots]
    assert len(set(shown)) == count
    for spot, name in zip(layout.spots, shown, strict=True):
        assert name in [flat(one or "") for one in called[spot.id]]


def test_a_name_of_one_endless_word_is_broken_before_it_is_cut() -> None:
    word = "Lamborghinivandenbroeckestraetenhovenaarswijngaerdekens"
    people = [one._replace(label=word) if at == 3 else one
              for at, one in enumerate(crowd(40, 0.2))]  # fmt: skip
    layout = arrange(people)
    check(people, layout)
    (found,) = (spot.label or "" for spot in layout.spots if "Lambor" in (spot.label or ""))
    assert flat(found) == word and "…" not in found


def test_whole_names_stand_whole_where_they_fit_in_two_lines() -> None:
    people = [
        LineStanding(f"p{at}", at / 6, one.label, shorter=one.shorter)
        for at, one in enumerate(long_named(7, 1.0))
    ]
    assert any("\n" in (spot.label or "") for spot in arrange(people).spots)


# --- traces


def walk(people: list[LineStanding], by: float = 0.2) -> dict[str, float]:
    draw = random.Random(len(people))
    return {one.id: min(max(one.at + draw.uniform(-by, by), 0.0), 1.0) for one in people}


def check_traces(found: tuple[Trace, ...], layout: LineLayout) -> None:
    for trace in found:
        assert trace.y - trace.size / 2 + 1 >= TAPE_END
        assert trace.y + trace.size / 2 <= FLOOR_END + 2


def covers_figure(trace: Trace, spot: LineSpot, layout: LineLayout) -> bool:
    half = trace.size / 2 - 2
    strip = (min(trace.x0, trace.x1), trace.y - half, max(trace.x0, trace.x1), trace.y + half)
    return any(overlap(strip, box) for box in boxes(spot, layout) if box[1] > TAPE_END - 60)


@given(groups())
def test_traces_never_run_over_figures(people: list[LineStanding]) -> None:
    before = walk(people)
    layout = arrange(people, before)
    check(people, layout)
    found = traces(before, layout.spots)
    check_traces(found, layout)
    front = [spot for spot in layout.spots if spot.row in (1, 2)]
    assert not any(covers_figure(trace, spot, layout) for trace in found for spot in front)


@given(groups())
def test_walks_on_wide_tracks_never_meet(people: list[LineStanding]) -> None:
    before = walk(people)
    found = [trace for trace in traces(before, arrange(people, before).spots) if trace.size >= 12]
    for a, b in combinations(found, 2):
        if a.y == b.y:
            assert max(a.x0, a.x1) < min(b.x0, b.x1) or max(b.x0, b.x1) < min(a.x0, a.x1)


def test_only_who_moved_leaves_a_trace() -> None:
    people = [LineStanding("a", 0.50), LineStanding("b", 0.20), LineStanding("c", 0.90)]
    before = {"a": 0.52, "b": 0.30, "gone": 0.1}
    (trace,) = traces(before, arrange(people, before).spots)
    assert (trace.id, trace.x0, trace.x1) == ("b", true_x(0.3), true_x(0.2))


def test_nobody_walks_the_wrong_way() -> None:
    people = [LineStanding(f"p{at}", 0.5) for at in range(12)]
    before = {one.id: 0.47 for one in people}
    assert all(trace.x1 >= trace.x0 for trace in traces(before, arrange(people, before).spots))


def test_traces_make_room_between_the_rows() -> None:
    people = [LineStanding(f"p{at}", 0.5, "An") for at in range(2)]
    calm, moved = arrange(people), arrange(people, {"p0": 0.3, "p1": 0.9})
    assert max(spot.y for spot in moved.spots) > max(spot.y for spot in calm.spots)


@pytest.mark.parametrize("count", [30, 100, 150, 300])
def test_many_movers_stay_on_the_floor(count: int) -> None:
    people = crowd(count)
    before = walk(people)
    layout = arrange(people, before)
    found = traces(before, layout.spots)
    assert len(found) > count / 2
    check_traces(found, layout)


# --- spreading


@given(st.lists(st.floats(0, 100), max_size=12), st.floats(0, 8))
def test_spread_keeps_order_gaps_and_bounds(places: list[float], gap: float) -> None:
    targets = sorted(places)
    found = spread(targets, [gap] * (len(targets) - 1), 0, 100)
    assert found is not None
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in found)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(found))


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_spread_moves_nobody_who_has_room(places: list[float]) -> None:
    targets = sorted(places)
    assert spread(targets, [0.0] * (len(targets) - 1), 0, 100) == targets


def test_spread_pushes_two_people_equally() -> None:
    assert spread([50, 50], [10], 0, 100) == [45, 55]


def test_spread_says_when_it_does_not_fit() -> None:
    assert spread([1, 2, 3], [60, 60], 0, 100) is None


def test_on_paper_names_stand_whole_in_more_rows() -> None:
    names = ["De Vensterbank", "Anne-Marie Vandenbroucke", "Het Achterom"] * 4
    people = [LineStanding(f"p{at}", 0.5 + at / 100, name) for at, name in enumerate(names)]
    on_paper = arrange(people, whole=True)
    assert sorted(spot.label or "" for spot in on_paper.spots) == sorted(names)
    rows: dict[float, list[tuple[float, float]]] = {}
    for spot in on_paper.spots:
        half = spot.label_width / 2
        rows.setdefault(spot.label_y, []).append((spot.label_x - half, spot.label_x + half))
    for row in rows.values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(row)))

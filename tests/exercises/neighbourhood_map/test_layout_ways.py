"""Where pawns came from: on the screen, and the same in the export."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Answer, Earlier, Phase
from exercises.neighbourhood_map import picture_pieces as pieces
from exercises.neighbourhood_map.config import MapConfig, usual
from exercises.neighbourhood_map.layout import (
    PAST_SHAPE,
    PawnLayout,
    PawnToPlace,
    arrange,
    boxes_of,
)
from exercises.neighbourhood_map.layout_geometry import on_screen
from exercises.neighbourhood_map.layout_trails import PACE, PastPawn, Trail, dots
from exercises.neighbourhood_map.layout_ways import MapContext, earlier_views, journeys, past_pawns
from exercises.neighbourhood_map.model import MapView, fold
from exercises.neighbourhood_map.picture import pictures
from exercises.neighbourhood_map.views import standings
from state.models import FACILITATOR
from tests.exercises.neighbourhood_map.test_model import (
    EXERCISE,
    MOVING,
    PARTIES,
    PLACED,
    PLACING,
    context,
)

JOURNEY = replace(PLACING, options={"journey": True})
HERE = [PARTIES["o1"], PARTIES["o2"], PARTIES["o3"]]
SCHOOL, MARKET, FARM = (284.0, 738.0), (405.0, 668.0), (1430.0, 440.0)
point = st.tuples(st.integers(80, 1400), st.integers(140, 960))


def meeting(number: int, date: str = "", **places: tuple[float, float]) -> Earlier[Any, Any]:
    """An earlier meeting in which these organisations stood at these places."""
    answers = [Answer(who, "map.1", {"x": x, "y": y}) for who, (x, y) in places.items()]
    return Earlier(f"a{number}", f"Avond {number}", date, usual(), fold(usual(), answers))


def shown(
    phase: Phase, answers: list[Answer], *past: Earlier[MapConfig, MapView]
) -> dict[str, Any]:
    data: dict[str, Any] = EXERCISE.screen(context(phase, "screen", answers, past=past)).data
    return data


def ways(here: MapContext) -> list[Trail]:
    """The ways from meeting to meeting, as the screen draws them."""
    layout = arrange(standings(here.view, [PARTIES[one] for one in here.view.standing]))
    then = then_of(here, layout)
    return journeys(earlier_views(here), HERE, layout, then)


def then_of(here: MapContext, layout: PawnLayout | None = None) -> list[PastPawn]:
    """All pawns of earlier meetings."""
    given = layout or arrange([])
    return past_pawns(here.view, earlier_views(here), HERE, given, every=True)


def dashed(data: dict[str, Any]) -> int:
    """How many pawns with a dashed edge lie on the map."""
    below = ElementTree.fromstring(f"<svg>{data['below']}</svg>")
    return sum(one.get("stroke-dasharray") is not None for one in below.iter("g"))


def test_pawns_of_an_earlier_meeting_stand_on_the_map_before_anybody_places_one() -> None:
    first = meeting(1, "2026-11-22", o1=SCHOOL, o2=FARM)
    data = shown(PLACING, [], first)
    assert dashed(data) == 2
    x, y = on_screen(*SCHOOL)
    assert f"translate({x} {y})" in data["below"]
    assert [one["when"] for one in data["legend"]] == ["22 november 2026", "nu"]
    assert shown(PLACING, [])["legend"] == []


def test_they_go_when_that_is_switched_off_and_never_stand_on_a_hidden_map() -> None:
    first = meeting(1, o1=SCHOOL)
    off = replace(PLACING, options={"then": False})
    for data in (shown(off, PLACED, first), shown(replace(PLACING, shown=False), PLACED, first)):
        assert (data["below"], data["legend"]) == ("", [])


def test_of_several_meetings_the_last_one_counts_until_the_journey_is_asked() -> None:
    past = (meeting(1, "2026-11-22", o1=SCHOOL), meeting(2, o1=MARKET, o2=FARM))
    data = shown(PLACING, PLACED, *past)
    assert dashed(data) == 2
    assert "<text" not in data["below"]
    assert [one["when"] for one in data["legend"]] == ["de vorige keer", "nu"]
    journey = shown(JOURNEY, PLACED, *past)
    assert dashed(journey) == 3
    assert [(one["number"], one["when"]) for one in journey["legend"]] == [
        ("1", "22 november 2026"), ("2", "Avond 2"), ("", "nu"),
    ]  # fmt: skip
    trails = ways(context(JOURNEY, "screen", PLACED, past=past))
    assert {one.id: len(one.points) for one in trails} == {"o1": 3, "o2": 2}


def test_of_an_open_pawn_only_its_own_way_is_told() -> None:
    past = (meeting(1, o1=SCHOOL, o2=FARM),)
    opened = [*PLACED, Answer(FACILITATOR, "map.open", {"party": "o2"})]
    assert dashed(shown(JOURNEY, PLACED, *past)) == 2
    assert dashed(shown(JOURNEY, opened, *past)) == 1


def test_a_pawn_that_came_back_or_stayed_has_no_dashed_one_under_it() -> None:
    past = (meeting(1, o1=SCHOOL), meeting(2, o1=MARKET), meeting(3, o1=SCHOOL))
    stays = [Answer("o1", "map.1", {"x": SCHOOL[0] + 3, "y": SCHOOL[1]})]
    here = context(JOURNEY, "screen", stays, past=past)
    (one,) = then_of(here)
    assert (one.meetings, (one.x, one.y)) == ((2,), on_screen(*MARKET))
    assert past_pawns(here.view, earlier_views(here), HERE, every=False) == []
    (trail,) = ways(here)
    assert len(trail.points) == 3
    nowhere = context(JOURNEY, "screen", [], past=past)
    numbers = {one.meetings for one in then_of(nowhere)}
    assert numbers == {(2,), (1, 3)}


def test_a_pawn_of_then_is_seen_beside_the_one_that_stands_there_now() -> None:
    past = (meeting(1, o1=SCHOOL, o2=MARKET),)
    swapped = [Answer("o1", "map.1", dict(zip("xy", MARKET, strict=True))),
               Answer("o2", "map.1", dict(zip("xy", SCHOOL, strict=True)))]  # fmt: skip
    here = context(JOURNEY, "screen", swapped, past=past)
    layout = arrange(standings(here.view, HERE[:2]))
    then = then_of(here, layout)
    covered = list(boxes_of(layout))
    assert len(then) == 2
    for one, place in zip(then, (SCHOOL, MARKET), strict=True):
        (box,) = PAST_SHAPE.at(one.x, one.y)
        assert not any(box.overlaps(other) for other in covered)
        assert 0 < dist((one.x, one.y), on_screen(*place)) < 150
    assert {one.points[0] for one in ways(here)} == {(one.x, one.y) for one in then}


def test_the_switches_of_earlier_meetings_come_with_earlier_meetings() -> None:
    def keys(*past: Earlier[MapConfig, MapView]) -> list[str]:
        panel = EXERCISE.panel(context(PLACING, "console", [], past=past))
        return [one.key for one in panel.controls]

    assert keys() == ["traces"]
    assert keys(meeting(1, o1=SCHOOL)) == ["traces", "then", "journey"]


def test_the_export_draws_the_ways_as_the_screen_does() -> None:
    past = (meeting(1, "2026-11-22", o1=SCHOOL),)
    below = shown(JOURNEY, PLACED, *past)["below"]
    drawn = {one.name: one.svg for one in pictures(context(PLACING, "console", PLACED, past=past))}
    assert below
    assert below in drawn["tocht"]
    assert below not in drawn["einde"]
    moved = [*PLACED, Answer("o1", "map.2", {"x": 900.0, "y": 548.0}, by="samir", order=9)]
    walked = shown(MOVING, moved)["below"]
    assert walked
    assert (
        walked
        in dict((one.name, one.svg) for one in pictures(context(MOVING, "console", moved)))[
            "verzet"
        ]
    )


@given(point, point, st.booleans())
def test_dots_lead_from_the_first_place_to_the_last_at_one_distance(
    start: tuple[int, int], end: tuple[int, int], bent: bool
) -> None:
    found = dots(Trail("o1", 1, (start, end), bent))
    far = dist(start, end)
    assert far <= 50 or found
    steps = [dist(one, other) for one, other in pairwise(found)]
    assert all(PACE * 0.9 < step < PACE + 0.2 for step in steps)
    # Clear of both ends, and never a way round.
    assert all(min(dist(one, start), dist(one, end)) > PACE / 4 for one in found)
    assert all(dist(one, start) + dist(one, end) <= far * 1.12 + 1 for one in found)


def test_there_and_back_again_are_two_ways() -> None:
    a, b = (200.0, 300.0), (900.0, 300.0)
    there, back = (dots(Trail("o1", 1, ends, bent=True)) for ends in ((a, b), (b, a)))
    middle = len(there) // 2
    assert abs(there[middle][1] - back[middle][1]) > 80


@pytest.mark.parametrize("count", [3, 30])
def test_what_a_browser_is_given_holds_no_style_no_script_and_no_raw_name(count: int) -> None:
    names = ("<img src=x onerror=alert(1)>", 'a" onload="x', "De Regenton & co")
    pawns = [
        PawnToPlace(str(at), names[at % 3], at % 12 + 1, 200 + 35 * at, 300 + 20 * at)
        for at in range(count)
    ]
    layout = arrange(pawns)
    for one in layout.figures:
        text = pieces.on_map(one, layout) + pieces.leg(one)
        root = ElementTree.fromstring(f"<svg>{text}</svg>")
        for element in root.iter():
            assert element.tag in {"svg", "g", "path", "circle", "ellipse", "rect", "text"}
            assert not {"style", "id", "href"}.intersection(element.keys())
            assert not any(key.startswith("on") for key in element.attrib)

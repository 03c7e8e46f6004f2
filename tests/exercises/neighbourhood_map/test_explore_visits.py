"""Visits on the look back of the map: who went to whom, and the arrows between their pawns."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from exercises.contract import LookBack
from exercises.neighbourhood_map import explore_html
from exercises.neighbourhood_map.explore_visits import arrows, visits
from exercises.results import Result, TrackResults, Visit
from tests.exercises.neighbourhood_map.test_explore import FIRST, SECOND

SPOTS = some.tuples(some.floats(0, 1600), some.floats(0, 1000))
BOTH = (
    Visit(organisation="o1", host="o2", days=("2027-03-09", "2027-03-11"), took_place=True),
    Visit(organisation="o2", host="o1", days=("2027-04-20",), took_place=True),
)


def looked(*found: Result, organisation: str = "") -> Any:
    context = replace(SECOND.context, track=TrackResults(lambda: found))
    return LookBack((FIRST, replace(SECOND, context=context)), organisation, str)


def test_visits_of_the_track_are_told_in_sentences() -> None:
    names = {one.id: one.name for one in SECOND.context.parties()}
    assert [one.sentence for one in visits(looked(*BOTH, BOTH[0]))] == [
        f"{names['o1']} op bezoek bij {names['o2']}, 9 maart tot 11 maart 2027",
        f"{names['o2']} op bezoek bij {names['o1']}, 20 april 2027",
    ]
    (without,) = visits(looked(Visit(organisation="o1", host="o2", took_place=True)))
    assert without.sentence == f"{names['o1']} op bezoek bij {names['o2']}"


def test_a_chosen_organisation_keeps_what_it_gave_and_got() -> None:
    assert len(visits(looked(*BOTH, organisation="o1"))) == 2
    assert visits(looked(*BOTH, organisation="o3")) == []


def test_without_visits_and_of_who_is_unknown_there_is_nothing() -> None:
    assert visits(looked()) == []
    assert visits(looked(Visit(organisation="o1", host="nobody", took_place=True))) == []


def test_only_visits_between_pawns_on_the_map_are_drawn_there_and_back_apart() -> None:
    there, back = arrows(visits(looked(*BOTH)), {"o1": (100.0, 100.0), "o2": (700.0, 500.0)})
    middle = len(there) // 2
    assert hypot(there[middle][0] - back[middle][0], there[middle][1] - back[middle][1]) > 40
    assert arrows(visits(looked(*BOTH)), {"o1": (100.0, 100.0)}) == []


@given(SPOTS, SPOTS)
def test_an_arrow_stays_clear_of_both_pawns_and_ends_near_the_host(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    found = arrows(visits(looked(BOTH[0])), {"o1": start, "o2": end})
    for x, y in (at for arrow in found for at in arrow[:-3]):
        assert min(hypot(x - one[0], y - one[1]) for one in (start, end)) > 30
    if hypot(start[0] - end[0], start[1] - end[1]) > 200:
        (arrow,) = found
        tip = arrow[-2]
        assert hypot(tip[0] - end[0], tip[1] - end[1]) < 120


def test_what_people_typed_is_escaped() -> None:
    went = visits(looked(BOTH[0]))[0]
    drawn = explore_html.visits([replace(went, guest=replace(went.guest, name="<b>Brug"))])
    assert "&lt;b&gt;Brug" in drawn

"""Visits of a track: what can be stored, and who hears of a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from state import meetings, revisions, rows, tracks, visits
from state.database import Store
from state.models import TrackVisit, VisitChange, VisitDay
from state.problems import Refused


@dataclass(frozen=True)
class Place:
    track: str
    meeting: str
    rain: str
    cellar: str
    nadia: str
    wout: str


@pytest.fixture
def place(store: Store) -> Place:
    track = tracks.add_track(store, "Proef", "")
    rain = tracks.add_organisation(store, track, "De Regenton")
    cellar = tracks.add_organisation(store, track, "Kelder")
    meeting = meetings.add(store, track, "Kennismaking")
    return Place(
        track, meeting, rain, cellar, tracks.add_person(store, rain, "Nadia"),
        tracks.add_person(store, cellar, "Wout"),
    )  # fmt: skip


def many_days() -> list[VisitDay]:
    return [VisitDay(f"2027-0{month}-{day}") for month in (1, 3) for day in range(10, 26)]


def usual(place: Place) -> TrackVisit:
    return TrackVisit("", place.cellar, place.rain)


def test_a_visit_is_read_as_it_was_stored(store: Store, place: Place) -> None:
    days = (VisitDay("2027-03-10", "09:00", "16:30"), VisitDay("2027-03-09"))
    visit = replace(
        usual(place), people=(place.nadia,), days=days, mentor=" Wout ", lodging="bij Greet"
    )
    (made,) = visits.add_all(store, place.track, [visit])
    (found,) = visits.of_track(store, place.track)
    assert found == replace(visit, id=made, count=1, days=days[::-1], mentor="Wout")


def test_one_organisation_visits_two_and_receives_two(store: Store, place: Place) -> None:
    third = tracks.add_organisation(store, place.track, "Derde")
    pairs = [(place.rain, place.cellar), (place.rain, third), (third, place.rain),
             (place.cellar, place.rain)]  # fmt: skip
    visits.add_all(store, place.track, [TrackVisit("", host, guest) for guest, host in pairs])
    found = visits.of_track(store, place.track)
    assert [(one.visitor, one.host) for one in found] == pairs


@pytest.mark.parametrize(
    "wrong",
    [
        lambda place: TrackVisit("", place.rain, place.rain),
        lambda place: TrackVisit("", "nobody", place.rain),
        lambda place: replace(usual(place), people=(place.wout,)),
        lambda place: replace(usual(place), count=0),
        lambda place: replace(usual(place), count=21),
        lambda place: replace(usual(place), mentor="x" * 161),
        lambda place: replace(usual(place), days=(VisitDay("31/02/2027"),)),
        lambda place: replace(usual(place), days=(VisitDay("2027-03-09", "16:00", "09:00"),)),
        lambda place: replace(usual(place), days=(VisitDay("2027-03-09"),) * 2),
        lambda place: replace(usual(place), days=tuple(many_days())),
    ],
)  # fmt: skip
def test_what_can_not_be_is_refused(
    store: Store, place: Place, wrong: Callable[[Place], TrackVisit]
) -> None:
    with pytest.raises(Refused):
        visits.add_all(store, place.track, [usual(place), wrong(place)])
    assert visits.of_track(store, place.track) == ()


def test_a_proposal_takes_the_place_of_the_one_before(store: Store, place: Place) -> None:
    agreed = visits.add(store, place.track, usual(place))
    back = TrackVisit("", place.rain, place.cellar)
    visits.propose(store, place.track, [back, back])
    (second,) = visits.propose(store, place.track, [back])
    found = visits.of_track(store, place.track)
    assert [(one.id, one.state) for one in found] == [(agreed, "agreed"), (second, "proposed")]


def test_a_change_tells_both_organisations_and_every_meeting(store: Store, place: Place) -> None:
    later = meetings.add(store, place.track, "Later")
    made = visits.add(store, place.track, usual(place))
    topics = (revisions.VISITS, revisions.party(place.rain), revisions.party(place.cellar))
    with store.write() as db:
        before = [revisions.of_meeting(db, one) for one in (place.meeting, later)]
        visits.apply(db, VisitChange(made, mentor="Greet"))
        after = [revisions.of_meeting(db, one) for one in (place.meeting, later)]
        visits.apply(db, VisitChange(made, mentor="Greet"))
        assert [revisions.of_meeting(db, one) for one in (place.meeting, later)] == after
    for then, now in zip(before, after, strict=True):
        assert [now[topic] - then[topic] for topic in topics] == [1, 1, 1]


def test_who_leaves_is_no_guest_any_more(store: Store, place: Place) -> None:
    visits.add(store, place.track, replace(usual(place), people=(place.nadia,)))
    tracks.remove_person(store, place.nadia)
    (found,) = visits.of_track(store, place.track)
    assert found.people == ()


def test_a_visit_that_was_taken_away_comes_back(store: Store, place: Place) -> None:
    made = visits.add(store, place.track, usual(place))
    visits.remove(store, made, "Het bezoek is weggehaald.")
    assert visits.of_track(store, place.track) == ()
    with pytest.raises(Refused):
        visits.set_state(store, [made], "done")
    with store.write() as db:
        (removal,) = rows.removals(db, place.track, limit=1)
        rows.undo(db, removal["id"])
    assert [one.id for one in visits.of_track(store, place.track)] == [made]


def test_guests_and_hosts_take_part() -> None:
    visit = TrackVisit("v", "host", "guest", people=("an",))
    assert visit.takes_part("an", "guest")
    assert visit.takes_part("wie", "host")
    assert not visit.takes_part("bo", "guest")
    assert replace(visit, people=()).takes_part("bo", "guest")


@pytest.mark.parametrize(
    ("made", "took_place", "unsaid"),
    [
        ({}, False, True),
        ({"state": "done"}, True, False),
        ({"days": (VisitDay("2026-03-02"),)}, True, False),
        ({"days": (VisitDay("2026-03-03"),)}, False, False),
        ({"state": "proposed"}, False, False),
        ({"state": "called_off", "days": (VisitDay("2026-03-02"),)}, False, False),
        ({"kind": "kijkstage"}, False, False),
    ],
)
def test_what_took_place_and_what_nobody_said_of(
    made: dict[str, Any], took_place: bool, unsaid: bool
) -> None:
    visit = replace(TrackVisit("v", "host", "guest"), **made)
    assert (visit.took_place("2026-03-02"), visit.unsaid) == (took_place, unsaid)


def test_only_agreed_visits_of_the_track_are_said_to_be_made(store: Store, place: Place) -> None:
    made = visits.add(store, place.track, usual(place))
    off = visits.add(store, place.track, replace(usual(place), state="called_off"))
    elsewhere = tracks.add_track(store, "Elders", "")
    visits.say_made(store, elsewhere, [made])
    assert [one.state for one in visits.of_track(store, place.track)] == ["agreed", "called_off"]
    visits.say_made(store, place.track, [made, off, "weg"])
    assert [one.state for one in visits.of_track(store, place.track)] == ["done", "called_off"]

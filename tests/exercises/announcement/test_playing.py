"""The announcement in a meeting: what is opened is announced in the track, and phones hear it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exercises.engine import flow, running
from exercises.engine.moment import Moment, at
from exercises.engine.stored import member
from state import meetings, people, tracks, visits
from state.database import Store
from state.models import TrackVisit
from state.problems import Refused


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path)
    yield opened
    opened.close()


class Hall:
    """A track of three organisations with two visits, and its announcement that is going on."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.track = tracks.add_track(store, "Buurt", "")
        self.orgs = [
            tracks.add_organisation(store, self.track, name, "", "")
            for name in ("De Regenton", "Kattenstaart", "Zevenhoek")
        ]
        self.people = [
            tracks.add_person(store, one, name, "")
            for one, name in zip(self.orgs, ("Samir", "Lien", "Joris"), strict=True)
        ]
        one, two, three = self.orgs
        self.visits = visits.add_all(
            store, self.track, (TrackVisit("", two, one), TrackVisit("", three, two, count=1))
        )
        meeting = meetings.add(store, self.track, "Matching", "", "")
        self.meeting = meeting
        meetings.open_doors(store, meeting)
        for person in self.people:
            people.let_in(store, meeting, person)
        self.activity = meetings.add_activity(store, meeting, "announcement", {"version": 1}, 20)
        running.start(store, self.activity)

    def go(self, step: int, stage: str) -> None:
        running.change_phase(
            self.store, self.activity,
            lambda ex, config, phase: flow.go_to(
                ex, config, phase, flow.position(phase), step, stage
            ),
        )  # fmt: skip

    def announced(self) -> list[bool]:
        return [one.announced for one in visits.of_track(self.store, self.track)]

    def sees(self, who: int) -> str:
        """What the phone of the person of that organisation is sent."""
        with self.store.read() as db:
            here: Moment = at(self.store, db, self.meeting)
            activity = here.room.activity(self.activity)
            assert activity is not None
            me = next(
                member(one, org) for one in here.known_people for org in here.room.organisations
                if one.id == self.people[who] and org.id == one.organisation_id
            )  # fmt: skip
            context = here.context(activity, "phone", me)
            return json.dumps(context.exercise.phone(context).data)


def test_doors_that_open_are_announced_one_by_one(store: Store) -> None:
    hall = Hall(store)
    assert hall.announced() == [False, False]
    assert "Kattenstaart" not in hall.sees(0)
    hall.go(0, "open")
    assert hall.announced() == [True, False]
    assert "Kattenstaart" in hall.sees(0) and "De Regenton" in hall.sees(1)
    assert "Zevenhoek" not in hall.sees(1)
    hall.go(1, "shut")
    assert hall.announced() == [True, False]
    hall.go(2, "open")
    assert hall.announced() == [True, True]
    assert "Zevenhoek" in hall.sees(1)


def test_a_visit_that_changes_while_it_runs_breaks_nothing(store: Store) -> None:
    hall = Hall(store)
    first = visits.of_track(store, hall.track)[0]
    visits.change(store, replace(first, state="called_off"))
    hall.go(0, "open")
    assert hall.announced() == [False, True], "the first that stands is on now"
    visits.remove(store, hall.visits[1], "weg")
    hall.go(5, "open")
    people.let_in(store, hall.meeting, hall.people[0])
    running.people_changed(store, hall.meeting)
    assert hall.announced() == [False]


def test_nobody_answers(store: Store) -> None:
    hall = Hall(store)
    room = meetings.room(store, hall.meeting)
    with pytest.raises(Refused, match="Kijk naar het scherm"):
        running.send(store, room, hall.activity, hall.people[0], f"{hall.visits[0]}.open",
                     {"open": True}, "x")  # fmt: skip

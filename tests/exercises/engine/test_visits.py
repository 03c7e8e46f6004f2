"""Visits of the track as exercises know them: who reads them, who owns answers, what they change.

An exercise of the test alone stores what is sent in the name of the visit that it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

import exercises
from exercises.contract import (
    Accepted,
    Answer,
    Entry,
    Exercise,
    Json,
    Scene,
    Stage,
    Step,
    TrackVisit,
    VisitChange,
    VisitDay,
)
from exercises.engine import moment, results, running, stored
from exercises.results import Visit
from state import meetings, revisions, visits
from state.database import Store
from state.problems import Refused
from tests.conftest import Join


@dataclass(frozen=True)
class PairConfig:
    """Nothing to edit; `bound` are the visits it was given."""

    bound: tuple[str, ...] = ()

    def to_json(self) -> Json:
        """As stored."""
        return {"version": 1}

    @classmethod
    def from_json(cls, stored: Json) -> PairConfig:
        """From storage."""
        return cls()


def accept(entry: Entry[PairConfig, Any]) -> Accepted:
    visit = next((one for one in entry.visits() if one.id == entry.payload["visit"]), None)
    if visit is None:
        raise Refused("Dit bezoek ken ik niet.")
    day = VisitDay(entry.payload["day"])
    change = VisitChange(visit.id, days=(day,), mentor=entry.payload["mentor"])
    return Accepted({"day": day.date}, visit.id, "party", visits=(change,))


def fold(config: PairConfig, answers: Any) -> tuple[Answer, ...]:
    return tuple(answers)


PAIR = Exercise[PairConfig, tuple[Answer, ...]](
    kind="pair", title="Koppel", help="", area=None, minutes=5, step_label="stap",
    steps_label="stappen",
    config=PairConfig, sample=PairConfig(),
    stages=(Stage("all", "Alles", "Verder", open=True, shown=True),),
    steps=lambda config: (Step("all", "Alles"),), accept=accept, fold=fold,
    phone=lambda context: Scene("phone.js", (), {}),
    screen=lambda context: Scene("screen.js", (), {}),
    with_visits=lambda config, all_visits: PairConfig(tuple(one.id for one in all_visits)),
)  # fmt: skip


@dataclass(frozen=True)
class Hall:
    """A meeting in which the exercise runs, with a person of each organisation; `visit` is that of
    the first organisation to the second."""

    store: Store
    meeting: str
    activity: str
    visit: str
    guest: str
    host: str
    stranger: str

    def send(self, person: str, day: str = "2027-03-09", mentor: str = "Greet") -> None:
        room = meetings.room(self.store, self.meeting)
        payload = {"visit": self.visit, "day": day, "mentor": mentor}
        running.send(
            self.store, room, self.activity, person, "all.day", payload, f"{person}{day}{mentor}"
        )

    def context(self, role: Any, person: str = "") -> Any:
        with self.store.read() as db:
            here = moment.at(self.store, db, self.meeting)
            activity = here.room.activity(self.activity)
            assert activity is not None
            return here.context(activity, role, here.members.get(person))


@pytest.fixture
def hall(
    store: Store, track: str, meeting: str, organisations: tuple[str, ...], join: Join,
    monkeypatch: pytest.MonkeyPatch,
) -> Hall:  # fmt: skip
    monkeypatch.setitem(exercises._BY_KIND, PAIR.kind, PAIR)
    activity = meetings.add_activity(store, meeting, PAIR.kind, {"version": 1}, 5)
    running.start(store, activity)
    visit = visits.add(
        store, track, TrackVisit("", organisations[1], organisations[0], announced=True)
    )
    guest, host, stranger = (join(name, organisation=at) for at, name in enumerate("ABC"))
    return Hall(store, meeting, activity, visit, guest, host, stranger)


def test_an_answer_belongs_to_the_visit_and_changes_it(hall: Hall, track: str) -> None:
    hall.send(hall.guest)
    (visit,) = visits.of_track(hall.store, track)
    assert (visit.days, visit.mentor) == ((VisitDay("2027-03-09"),), "Greet")
    (answer,) = hall.context("console").view
    assert (answer.author, answer.by) == (hall.visit, hall.guest)


def test_only_who_takes_part_is_given_what_the_visit_owns(hall: Hall) -> None:
    hall.send(hall.host)
    told = {"all.day": {"day": "2027-03-09"}}
    assert hall.context("phone", hall.guest).of_visit(hall.visit) == told
    assert hall.context("phone", hall.host).of_visit(hall.visit) == told
    assert hall.context("phone", hall.stranger).of_visit(hall.visit) == {}
    assert hall.context("screen").of_visit(hall.visit) == {}


def test_a_visit_that_can_not_be_stored_keeps_the_answer_out(hall: Hall, track: str) -> None:
    with pytest.raises(Refused, match="niet te lezen"):
        hall.send(hall.guest, day="morgen")
    assert hall.context("console").view == ()
    assert visits.of_track(hall.store, track)[0].days == ()


def test_the_phones_of_both_organisations_are_told(
    hall: Hall, organisations: tuple[str, ...]
) -> None:
    def numbers() -> list[int]:
        with hall.store.read() as db:
            found = revisions.of_meeting(db, hall.meeting)
        return [found.get(revisions.party(one), 0) for one in organisations]

    before = numbers()
    hall.send(hall.guest)
    after = numbers()
    assert after[0] > before[0] and after[1] > before[1] and after[2] == before[2]


def test_what_is_not_announced_is_on_no_phone_and_no_screen(hall: Hall) -> None:
    visits.announce(hall.store, [hall.visit], False)
    for role, person in (("phone", hall.guest), ("phone", hall.host), ("screen", "")):
        context = hall.context(role, person)
        assert (context.visits, context.my_visits) == ((), ())
        assert context.of_visit(hall.visit) == {}
        assert context.track.of(Visit) == ()
    assert [one.id for one in hall.context("console").visits] == [hall.visit]
    with pytest.raises(Refused, match="ken ik niet"):
        hall.send(hall.guest)


def test_what_took_place_is_known_to_everybody_announced_or_not(hall: Hall, track: str) -> None:
    visits.announce(hall.store, [hall.visit], False)
    visits.say_made(hall.store, track, [hall.visit])
    for role, person in (("phone", hall.guest), ("phone", hall.host), ("screen", "")):
        context = hall.context(role, person)
        assert [one.id for one in context.visits] == [hall.visit]
        assert [one.took_place for one in context.track.of(Visit)] == [True]
        assert context.config.bound == (hall.visit,)
    assert [one.id for one in hall.context("phone", hall.guest).my_visits] == [hall.visit]
    assert hall.context("phone", hall.stranger).my_visits == ()


def test_a_visit_is_a_result_as_long_as_it_stands(hall: Hall) -> None:
    (told,) = hall.context("phone", hall.stranger).track.of(Visit)
    assert (told.visit, told.guests) == (hall.visit, 2)
    visits.set_state(hall.store, [hall.visit], "called_off")
    assert hall.context("console").track.of(Visit) == ()
    assert hall.context("phone", hall.guest).my_visits == ()


def test_a_configuration_is_given_the_visits_of_now(hall: Hall, track: str) -> None:
    assert hall.context("console").config.bound == (hall.visit,)
    visits.announce(hall.store, [hall.visit], False)
    assert hall.context("console").config.bound == ()
    visits.announce(hall.store, [hall.visit])
    visits.remove(hall.store, hall.visit, "weg")
    assert hall.context("console").config.bound == ()


def test_results_of_the_desk_hold_all_visits(hall: Hall) -> None:
    visits.announce(hall.store, [hall.visit], False)
    with hall.store.read() as db:
        here = moment.at(hall.store, db, hall.meeting)
        assert [one.visit for one in results.of_track(here).of(Visit)] == [hall.visit]
        assert stored.visits_for(here.room, "screen") == ()

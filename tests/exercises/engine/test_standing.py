"""How far an item of the agenda is: broken off, stopped or done."""

from __future__ import annotations

import pytest

import exercises
from exercises.engine import flow, moment, running
from exercises.engine.standing import Standing, standing
from exercises.engine.stored import config_of, exercise_of
from state import contributions, meetings
from state.database import Store
from state.models import FACILITATOR
from tests.conftest import Join

LINE = exercises.EXERCISES[0]


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """The id of De lijn on the agenda."""
    return meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)


def how_far(store: Store, meeting: str, activity: str) -> Standing:
    with store.read() as db:
        return standing(moment.at(store, db, meeting), meetings.activity(db, activity))


def go_on(store: Store, activity: str) -> None:
    running.change_phase(
        store, activity, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
    )


def to_the_end(store: Store, activity: str) -> None:
    with store.read() as db:
        found = meetings.activity(db, activity)
    steps = exercise_of(found).steps(config_of(found))
    for _again in range(len(steps) * len(LINE.stages)):
        go_on(store, activity)


def test_what_was_broken_off_without_answers_is_still_to_do(
    store: Store, meeting: str, activity: str
) -> None:
    assert how_far(store, meeting, activity) == "planned"
    running.start(store, activity)
    assert how_far(store, meeting, activity) == "running"
    running.close(store, activity)
    assert how_far(store, meeting, activity) == "left"


def test_what_was_broken_off_with_answers_was_stopped(
    store: Store, meeting: str, activity: str, join: Join
) -> None:
    someone = join("An")
    running.start(store, activity)
    go_on(store, activity)
    room = meetings.room(store, meeting)
    running.send(store, room, activity, someone, "s1.1", {"at": 0.5}, "c1")
    running.close(store, activity)
    assert how_far(store, meeting, activity) == "stopped"
    contributions.remove(store, activity, someone, "s1.", "weg")
    assert how_far(store, meeting, activity) == "left"


def test_a_note_of_the_talk_counts_as_words(store: Store, meeting: str, activity: str) -> None:
    running.start(store, activity)
    room = meetings.room(store, meeting)
    running.send(
        store, room, activity, FACILITATOR, "s1.note", {"text": "Samen."}, "n1", by_hand=True
    )  # fmt: skip
    running.close(store, activity)
    assert how_far(store, meeting, activity) == "stopped"


def test_what_ran_to_its_end_is_done_also_without_answers(
    store: Store, meeting: str, activity: str
) -> None:
    running.start(store, activity)
    to_the_end(store, activity)
    running.close(store, activity)
    assert how_far(store, meeting, activity) == "done"


def test_a_break_that_ended_is_done(store: Store, meeting: str) -> None:
    pause = meetings.add_activity(store, meeting, "break", {"title": ""}, 15)
    running.start(store, pause)
    running.close(store, pause)
    assert how_far(store, meeting, pause) == "done"

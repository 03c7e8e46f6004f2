"""Answers are read once: later only the news, and nothing that was rolled back stays known."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from exercises.engine import answers
from state import contributions, meetings, revisions
from state.contributions import Judged
from state.database import Store
from state.models import Activity


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """The id of an exercise on the agenda."""
    return meetings.add_activity(store, meeting, "kind", {}, 10)


def put(store: Store, activity: str, author: str, number: int) -> None:
    def judge(_db: Database, _activity: Activity) -> Judged:
        return Judged({"n": number})

    contributions.put(store, activity, author, "a", f"{author}{number}", judge)


def seen(db: Database, store: Store, activity: str, *, keep: bool = True) -> dict[str, int]:
    numbers = revisions.of_meeting(db, meetings.activity(db, activity).meeting_id)
    found = answers.read(db, str(store.path), activity, numbers, keep=keep)
    return {item.author: item.payload["n"] for item in found.all()}


def test_what_changed_since_the_last_reading_is_seen(store: Store, activity: str) -> None:
    put(store, activity, "An", 1)
    with store.read() as db:
        assert seen(db, store, activity) == {"An": 1}
    put(store, activity, "An", 2)
    put(store, activity, "Bo", 3)
    with store.read() as db:
        assert seen(db, store, activity) == {"An": 2, "Bo": 3}


def test_what_is_taken_away_is_gone(store: Store, activity: str) -> None:
    put(store, activity, "An", 1)
    put(store, activity, "Bo", 2)
    with store.read() as db:
        seen(db, store, activity)
    contributions.remove(store, activity, "An", "a", "weg")
    with store.read() as db:
        assert seen(db, store, activity) == {"Bo": 2}


def test_a_transaction_sees_what_it_stored_and_leaves_no_trace_when_it_fails(
    store: Store, activity: str
) -> None:
    put(store, activity, "An", 1)
    with store.read() as db:
        seen(db, store, activity)
    with pytest.raises(RuntimeError), store.write() as db:
        put(store, activity, "Bo", 2)
        assert seen(db, store, activity, keep=False) == {"An": 1, "Bo": 2}
        raise RuntimeError
    put(store, activity, "Cis", 3)
    with store.read() as db:
        assert seen(db, store, activity) == {"An": 1, "Cis": 3}

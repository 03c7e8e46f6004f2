"""Another id in the place of one, wherever it stands, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from state import contributions, id_rewriting, meetings
from state.contributions import Judged
from state.database import Store
from state.models import FACILITATOR

OLD, NEW = "oud-id-12345", "nieuw-id-123"
NAMES = st.sampled_from([OLD, "iemand", "nog iemand"])
JSONS = st.recursive(
    NAMES | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    return meetings.add_activity(store, meeting, "line", {}, 10)


def puts(store: Store, activity: str, slot: str, payload: dict[str, Any]) -> None:
    contributions.put(store, activity, FACILITATOR, slot, slot, lambda _db, _one: Judged(payload))


def stands(store: Store, activity: str) -> dict[str, Any]:
    with store.read() as db:
        return {one.slot: one.payload for one in contributions.of_activity(db, activity)}


def rewritten(store: Store, activity: str) -> id_rewriting.Rewritten:
    with store.write() as db:
        return id_rewriting.rewrite(db, {activity: [(OLD, NEW)]})


def put_back(store: Store, activity: str, done: id_rewriting.Rewritten) -> None:
    with store.write() as db:
        id_rewriting.put_back(db, {activity: [(OLD, NEW)]}, json.loads(json.dumps(done)))


def test_an_id_is_found_at_any_depth_as_key_and_in_slots(store: Store, activity: str) -> None:
    puts(store, activity, f"a.{OLD}", {"groups": [{"people": [OLD, "x"]}], "held": {OLD: "bril"}})
    before = stands(store, activity)
    done = rewritten(store, activity)
    assert stands(store, activity) == {
        f"a.{NEW}": {"groups": [{"people": [NEW, "x"]}], "held": {NEW: "bril"}}
    }
    put_back(store, activity, done)
    assert stands(store, activity) == before


def test_where_both_stand_nothing_changes(store: Store, activity: str) -> None:
    puts(store, activity, "a.both", {"groups": [[OLD, "x"], [NEW]]})
    puts(store, activity, f"a.{OLD}", {"text": "een"})
    puts(store, activity, f"a.{NEW}", {"text": "twee"})
    before = stands(store, activity)
    done = rewritten(store, activity)
    assert stands(store, activity) == before
    put_back(store, activity, done)
    assert stands(store, activity) == before


def test_what_was_changed_since_is_put_back_too(store: Store, activity: str) -> None:
    puts(store, activity, "a.pairs", {"people": [OLD]})
    done = rewritten(store, activity)
    puts(store, activity, "a.pairs", {"people": ["later", NEW]})
    contributions.put(
        store, activity, FACILITATOR, "a.pairs", "2",
        lambda _db, _one: Judged({"people": ["later", NEW]}),
    )  # fmt: skip
    put_back(store, activity, done)
    assert stands(store, activity) == {"a.pairs": {"people": ["later", OLD]}}


def test_the_step_of_an_exercise_and_earlier_versions_follow(store: Store, activity: str) -> None:
    puts(store, activity, "a.pairs", {"people": [OLD]})
    with store.write() as db:
        db.table("activity").update(activity, {"phase": json.dumps({"teller": OLD})})
    done = rewritten(store, activity)

    def held() -> set[str]:
        with store.read() as db:
            phases = [row["phase"] for row in db.query("SELECT phase FROM activity")]
            earlier = [row["payload"] for row in db.query("SELECT * FROM contribution_history")]
        return {one for one in (OLD, NEW) for text in (*phases, *earlier) if one in text}

    assert held() == {NEW}
    put_back(store, activity, done)
    assert held() == {OLD}


@given(payload=st.dictionaries(st.sampled_from(["a", OLD]), JSONS, max_size=3))
def test_back_is_exactly_as_before(payload: dict[str, Any]) -> None:
    text = json.dumps(payload)
    there = id_rewriting._replaced(text, [(OLD, NEW)])
    assert OLD not in there and json.loads(there) is not None
    assert id_rewriting._replaced(there, [(NEW, OLD)]) == text

"""Answers: kept once, with their history, and hidden with who gave them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlite_utils import Database

from state import contributions, meetings, people, revisions, tracks
from state.contributions import Judged
from state.database import Store
from state.models import FACILITATOR, Activity, Json
from state.problems import Refused

Put = Callable[..., None]


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """The id of an exercise on the agenda."""
    return meetings.add_activity(store, meeting, "kind", {}, 10)


@pytest.fixture
def put(store: Store, activity: str) -> Put:
    """Stores an answer: put(author, number, "client id")."""

    def store_it(author: str, number: int, client_id: str, slot: str = "a") -> None:
        def judge(_db: Database, _activity: Activity) -> Judged:
            return Judged({"n": number})

        contributions.put(store, activity, author, slot, client_id, judge)

    return store_it


def answers(store: Store, activity: str) -> dict[tuple[str, str], int]:
    with store.read() as db:
        found = contributions.of_activity(db, activity)
    return {(item.author, item.slot): item.payload["n"] for item in found}


def test_the_last_answer_of_a_slot_counts_and_each_one_is_kept(
    store: Store, activity: str, put: Put
) -> None:
    put("An", 1, "c1")
    put("An", 2, "c2")
    put("Bo", 3, "c3")
    put("An", 4, "c4", slot="b")
    assert answers(store, activity) == {("An", "a"): 2, ("Bo", "a"): 3, ("An", "b"): 4}
    assert [change["payload"]["n"] for change in contributions.history(store, activity)] == [
        1, 2, 3, 4
    ]  # fmt: skip
    with store.read() as db:
        assert contributions.of_author(db, activity, "An") == {"a": {"n": 2}, "b": {"n": 4}}


def test_only_what_changed_since_is_read_of_this_activity_alone(
    store: Store, meeting: str, activity: str, put: Put
) -> None:
    other = meetings.add_activity(store, meeting, "kind", {}, 10)
    put("An", 1, "c1")
    put("Bo", 2, "c2")
    with store.read() as db:
        before = contributions.of_activity(db, activity)
    last = max(item.order for item in before)
    contributions.put(store, other, "An", "a", "c3", lambda *_: Judged({"n": 9}))
    put("An", 3, "c4")
    put("An", 4, "c5", slot="b")
    with store.read() as db:
        everything = contributions.of_activity(db, activity)
        news = contributions.of_activity(db, activity, last)
    assert [(item.author, item.slot, item.payload["n"]) for item in news] == [
        ("An", "a", 3), ("An", "b", 4),
    ]  # fmt: skip
    assert all(item.order > last for item in news)
    # The order of an answer is the same, however it is read.
    assert [item for item in everything if item in news] == news
    assert [item for item in everything if item not in news] == [before[1]]


def test_a_sending_that_comes_twice_counts_once(store: Store, activity: str, put: Put) -> None:
    put("An", 1, "c1")
    put("An", 1, "c1")
    assert len(contributions.history(store, activity)) == 1


def test_an_older_sending_that_comes_again_late_does_not_undo_a_newer_one(
    store: Store, activity: str, put: Put
) -> None:
    put("An", 1, "c1")
    put("An", 2, "c2")
    put("An", 1, "c1")
    assert answers(store, activity) == {("An", "a"): 2}


def test_the_same_sending_from_many_threads_counts_once(
    store: Store, activity: str, put: Put
) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: put("An", 1, "c1"), range(50)))
    assert len(contributions.history(store, activity)) == 1


def test_what_the_judge_refuses_is_not_stored_and_may_be_sent_again(
    store: Store, activity: str, put: Put
) -> None:
    def refuse(_db: Database, _activity: Activity) -> Judged:
        raise Refused("nu niet")

    with pytest.raises(Refused, match="nu niet"):
        contributions.put(store, activity, "An", "a", "c1", refuse)
    assert contributions.history(store, activity) == []
    put("An", 1, "c1")
    assert answers(store, activity) == {("An", "a"): 1}


def test_the_judge_sees_the_activity_as_it_is_at_that_moment(
    store: Store, meeting: str, activity: str
) -> None:
    meetings.configure(store, activity, {"new": True})
    seen: list[Json] = []

    def judge(_db: Database, found: Activity) -> Judged:
        seen.append(found.config_json())
        return Judged({})

    contributions.put(store, activity, "An", "a", "c1", judge)
    assert seen == [{"new": True}]


def test_an_answer_to_an_exercise_off_the_agenda_is_refused(
    store: Store, activity: str, put: Put
) -> None:
    meetings.remove_activity(store, activity, "Oefening")
    with pytest.raises(Refused, match="is er niet, of niet voor jou"):
        put("An", 1, "c1")


def test_any_text_comes_back_as_it_went_in(store: Store, activity: str) -> None:
    payload = {"text": "مرحبا 👩‍👩‍👧 <b>\u2028\"'\\ \n"}
    contributions.put(store, activity, "An", "a", "c1", lambda *_: Judged(payload))
    with store.read() as db:
        assert contributions.of_author(db, activity, "An") == {"a": payload}


def test_an_answer_on_behalf_is_marked_until_the_person_answers(
    store: Store, activity: str, put: Put
) -> None:
    contributions.put(store, activity, "An", "a", "c1", lambda *_: Judged({"n": 1}), by_hand=True)
    with store.read() as db:
        assert [item.by_hand for item in contributions.of_activity(db, activity)] == [True]
    put("An", 2, "c2")
    with store.read() as db:
        assert [item.by_hand for item in contributions.of_activity(db, activity)] == [False]
    assert [change["by_hand"] for change in contributions.history(store, activity)] == [1, 0]


def test_a_removed_answer_is_gone_until_it_is_brought_back(
    store: Store, meeting: str, activity: str, put: Put
) -> None:
    for slot in ("s1.1", "s1.why", "s10.1"):
        put("An", 1, f"c {slot}", slot=slot)
    put("Bo", 2, "c2", slot="s1.1")
    contributions.remove(store, activity, "An", "s1.", contributions.removed_label("An"))
    assert answers(store, activity) == {("An", "s10.1"): 1, ("Bo", "s1.1"): 2}
    with store.read() as db:
        assert list(contributions.of_author(db, activity, "An")) == ["s10.1"]
    removal = tracks.removals(store, meeting)[0]
    assert removal["label"] == "Het antwoord van An is weggehaald."
    tracks.undo_removal(store, removal["id"])
    assert len(answers(store, activity)) == 4


def test_removing_what_is_not_there_offers_nothing_to_undo(
    store: Store, meeting: str, activity: str
) -> None:
    contributions.remove(store, activity, "An", "s1.", "weg")
    assert tracks.removals(store, meeting) == []


def test_an_answer_given_after_a_removal_stays_when_the_removal_is_undone(
    store: Store, meeting: str, activity: str, put: Put
) -> None:
    put("An", 1, "c1")
    contributions.remove(store, activity, "An", "", "weg")
    put("An", 2, "c2")
    tracks.undo_removal(store, tracks.removals(store, meeting)[0]["id"])
    assert answers(store, activity) == {("An", "a"): 2}


def test_answers_of_a_removed_person_are_hidden_and_come_back(
    store: Store, meeting: str, activity: str, put: Put, join: Callable[..., str]
) -> None:
    an, bo = join("An"), join("Bo")
    put(an, 1, "c1")
    put(bo, 2, "c2")
    put(FACILITATOR, 3, "c3")
    ways: tuple[tuple[Callable[[], None], str | None], ...] = (
        (lambda: people.remove(store, meeting, an), meeting),
        (lambda: tracks.remove_person(store, an), None),
    )
    for take_away, scope in ways:
        take_away()
        assert answers(store, activity) == {(bo, "a"): 2, (FACILITATOR, "a"): 3}
        room = meetings.room(store, meeting)
        removal = tracks.removals(store, scope or room.track.id)[0]
        tracks.undo_removal(store, removal["id"])
        assert answers(store, activity)[(an, "a")] == 1


def test_an_answer_raises_the_results_and_a_removal_the_steps_too(
    store: Store, meeting: str, activity: str, put: Put
) -> None:
    def numbers() -> dict[str, int]:
        with store.read() as db:
            return revisions.of_meeting(db, meeting)

    before = numbers()
    put("An", 1, "c1")
    after = numbers()
    assert after == {**before, "results": before["results"] + 1}
    put("An", 1, "c1")
    assert numbers() == after
    contributions.remove(store, activity, "An", "", "weg")
    assert numbers() == {
        **after, "results": after["results"] + 1, "steps": after["steps"] + 1
    }  # fmt: skip


def test_an_answer_that_was_overtaken_by_a_newer_one_of_its_page_changes_nothing(
    store: Store, activity: str, put: Put
) -> None:
    put("An", 2, "page1.0002")
    put("An", 1, "page1.0001")
    assert answers(store, activity) == {("An", "a"): 2}
    put("An", 3, "page2.0001")
    assert answers(store, activity) == {("An", "a"): 3}
    assert len(contributions.history(store, activity)) == 2


def test_what_an_organisation_owns_either_colleague_changes_and_both_see_who_did(
    store: Store, activity: str
) -> None:
    def put_for(author: str, client_id: str, text: str) -> None:
        contributions.put(
            store, activity, author, "a", client_id, lambda *_: Judged({"text": text}, "huis")
        )

    put_for("An", "c1", "een")
    put_for("Bo", "c2", "twee")
    with store.read() as db:
        (found,) = contributions.of_activity(db, activity)
        assert (found.author, found.by, found.payload) == ("huis", "Bo", {"text": "twee"})
        assert contributions.of_authors(db, activity, ("An", "huis")) == {
            "huis": {"a": {"text": "twee"}}
        }
    history = contributions.history(store, activity)
    assert [change["by_person"] for change in history] == ["An", "Bo"]


def test_an_answer_raises_what_the_judge_says(store: Store, meeting: str, activity: str) -> None:
    def numbers() -> dict[str, int]:
        with store.read() as db:
            return revisions.of_meeting(db, meeting)

    before = numbers()
    topics = ("table", revisions.party("huis"))
    contributions.put(store, activity, "An", "a", "c1", lambda *_: Judged({}, None, topics))
    after = numbers()
    assert {topic for topic in after if after[topic] != before.get(topic, 0)} == {
        "results", "table", "party:huis"
    }  # fmt: skip


def test_one_slot_can_be_read_by_itself_and_is_empty_once_removed(
    store: Store, activity: str, put: Put
) -> None:
    put("An", 1, "c1")
    with store.read() as db:
        assert contributions.in_slot(db, activity, "An", "a") == {"n": 1}
        assert contributions.in_slot(db, activity, "An", "b") is None
    contributions.remove(store, activity, "An", "a", "weg")
    with store.read() as db:
        assert contributions.in_slot(db, activity, "An", "a") is None

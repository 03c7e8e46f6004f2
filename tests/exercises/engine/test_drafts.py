"""What is too long to be an answer: kept for its own writer, and given to nobody else."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import exercises
from exercises.contract import Accepted, Answer, Entry, Phase
from exercises.engine import drafts, flow, moment, running
from exercises.engine.answers import Answers
from report.data.archive import meeting_zip
from state import contributions, meetings, people, tracks
from state.database import Store
from state.models import FACILITATOR, Activity
from tests.conftest import Join
from tests.exercises.contract.cases import AnyExercise, context, each_exercise
from tests.exercises.refusing import refusal
from tests.live_pages import console_data, phone_data, screen_data

LONG = "Dit is veel te lang. " * 20


def entry(author: str, payload: Any) -> Entry[Any, Any]:
    return Entry(None, Phase(), author, "draft.s1.why", payload, lambda: None)


def test_a_draft_is_kept_as_it_was_typed_and_may_be_taken_away() -> None:
    assert drafts.accept(entry("An", {"text": " a \r\n b "}), {}) == Accepted({"text": " a \n b "})
    assert drafts.accept(entry("An", {"text": ""}), {}) == Accepted({"text": ""})


@pytest.mark.parametrize("payload", [{}, {"text": 3}, {"text": ["x"]}, {"text": "x" * 10_001}])
def test_what_is_no_draft_is_refused(payload: Any) -> None:
    refusal(drafts.accept, entry("An", payload), {})
    refusal(drafts.accept, entry(FACILITATOR, {"text": "x"}), {})


@pytest.mark.parametrize("slot", ["draft.", "draft.a b", "draft.\u00e9", "draft." + "x" * 91])
def test_a_draft_of_no_known_kind_of_slot_is_refused(slot: str) -> None:
    refusal(drafts.accept, replace(entry("An", {"text": "x"}), slot=slot), {})


def test_one_person_keeps_so_many_drafts_and_no_more() -> None:
    full = {f"draft.s1.{number}": {"text": "x"} for number in range(drafts.MOST)}
    assert "te lang" in refusal(drafts.accept, entry("An", {"text": "x"}), full)
    # Answers do not count, and a draft that is there already may change and go.
    one_less = dict(list(full.items())[1:]) | {"s1.why": {"text": "x" * 300}}
    drafts.accept(entry("An", {"text": "x"}), one_less)
    known = replace(entry("An", {"text": "y"}), slot="draft.s1.0")
    drafts.accept(known, full)


def test_all_drafts_of_one_person_have_a_size_and_no_more() -> None:
    each = {"text": "x" * drafts.LIMIT}
    full = {f"draft.s1.{number}": each for number in range(drafts.MOST_LETTERS // drafts.LIMIT)}
    refusal(drafts.accept, entry("An", {"text": "x"}), full)
    drafts.accept(replace(entry("An", each), slot="draft.s1.0"), full)


def test_a_draft_is_found_again_unless_words_came_later() -> None:
    draft = Answer("An", "draft.s1.why", {"text": LONG}, order=5)

    def kept(*others: Answer) -> dict[str, str]:
        return drafts.kept({one.slot: one for one in (draft, *others)})

    assert kept() == {"s1.why": LONG}
    assert kept(Answer("An", "s1.why", {"text": "eerst"}, order=4)) == {"s1.why": LONG}
    # Half the text is taken back right after the draft was sent.
    assert kept(Answer("An", "s1.why", {"text": ""}, order=6)) == {"s1.why": LONG}
    assert kept(Answer("An", "s1.why", {"text": "kort"}, order=6)) == {}


def test_the_phone_knows_the_same_bound() -> None:
    script = Path("exercises/kit/browser/draft.js").read_text(encoding="utf-8")
    assert f"const LONGEST = {drafts.LIMIT}\n" in script


@each_exercise
def test_no_exercise_is_given_a_draft(exercise: AnyExercise) -> None:
    draft = Answer("An", "draft.s1.why", {"text": LONG})
    for role in ("phone", "screen", "console"):
        made = context(exercise, Phase(stage=exercise.stages[0].key), role, [draft])
        assert "draft.s1.why" not in made.mine
        assert LONG not in repr(made.view)
    assert drafts.left_out(Answers.of([draft]).all()) == []


@pytest.fixture
def line(store: Store, meeting: str, join: Join) -> Activity:
    """De lijn, where An typed more than fits."""
    kind = exercises.EXERCISES[0]
    activity = meetings.add_activity(store, meeting, kind.kind, kind.sample.to_json(), 40)
    running.start(store, activity)
    running.change_phase(
        store, activity, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
    )
    an, _bo = join("An"), join("Bo")
    room = meetings.room(store, meeting)
    running.send(store, room, activity, an, "draft.s1.why", {"text": LONG}, "p.1")
    running.send(store, room, activity, an, "s1.1", {"at": 0.5}, "p.2")
    found = meetings.room(store, meeting).current
    assert found is not None
    return found


def test_a_draft_that_changes_takes_no_more_room(
    store: Store, meeting: str, line: Activity
) -> None:
    an = people.attendees(store, meeting)[0].person.id
    room = meetings.room(store, meeting)
    for number in range(10, 37):
        text = {"text": f"{LONG}{number}"}
        running.send(store, room, line.id, an, "draft.s1.why", text, f"r.{number}")
    found = [one for one in contributions.history(store, line.id) if one["slot"] != "s1.1"]
    assert [one["payload"] for one in found[:-1]] == [{}] * 27
    assert found[-1]["payload"] == {"text": f"{LONG}36"}


def test_nobody_fills_the_disk_with_drafts(store: Store, meeting: str, line: Activity) -> None:
    an = people.attendees(store, meeting)[0].person.id
    room = meetings.room(store, meeting)
    for number in range(1, drafts.MOST):
        slot = f"draft.zz{number}"
        running.send(store, room, line.id, an, slot, {"text": "x"}, f"q.{number}")
    refusal(running.send, store, room, line.id, an, "draft.one", {"text": "x"}, "q.99")


def test_a_draft_is_on_the_phones_of_its_writer_only(
    store: Store, meeting: str, line: Activity
) -> None:
    found = meetings.room(store, meeting).meeting
    an, other = (one.person for one in people.attendees(store, meeting)[:2])
    assert phone_data(store, found, an)["scene"]["drafts"] == {"s1.why": LONG}
    assert LONG not in json.dumps(phone_data(store, found, other))
    assert LONG not in json.dumps(screen_data(store, found))
    assert LONG not in json.dumps(console_data(store, found))


def test_a_phone_that_nobody_checked_is_given_only_its_own_drafts(
    store: Store, meeting: str, line: Activity
) -> None:
    with store.read() as db:
        here = moment.at(store, db, meeting)
    an = people.attendees(store, meeting)[0].person.id
    assert here.drafts(line, an, {}) == {}
    assert here.drafts(line, an, {"draft.s1.why": False}) == {}
    assert here.drafts(line, an, {"draft.s1.why": True}) == {"s1.why": LONG}


def test_a_draft_is_in_no_part_of_an_export(
    store: Store, meeting: str, line: Activity, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(meeting_zip(store, meeting))) as archive:
        names = archive.namelist()
        tables = [archive.read(name).decode() for name in names if name.endswith((".csv", ".json"))]
        (database,) = [name for name in names if name.endswith(".db")]
        (tmp_path / "copy.db").write_bytes(archive.read(database))
    assert any("s1.1" in text for text in tables), "the history of changes is among them"
    assert not any("te lang" in text or "draft." in text for text in tables)
    with sqlite3.connect(tmp_path / "copy.db") as db:
        slots = [slot for (slot,) in db.execute("SELECT slot FROM contribution")]
    assert slots == ["s1.1"]
    assert len(contributions.history(store, line.id)) == 2
    assert tracks.all_tracks(store), "what is on the laptop itself stays"

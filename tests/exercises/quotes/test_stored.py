"""Citaten as stored: withdrawn at home after the meeting, and gone from all that is made then."""

from __future__ import annotations

import io
import zipfile

import pytest

from exercises.engine import moment as moments
from exercises.engine import results, running
from exercises.quotes import EXERCISE
from exercises.quotes.model import CONSENT, TEXT
from exercises.results import Quote
from report.data.archive import write_meeting_zip
from state import homework, meetings
from state.database import Store
from tests.conftest import Join

SAID = "Ik durf weer te vragen wat ik niet weet."


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    added = meetings.add_activity(store, meeting, EXERCISE.kind, EXERCISE.sample.to_json(), 15)
    running.start(store, added)
    return added


def told(store: Store, meeting: str) -> list[tuple[str, str]]:
    with store.read() as db:
        found = results.of_track(moments.at(store, db, meeting)).of(Quote)
    return [(one.text, one.name) for one in found]


def exported(store: Store, meeting: str) -> bytes:
    made = io.BytesIO()
    write_meeting_zip(store, meeting, made)
    with zipfile.ZipFile(made) as archive:
        names = [name for name in archive.namelist() if not name.endswith(".db")]
        return b"\n".join(archive.read(name) for name in names)


def test_a_quote_is_withdrawn_at_home_and_is_in_nothing_that_is_made_then(
    store: Store, meeting: str, activity: str, join: Join
) -> None:
    an = join("An", 0)
    room = meetings.room(store, meeting)

    def send(slot: str, payload: dict[str, str], number: int, *, at_home: bool = False) -> None:
        running.send(
            store, room, activity, an, slot, payload, f"c{number}", at_home=at_home
        )  # fmt: skip

    send(TEXT, {"text": SAID}, 1)
    assert told(store, meeting) == [] and SAID.encode() not in exported(store, meeting)
    send(CONSENT, {"consent": "names", "text": SAID}, 2)
    assert told(store, meeting) == [(SAID, "An")]
    assert SAID.encode() in exported(store, meeting)

    homework.allow(store, activity, True)
    running.close(store, activity)
    send(CONSENT, {"consent": "none"}, 3, at_home=True)
    assert told(store, meeting) == [] and SAID.encode() not in exported(store, meeting)

    # Given again as easily, with less of a name.
    send(CONSENT, {"consent": "nobody", "text": SAID}, 4, at_home=True)
    assert told(store, meeting) == [(SAID, "")]


def test_the_facilitator_is_told_of_sentences_without_a_choice(
    store: Store, meeting: str, activity: str, join: Join
) -> None:
    an, bo, room = join("An", 0), join("Bo", 1), meetings.room(store, meeting)

    def send(who: str, slot: str, payload: dict[str, str], number: int) -> str:
        running.send(store, room, activity, who, slot, payload, f"c{number}")
        with store.read() as db:
            now = moments.at(store, db, meeting)
            context = now.context(now.room.activity(activity), "console")  # type: ignore[arg-type]
        assert SAID not in str(EXERCISE.console(context))
        return EXERCISE.unfinished(context)

    assert send(an, TEXT, {"text": SAID}, 1).startswith("Eén zin komt nog nergens")
    assert send(bo, TEXT, {"text": SAID}, 2).startswith("2 zinnen komen nog nergens")
    send(bo, CONSENT, {"consent": "none"}, 3)
    assert send(bo, TEXT, {"text": ""}, 4).startswith("Eén zin")
    told_now = send(an, CONSENT, {"consent": "none"}, 5)
    assert told_now == ""

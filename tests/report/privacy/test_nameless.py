"""A copy without names: nothing of a person's name is anywhere in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlite_utils import Database

import exercises
from exercises.engine import running
from report.privacy import nameless
from state import agreements, consent, copies, meetings, name_choices, report_parts, tracks
from state.database import Store
from state.models import Json

LINE = exercises.EXERCISES[0]
SHEET = next(one for one in exercises.EXERCISES if one.kind == "organisation_sheet")


@pytest.fixture
def hall(store: Store, track: str, meeting: str, join: Callable[..., str]) -> dict[str, str]:
    """People by name, in a meeting in whose texts their names stand."""
    people = {name: join(name, at) for at, name in enumerate(("Katrien", "Samir", "Wout"))}
    config = LINE.sample.to_json()
    config["statements"][0]["text"] = "Zoals Katrien het zegt: iedereen is welkom"
    line = meetings.add_activity(store, meeting, "line", config, 10)
    opened(store, line)
    key = config["statements"][0]["key"]
    say(store, line, people["Samir"], f"{key}.1", {"at": 0.3}, "a")
    say(store, line, people["Samir"], f"{key}.why", {"text": "Dat zei samir eerst"}, "b")
    say(store, line, people["Samir"], f"{key}.why", {"text": "Wouts koffie"}, "c")
    agreements.add(store, meeting, "Wout belt Katrien")
    report_parts.write(store, track, "foreword", "Met dank aan Samir")
    return people


def opened(store: Store, activity: str) -> None:
    """Begin an exercise, and go on to where it takes answers."""
    running.start(store, activity)
    running.change_phase(store, activity, lambda e, c, phase: replace(phase, open=True))


def say(
    store: Store, activity: str, person: str, slot: str, payload: Json, client: str
) -> None:  # fmt: skip
    with store.read() as db:
        room = meetings.read_room(db, meetings.activity(db, activity).meeting_id)
    running.send(store, room, activity, person, slot, payload, client, by_hand=True)


def words(db: Database) -> str:
    """All of a database, as text."""
    return "\n".join(db.conn.iterdump())


def test_no_name_is_left_anywhere(store: Store, track: str, hall: dict[str, str]) -> None:
    with copies.in_memory(store) as db:
        assert all(name in words(db) for name in hall)
        nameless.take_out(db, track)
        left = words(db).casefold()
    assert [name for name in hall if name.casefold() in left] == []
    assert "iemand van de brug" in left
    assert "zoals iemand van de brug het zegt" in left


def test_who_may_be_named_stays_everywhere(store: Store, track: str, hall: dict[str, str]) -> None:
    consent.give(store, hall["Katrien"], "named")
    with copies.in_memory(store) as db:
        nameless.take_out(db, track, consent.may_be_named(db, track))
        left = words(db)
    assert "Zoals Katrien het zegt" in left
    assert "Samir" not in left and "Wout" not in left


def test_each_name_in_a_text_is_told_with_a_proposal(
    store: Store, track: str, hall: dict[str, str]
) -> None:
    with store.read() as db:
        found = nameless.in_texts(db, track)
    told = {(one.stored.table, one.word): one.instead for one in found}
    assert told[("agreement", "Wout")] == "iemand van Huis van het Kind"
    assert told[("contribution", "Wouts")] == "iemand van Huis van het Kind"
    assert told[("activity", "Katrien")] == "iemand van De Brug"
    assert [one.stored.earlier for one in found if one.word == "samir"] == [True]


def test_what_the_facilitator_chose_is_followed(
    store: Store, track: str, hall: dict[str, str]
) -> None:
    with store.read() as db:
        found = {one.word: one for one in nameless.in_texts(db, track)}
    name_choices.choose(store, track, found["Wouts"].place, "Houten")
    name_choices.choose(store, track, found["Samir"].place, "Samir")
    with copies.in_memory(store) as db:
        nameless.take_out(db, track)
        left = words(db)
    assert "Houten koffie" in left and "Met dank aan Samir" in left
    name_choices.choose(store, track, found["Samir"].place, None)
    with copies.in_memory(store) as db:
        nameless.take_out(db, track)
        assert "Met dank aan iemand van" in words(db)


def test_names_typed_on_a_sheet_go_too(
    store: Store, meeting: str, track: str, join: Callable[..., str]
) -> None:
    writer = join("Lien")
    sheet = meetings.add_activity(store, meeting, SHEET.kind, SHEET.sample.to_json(), 10)
    opened(store, sheet)
    for at, (slot, text) in enumerate(
        [("sheet.name1", "Hildegonde"), ("sheet.core", "Hildegonde leidt het")]
    ):
        say(
            store,
            sheet,
            writer,
            slot,
            {"text": text, "base": "", "writer": "w", "n": 1, "trail": []},
            str(at),
        )
    with copies.in_memory(store) as db:
        assert "Hildegonde leidt het" in words(db)
        nameless.take_out(db, track)
        assert "Hildegonde" not in words(db)


def test_the_data_themselves_stay_as_they_are(
    store: Store, track: str, hall: dict[str, str]
) -> None:
    with copies.in_memory(store) as db:
        nameless.take_out(db, track)
    assert {one.name for one in tracks.people(store, track)} == set(hall)

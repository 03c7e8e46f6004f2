"""What people answered stays with its words, whatever the facilitator does in the editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from exercises import line
from exercises.engine import flow, moment, running
from exercises.engine.stored import config_of
from state import meetings, people, tracks
from state.database import Store
from tests.pages.desk import data_folder, open_page, press

LINE = line.EXERCISE


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def played(store: Store) -> tuple[str, str]:
    """A meeting and its line; An stood on the first statement."""
    track = tracks.add_track(store, "Gent")
    organisation = tracks.add_organisation(store, track, "De Brug")
    meeting = meetings.add(store, track, "Kick-off")
    meetings.open_doors(store, meeting)
    person = people.join(store, meeting, "phone", organisation, "An")
    activity = meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)
    running.start(store, activity)
    running.change_phase(
        store, activity, lambda ex, now, phase: flow.forward(ex, now, phase, flow.position(phase))
    )
    room = meetings.room(store, meeting)
    running.send(store, room, activity, person, "s1.1", {"at": 0.25}, "phone.1")
    return meeting, activity


def rows(store: Store, meeting: str, activity: str) -> list[dict[str, Any]]:
    with store.read() as db:
        here = moment.alone(db, meeting)
        found = here.room.activity(activity)
        assert found is not None
        return list(LINE.rows(here.context(found, "console")))


def config(store: Store, activity: str) -> Any:
    with store.read() as db:
        return config_of(meetings.activity(db, activity))


def first_words(store: Store, activity: str) -> str:
    return str(LINE.sample.statements[0].text)


def editor(meeting: str, activity: str) -> AppTest:
    return open_page("meeting.py", m=meeting, o=activity)


def key(activity: str, name: str) -> str:
    return f"odv-edit-{activity}-{name}"


def test_another_statement_and_back_to_the_usual_list(
    store: Store, played: tuple[str, str]
) -> None:
    meeting, activity = played
    page = press(editor(meeting, activity), key(activity, "open-s1"))
    page.text_area(key=key(activity, "text-s1")).set_value("Iets anders.").run()
    press(page, key(activity, "other-s1"))
    assert config(store, activity).statements[0].text == "Iets anders."
    (row,) = rows(store, meeting, activity)
    told = (row["statement_number"], row["statement"], row["person"], row["first"])
    assert told == ("", first_words(store, activity), "An", 0.25)
    press(page, key(activity, "usual"))
    (row,) = rows(store, meeting, activity)
    assert (row["statement_number"], row["statement"]) == (1, first_words(store, activity))


@pytest.mark.parametrize("way", ["remove", "replace", "take"])
def test_a_removed_statement_stays_in_the_export(
    store: Store, played: tuple[str, str], way: str
) -> None:
    meeting, activity = played
    other = meetings.add_activity(
        store, meeting, LINE.kind, {**LINE.sample.to_json(), "statements": [
            {"key": "s1", "text": "Van elders.", "area": 1, "ends": None}]}, 40,
    )  # fmt: skip
    page = editor(meeting, activity)
    if way == "remove":
        press(press(page, key(activity, "open-s1")), key(activity, "remove-s1"))
    elif way == "replace":
        page.text_area(key=key(activity, "paste")).set_value("Nieuw")
        press(page, key(activity, "paste-replace"))
    else:
        press(press(page, f"odv-button-take-{activity}"), f"odv-take-{other}")
        assert [one.text for one in config(store, activity).statements] == ["Van elders."]
    (row,) = rows(store, meeting, activity)
    assert (row["statement_number"], row["statement"]) == ("", first_words(store, activity))
    pictures = moment_pictures(store, meeting, activity)
    assert len(pictures) == 1 and "weggehaald" in pictures[0]


def moment_pictures(store: Store, meeting: str, activity: str) -> list[str]:
    with store.read() as db:
        here = moment.alone(db, meeting)
        found = here.room.activity(activity)
        assert found is not None
        return [one.name for one in LINE.pictures(here.context(found, "console"))]


def test_answers_of_earlier_versions_come_out_without_their_words(
    store: Store, played: tuple[str, str]
) -> None:
    meeting, activity = played
    without = LINE.sample.to_json()
    without["statements"] = without["statements"][1:]
    del without["gone"]
    meetings.configure(store, activity, without)
    (row,) = rows(store, meeting, activity)
    assert (row["statement"], row["first"]) == ("(een stelling die werd weggehaald)", 0.25)

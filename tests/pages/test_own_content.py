"""Contents that are kept, and taken over from elsewhere, in the editor of an exercise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import exercises
from exercises.engine.stored import config_of
from state import library, meetings, tracks
from state.database import Store
from tests.pages.desk import data_folder, errors, open_page, press, texts, type_in

EXERCISE = exercises.EXERCISES[0]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def track(store: Store) -> str:
    return tracks.add_track(store, "Gent")


def put(store: Store, track: str, title: str, config: Any = EXERCISE.sample) -> tuple[str, str]:
    """A meeting with the exercise on its agenda: their ids."""
    meeting = meetings.add(store, track, title)
    return meeting, meetings.add_activity(store, meeting, EXERCISE.kind, config.to_json(), 40)


def own() -> Any:
    """A content that is not the method's."""
    return replace(EXERCISE.sample, statements=EXERCISE.sample.statements[3:5])


def editor(meeting: str, activity: str) -> AppTest:
    return open_page("meeting.py", m=meeting, o=activity)


def content(store: Store, activity: str) -> Any:
    with store.read() as db:
        return config_of(meetings.activity(db, activity))


def said(config: Any) -> list[str]:
    """What the statements of a content say; their keys are new in each agenda."""
    return [one.text for one in config.statements]


def keep(page: AppTest, activity: str, name: str) -> AppTest:
    press(page, f"odv-button-keep-{activity}")
    page.text_input(key=f"odv-keep-name-{activity}").set_value(name).run()
    return press(page, f"odv-keep-{activity}")


def test_what_is_kept_can_be_used_in_another_track(store: Store, track: str) -> None:
    meeting, activity = put(store, track, "Kick-off", own())
    keep(editor(meeting, activity), activity, "Voor buurthuizen")
    other, later = put(store, tracks.add_track(store, "Brugge"), "Start")
    page = press(editor(other, later), f"odv-button-take-{later}")
    (kept,) = library.saved(store, EXERCISE.kind)
    assert kept.name == "Voor buurthuizen"
    press(page, f"odv-take-saved-{kept.id}")
    assert content(store, later) == own()


def test_an_earlier_meeting_is_taken_over_and_that_can_be_undone(store: Store, track: str) -> None:
    _earlier, source = put(store, track, "Kick-off", own())
    meeting, activity = put(store, track, "Slot")
    page = press(editor(meeting, activity), f"odv-button-take-{activity}")
    assert "Kick-off" in texts(page)
    press(page, f"odv-take-{source}")
    assert content(store, activity) == own()
    press(page, f"odv-back-{activity}")
    assert said(content(store, activity)) == said(EXERCISE.sample)
    assert content(store, source) == own()


def test_the_content_of_the_method_comes_back(store: Store, track: str) -> None:
    meeting, activity = put(store, track, "Kick-off", own())
    page = press(editor(meeting, activity), f"odv-button-take-{activity}")
    press(page, "odv-take-usual")
    assert said(content(store, activity)) == said(EXERCISE.sample)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_that_does_not_fit_is_said_and_stays(store: Store, track: str, name: str) -> None:
    meeting, activity = put(store, track, "Kick-off", own())
    page = keep(editor(meeting, activity), activity, name)
    assert len(errors(page)) == 1
    assert library.saved(store, EXERCISE.kind) == ()
    assert page.text_input(key=f"odv-keep-name-{activity}").value == name


def test_the_same_name_again_replaces_and_can_be_put_back(store: Store) -> None:
    library.save(store, "kind", "Mijn lijst", {"version": 1})
    library.save(store, "kind", " Mijn lijst ", {"version": 2})
    (kept,) = library.saved(store, "kind")
    assert kept.config_json() == {"version": 2}
    (removal,) = tracks.removals(store, library.scope())
    tracks.undo_removal(store, removal["id"], None)
    assert len(library.saved(store, "kind")) == 2


def test_two_of_a_kind_on_one_agenda_have_their_own_content(store: Store, track: str) -> None:
    meeting, first = put(store, track, "Kick-off", own())
    second = meetings.add_activity(store, meeting, EXERCISE.kind, EXERCISE.sample.to_json(), 40)
    assert [content(store, one) for one in (first, second)] == [own(), EXERCISE.sample]
    page = press(editor(meeting, second), f"odv-button-take-{second}")
    press(page, f"odv-take-{first}")
    assert content(store, second) == own()


def test_an_exercise_is_given_a_title_of_its_own(store: Store, track: str) -> None:
    meeting, activity = put(store, track, "Kick-off")
    page = type_in(editor(meeting, activity), f"odv-title-{activity}", "Wie kent de gezinnen?")
    assert "Wie kent de gezinnen?" in [one.value for one in page.title]
    press(page, "odv-ready")
    assert "Wie kent de gezinnen?" in texts(page)
    page = type_in(editor(meeting, activity), f"odv-title-{activity}", "x" * 61)
    assert errors(page)[0].startswith("De titel is te lang")

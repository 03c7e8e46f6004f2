"""Breaks and talks of an agenda, while a meeting runs."""

from __future__ import annotations

from typing import Any

import pytest

import exercises
from exercises.contract import Json
from exercises.engine import running, stored
from pages.live import actions
from state import agenda, meetings, tracks
from state.database import Store
from state.models import INTERLUDES, Activity, InterludeKind
from state.problems import Refused
from tests.live_pages import console_data, phone_data, screen_data

LINE = exercises.EXERCISES[0]


@pytest.fixture
def line(store: Store, meeting: str) -> str:
    return meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)


def add(store: Store, meeting: str, kind: InterludeKind, title: str = "", minutes: int = 15) -> str:
    return agenda.add_interlude(store, meeting, kind, title, minutes, "alleen voor de begeleider")


def press(store: Store, meeting: str, name: str, **payload: Any) -> None:
    actions.receive(store, meeting, {"name": name, "payload": payload, "id": f"{name}.1"})


def item(store: Store, meeting: str, activity: str) -> Activity:
    found = meetings.room(store, meeting).activity(activity)
    assert found is not None
    return found


def shown(store: Store, meeting: str) -> Json:
    """What the screen says of the meeting."""
    told: Json = screen_data(store, meetings.room(store, meeting).meeting)["meeting"]
    return told


def test_no_exercise_is_called_as_what_stands_between_them() -> None:
    assert not set(INTERLUDES) & {one.kind for one in exercises.EXERCISES}
    for kind in INTERLUDES:
        sign = exercises.sign_of(kind)
        assert sign is not None and sign.is_file()
        assert stored.title_of_kind(kind) != kind


def test_a_break_takes_over_screen_and_phones_with_a_clock(
    store: Store, meeting: str, line: str
) -> None:
    rest = add(store, meeting, "break", "Middag", 60)
    press(store, meeting, "start", activity=line)
    assert shown(store, meeting)["state"] == "running"
    press(store, meeting, "start", activity=rest)
    told = shown(store, meeting)
    assert (told["state"], told["interlude"]["title"]) == ("pause", "Middag")
    assert told["interlude"]["timer"]["ends_at"] > 0
    assert item(store, meeting, line).state == "done"
    assert meetings.room(store, meeting).current is None


def test_going_on_after_a_break_ends_it(store: Store, meeting: str, line: str) -> None:
    rest = add(store, meeting, "break")
    press(store, meeting, "start", activity=rest)
    press(store, meeting, "pause", value=False)
    assert item(store, meeting, rest).state == "done"
    assert (shown(store, meeting)["state"], shown(store, meeting)["interlude"]) == ("lobby", None)
    press(store, meeting, "start", activity=line)
    assert shown(store, meeting)["state"] == "running"


def test_a_talk_is_shown_and_a_pause_within_it_leads_back(store: Store, meeting: str) -> None:
    talk = add(store, meeting, "talk", "Wat is jobshadowing")
    press(store, meeting, "start", activity=talk)
    assert shown(store, meeting)["state"] == "talk"
    press(store, meeting, "pause", value=True)
    paused = shown(store, meeting)
    assert paused["state"] == "pause" and paused["interlude"]["timer"]["paused"]
    press(store, meeting, "pause", value=False)
    assert shown(store, meeting)["state"] == "talk"
    press(store, meeting, "lobby", value=True)
    assert shown(store, meeting)["state"] == "lobby"
    press(store, meeting, "lobby", value=False)
    assert shown(store, meeting)["state"] == "talk"
    press(store, meeting, "timer", add=1)
    press(store, meeting, "close", activity=talk)
    assert item(store, meeting, talk).state == "done"
    assert shown(store, meeting)["state"] == "lobby"


def test_a_break_of_no_minutes_has_no_clock_and_a_long_one_the_longest(
    store: Store, meeting: str
) -> None:
    short, long = (add(store, meeting, "break", minutes=minutes) for minutes in (0, 600))
    press(store, meeting, "start", activity=short)
    assert shown(store, meeting)["interlude"]["timer"] is None
    press(store, meeting, "start", activity=long)
    assert shown(store, meeting)["interlude"]["timer"] is not None


def test_a_meeting_that_closes_ends_the_break(store: Store, meeting: str) -> None:
    rest = add(store, meeting, "break")
    press(store, meeting, "start", activity=rest)
    press(store, meeting, "end_meeting")
    found = item(store, meeting, rest)
    assert (found.state, found.running_since, found.timer) == ("done", None, None)
    assert shown(store, meeting)["state"] == "closed"


def test_the_console_lists_times_and_nobody_reads_the_note(
    store: Store, meeting: str, line: str, join: Any
) -> None:
    add(store, meeting, "break")
    add(store, meeting, "talk", "Afspraken", 20)
    agenda.set_start(store, meeting, "23:30")
    join("An")
    found = meetings.room(store, meeting).meeting
    console = console_data(store, found)
    assert [one["at"] for one in console["agenda"]] == [
        "23.30 tot 0.10", "0.10 tot 0.25 (de dag erna)", "0.25 tot 0.45 (de dag erna)",
    ]  # fmt: skip
    assert console["agenda"][1]["sign"].endswith("/interludes/break.svg")
    press(store, meeting, "start", activity=console["agenda"][2]["id"])
    (person,) = tracks.people(store, found.track_id)
    phone = phone_data(store, found, person)
    assert phone["meeting"]["interlude"]["title"] == "Afspraken" and phone["scene"] is None
    for page in (phone, screen_data(store, found), console_data(store, found)):
        assert "alleen voor de begeleider" not in str(page)
    assert console_data(store, found)["current"] is None


def test_nothing_can_be_answered_to_a_break(store: Store, meeting: str, join: Any) -> None:
    rest = add(store, meeting, "break")
    an = join("An")
    press(store, meeting, "start", activity=rest)
    room = meetings.room(store, meeting)
    with pytest.raises(Refused, match="pauze of gesprek"):
        running.send(store, room, rest, an, "s1.1", {"at": 1}, "c")

"""What a console is sent, and what its buttons do."""

from __future__ import annotations

import pytest

from exercises import EXERCISES
from pages.live import html
from report.data import gather
from state import meetings, people
from state.database import Store
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import phone_data, remote_data
from tests.pages.console.at_console import Desk


def test_an_empty_meeting_has_a_page(desk: Desk) -> None:
    page = desk.page()
    assert page["current"] is None
    assert page["agenda"] == []


def test_starting_turns_the_agenda_and_the_face(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    page = desk.page()
    assert page["meeting"]["state"] == "running"
    assert page["agenda"][0]["state"] == "running"
    assert page["current"]["at"] == "1:statement"


def test_pause_and_lobby_come_back_to_the_exercise(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    for name in ("pause", "lobby"):
        desk.act(name, value=True)
        assert desk.page()["meeting"]["state"] == name
        desk.act(name, value=False)
        assert desk.page()["meeting"]["state"] == "running"


def test_a_break_stops_the_clock_of_the_exercise(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    desk.act("timer", minutes=2)
    desk.act("pause", value=True)
    assert "left_ms" in desk.page()["current"]["timer"]
    desk.act("pause", value=False)
    assert "ends_at" in desk.page()["current"]["timer"]


def test_the_lobby_knows_that_the_meeting_has_begun(desk: Desk, activity: str) -> None:
    assert not desk.page()["meeting"]["begun"]
    desk.act("start", activity=activity)
    desk.act("close", activity=activity)
    assert desk.page()["meeting"]["begun"]


def test_ending_and_reopening_a_meeting(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    desk.act("end_meeting")
    assert desk.page()["meeting"]["state"] == "closed"
    desk.act("reopen_meeting")
    assert desk.page()["meeting"]["state"] == "lobby"


def test_an_unknown_button_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.act("verzonnen")


def test_a_title_of_its_own_is_on_every_page_and_in_file_names(
    desk: Desk, store: Store, meeting: str, activity: str, join: Join
) -> None:
    meetings.entitle(store, activity, "  Lijn over   gezinnen ")
    person = join("An")
    desk.act("start", activity=activity)
    page, room = desk.page(), meetings.room(store, meeting)
    assert page["agenda"][0]["title"] == page["current"]["title"] == "Lijn over gezinnen"
    assert remote_data(store, room.meeting)["current"]["title"] == "Lijn over gezinnen"
    assert page["current"]["scene"]["own_title"] == "Lijn over gezinnen"
    attendee = next(
        one.person for one in people.attendees(store, meeting) if one.person.id == person
    )
    assert phone_data(store, room.meeting, attendee)["scene"]["title"] == "Lijn over gezinnen"
    with store.read() as db:
        (part,) = gather.gather(db, meeting).parts
    assert (part.title, part.folder) == ("Lijn over gezinnen", "01-lijn-over-gezinnen")
    meetings.entitle(store, activity, " ")
    assert desk.page()["current"]["title"] == EXERCISES[0].title
    assert desk.page()["current"]["scene"]["own_title"] == ""


def test_a_title_that_is_too_long_is_refused(store: Store, activity: str) -> None:
    meetings.entitle(store, activity, "x" * 60)
    with pytest.raises(Refused, match="te lang"):
        meetings.entitle(store, activity, "x" * 61)


def test_a_remote_is_sent_the_note_and_no_drawing(desk: Desk, store: Store, meeting: str) -> None:
    own_part = EXERCISES[1]
    added = meetings.add_activity(store, meeting, own_part.kind, own_part.sample.to_json(), 40)
    desk.act("start", activity=added)
    shown = desk.page()["current"]
    assert shown["scene"] and shown["console"]["module"].endswith("console.js")
    assert html._scenes({"current": shown}) == [shown["scene"], shown["console"]]
    small = remote_data(store, meetings.room(store, meeting).meeting)["current"]
    assert small["note"] == shown["note"] and not {"scene", "console"} & set(small)

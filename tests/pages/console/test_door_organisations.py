"""On console and remote: organisations that somebody typed at the door."""

from __future__ import annotations

import pytest

from state import meetings, people, tracks
from state.database import Store
from state.problems import Refused
from tests.live_pages import phone_data, remote_data
from tests.pages.console.at_console import Desk


def test_the_facilitator_is_asked_once_and_says_what_it_is(
    desk: Desk, store: Store, meeting: str
) -> None:
    track = meetings.room(store, meeting).track.id
    listed = tracks.add_organisation(store, track, "De Boot")
    person = people.join_new_organisation(store, meeting, "token", "De Bootje", "An")
    found = meetings.room(store, meeting)
    (asked,) = desk.page()["at_door"]
    assert asked["name"] == "De Bootje"
    assert remote_data(store, found.meeting)["at_door"] == [asked]
    who = next(one.person for one in people.attendees(store, meeting) if one.person.id == person)
    assert "at_door" not in str(phone_data(store, found.meeting, who))
    desk.act("door_organisation", id=asked["id"], answer="belongs")
    assert desk.page()["at_door"] == []
    desk.act("undo", id=desk.page()["undo"][0]["id"])
    assert desk.page()["at_door"] == [asked]
    desk.act("door_organisation", id=asked["id"], answer="another", into=listed)
    page = desk.page()
    assert page["at_door"] == [] and page["undo"][0]["label"] == "De Bootje is De Boot."
    assert [one["organisation"] for one in page["people"] if one["name"] == "An"] == ["De Boot"]
    desk.act("undo", id=page["undo"][0]["id"])
    desk.act("door_organisation", id=asked["id"], answer="today")
    assert desk.page()["at_door"] == []
    desk.act("end_meeting")
    assert "De Bootje" not in {one.name for one in tracks.organisations(store, track)}
    with pytest.raises(Refused):
        desk.act("door_organisation", id=asked["id"], answer="belongs")

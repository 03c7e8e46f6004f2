"""The people on the console: who is in, who went home, and who is somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises import EXERCISES
from exercises.contract import Json, Panel
from exercises.engine import running
from state import meetings, people, taking_back, tracks
from state.database import Store
from state.live import Hub
from state.models import Meeting
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import console_data, phone_data
from tests.pages.console.at_console import Desk, act


def test_a_removed_person_can_come_back(desk: Desk, join: Join) -> None:
    person = join("An")
    desk.act("remove_person", person=person)
    assert not any(item["joined"] for item in desk.page()["people"])
    desk.act("undo", id=desk.page()["undo"][0]["id"])
    assert [item["name"] for item in desk.page()["people"] if item["joined"]] == ["An"]


def test_who_is_asked_nothing_has_no_word_beside_the_name(
    desk: Desk, activity: str, join: Join, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, busy, idle = (join(name) for name in ("An", "Bo", "Cem"))
    panel = Panel(frozenset({ready}), "klaar", "nog niet", unasked=frozenset({idle}))
    whole = replace(EXERCISES[0], panel=lambda context: panel)
    monkeypatch.setattr("exercises.of_kind", lambda kind: whole)
    desk.act("start", activity=activity)
    found = {one["id"]: (one["answered"], one["status"]) for one in desk.page()["people"]}
    assert found == {ready: (True, "klaar"), busy: (False, "nog niet"), idle: (None, "")}


def test_a_take_over_is_seen_and_can_be_turned_back(
    desk: Desk, store: Store, meeting: str, join: Join, organisations: tuple[str, ...]
) -> None:
    person = join("An", token="first")
    people.join(store, meeting, "second", organisations[0], "An", take_over=True)
    assert desk.page()["people"][0]["takeover"] == person
    desk.act("undo_takeover", id=person)
    assert desk.page()["people"][0]["takeover"] is None
    with store.read() as db:
        assert people.person_of_device(db, meeting, "first") is not None
        assert people.person_of_device(db, meeting, "second") is None


def test_of_a_name_that_phones_take_from_each_other_the_console_says_whose_it_is(
    desk: Desk, store: Store, meeting: str, join: Join, organisations: tuple[str, ...]
) -> None:
    person = join("An", token="first")
    people.join(store, meeting, "second", organisations[0], "An", take_over=True)
    assert not desk.page()["people"][0]["disputed"]
    taking_back.take_back(store, meeting, "first")
    assert desk.page()["people"][0]["disputed"]
    at = meetings.room(store, meeting).meeting
    assert phone_seat_data(store, at, "first")["disputed"]
    desk.act("hand_over", id=person)
    assert not desk.page()["people"][0]["disputed"]
    assert not phone_seat_data(store, at, "second")["disputed"]


def phone_seat_data(store: Store, meeting: Meeting, token: str) -> Json:
    """What the page of a phone is sent."""
    with store.read() as db:
        person = people.person_of_device(db, meeting.id, token)
    assert person is not None
    return phone_data(store, meeting, person, token)


def test_people_of_the_track_who_are_not_in_are_listed_as_such(
    desk: Desk, store: Store, meeting: str, join: Join
) -> None:
    person = join("An")
    join("Bo", 1)
    people.remove(store, meeting, person)
    waiting = [item["name"] for item in desk.page()["people"] if not item["joined"]]
    assert waiting == ["An"]


def test_who_does_not_come_is_not_expected_and_may_come_after_all(
    desk: Desk, store: Store, organisations: tuple[str, ...], join: Join
) -> None:
    ill = tracks.add_person(store, organisations[0], "Jan", "")
    join("An")

    def seen() -> tuple[int, list[bool]]:
        page = desk.page()
        return page["expected"], [one["absent"] for one in page["people"] if one["id"] == ill]

    assert seen() == (2, [False])
    desk.act("stays_away", person=ill, value=True)
    assert seen() == (1, [True])
    desk.act("stays_away", person=ill, value=False)
    assert seen() == (2, [False])
    with pytest.raises(Refused):
        desk.act("stays_away", person="iemand anders", value=True)


def test_who_went_home_keeps_the_answers_and_is_not_waited_for(
    desk: Desk, store: Store, meeting: str, activity: str, join: Join
) -> None:
    one, other = join("An"), join("Bart")
    desk.act("start", activity=activity)
    desk.act("forward", at="1:statement")
    room = meetings.room(store, meeting)
    running.send(store, room, activity, one, "s1.1", {"at": 0.5}, "c1")
    hub = Hub(store)

    def says(person: str, *, home: bool) -> None:
        desk.act("went_home", person=person, value=home)

    def counted() -> tuple[int, int]:
        summary = console_data(store, room.meeting, hub)["current"]["summary"]
        return summary["count"], summary["total"]

    assert counted() == (1, 2)
    says(other, home=True)
    assert counted() == (1, 1)
    says(one, home=True)
    assert counted() == (1, 1), "what was answered stays"
    page = console_data(store, room.meeting, hub)
    assert [person["home"] for person in page["people"]] == [True, True]
    says(other, home=False)
    assert counted() == (1, 2)
    with pytest.raises(Refused):
        says("iemand anders", home=True)


def test_a_name_that_is_taken_says_how_two_become_one(
    store: Store, meeting: str, join: Join
) -> None:
    els, listed = join("Els"), join("Els Janssens")
    with pytest.raises(Refused, match="al op de lijst staat"):
        act(store, meeting, "rename", person=els, name="Els Janssens")
    act(store, meeting, "same_person", person=els, into=listed)
    here = console_data(store, meetings.room(store, meeting).meeting)["people"]
    assert [one["name"] for one in here if one["joined"]] == ["Els Janssens"]


def test_the_console_asks_about_new_names_and_phones_and_takes_a_word(
    store: Store, meeting: str, join: Join
) -> None:
    join("An")
    room = meetings.room(store, meeting)
    later = meetings.add(store, room.track.id, "Later")
    meetings.open_doors(store, later)
    house = room.organisations[0].id
    people.join(store, later, "vreemd", house, "An")
    nieuw = people.join(store, later, "nieuw", house, "Nieuw")

    def asked() -> dict[str, tuple[bool, bool]]:
        here = console_data(store, meetings.room(store, later).meeting)["people"]
        return {one["name"]: (one["newcomer"], one["unproven"]) for one in here if one["joined"]}

    assert asked() == {"An": (False, True), "Nieuw": (True, False)}
    act(store, later, "confirm_all")
    assert asked() == {"An": (False, False), "Nieuw": (True, False)}
    act(store, later, "settle_takeover", id=nieuw)
    assert asked()["Nieuw"] == (False, False)

"""Guests on the wire: what their phones are sent, and what they may not do."""

from __future__ import annotations

import json

import pytest

from exercises import closing, line, quotes
from exercises.contract import Json
from exercises.engine import moment as moments
from exercises.engine import running
from pages.live.roles.guest import GuestSeat
from pages.live.seat import Leave
from state import guests, meetings
from state.database import Store
from state.listener import AWAY
from state.live import Hub
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import console_data, screen_data

TEXT = {"text": "Ik klop eerst aan"}


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """A closing that runs, at its question."""
    added = meetings.add_activity(store, meeting, "closing", closing.EXERCISE.sample.to_json(), 40)
    running.start(store, added)
    return added


def guest(store: Store, meeting: str, token: str = "gast") -> GuestSeat:
    found = guests.join(store, meeting, token)
    return GuestSeat(store, meetings.room(store, meeting).meeting, token, found)


def page(store: Store, seat: GuestSeat) -> Json:
    with store.read() as db:
        return seat.data(db, moments.at(store, db, seat.meeting.id))


def answer(seat: GuestSeat, activity: str, text: str, number: int = 1, slot: str = "ask.take"
) -> None:  # fmt: skip
    seat.receive({"kind": "answer", "id": f"{seat.person_id}.{number}", "activity": activity,
                  "slot": slot, "payload": {"text": text}})  # fmt: skip


def test_a_closing_without_results_begins_at_its_question(
    store: Store, meeting: str, activity: str
) -> None:
    shown = page(store, guest(store, meeting))
    assert shown["guest"] and shown["scene"]["data"]["ask"]["key"] == "ask"
    assert shown["scene"]["step"]["total"] == 1


def test_a_guest_answers_changes_and_takes_it_back(
    store: Store, meeting: str, activity: str
) -> None:
    seat = guest(store, meeting)
    for number, text in enumerate(("Eerst dit", "Dan dat", ""), start=1):
        answer(seat, activity, text, number)
        assert page(store, seat)["scene"]["data"]["ask"]["text"] == text
    assert screen_data(store, seat.meeting)["scene"]["data"]["answered"] == 0


def test_guests_who_gave_nothing_share_one_drawing_and_nobody_elses_answer(
    store: Store, meeting: str, activity: str
) -> None:
    one, other = guest(store, meeting, "a"), guest(store, meeting, "b")
    assert page(store, one)["scene"] is page(store, other)["scene"]
    answer(one, activity, "Alleen van mij")
    assert "Alleen van mij" in json.dumps(page(store, one))
    assert "Alleen van mij" not in json.dumps(page(store, other))


def test_the_phone_of_a_guest_is_sent_nothing_of_the_people_of_the_track(
    store: Store, meeting: str, activity: str, join: Join
) -> None:
    person = join("Annelies", token="token-an")
    sent = json.dumps(page(store, guest(store, meeting)))
    assert "Annelies" not in sent and person not in sent
    room = meetings.room(store, meeting)
    assert not any(one.name in sent or one.id in sent for one in room.organisations)


def test_exercises_without_guests_never_see_them(store: Store, meeting: str, activity: str) -> None:
    added = meetings.add_activity(store, meeting, "line", line.EXERCISE.sample.to_json(), 40)
    seat = guest(store, meeting)
    running.start(store, added)
    assert page(store, seat)["scene"] is None
    with pytest.raises(Refused, match="voor de deelnemers"):
        answer(seat, added, "x", slot="s1.why")
    with store.read() as db:
        here = moments.at(store, db, meeting)
        known = here.room.activity(added)
        assert known is not None and here.context(known, "screen").members == {}


def test_a_guest_may_not_rename_move_or_answer_in_the_name_of_somebody(
    store: Store, meeting: str, activity: str
) -> None:
    seat = guest(store, meeting)
    for name in ("rename_me", "homework", "goto", "order"):
        with pytest.raises(Refused):
            seat.receive({"kind": "act", "id": "x", "name": name, "payload": {"name": "An"}})
    with pytest.raises(Refused):
        answer(seat, activity, "x", slot="line.quote")


def test_who_leaves_is_sent_to_the_door(store: Store, meeting: str, activity: str) -> None:
    seat = guest(store, meeting)
    seat.receive({"kind": "act", "id": "x", "name": "leave", "payload": {}})
    with pytest.raises(Leave):
        page(store, seat)


def test_the_console_counts_guests_and_lists_none(
    store: Store, meeting: str, activity: str
) -> None:
    found = meetings.room(store, meeting).meeting
    for number in range(3):
        answer(guest(store, meeting, f"g{number}"), activity, "Ik klop eerst aan!")
    told = console_data(store, found)
    assert (told["guests"], told["takes_guests"], told["people"]) == (3, True, [])
    assert told["current"]["summary"]["count"] == 3
    (slip,) = told["current"]["console"]["data"]["answers"]["areas"][0]["slips"]
    assert slip["times"] == 3


def test_guests_count_once_their_phone_is_there_or_they_answered(
    store: Store, meeting: str, activity: str
) -> None:
    found = meetings.room(store, meeting).meeting
    hub = Hub(store)
    # Sixty taps on the button of the door by one browser that opens no page.
    seats = [guest(store, meeting, f"g{number}") for number in range(60)]
    assert console_data(store, found, hub)["guests"] == 0
    answer(seats[0], activity, "Ik klop eerst aan!")
    hub.add(seats[1].listener)
    told = console_data(store, found, hub)
    assert told["guests"] == 2
    assert told["current"]["summary"]["total"] == 2
    hub.discard(seats[1].listener)


def test_after_a_restart_who_left_stays_gone_and_who_is_there_counts_again(
    store: Store, meeting: str, activity: str
) -> None:
    found = meetings.room(store, meeting).meeting
    stays, leaves = (guest(store, meeting, one) for one in ("blijft", "vertrekt"))
    leaves.receive({"kind": "act", "id": "x", "name": "leave", "payload": {}})
    # Of a server that began anew nothing is known but what is stored.
    hub = Hub(store)
    assert console_data(store, found, hub)["guests"] == 0
    hub.add(stays.listener)
    # The page of who left asks again too, and is sent to the door.
    hub.add(leaves.listener)
    with pytest.raises(Leave):
        page(store, leaves)
    assert console_data(store, found, hub)["guests"] == 1


def test_a_phone_that_sleeps_for_a_moment_still_counts(
    store: Store, meeting: str, activity: str
) -> None:
    found = meetings.room(store, meeting).meeting
    hub = Hub(store)
    open_page = guest(store, meeting).listener
    before = hub.in_memory(meeting)[AWAY]
    hub.add(open_page)
    # The screen counts whom is waited for, and is drawn anew when a guest comes.
    assert hub.in_memory(meeting)[AWAY] == before + 1
    hub.discard(open_page)
    assert console_data(store, found, hub)["guests"] == 1


def test_a_quote_that_is_withdrawn_leaves_the_screen_at_once_also_from_an_earlier_meeting(
    store: Store, meeting: str, join: Join, track: str
) -> None:
    writer = join("Annelies")
    said = meetings.add_activity(store, meeting, "quotes", quotes.EXERCISE.sample.to_json(), 10)
    running.start(store, said)
    room = meetings.room(store, meeting)
    words = "Onze deur stond niet open."

    def send(slot: str, payload: Json, number: int) -> None:
        running.send(store, room, said, writer, slot, payload, f"w.{number}", by_hand=True)

    send("quote.text", {"text": words}, 1)
    send("quote.consent", {"consent": "names", "text": words}, 2)
    running.close(store, said)
    last = meetings.add(store, track, "Slotmoment")
    meetings.open_doors(store, last)
    shown = meetings.add_activity(store, last, "closing", closing.EXERCISE.sample.to_json(), 10)
    running.start(store, shown)
    there = meetings.room(store, last).meeting
    assert words in json.dumps(screen_data(store, there), ensure_ascii=False)
    with store.read() as db:
        before = moments.at(store, db, last).numbers["results"]
    send("quote.consent", {"consent": "none"}, 3)
    with store.read() as db:
        assert moments.at(store, db, last).numbers["results"] > before
    assert words not in json.dumps(screen_data(store, there), ensure_ascii=False)

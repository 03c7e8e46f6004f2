"""What a phone is sent and may ask."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from exercises import EXERCISES
from exercises.contract import Json
from exercises.engine import moment as moments
from exercises.engine import running
from pages.live import actions
from pages.live.roles.phone import PhoneSeat
from pages.live.seat import Leave
from pages.web.access import device_cookie
from state import meetings, people, tracks
from state.database import Store
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import phone_seat, screen_data


@dataclass
class Device:
    """A phone that has come in, without a browser."""

    store: Store
    code: str
    cookies: dict[str, str]

    def page(self) -> Json:
        seat = self.seat()
        with self.store.read() as db:
            return seat.data(db, moments.at(self.store, db, seat.meeting.id))

    def send(self, **message: object) -> None:
        self.seat().receive(dict(message))

    def seat(self) -> PhoneSeat:
        known = meetings.by_code(self.store, self.code)
        assert known is not None
        return phone_seat(self.store, known, self.cookies[device_cookie(known)])

    def answer(self, at: object, slot: str = "s1.1", identifier: str = "m1") -> None:
        activity = self.page()["scene"]["activity"]
        self.send(kind="answer", id=identifier, activity=activity, slot=slot, payload={"at": at})


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """A line in its stage of choosing."""
    exercise = EXERCISES[0]
    added = meetings.add_activity(store, meeting, exercise.kind, exercise.sample.to_json(), 40)
    running.start(store, added)
    act(store, meeting, "forward", at="1:statement")
    return added


@pytest.fixture
def device(store: Store, meeting: str, join: Join) -> Device:
    join("An", token="token-an")
    found = meetings.room(store, meeting).meeting
    return Device(store, found.code, {device_cookie(found): "token-an"})


def act(store: Store, meeting: str, name: str, **payload: object) -> None:
    actions.receive(store, meeting, {"name": name, "id": "act", "payload": payload})


def test_before_an_exercise_a_phone_waits(device: Device) -> None:
    page = device.page()
    assert page["scene"] is None
    assert page["meeting"]["state"] == "lobby"


def test_an_answer_is_stored_and_shown_on_the_next_page(device: Device, activity: str) -> None:
    device.answer(0.25)
    assert device.page()["scene"]["data"]["at"] == 0.25


def test_the_same_message_twice_stores_once(device: Device, activity: str) -> None:
    device.answer(0.25)
    device.answer(0.75, identifier="m2")
    device.answer(0.25, identifier="m1")
    assert device.page()["scene"]["data"]["at"] == 0.75


@pytest.mark.parametrize("at", [-0.1, 1.1, "0.5", None, True, float("nan"), [0.5]])
def test_a_place_beside_the_line_is_refused(device: Device, activity: str, at: object) -> None:
    with pytest.raises(Refused):
        device.answer(at)


def test_an_answer_to_a_locked_line_is_refused(
    device: Device, activity: str, store: Store, meeting: str
) -> None:
    act(store, meeting, "open", value=False)
    with pytest.raises(Refused, match="vastgezet"):
        device.answer(0.5)


def test_an_answer_to_a_statement_that_has_passed_is_refused(
    device: Device, activity: str, store: Store, meeting: str
) -> None:
    act(store, meeting, "goto", step=2, stage="choose", at="1:choose")
    with pytest.raises(Refused, match="al voorbij"):
        device.answer(0.5, slot="s1.1")


def test_words_may_come_after_the_statement(
    device: Device, activity: str, store: Store, meeting: str
) -> None:
    act(store, meeting, "goto", step=2, stage="choose", at="1:choose")
    device.send(
        kind="answer", id="w", activity=activity, slot="s1.why", payload={"text": "Zo gaat dat."}
    )
    act(store, meeting, "goto", step=1, stage="choose", at="2:choose")
    assert device.page()["scene"]["data"]["why"] == "Zo gaat dat."


def test_a_phone_cannot_write_the_facilitators_note(device: Device, activity: str) -> None:
    with pytest.raises(Refused):
        device.send(
            kind="answer", id="n", activity=activity, slot="s1.note", payload={"text": "hallo"}
        )


def test_a_phone_cannot_steer(device: Device, activity: str, store: Store, meeting: str) -> None:
    with pytest.raises(Refused):
        device.send(kind="act", id="a", name="forward", payload={"at": "1:choose"})
    assert device.page()["scene"]["stage"] == "choose"


def test_a_phone_without_cookie_gets_nothing(
    device: Device, activity: str, store: Store, meeting: str
) -> None:
    seat = device.seat()
    seat.token = "van niemand"
    with pytest.raises(Leave) as left, store.read() as db:
        seat.data(db, moments.at(store, db, meeting))
    assert left.value.address == f"/d/{device.code}?uit=1"
    with pytest.raises(Refused):
        seat.receive({"kind": "answer", "id": "x"})


def test_a_closed_exercise_takes_nothing(
    device: Device, activity: str, store: Store, meeting: str
) -> None:
    act(store, meeting, "close", activity=activity)
    with pytest.raises(Refused, match="gedaan"):
        device.send(kind="answer", id="x", activity=activity, slot="s1.1", payload={"at": 0.5})


def test_nobody_elses_place_travels_to_a_phone(
    device: Device, activity: str, store: Store, meeting: str, join: Join
) -> None:
    other = join("Bo", 1)
    room = meetings.room(store, meeting)
    running.send(store, room, activity, other, "s1.1", {"at": 0.8642}, "b1")
    text = json.dumps(device.page())
    assert "0.8642" not in text
    assert "Bo" not in text


def test_hidden_figures_do_not_travel_to_the_screen(
    device: Device, activity: str, store: Store, meeting: str
) -> None:
    device.answer(0.8642)
    act(store, meeting, "show", value=False)
    page = screen_data(store, meetings.room(store, meeting).meeting)
    assert page["scene"]["data"]["figures"] == []
    assert page["scene"]["data"]["standing"] == 1


@pytest.mark.parametrize("shown_as", ["organisations", "nobody"])
def test_names_do_not_travel_with_the_exercise_when_they_are_hidden(
    device: Device, activity: str, store: Store, meeting: str, shown_as: str
) -> None:
    person = people.attendees(store, meeting)[0].person
    device.answer(0.8642)
    act(store, meeting, "control", key="visibility", value=shown_as)
    page = screen_data(store, meetings.room(store, meeting).meeting)
    scene = json.dumps(page["scene"])
    assert '"An"' not in scene
    assert person.id not in scene
    tiles = {figure["tile"] for figure in page["scene"]["data"]["figures"]}
    assert tiles == ({None} if shown_as == "nobody" else {1})


def test_a_name_can_be_changed_and_not_to_nothing(device: Device) -> None:
    device.send(kind="act", id="r", name="rename_me", payload={"name": "Anne", "function": "mama"})
    assert device.page()["me"]["name"] == "Anne"
    with pytest.raises(Refused, match="leeg"):
        device.send(kind="act", id="q", name="rename_me", payload={"name": " ", "function": ""})


def test_leaving_unties_the_phone(device: Device, store: Store, meeting: str) -> None:
    device.send(kind="act", id="l", name="leave", payload={})
    with store.read() as db:
        found = people.person_of_device(db, meeting, "token-an")
    assert found is None


def taken_over(device: Device, name: str = "An") -> Device:
    """Another phone that took the name up."""
    known = meetings.by_code(device.store, device.code)
    assert known is not None
    house = people.attendees(device.store, known.id)[0].person.organisation_id
    people.join(device.store, known.id, "een andere", house, name, take_over=True)
    return Device(device.store, device.code, {device_cookie(known): "een andere"})


@pytest.mark.parametrize("left", [False, True])
def test_what_was_written_stays_back_until_the_facilitator_settles_a_takeover(
    device: Device, activity: str, store: Store, meeting: str, left: bool
) -> None:
    device.answer(0.25)
    device.send(kind="answer", id="w", activity=activity, slot="s1.why", payload={"text": "stil"})
    if left:
        device.send(kind="act", id="l", name="leave", payload={})
    other = taken_over(device)
    page = other.page()
    assert page["unsettled"]
    assert page["scene"]["data"]["at"] is None and "stil" not in json.dumps(page)
    (attendee,) = people.attendees(store, meeting)
    act(store, meeting, "settle_takeover", id=attendee.person.id)
    page = other.page()
    assert not page["unsettled"]
    assert page["scene"]["data"]["at"] == 0.25 and page["scene"]["data"]["why"] == "stil"


def test_a_phone_that_took_a_name_over_puts_nothing_over_what_it_does_not_see(
    device: Device, activity: str
) -> None:
    device.answer(0.25)
    other = taken_over(device)
    with pytest.raises(Refused, match="Hier schreef je al iets"):
        other.answer(0.75, identifier="m2")
    for number, text in enumerate(("een", "twee")):
        other.send(kind="answer", id=f"n{number}", activity=activity, slot="s1.why",
                   payload={"text": text})  # fmt: skip
        assert other.page()["scene"]["data"]["why"] == text


def test_after_the_meeting_nobody_is_renamed_from_a_phone(
    device: Device, store: Store, meeting: str
) -> None:
    new = {"name": "Anna", "function": ""}
    device.send(kind="act", id="r", name="rename_me", payload=new)
    act(store, meeting, "end_meeting")
    with pytest.raises(Refused, match="gedaan"):
        device.send(kind="act", id="r2", name="rename_me", payload={**new, "name": "Bo"})
    assert [one.person.name for one in people.attendees(store, meeting)] == ["Anna"]


@pytest.mark.parametrize("take_over", [False, True])
def test_a_phone_that_did_not_show_whose_it_is_renames_nobody(
    store: Store, meeting: str, join: Join, take_over: bool
) -> None:
    an = join("An")
    room = meetings.room(store, meeting)
    here = meeting
    if not take_over:
        here = meetings.add(store, room.track.id, "Later")
        meetings.open_doors(store, here)
    house = room.organisations[0].id
    people.join(store, here, "vreemd", house, "An", take_over=take_over)
    seat = phone_seat(store, meetings.room(store, here).meeting, "vreemd")
    message = {"kind": "action", "id": "r", "name": "rename_me",
               "payload": {"name": "Dief", "function": "dief"}}  # fmt: skip
    with pytest.raises(Refused, match="begeleider"):
        seat.receive(message)
    people.settle_takeover(store, here, an)
    seat.receive({**message, "payload": {"name": "An J.", "function": "kok"}})
    assert [one.name for one in tracks.people(store, room.track.id)] == ["An J."]


def test_what_is_typed_comes_along_to_who_the_person_of_a_phone_became(
    device: Device, activity: str, store: Store, meeting: str
) -> None:
    before = device.seat()
    assert before.kept_before == ""
    listed = tracks.add_person(store, house_of(store, meeting), "An Peeters")
    act(store, meeting, "same_person", person=before.person_id, into=listed)
    after = device.seat()
    assert after.keep != before.keep and after.kept_before == before.keep
    # What was on its way is taken in, as of who it is now.
    device.answer(0.5)
    assert device.page()["me"]["name"] == "An Peeters"


def house_of(store: Store, meeting: str) -> str:
    """The organisation of who came in."""
    (one, *_more) = people.attendees(store, meeting)
    return one.person.organisation_id

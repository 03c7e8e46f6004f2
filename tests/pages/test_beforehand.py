"""Filling in before the meeting, over HTTP and on the phone's page: only what the facilitator
opened, only until the meeting opens, and nobody has joined by it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exercises import of_kind
from exercises.contract import Json
from exercises.engine import moment, private, running
from exercises.gift_sequels.model import slot
from exercises.results import GiftSequel
from pages.live.roles.phone import PhoneSeat
from pages.live.seat import Leave
from pages.own import routes as own_page
from pages.web import access
from state import app, attendance, homework, meetings, people, phones, revisions, tracks
from state.database import Store
from state.models import FACILITATOR
from state.problems import Refused
from tests.live_pages import phone_seat
from tests.own_page import link_of
from tests.sequel_track import SequelTrack, sequel_track

TEXT = "De bank staat er al."
ASKS = "Wat deden jullie met het cadeautje van"


@dataclass(frozen=True)
class Ahead:
    """A track with gifts, and a meeting to come with their sequels on its agenda."""

    track: SequelTrack
    store: Store
    meeting: str
    activity: str
    samir: str

    def browser(self) -> TestClient:
        """Samir's own page."""
        found = TestClient(Starlette(routes=list(own_page.ROUTES)), follow_redirects=False)
        address = f"/mijn/{link_of(self.store, self.samir)}"
        assert found.get(address, follow_redirects=True).status_code == 200
        return found

    def token(self, client: TestClient) -> str:
        """What goes on with the sequels from the own page."""
        answer = client.post("/mijn/verder", data={"activity": self.activity})
        assert answer.status_code == 303, answer.text
        meeting = meetings.room(self.store, self.meeting).meeting
        return str(client.cookies.get(access.device_cookie(meeting)))

    def page(self, token: str) -> str:
        """What the phone's page is sent."""
        meeting = meetings.room(self.store, self.meeting).meeting
        with self.store.read() as db:
            seat = phone_seat(self.store, meeting, token)
            return json.dumps(seat.data(db, moment.at(self.store, db, self.meeting)))

    def seat(self, token: str) -> PhoneSeat:
        """The phone's page."""
        return phone_seat(self.store, meetings.room(self.store, self.meeting).meeting, token)

    def writes(self, seat: PhoneSeat, text: str, n: int = 1) -> None:
        """A sequel from the phone's page."""
        payload = {"text": text, "nothing": False, "giver": self.track.houses[1]}
        seat.receive({
            "kind": "answer", "id": f"page.{n}", "activity": self.activity,
            "slot": slot(f"{self.track.exchange}:v1", "text"), "payload": payload,
        })  # fmt: skip


@pytest.fixture
def ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ahead]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    store = app.store()
    made = sequel_track(store)
    track = meetings.room(store, made.meeting).track.id
    meetings.close(store, made.meeting)
    meeting = meetings.add(store, track, "Terugkomdag", "2027-03-11")
    exercise = of_kind("gift_sequels")
    assert exercise is not None
    activity = meetings.add_activity(store, meeting, exercise.kind, exercise.sample.to_json(), 20)
    house = made.houses[0]
    samir = next(one.id for one in tracks.people(store, track) if one.organisation_id == house)
    yield Ahead(made, store, meeting, activity, samir)
    app.store.clear()


def test_nothing_waits_until_the_facilitator_opens_it(ahead: Ahead) -> None:
    client = ahead.browser()
    assert ASKS not in client.get("/mijn").text
    assert client.post("/mijn/verder", data={"activity": ahead.activity}).status_code != 303
    homework.allow(ahead.store, ahead.activity, allowed=True)
    assert ASKS in client.get("/mijn").text
    homework.allow(ahead.store, ahead.activity, allowed=False)
    assert ASKS not in client.get("/mijn").text


def test_what_is_written_before_is_there_and_nobody_has_joined(ahead: Ahead) -> None:
    homework.allow(ahead.store, ahead.activity, allowed=True)
    client = ahead.browser()
    token = ahead.token(client)
    assert "De Vensterbank" in ahead.page(token)
    ahead.writes(ahead.seat(token), TEXT)
    assert TEXT in ahead.page(token)
    with ahead.store.read() as db:
        here = moment.at(ahead.store, db, ahead.meeting)
        assert attendance.read_attendees(db, ahead.meeting) == ()
    activity = here.room.activity(ahead.activity)
    assert activity is not None and not here.members
    # Only its organisation reads it, as in the room.
    for role in ("screen", "console"):
        assert TEXT not in str(here.context(activity, role).view)
    assert "Wat deden jullie" in client.get("/mijn/wiemag").text and TEXT in client.get(
        "/mijn/wiemag"
    ).text  # fmt: skip


def test_it_ends_when_the_meeting_opens_and_who_joins_takes_nothing_over(ahead: Ahead) -> None:
    homework.allow(ahead.store, ahead.activity, allowed=True)
    token = ahead.token(ahead.browser())
    seat = ahead.seat(token)
    ahead.writes(seat, TEXT)
    meetings.open_doors(ahead.store, ahead.meeting)
    with pytest.raises(Refused):
        ahead.writes(seat, "Te laat", 2)
    with ahead.store.read() as db, pytest.raises(Leave) as left:
        seat.data(db, moment.at(ahead.store, db, ahead.meeting))
    # To the door, which says nothing of having been inside.
    assert "uit=1" not in str(left.value.address)
    meeting = meetings.room(ahead.store, ahead.meeting).meeting
    with ahead.store.read() as db:
        assert people.person_of_device(db, ahead.meeting, token) is None
    who = people.join(
        ahead.store, meeting.id, "gsm in de zaal", ahead.track.houses[0], "Samir"
    )  # fmt: skip
    assert who == ahead.samir
    with ahead.store.read() as db:
        assert phones.trust(db, meeting.id, "gsm in de zaal").since is None
    running.start(ahead.store, ahead.activity)
    # Anybody can tap a name of the list: what was written at home waits until it is known whose
    # phone it is.
    assert TEXT not in ahead.page("gsm in de zaal")
    phones.confirm_all(ahead.store, ahead.meeting)
    assert TEXT in ahead.page("gsm in de zaal")
    # After the meeting the facilitator says again whether people may go on.
    running.close(ahead.store, ahead.activity)
    meetings.close(ahead.store, ahead.meeting)
    assert ASKS not in ahead.browser().get("/mijn").text


@dataclass(frozen=True)
class InTheHall:
    """The meeting has begun; Samir wrote a sentence at home. `token`: of the phone of somebody who
    tapped the name of a colleague on the list, `topic` what that phone follows."""

    ahead: Ahead
    token: str
    topic: str

    def gift(self) -> Json:
        """The gift of which Samir wrote, as that phone is sent it."""
        found = json.loads(self.ahead.page(self.token))["scene"]["data"]["gifts"]
        return next(one for one in found if one["key"].endswith(":v1"))

    def number(self) -> int:
        """How often that phone was told to show something else."""
        with self.ahead.store.read() as db:
            return revisions.of_meeting(db, self.ahead.meeting).get(self.topic, 0)


@pytest.fixture
def hall(ahead: Ahead) -> InTheHall:
    house = ahead.track.houses[0]
    rita = tracks.add_person(ahead.store, house, "Rita")
    homework.allow(ahead.store, ahead.activity, allowed=True)
    ahead.writes(ahead.seat(ahead.token(ahead.browser())), TEXT)
    meetings.open_doors(ahead.store, ahead.meeting)
    people.join(ahead.store, ahead.meeting, "getikt", house, "Rita")
    running.start(ahead.store, ahead.activity)
    return InTheHall(ahead, "getikt", revisions.person(rita))


def test_what_a_colleague_wrote_at_home_waits_until_the_phone_is_known(hall: InTheHall) -> None:
    assert TEXT not in hall.ahead.page("getikt")
    # It is told that there is something, and whose word is waited for.
    assert hall.gift()["unread"] and json.loads(hall.ahead.page("getikt"))["withheld"]
    before = hall.number()
    phones.confirm_all(hall.ahead.store, hall.ahead.meeting)
    assert hall.number() > before
    assert hall.gift()["text"] == TEXT and not hall.gift()["unread"]


def test_nothing_is_put_over_what_is_not_shown_and_the_rest_goes_on(hall: InTheHall) -> None:
    seat = hall.ahead.seat("getikt")
    with pytest.raises(Refused, match="vulde dit thuis al in"):
        hall.ahead.writes(seat, "Eroverheen", 2)
    other = {"text": "Van in de zaal", "nothing": False, "giver": hall.ahead.track.houses[2]}
    message = {"kind": "answer", "id": "zaal.1", "activity": hall.ahead.activity, "payload": other,
               "slot": slot(f"{hall.ahead.track.exchange}:v2", "text")}  # fmt: skip
    seat.receive(message)
    assert "Van in de zaal" in hall.ahead.page("getikt")
    phones.confirm_all(hall.ahead.store, hall.ahead.meeting)
    hall.ahead.writes(seat, "Aangevuld", 3)
    assert "Aangevuld" in hall.ahead.page("getikt")


def test_what_a_known_colleague_writes_on_in_the_hall_keeps_the_words_of_home(
    hall: InTheHall,
) -> None:
    people.join(hall.ahead.store, hall.ahead.meeting, "Samirs gsm", hall.ahead.track.houses[0],
                "Samir")  # fmt: skip
    people.settle_takeover(hall.ahead.store, hall.ahead.meeting, hall.ahead.samir)
    hall.ahead.writes(hall.ahead.seat("Samirs gsm"), f"{TEXT} En een tafel.", 2)
    assert TEXT in hall.ahead.page("Samirs gsm") and TEXT not in hall.ahead.page("getikt")


def test_what_was_on_the_screen_is_on_every_phone_of_its_organisation(hall: InTheHall) -> None:
    key = f"{hall.ahead.track.exchange}:v1"
    running.send(
        hall.ahead.store, meetings.room(hall.ahead.store, hall.ahead.meeting), hall.ahead.activity,
        FACILITATOR, f"gift.tell:{hall.ahead.track.houses[0]}", {"gift": key}, "console.1",
        by_hand=True,
    )  # fmt: skip
    assert hall.gift()["text"] == TEXT


def test_another_exercise_of_the_meeting_is_not_given_it_either(hall: InTheHall) -> None:
    store = hall.ahead.store
    line = of_kind("line")
    assert line is not None
    other = meetings.add_activity(store, hall.ahead.meeting, "line", line.sample.to_json(), 10)
    for known in (False, True):
        with store.read() as db:
            here = moment.at(store, db, hall.ahead.meeting)
            person = people.person_of_device(db, hall.ahead.meeting, "getikt")
            assert person is not None
            trust = phones.trust(db, hall.ahead.meeting, "getikt")
            activity = here.room.activity(other)
            assert activity is not None
            gate = private.gate(db, trust, activity, person.id)
            me = here.members[person.id]
            context = here.context(activity, "phone", me, gate=gate)
            assert (TEXT in repr(context.track.of(GiftSequel))) is known
        phones.confirm_all(store, hall.ahead.meeting)


def test_an_exercise_that_may_not_be_filled_in_before_stays_shut(ahead: Ahead) -> None:
    other = of_kind("reflection_sheet")
    assert other is not None and not other.beforehand
    shut = meetings.add_activity(ahead.store, ahead.meeting, other.kind, other.sample.to_json(), 30)
    for activity in (shut, ahead.activity):
        homework.allow(ahead.store, activity, allowed=True)
    client = ahead.browser()
    assert client.post("/mijn/verder", data={"activity": shut}).status_code != 303
    token = ahead.token(client)
    meeting = meetings.room(ahead.store, ahead.meeting).meeting
    with pytest.raises(Refused):
        phone_seat(ahead.store, meeting, token).receive({
            "kind": "answer", "id": "page.9", "activity": shut, "slot": "sheet.1-strong",
            "payload": {"text": "Nee"},
        })  # fmt: skip


def test_a_link_that_was_revoked_ends_it_at_once(ahead: Ahead) -> None:
    homework.allow(ahead.store, ahead.activity, allowed=True)
    token = ahead.token(ahead.browser())
    ahead.writes(ahead.seat(token), TEXT)
    with ahead.store.write() as db:
        db.conn.execute("UPDATE own_link SET revoked_at = '2027-01-01T00:00:00+00:00'")
    with ahead.store.read() as db:
        assert people.person_of_device(db, ahead.meeting, token) is None

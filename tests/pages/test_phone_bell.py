"""The doorbell of a phone: its page, its answers, and nothing that isn't its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import anyio
import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocket

from exercises import EXERCISES
from exercises.contract import Json
from exercises.engine import running
from pages.live import actions
from pages.web import bell, phone_bell
from state import app, meetings, people, tracks
from state.database import Store
from state.live import Listener
from state.models import Meeting
from state.revisions import TABLE


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    for shared in (app.store, app.hub, phone_bell.letterbox):
        shared.clear()
    yield app.store()
    phone_bell.letterbox().close()
    for shared in (phone_bell.letterbox, app.hub, app.store):
        shared.clear()


@asynccontextmanager
async def ringing(_app: Any) -> AsyncIterator[None]:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(app.hub().run)
        yield
        tasks.cancel_scope.cancel()


@pytest.fixture
def client(served: Store) -> Iterator[TestClient]:
    routes = [WebSocketRoute("/bell/{code}", bell.ring)]
    with TestClient(Starlette(routes=routes, lifespan=ringing)) as opened:
        yield opened


@pytest.fixture
def meeting(served: Store) -> Meeting:
    """A meeting in which the first exercise takes answers."""
    track = tracks.add_track(served, "Samen")
    for name in ("De Brug", "De Kade"):
        tracks.add_organisation(served, track, name)
    found = meetings.add(served, track, "Kick-off")
    meetings.open_doors(served, found)
    exercise = EXERCISES[0]
    added = meetings.add_activity(served, found, exercise.kind, exercise.sample.to_json(), 40)
    running.start(served, added)
    act(served, found, "forward", at="1:statement")
    return meetings.room(served, found).meeting


def act(store: Store, meeting: str, name: str, **payload: object) -> None:
    actions.receive(store, meeting, {"name": name, "id": "act", "payload": payload})


def come_in(store: Store, meeting: Meeting, name: str, organisation: int = 0) -> str:
    token = f"gsm van {name}"
    house = tracks.organisations(store, meeting.track_id)[organisation].id
    people.join(store, meeting.id, token, house, name)
    return token


def line(client: TestClient, meeting: Meeting, token: str) -> WebSocketTestSession:
    client.cookies.set(f"odv_{meeting.code}", token)
    return client.websocket_connect(f"/bell/{meeting.code}?als=phone")


def next_frame(socket: WebSocketTestSession, kind: str) -> Json:
    """The next frame of that kind; others that come before it are left aside."""
    while True:
        frame: Json = json.loads(socket.receive_text())
        if kind in frame:
            return dict(frame[kind]) if isinstance(frame[kind], dict) else frame


def answer(store: Store, meeting: Meeting, identifier: str, at: object) -> Json:
    current = meetings.room(store, meeting.id).current
    assert current is not None
    return {
        "kind": "answer", "id": identifier, "activity": current.id, "slot": "s1.1",
        "payload": {"at": at},
    }  # fmt: skip


def test_it_first_tells_where_the_meeting_is(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        told = next_frame(socket, "numbers")
    assert told["steps"] > 0
    assert "results" not in told


def test_an_answer_is_confirmed_when_it_is_stored_and_the_page_follows(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        socket.send_text(json.dumps({"outbox": [answer(served, meeting, "m1", 0.25)]}))
        assert next_frame(socket, "acks") == {"m1": {"ok": True}}
        assert next_frame(socket, "page")["scene"]["data"]["at"] == 0.25


def test_what_can_not_be_is_refused_in_a_sentence(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        socket.send_text(json.dumps({"outbox": [answer(served, meeting, "m1", 7)]}))
        assert "naast de lijn" in next_frame(socket, "acks")["m1"]["refused"]


def test_a_step_brings_the_page_by_itself(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        next_frame(socket, "numbers")
        act(served, meeting.id, "forward", at="1:choose")
        assert next_frame(socket, "page")["scene"]["stage"] == "talk"


def test_who_asks_gets_the_page_with_the_number_of_the_question(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        socket.send_text(json.dumps({"ask": 41}))
        assert next_frame(socket, "page")["heard"] == 41


@pytest.mark.parametrize(
    "rubbish",
    [
        "", "{", "[]", "3", '{"outbox": 3}', '{"outbox": [1, {"id": 4}]}', '{"ask": "x"}',
        '{"ask": 1' + "0" * 30 + "}", "[" * 5000,
    ],
)  # fmt: skip
def test_rubbish_is_left_aside_and_the_line_stays_open(
    client: TestClient, served: Store, meeting: Meeting, rubbish: str
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        socket.send_text(rubbish)
        socket.send_text('{"ping": 1}')
        assert next_frame(socket, "pong")["pong"] == 1


def test_who_was_taken_out_is_led_to_the_door(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        next_frame(socket, "numbers")
        (somebody,) = people.attendees(served, meeting.id)
        people.remove(served, meeting.id, somebody.person.id)
        assert next_frame(socket, "page")["go"] == f"/d/{meeting.code}?uit=1"


def test_a_stranger_gets_no_page_but_the_door(client: TestClient, meeting: Meeting) -> None:
    with line(client, meeting, "van niemand") as socket:
        assert next_frame(socket, "page") == {"go": f"/d/{meeting.code}?uit=1"}
        assert socket.receive()["code"] == bell.UNKNOWN


def test_a_step_does_not_wait_for_what_others_lay(
    served: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phone_bell, "_TABLE_PACE", 3600.0)

    async def told() -> None:
        listener = Listener(meeting.id, frozenset({TABLE, "steps"}), "an", "phone")
        bell_of_an = phone_bell.PhoneBell(cast(WebSocket, None), meeting, "gsm", listener)
        waiting = asyncio.create_task(bell_of_an._at_leisure())
        listener.ring({TABLE: 2})
        await asyncio.sleep(0)
        assert not waiting.done()
        listener.ring({"steps": 3})
        await asyncio.wait_for(waiting, 5)

    asyncio.run(told())

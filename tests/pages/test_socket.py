"""The socket of live pages: pages, acknowledgements, and nothing that isn't one's own."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, cast

import anyio
import pytest
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocket

from exercises import EXERCISES
from exercises.contract import Json
from exercises.engine import running
from pages.live import actions, requests, roles, socket
from pages.live.roles.phone import PhoneSeat
from pages.web import assets
from pages.web.access import FACILITATOR_COOKIE, screen_key
from state import access, app, meetings, people, tracks
from state.database import Store
from state.models import Meeting
from state.revisions import TABLE
from tests.live_pages import console_data


@pytest.fixture
def served(data: Store) -> Store:
    """The store that all routes use."""
    return data


@asynccontextmanager
async def ringing(_app: Any) -> AsyncIterator[None]:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(app.hub().run)
        yield
        tasks.cancel_scope.cancel()


@pytest.fixture
def client(served: Store) -> Iterator[TestClient]:
    routes = [
        WebSocketRoute("/live/{code}", socket.connect),
        Route("/live/{code}", requests.answer, methods=["POST"]),
    ]
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


def address(meeting: Meeting, role: str = "phone", **more: object) -> str:
    asked = {"als": role, "versie": assets.fingerprint(), **more}
    return f"/live/{meeting.code}?" + "&".join(f"{key}={value}" for key, value in asked.items())


def line(client: TestClient, meeting: Meeting, token: str, **more: Any) -> WebSocketTestSession:
    client.cookies.set(f"odv_{meeting.code}", token)
    return client.websocket_connect(address(meeting, **more))


def next_frame(socket: WebSocketTestSession, kind: str) -> Any:
    """What the next frame of that kind holds; others that come before it are left aside."""
    while True:
        frame: Json = json.loads(socket.receive_text())
        if kind in frame:
            return frame[kind]


def answer(store: Store, meeting: Meeting, identifier: str, at: object) -> Json:
    current = meetings.room(store, meeting.id).current
    assert current is not None
    return {
        "kind": "answer", "id": identifier, "activity": current.id, "slot": "s1.1",
        "payload": {"at": at},
    }  # fmt: skip


def test_the_page_comes_first(client: TestClient, served: Store, meeting: Meeting) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        page = json.loads(socket.receive_text())["page"]
    assert page["data"]["me"]["name"] == "An"
    assert page["rev"] > 0 and page["mark"] and page["server"]


def test_who_has_the_newest_page_is_told_only_that(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    token = come_in(served, meeting, "An")
    with line(client, meeting, token) as socket:
        page = next_frame(socket, "page")
    with line(client, meeting, token, heb=page["mark"], rev=page["rev"]) as socket:
        assert json.loads(socket.receive_text()) == {"current": True}


def test_who_is_ahead_of_the_data_takes_the_page_all_the_same(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An"), heb="9.9", rev=999) as socket:
        assert next_frame(socket, "page")["force"]


@pytest.mark.parametrize("rev", ["-1", "x", "1" * 40, "²", "1.5", ""])
def test_an_unreadable_revision_is_none(
    client: TestClient, served: Store, meeting: Meeting, rev: str
) -> None:
    with line(client, meeting, come_in(served, meeting, "An"), heb="a", rev=rev) as socket:
        assert "force" not in next_frame(socket, "page")


def test_a_page_of_another_version_reloads_itself(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    token = come_in(served, meeting, "An")
    with line(client, meeting, token, versie="gisteren") as socket:
        assert json.loads(socket.receive_text()) == {"reload": True}
        assert next_frame(socket, "page")


def test_an_answer_is_confirmed_when_it_is_stored_and_the_page_follows(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        first = next_frame(socket, "page")
        socket.send_text(json.dumps({"messages": [answer(served, meeting, "m1", 0.25)]}))
        assert next_frame(socket, "acks") == {"m1": {"ok": True}}
        page = next_frame(socket, "page")
    assert page["data"]["scene"]["data"]["at"] == 0.25
    assert page["rev"] > first["rev"] and page["seq"] > first["seq"]


def test_what_is_said_before_the_first_page_is_heard(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    for number in range(10):
        token = come_in(served, meeting, f"An {number}")
        with line(client, meeting, token) as socket:
            socket.send_text(json.dumps({"messages": [answer(served, meeting, token, 0.5)]}))
            assert next_frame(socket, "acks") == {token: {"ok": True}}


@pytest.mark.parametrize("role", ["phone", "console"])
def test_what_is_said_before_the_seat_is_known_is_heard(
    client: TestClient, served: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    known = roles.seat_at

    def late(connection: Any, found: Meeting | None) -> Any:
        time.sleep(0.05)
        return known(connection, found)

    monkeypatch.setattr(roles, "seat_at", late)
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    with line(client, meeting, come_in(served, meeting, "An"), role=role) as socket:
        asked = {"id": "m1", "kind": "act", "name": "remote_link", "payload": {}}
        socket.send_text(json.dumps({"messages": [asked], "ping": 1}))
        assert next_frame(socket, "pong")
        assert "m1" in next_frame(socket, "acks")


def test_a_phone_that_lost_its_name_is_not_present_though_it_stays_open(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        next_frame(socket, "page")
        assert len(app.hub().present(meeting.id)) == 1
        (somebody,) = people.attendees(served, meeting.id)
        people.remove(served, meeting.id, somebody.person.id)
        next_frame(socket, "go")
        assert app.hub().present(meeting.id) == set()


def sent_home(meeting: Meeting) -> list[bool]:
    """Who of the hall is shown as gone home, after a restart of the server."""
    for shared in (app.hub, app.store):
        shared.clear()
    return [one["home"] for one in console_data(app.store(), meeting, app.hub())["people"]]


def test_who_went_home_stays_so_over_a_restart_until_the_phone_is_opened(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    token = come_in(served, meeting, "An")
    (an,) = people.attendees(served, meeting.id)
    act(served, meeting.id, "went_home", person=an.person.id, value=True)
    assert sent_home(meeting) == [True]
    counted = console_data(app.store(), meeting, app.hub())["current"]["summary"]
    assert (counted["count"], counted["total"]) == (0, 0)
    with line(client, meeting, token) as socket:
        next_frame(socket, "page")
        assert sent_home(meeting) == [False]


def test_a_phone_that_goes_on_asking_does_not_bring_back_who_went_home(
    client: TestClient, served: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "_LONGEST_WAIT", 0.05)
    client.cookies.set(f"odv_{meeting.code}", come_in(served, meeting, "An"))
    (an,) = people.attendees(served, meeting.id)

    def asks() -> bool:
        client.post(address(meeting, wacht=1), json={})
        return people.attendees(served, meeting.id)[0].home

    asks()
    act(served, meeting.id, "went_home", person=an.person.id, value=True)
    assert asks()
    app.hub.clear()  # it was away for long
    assert not asks()


def test_sockets_without_rights_are_no_screens(client: TestClient, meeting: Meeting) -> None:
    for role in ("screen", "phone", "console"):
        with client.websocket_connect(address(meeting, role, s="geraden")) as socket:
            next_frame(socket, "go")
            assert app.hub().screens(meeting.id) == 0 and app.hub().listening() == 0


def test_sending_twice_stores_once(client: TestClient, served: Store, meeting: Meeting) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        for at in (0.25, 0.75):
            socket.send_text(json.dumps({"messages": [answer(served, meeting, "m1", at)]}))
            assert next_frame(socket, "acks") == {"m1": {"ok": True}}
        assert next_frame(socket, "page")["data"]["scene"]["data"]["at"] == 0.25


def test_what_can_not_be_is_refused_in_a_sentence(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        socket.send_text(json.dumps({"messages": [answer(served, meeting, "m1", 7)]}))
        assert "naast de lijn" in next_frame(socket, "acks")["m1"]["refused"]


def test_a_step_brings_the_page_by_itself(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        next_frame(socket, "page")
        act(served, meeting.id, "forward", at="1:choose")
        assert next_frame(socket, "page")["data"]["scene"]["stage"] == "talk"


@pytest.mark.parametrize(
    "rubbish",
    ["", "{", "[]", "3", '{"messages": 3}', '{"messages": [1, {"id": 4}]}', "[" * 5000],
)
def test_rubbish_is_left_aside_and_the_socket_stays_open(
    client: TestClient, served: Store, meeting: Meeting, rubbish: str
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        socket.send_text(rubbish)
        socket.send_bytes(rubbish.encode())
        socket.send_text('{"ping": 1}')
        assert next_frame(socket, "pong") == 1


def test_a_frame_of_two_megabytes_ends_the_socket(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        next_frame(socket, "page")
        socket.send_text("x" * 2_000_000)
        assert socket.receive()["code"] == 1009


def test_who_was_taken_out_is_led_to_the_door(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with line(client, meeting, come_in(served, meeting, "An")) as socket:
        next_frame(socket, "page")
        (somebody,) = people.attendees(served, meeting.id)
        people.remove(served, meeting.id, somebody.person.id)
        assert next_frame(socket, "go") == f"/d/{meeting.code}?uit=1"
        assert socket.receive()["code"] == socket_left()


@pytest.mark.parametrize(
    ("role", "way_out"),
    [
        ("phone", "/d/{code}?uit=1"), ("screen", "/"), ("remote", "/d"), ("iets", "/d"),
        ("console", "/begeleider?naar=/regie?m={id}"),
    ],
)  # fmt: skip
def test_a_stranger_gets_no_page_of_any_role(
    client: TestClient, meeting: Meeting, role: str, way_out: str
) -> None:
    client.cookies.set(f"odv_{meeting.code}", "van niemand")
    with client.websocket_connect(address(meeting, role)) as socket:
        socket.send_text('{"messages": [{"id": "x", "kind": "act", "name": "start"}]}')
        told = json.loads(socket.receive_text())
        assert told == {"go": way_out.format(code=meeting.code, id=meeting.id)}
        assert socket.receive()["code"] == socket_left()


def test_a_phone_of_another_meeting_is_a_stranger(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    other = meetings.room(served, meetings.add(served, meeting.track_id, "Later")).meeting
    client.cookies.set(f"odv_{other.code}", come_in(served, meeting, "An"))
    with client.websocket_connect(address(other)) as socket:
        assert "go" in json.loads(socket.receive_text())


def test_an_unknown_code_leads_to_where_codes_are_typed(client: TestClient) -> None:
    with client.websocket_connect("/live/XXXX?als=phone") as socket:
        assert json.loads(socket.receive_text()) == {"go": "/d"}


def test_a_screen_shows_and_takes_nothing(client: TestClient, meeting: Meeting) -> None:
    asked = address(meeting, "screen", s=screen_key(meeting))
    with client.websocket_connect(asked) as socket:
        assert next_frame(socket, "page")["data"]["scene"]["stage"] == "choose"
        socket.send_text('{"messages": [{"id": "x", "kind": "act", "name": "pause"}]}')
        assert "refused" in next_frame(socket, "acks")["x"]


def test_an_answer_reaches_screen_and_console(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    token = come_in(served, meeting, "An")
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    screen = client.websocket_connect(address(meeting, "screen", s=screen_key(meeting)))
    console = client.websocket_connect(address(meeting, "console"))
    with screen as seen, console as steered, line(client, meeting, token) as phone:
        phone.send_text(json.dumps({"messages": [answer(served, meeting, "m1", 0.25)]}))
        while not (figures := next_frame(seen, "page")["data"]["scene"]["data"]["figures"]):
            pass
        assert len(figures) == 1
        while next_frame(steered, "page")["data"]["current"]["summary"]["count"] != 1:
            pass


def test_of_two_messages_of_a_console_the_second_sees_the_first(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    moves = [
        {"id": f"c{number}", "kind": "act", "name": "forward", "payload": {"at": at}}
        for number, at in enumerate(("1:choose", "1:talk"))
    ]
    with client.websocket_connect(address(meeting, "console")) as socket:
        socket.send_text(json.dumps({"messages": moves}))
        told = next_frame(socket, "acks")
    assert told == {"c0": {"ok": True}, "c1": {"ok": True}}


def test_the_link_of_a_remote_is_given_to_the_console_that_asked(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    with client.websocket_connect(address(meeting, "console")) as socket:
        asked = {"id": "r", "kind": "act", "name": "remote_link", "payload": {}}
        socket.send_text(json.dumps({"messages": [asked]}))
        told = next_frame(socket, "acks")["r"]
    assert told["ok"] and f"/afstand/{meeting.id}/" in told["url"] and told["qr"]["path"]


def test_signing_out_ends_a_console(client: TestClient, served: Store, meeting: Meeting) -> None:
    token = access.give_pass(served, "facilitator")
    client.cookies.set(FACILITATOR_COOKIE, token)
    with client.websocket_connect(address(meeting, "console")) as socket:
        next_frame(socket, "page")
        access.withdraw(served, token)
        asked = {"id": "r", "kind": "act", "name": "pause", "payload": {"value": True}}
        socket.send_text(json.dumps({"messages": [asked]}))
        assert "aangemeld" in next_frame(socket, "acks")["r"]["refused"]
        act(served, meeting.id, "pause", value=True)
        assert next_frame(socket, "go").startswith("/begeleider")


def test_who_waits_at_the_door_is_told_that_something_changed_and_not_what(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    with client.websocket_connect(address(meeting, "door")) as socket:
        assert json.loads(socket.receive_text()) == {"current": True}
        act(served, meeting.id, "forward", at="1:choose")
        assert json.loads(socket.receive_text()) == {"changed": True}
        socket.send_text('{"messages": [{"id": "x", "kind": "act", "name": "pause"}]}')
        assert "refused" in next_frame(socket, "acks")["x"]


def test_a_step_does_not_wait_for_what_others_lay(
    served: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "_TABLE_PACE", 3600.0)
    token = come_in(served, meeting, "An")
    with served.read() as db:
        person = people.person_of_device(db, meeting.id, token)
    assert person is not None

    async def told() -> None:
        opened = socket.OpenSocket(cast(WebSocket, None), PhoneSeat(served, meeting, token, person))
        waiting = asyncio.create_task(opened._batch_changes())
        opened.listener.notify({TABLE: 2})
        await asyncio.sleep(0)
        assert not waiting.done()
        opened.listener.notify({"steps": 3})
        await asyncio.wait_for(waiting, 5)

    asyncio.run(told())


def post(client: TestClient, asked: str, *messages: Json) -> Json:
    answered = client.post(asked, json={"messages": messages})
    assert answered.status_code == 200
    return dict(answered.json())


def test_plain_requests_bring_the_same_as_the_socket(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    client.cookies.set(f"odv_{meeting.code}", come_in(served, meeting, "An"))
    told = post(client, address(meeting), answer(served, meeting, "m1", 0.25))
    assert told["acks"] == {"m1": {"ok": True}}
    page = told["page"]
    assert page["data"]["scene"]["data"]["at"] == 0.25
    assert post(client, address(meeting, heb=page["mark"], rev=page["rev"])) == {}
    again = post(client, address(meeting), answer(served, meeting, "m1", 0.75))
    assert again["page"]["data"]["scene"]["data"]["at"] == 0.25


def test_a_request_that_waits_is_answered_when_something_changes(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    client.cookies.set(f"odv_{meeting.code}", come_in(served, meeting, "An"))
    page = post(client, address(meeting))["page"]
    waiting = address(meeting, heb=page["mark"], rev=page["rev"], wacht=1)

    async def both() -> Json:
        told = asyncio.create_task(asyncio.to_thread(post, client, waiting))
        await asyncio.sleep(0.3)
        assert not told.done()
        await asyncio.to_thread(act, served, meeting.id, "forward", at="1:choose")
        return await asyncio.wait_for(told, 10)

    assert asyncio.run(both())["page"]["data"]["scene"]["stage"] == "talk"


def test_a_request_that_waits_with_an_old_page_is_answered_at_once(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    client.cookies.set(f"odv_{meeting.code}", come_in(served, meeting, "An"))
    assert "page" in post(client, address(meeting, heb="0.0", rev=0, wacht=1))


def test_a_request_ends_its_waiting_by_itself(
    client: TestClient, served: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "_LONGEST_WAIT", 0.1)
    client.cookies.set(f"odv_{meeting.code}", come_in(served, meeting, "An"))
    page = post(client, address(meeting))["page"]
    assert post(client, address(meeting, heb=page["mark"], rev=page["rev"], wacht=1)) == {}


def test_a_stranger_gets_nothing_by_request_either(client: TestClient, meeting: Meeting) -> None:
    client.cookies.set(f"odv_{meeting.code}", "van niemand")
    assert post(client, address(meeting)) == {"go": f"/d/{meeting.code}?uit=1"}
    assert "go" in post(client, address(meeting, "console"), {"id": "x", "kind": "act"})


def test_a_request_of_two_megabytes_is_refused(
    client: TestClient, served: Store, meeting: Meeting
) -> None:
    client.cookies.set(f"odv_{meeting.code}", come_in(served, meeting, "An"))
    assert client.post(address(meeting), content=b"x" * 2_000_000).status_code == 413


def socket_left() -> int:
    return socket.LEFT

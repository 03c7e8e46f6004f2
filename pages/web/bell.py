"""The doorbell as a websocket: /bell/{code}?als=ROLE&voor=TOPIC,TOPIC.

To screen and console it sends numbers only; a phone also gets its page and sends its answers
along it (phone_bell). Who listens is known from the cookie, so that the console sees who is here.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages.live import phone
from pages.web.access import device_cookie
from pages.web.phone_bell import PhoneBell
from state import meetings, people
from state.app import hub, store
from state.live import PRESENCE, TROUBLE, Listener
from state.models import Meeting, Person
from state.revisions import TOPICS

_TOPICS = frozenset({*TOPICS, PRESENCE, TROUBLE})
UNKNOWN = 4404
# Seconds between two rings at least. A console draws more than a screen, for one pair of eyes.
_PACES = {"screen": 0.08, "console": 0.3}


async def ring(websocket: WebSocket) -> None:
    """Ring until the browser goes. An unknown code is closed with 4404, so it isn't retried."""
    await websocket.accept()
    meeting = await run_in_threadpool(meetings.by_code, store(), websocket.path_params["code"])
    if meeting is None:
        await websocket.close(UNKNOWN)
        return
    if websocket.query_params.get("als") == "phone":
        await _ring_phone(websocket, meeting)
    else:
        await _ring_page(websocket, meeting)


async def _ring_phone(websocket: WebSocket, meeting: Meeting) -> None:
    token = websocket.cookies.get(device_cookie(meeting), "")
    person = await run_in_threadpool(_person, meeting, token)
    if person is None:
        way_out = await run_in_threadpool(_way_out, meeting, token)
        await websocket.send_text(json.dumps({"page": {"go": way_out}}))
        await websocket.close(UNKNOWN)
        return
    listener = Listener(meeting.id, frozenset(phone.topics(person)), person.id, "phone")
    bell = PhoneBell(websocket, meeting, token, listener)
    await _while_open(listener, bell.tell(), bell.listen())


async def _ring_page(websocket: WebSocket, meeting: Meeting) -> None:
    topics = _TOPICS.intersection(websocket.query_params.get("voor", "steps").split(","))
    role = websocket.query_params.get("als", "")
    listener = Listener(meeting.id, topics, None, role, _PACES.get(role, 0.0))
    await _while_open(listener, _tell(websocket, listener), _until_gone(websocket))


async def _while_open(
    listener: Listener, tell: Coroutine[None, None, None], listen: Coroutine[None, None, None]
) -> None:
    hub().add(listener)
    telling = asyncio.create_task(tell)
    try:
        await listen
    finally:
        hub().discard(listener)
        telling.cancel()
        with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
            await telling


async def _tell(websocket: WebSocket, listener: Listener) -> None:
    while True:
        await websocket.send_text(json.dumps({"numbers": await listener.next_ring()}))


async def _until_gone(websocket: WebSocket) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            if "ping" in await websocket.receive_text():
                await websocket.send_text('{"pong":1}')


def _person(meeting: Meeting, token: str) -> Person | None:
    with store().read() as db:
        return people.person_of_device(db, meeting.id, token) if token else None


def _way_out(meeting: Meeting, token: str) -> str:
    with store().read() as db:
        return phone.way_out(db, meeting, token)

"""The doorbell as a websocket: /bell/{code}?als=ROLE&voor=TOPIC,TOPIC.

It sends numbers only. Who listens is known from the cookie, so that the console sees who is here.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages.web.access import device_cookie
from state import meetings, people
from state.app import hub, store
from state.live import PRESENCE, TROUBLE, Listener
from state.models import Meeting
from state.revisions import TOPICS

_TOPICS = frozenset({*TOPICS, PRESENCE, TROUBLE})
UNKNOWN = 4404
# Seconds between two rings at least. A console draws more than a screen, for one pair of eyes.
_PACES = {"screen": 0.08, "console": 0.3}


async def ring(websocket: WebSocket) -> None:
    """Ring until the browser goes. An unknown code is closed with 4404, so it isn't retried."""
    await websocket.accept()
    meeting = await run_in_threadpool(meetings.by_code, store(), websocket.path_params["code"])
    topics = _TOPICS.intersection(websocket.query_params.get("voor", "steps").split(","))
    if meeting is None:
        await websocket.close(UNKNOWN)
        return
    person_id = await run_in_threadpool(_person, websocket, meeting)
    role = websocket.query_params.get("als", "")
    listener = Listener(meeting.id, topics, person_id, role, _PACES.get(role, 0.0))
    hub().add(listener)
    telling = asyncio.create_task(_tell(websocket, listener))
    try:
        await _until_gone(websocket)
    finally:
        hub().discard(listener)
        telling.cancel()
        with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
            await telling


async def _tell(websocket: WebSocket, listener: Listener) -> None:
    while True:
        await websocket.send_text(json.dumps(await listener.next_ring()))


async def _until_gone(websocket: WebSocket) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            await websocket.receive_text()


def _person(websocket: WebSocket, meeting: Meeting) -> str | None:
    if websocket.query_params.get("als") != "phone":
        return None
    token = websocket.cookies.get(device_cookie(meeting))
    if not token:
        return None
    with store().read() as db:
        person = people.person_of_device(db, meeting.id, token)
    return None if person is None else person.id

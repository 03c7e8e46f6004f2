"""Tells an open page of the desk at once that it may not be seen any more.

The page asks by /bureau/toegang?t=TRACK or ?m=MEETING, or neither. It is told once: {"gone": true}.
Every change of who may see what has the pass of its browser judged anew.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages.web import access
from state import access as passes
from state import track_access
from state.app import hub, store
from state.listener import Listener
from state.problems import StateError
from state.revisions import ACCESS, INSTALLATION

PATH = "/bureau/toegang"
_NOT_NOW = 1013


async def watch(websocket: WebSocket) -> None:
    """Serve one page of the desk until its socket closes."""
    await websocket.accept()
    listener = Listener(INSTALLATION, frozenset({ACCESS}))
    try:
        hub().add(listener)
    except StateError:
        await websocket.close(_NOT_NOW)
        return
    telling = asyncio.create_task(_tell(websocket, listener))
    try:
        with suppress(WebSocketDisconnect):
            while True:
                await websocket.receive_text()
    finally:
        hub().discard(listener)
        telling.cancel()
        with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
            await telling


async def _tell(websocket: WebSocket, listener: Listener) -> None:
    # The first change is the state of now: the access may have ended before the page connected.
    while True:
        await listener.next_change()
        if not await run_in_threadpool(_may_stay, websocket):
            await websocket.send_json({"gone": True})
            return


def _may_stay(websocket: WebSocket) -> bool:
    asked = websocket.query_params
    try:
        with store().read() as db:
            who = passes.signed_in(db, websocket.cookies.get(access.FACILITATOR_COOKIE))
            if who is None:
                return False
            track_id: str | None = asked.get("t", "")
            if not track_id and asked.get("m"):
                track_id = track_access.of_meeting(db, asked["m"])
            return not track_id or track_access.may_open(db, who.acting, track_id)
    except StateError:
        # The page itself tells what is wrong with the data.
        return True

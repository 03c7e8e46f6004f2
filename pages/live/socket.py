"""The websocket of every live page: /live/{code}?als=ROLE&versie=VERSION&heb=MARK&rev=REV.

    page -> {"messages": [message, ...]}  what somebody did      <- {"acks": {id: outcome}}
                                          something changed      <- {"page": {...}}
                                          nothing did since MARK <- {"current": true}
    page -> {"ping": 1}                                          <- {"pong": 1}

The server sends the first frame at once, so that a browser can tell within seconds whether the
socket works. The seat (pages/live/roles) decides for each frame what its role may see.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from exercises.contract import Json
from pages.live import page, roles
from pages.live.frames import CURRENT, LONGEST, packed, parsed, seen_by, trouble
from pages.live.inbox import Batch, inbox
from pages.live.outcome import identified
from pages.live.page import PageSeen
from pages.live.seat import Leave, Seat
from pages.web import assets, codes
from state.app import hub
from state.listener import Listener
from state.problems import StateError
from state.revisions import TABLE

LEFT = 4404
_TOO_LONG = 1009
_LATER = 1013
# Changes by other participants (the topic `table`) are batched for phones: the least seconds
# between two pages, and the most pages a second for all phones together. More would delay answers
# and fill the Wi-Fi of the hall.
_TABLE_PACE = 0.5
_TABLE_PAGES = 80
# A phone already shows its own answer, so the page that includes it may come later.
_OWN_PACE = 0.25
# Seconds until a page that failed to render is tried again, even without a change.
_AGAIN = 3.0
# Seconds that a socket is not read whose messages find the queue full.
_BREATH = 1.0


async def connect(websocket: WebSocket) -> None:
    """Serve one page until its socket closes."""
    await websocket.accept()
    try:
        found = await codes.find(websocket, websocket.path_params["code"])
        seat = await run_in_threadpool(roles.seat_at, websocket, found.meeting)
        await run_in_threadpool(seat.opened)
        opened = OpenSocket(websocket, seat)
        hub().add(opened.listener)
    except codes.TooManyCodes:
        await _close_with(websocket, {"trouble": codes.sentence()}, code=_LATER)
        return
    except Leave as leave:
        await _close_with(websocket, {"go": leave.address})
        return
    except StateError as error:
        await _close_with(websocket, {"trouble": error.problem.text}, code=1011)
        return
    pushing = asyncio.create_task(opened.push_pages())
    try:
        await opened.listen()
    finally:
        hub().discard(opened.listener)
        pushing.cancel()
        with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
            await pushing


async def _close_with(websocket: WebSocket, frame: Json, code: int = LEFT) -> None:
    """Send a last frame, and close with this code of the protocol."""
    with suppress(WebSocketDisconnect, RuntimeError):
        await websocket.send_text(packed(frame))
        await websocket.close(code)


class OpenSocket:
    """One open socket."""

    def __init__(self, websocket: WebSocket, seat: Seat) -> None:
        self._socket, self._seat = websocket, seat
        self.listener: Listener = seat.listener
        self._loop = asyncio.get_running_loop()
        self._sending = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._left = False

    async def push_pages(self) -> None:
        """Send the page after each change, until cancelled."""
        known = self._socket.query_params.get("versie", "") == assets.fingerprint()
        if not known and not self._seat.changes_only:
            await self._send({"reload": True})
        # The first notification holds all numbers; compare with what the browser says it shows.
        await self.listener.next_change()
        await self._send_page(seen_by(self._socket))
        while not self._left:
            changed = await self.listener.next_change()
            if set(changed) == {TABLE}:
                await self._batch_changes()
            await self._send_page(None)

    async def listen(self) -> None:
        """Receive messages until the socket closes."""
        with suppress(WebSocketDisconnect):
            while True:
                message = await self._socket.receive()
                if message["type"] == "websocket.disconnect" or self._left:
                    return
                text = message.get("text") or ""
                if len(text) > LONGEST:
                    await self._socket.close(_TOO_LONG)
                    return
                await self._take(text)

    async def _take(self, text: str) -> None:
        frame = parsed(text)
        messages = identified(frame.get("messages"))
        if messages:
            batch = Batch(messages, self._seat.receive, self._confirm_soon, alone=self._seat.steers)
            if not inbox().put(self._seat.sender, batch):
                # Reading on would only cost time that the others need.
                await asyncio.sleep(_BREATH)
        if "ping" in frame:
            await self._send({"pong": 1})

    async def _batch_changes(self) -> None:
        """Batch changes by other participants, until the delay ends or a more urgent change
        arrives."""
        with suppress(TimeoutError):
            async with asyncio.timeout(max(_TABLE_PACE, hub().listening() / _TABLE_PAGES)):
                while set(await self.listener.next_change()) == {TABLE}:
                    pass

    def _confirm_soon(self, acks: Json) -> None:
        with suppress(RuntimeError):  # stopping: the page sends these to the next process
            self._loop.call_soon_threadsafe(self._confirm, acks)

    def _confirm(self, acks: Json) -> None:
        task = self._loop.create_task(self._send({"acks": acks}))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._seat.person_id is not None:
            self._loop.call_later(_OWN_PACE, self.listener.end_wait)

    async def _send_page(self, seen: PageSeen | None) -> None:
        try:
            frame = await page.frame(self._seat, seen)
        except Leave as leave:
            # Without rights it is nobody's page any more, also when the browser leaves it open.
            hub().discard(self.listener)
            self._left = True
            await _close_with(self._socket, {"go": leave.address})
        except Exception as error:
            await self._send({"trouble": trouble(error)})
            self._loop.call_later(_AGAIN, self.listener.end_wait)
        else:
            self.listener.cost = self._seat.cost
            await self._send(frame or CURRENT)

    async def _send(self, frame: Json) -> None:
        async with self._sending:
            with suppress(WebSocketDisconnect, RuntimeError):  # closed: `listen` ends by itself
                await self._socket.send_text(packed(frame))

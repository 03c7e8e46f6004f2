"""The doorbell of a participant's phone, which is also its letterbox and brings it its page.

    phone -> {"outbox": [message, ...]}  what somebody did     <- {"acks": {id: outcome}}
    phone -> {"ask": nonce}              send my page anew     <- {"page": {...}}
                                         something changed     <- {"page": {...}}

Three hundred phones that each ask Streamlit for a run after a step keep the server busy for
seconds; the same page sent along this line costs a fifth of that. Streamlit's own stream brings
the first page, and stays the way round when this line is closed.
"""

from __future__ import annotations

import asyncio
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from exercises.contract import Json
from pages.live import phone
from pages.live.letterbox import Letter, Letterbox
from pages.live.outcome import MOST_NONCE, identified
from pages.live.packing import packed
from state.app import Shared, hub, store
from state.clock import now_ms
from state.live import Listener
from state.models import Meeting
from state.problems import StateError
from state.revisions import TABLE

# One thread makes all pages: only one thread runs Python at a time, and many that wait for their
# turn cost more than the pages.
_pages = ThreadPoolExecutor(1, "odv-pages")
letterbox = Shared(lambda: Letterbox(store()))
# What others lay on the table may reach a phone a little later, many things at once: seconds at
# least, and so many pages a second for all phones together. More would keep answers waiting, and
# the Wi-Fi of a hall busy.
_TABLE_PACE = 0.5
_TABLE_PAGES = 80
# After its own answer a phone has what it sent; the page that goes with it may come at leisure.
_OWN_PACE = 0.25
_LONGEST = 1_000_000
_log = logging.getLogger(__name__)
_TOO_LONG = 1009


class PhoneBell:
    """One phone's line, from opening to closing."""

    def __init__(
        self, websocket: WebSocket, meeting: Meeting, token: str, listener: Listener
    ) -> None:
        self._socket, self._meeting, self._token = websocket, meeting, token
        self._listener = listener
        self._loop = asyncio.get_running_loop()
        self._speaking = asyncio.Lock()
        self._sending: set[asyncio.Task[None]] = set()
        self._asked = 0

    async def tell(self) -> None:
        """Bring the page whenever something changed, until cancelled."""
        # The phone has a page from Streamlit; the numbers tell it whether that is the latest.
        await self._send({"numbers": await self._listener.next_ring()})
        while True:
            numbers = await self._listener.next_ring()
            if set(numbers) == {TABLE}:
                await self._at_leisure()
            await self._bring_page()

    async def _at_leisure(self) -> None:
        """Wait for more of what others lay, until something more urgent comes."""
        with suppress(TimeoutError):
            async with asyncio.timeout(max(_TABLE_PACE, hub().listening() / _TABLE_PAGES)):
                while set(await self._listener.next_ring()) == {TABLE}:
                    pass

    async def listen(self) -> None:
        """Take in what the phone sends, until it goes."""
        with suppress(WebSocketDisconnect):
            while True:
                text = await self._socket.receive_text()
                if len(text) > _LONGEST:
                    await self._socket.close(_TOO_LONG)
                    return
                await self._take(text)

    async def _take(self, text: str) -> None:
        try:
            frame = json.loads(text)
        except (ValueError, RecursionError):
            return
        if not isinstance(frame, dict):
            return
        messages = identified(frame.get("outbox"))
        if messages:
            letterbox().post(self._token, Letter(messages, self._receive, self._tell_soon))
        asked = frame.get("ask")
        if isinstance(asked, int) and 0 <= asked <= MOST_NONCE:
            self._asked = max(self._asked, asked)
            self._listener.wake()
        if "ping" in frame:
            await self._send({"pong": 1})

    def _receive(self, message: Json) -> None:
        phone.receive(store(), self._meeting, self._token, message)

    def _tell_soon(self, acks: Json) -> None:
        with suppress(RuntimeError):  # the server stops: the phone sends it again to the next one
            self._loop.call_soon_threadsafe(self._confirm, acks)

    def _confirm(self, acks: Json) -> None:
        task = self._loop.create_task(self._send({"acks": acks}))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        self._loop.call_later(_OWN_PACE, self._listener.wake)

    async def _bring_page(self) -> None:
        asked = self._asked
        moment = now_ms()
        try:
            page = await self._loop.run_in_executor(
                _pages, phone.anew, store(), self._meeting, self._token
            )
        except Exception as error:
            if not isinstance(error, StateError):
                _log.exception("a phone's page could not be made")
            # A number that no page has: the phone asks again, at its own growing intervals.
            await self._send({"numbers": {"steps": -1}})
            return
        await self._send({"page": {**page, "now": moment, "heard": asked}})

    async def _send(self, frame: Json) -> None:
        text = packed(frame).decode()
        async with self._speaking:
            with suppress(WebSocketDisconnect, RuntimeError):  # gone: `listen` hears it too
                await self._socket.send_text(text)

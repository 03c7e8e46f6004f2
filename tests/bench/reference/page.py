"""A page of the reference in a browser that isn't there, checked against a recording: it reruns
each of its fragments every second with all its widgets, whether or not the last run is done.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.bench.http import AGENT, Browser
from tests.bench.reference import wire

Seen = Callable[[str, float], None]
_LOOKING = ("/_stcore/health", "/_stcore/host-config")


class PollingPage:
    """One open page. `seen(text, moment)` is called for each text that the server draws."""

    def __init__(self, browser: Browser, query: str, seen: Seen) -> None:
        self.browser = browser
        self._query, self._seen = query, seen
        self._socket: ClientConnection | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._widget = self._kind = self._hash = self._fragment = ""
        self._value = 0.0
        self._finished = asyncio.Event()

    async def open(self, timeout: float) -> None:
        """Load the page, without its static files, until its first run has finished."""
        browser = self.browser
        await browser.get(f"/?{self._query}")
        for path in _LOOKING:
            await browser.get(path)
        browser.close()
        words = [Subprotocol(word) for word in wire.subprotocols(browser.cookies)]
        self._socket = await connect(
            f"ws://{browser.host}/_stcore/stream",
            subprotocols=words,
            user_agent_header=AGENT,
            compression=None,
            ping_interval=None,
            max_size=None,
            proxy=None,
            open_timeout=timeout,
        )
        self._start(self._listen(self._socket))
        await self._rerun("")
        await asyncio.wait_for(self._finished.wait(), timeout)

    @property
    def is_open(self) -> bool:
        """Whether it came so far that something can be sent."""
        return self._socket is not None

    async def choose(self, value: float) -> None:
        """Move the slider or number: a rerun of its fragment, or of the page without one."""
        self._value = value
        await self._rerun(self._fragment)

    def close(self) -> None:
        """Drop the socket."""
        for task in tuple(self._tasks):
            task.cancel()

    async def _listen(self, socket: ClientConnection) -> None:
        role, tally = self.browser.role, self.browser.tally
        try:
            while True:
                frame = await socket.recv()
                moment = time.perf_counter()
                tally.frames_received[role] += 1
                message = wire.parse(bytes(frame))  # type: ignore[arg-type]
                kind = message.WhichOneof("type")
                if kind == "delta":
                    self._drawn(message.delta.new_element, moment)
                elif kind == "new_session":
                    self._hash = message.new_session.page_script_hash
                elif kind == "auto_rerun":
                    self._fragment = message.auto_rerun.fragment_id
                    self._start(self._poll(message.auto_rerun.interval))
                elif kind == "script_finished":
                    self._finished.set()
        except ConnectionClosed as closed:
            tally.fail("socket closed", closed)
        except asyncio.CancelledError:
            socket.transport.abort()
            raise

    def _drawn(self, element: Element, moment: float) -> None:
        kind = element.WhichOneof("type")
        if kind == "text":
            self._seen(element.text.body, moment)
        elif kind == "slider" and element.slider.id != self._widget:
            self._widget, self._kind = element.slider.id, "slider"
            self._value = element.slider.default[0]
        elif kind == "number_input" and element.number_input.id != self._widget:
            self._widget, self._kind = element.number_input.id, "number"
            self._value = element.number_input.default
        elif kind == "exception":
            self.browser.tally.fail("exception", element.exception)

    async def _poll(self, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds)
            await self._rerun(self._fragment, polled=True)

    async def _rerun(self, fragment: str, *, polled: bool = False) -> None:
        message: BackMsg = wire.rerun(self.browser.host, "", self._query, self._hash)
        state = message.rerun_script
        state.fragment_id, state.is_auto_rerun = fragment, polled
        if self._widget:
            widget = state.widget_states.widgets.add()
            widget.id = self._widget
            if self._kind == "slider":
                widget.double_array_value.data.append(self._value)
            else:
                widget.int_value = int(self._value)
        self.browser.tally.frames_sent[self.browser.role] += 1
        assert self._socket is not None
        try:
            await self._socket.send(message.SerializeToString())
        except ConnectionClosed:
            self.browser.tally.fail("sent on a closed socket")

    def _start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

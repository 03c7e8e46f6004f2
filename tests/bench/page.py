"""A live page in a browser that isn't there: Streamlit's stream, the doorbell, and what
`pages/browser/runtime/stage.js` does with them. A socket that closes is an error here and is not
opened again.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.bench import wire
from tests.bench.figures import Json
from tests.bench.http import AGENT, Browser
from tests.bench.stage import Outbox, Ringer

# Asked by Streamlit's scripts to find where the app lives: first beside the page, then at the root.
_LOOKING = ("_stcore/health", "_stcore/host-config")


# Seconds after which a page asks whether anybody is there, as bell.js has it.
_QUIET = 25.0


class Page:
    """One open page. `seen(data, moment)` is called for each new data of the component."""

    def __init__(
        self, browser: Browser, name: str, query: str, seen: Callable[[Json, float], None]
    ) -> None:
        self.browser = browser
        self.data: Json = {}
        self._name, self._query, self._seen = name, query, seen
        self._hash = self._component = self._bell_address = ""
        self._stream: ClientConnection | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._first = asyncio.Event()
        self._frame_at = 0.0
        self._bell: ClientConnection | None = None
        self.ringer = Ringer(lambda nonce, again: self._say("ask", nonce, again))
        self.outbox = Outbox(lambda items, again: self._say("outbox", items, again))

    async def open(self, timeout: float = 60) -> None:
        """Load the page as a browser does, without its static files, until its first data."""
        browser = self.browser
        await browser.get(f"/{self._name}?{self._query}")
        for path in _LOOKING:
            await browser.get(f"/{self._name}/{path}", may_fail=True)
        for path in _LOOKING:
            await browser.get(f"/{path}")
        browser.close()
        spoken = [Subprotocol(word) for word in wire.subprotocols(browser.cookies)]
        self._stream = await self._connect("/_stcore/stream", spoken)
        self._start(self._listen(self._stream, self._message))
        self._send(self._rerun())
        await asyncio.wait_for(self._first.wait(), timeout)

    def close(self) -> None:
        """Stop all timers and drop both sockets, as a phone that goes out of reach."""
        self.ringer.close()
        self.outbox.close()
        for task in tuple(self._tasks):
            task.cancel()

    async def _connect(
        self, path: str, subprotocols: list[Subprotocol] | None = None
    ) -> ClientConnection:
        return await connect(
            f"ws://{self.browser.host}{path}",
            subprotocols=subprotocols,
            origin=f"http://{self.browser.host}",  # type: ignore[arg-type]
            additional_headers={"Cookie": self.browser.cookie_header()},
            user_agent_header=AGENT,
            compression=None,
            ping_interval=None,
            max_size=None,
            proxy=None,
            open_timeout=60,
        )

    async def _listen(self, socket: ClientConnection, take: Callable[[Any, float], None]) -> None:
        role, tally = self.browser.role, self.browser.tally
        try:
            while True:
                frame = await socket.recv()
                moment = time.perf_counter()
                tally.frames_received[role] += 1
                take(frame, moment)
        except ConnectionClosed as closed:
            tally.fail("socket closed", closed)
        except asyncio.CancelledError:
            socket.transport.abort()
            raise
        except Exception as error:
            tally.fail("driver", repr(error))
            raise

    async def _ring(self, address: str) -> None:
        self._bell = await self._connect(address)
        self.outbox.resume()
        pinging = asyncio.create_task(self._ping(self._bell))
        try:
            await self._listen(self._bell, self._heard)
        finally:
            pinging.cancel()

    async def _ping(self, socket: ClientConnection) -> None:
        while True:
            await asyncio.sleep(_QUIET)
            if time.perf_counter() - self._frame_at >= _QUIET:
                self.browser.tally.frames_sent["heartbeat"] += 1
                await socket.send('{"ping":1}')

    def _heard(self, frame: str, moment: float) -> None:
        self._frame_at = moment
        heard = json.loads(frame)
        if "pong" in heard:
            self.browser.tally.frames_received[self.browser.role] -= 1
        if "acks" in heard:
            self.outbox.settle(heard["acks"])
            self._acked(heard["acks"], moment)
        if "page" in heard:
            self._page_came(heard["page"], moment)
        if "numbers" in heard:
            self.ringer.rang(heard["numbers"])

    def _acked(self, acks: Json, moment: float) -> None:
        self._seen({**self.data, "acks": acks}, moment)

    def _page_came(self, page: Json, moment: float) -> None:
        if "go" in page:
            self.browser.tally.fail("sent away", page["go"])
            return
        if page["now"] >= self.data["now"]:
            self.data = {**self.data, **page, "acks": {}}
        self.ringer.arrived(self.data["revs"], page["heard"])
        self._seen(self.data, moment)

    def _message(self, frame: bytes, moment: float) -> None:
        message = wire.parse(frame)
        kind = message.WhichOneof("type")
        if kind == "delta":
            self._delta(message, moment)
        elif kind == "navigation":
            self._hash = message.navigation.page_script_hash
        elif kind == "ref_hash":
            # Data holds the time, so no two are the same; were this to come, figures would be off.
            self.browser.tally.fail("ref_hash")
        elif kind in ("page_not_found", "session_event", "auth_redirect"):
            self.browser.tally.fail(kind, message)

    def _delta(self, message: ForwardMsg, moment: float) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.browser.tally.fail("exception", element.exception.message)
        if kind != "bidi_component":
            return
        self._component = element.bidi_component.id
        data = json.loads(element.bidi_component.bytes)
        if "go" in data:
            self.browser.tally.fail("sent away", data["go"])
            return
        self.data = data
        self.outbox.settle(data["acks"])
        if data.get("first"):
            self.outbox.hurry()
        self.ringer.arrived(data["revs"], data["heard"])
        self._seen(data, moment)
        self._first.set()
        if data["bell"] != self._bell_address:
            self._bell_address = data["bell"]
            self._start(self._ring(data["bell"]))

    def _say(self, word: str, value: Any, again: bool) -> None:
        if self.browser.role != "phone" or self._bell is None:
            self._trigger()
            return
        self.browser.tally.frames_sent["phone"] += 1
        frame = json.dumps({word: value}, separators=(",", ":"))
        self._start(self._deliver(self._bell, frame))
        if again:
            self._trigger()

    def _trigger(self) -> None:
        said = {"ask": self.ringer.nonce, "outbox": self.outbox.items}
        self._send(wire.with_trigger(self._rerun(), self._component, "said", said))

    def _rerun(self) -> BackMsg:
        return wire.rerun(self.browser.host, self._name, self._query, self._hash)

    def _send(self, message: BackMsg) -> None:
        self.browser.tally.frames_sent[self.browser.role] += 1
        assert self._stream is not None
        self._start(self._deliver(self._stream, message.SerializeToString()))

    async def _deliver(self, socket: ClientConnection, frame: bytes | str) -> None:
        try:
            await socket.send(frame)
        except ConnectionClosed:
            self.browser.tally.fail("sent on a closed socket")

    def _start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

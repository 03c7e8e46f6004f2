"""A live page in a browser that isn't there: its HTML with the first data, then its websocket.

What pages/browser/runtime does with frames is done here too, without drawing. A socket that closes
is an error here and is not opened again.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from urllib.parse import quote

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.bench.figures import Json
from tests.bench.http import AGENT, Browser
from tests.bench.outbox import Outbox

# Seconds after which a page asks whether anybody is there, as runtime/socket.js has it.
_QUIET = 20.0
_BOOT = '<script type="application/json" id="boot">'
# The topics in the mark of a screen, in its order.
_OF_SCREEN = ("people", "results", "steps")


class Page:
    """One open page. `seen(data, moment)` is called for each page and for acknowledgements.

    `data` is what the view would draw, with `keep`, `now`, `acks` and, on a screen, `revs`, the
    numbers of what it follows.
    """

    def __init__(
        self, browser: Browser, name: str, query: str, seen: Callable[[Json, float], None]
    ) -> None:
        self.browser = browser
        self.data: Json = {}
        self._name, self._query, self._seen = name, query, seen
        self._page: Json = {}
        self._keep = ""
        self._tasks: set[asyncio.Task[None]] = set()
        self._frame_at = 0.0
        self._socket: ClientConnection | None = None
        # Set once the socket is open.
        self.connected = asyncio.Event()
        self.outbox = Outbox(self._say)

    async def open(self) -> None:
        """Load the page as a browser does, without its static files, and open its socket."""
        answer = await self.browser.get(f"/{self._name}?{self._query}")
        self.browser.close()
        text = answer.text()
        if _BOOT not in text:
            self.browser.tally.fail("no page", text[:300])
            raise OSError("no page")
        boot = json.loads(text.partition(_BOOT)[2].partition("</script>")[0])
        self._keep = boot["keep"]
        self._page_came(boot["page"], time.perf_counter())
        asked = f"versie={boot['version']}&heb={quote(self._page['mark'])}&rev={self._page['rev']}"
        self._start(self._talk(f"{boot['address']}&{asked}"))

    def close(self) -> None:
        """Stop all timers and drop the socket, as a phone that goes out of reach."""
        self.outbox.close()
        for task in tuple(self._tasks):
            task.cancel()

    async def _talk(self, address: str) -> None:
        self._socket = await connect(
            f"ws://{self.browser.host}{address}",
            origin=f"http://{self.browser.host}",  # type: ignore[arg-type]
            additional_headers={
                "Cookie": self.browser.cookie_header(),
                "X-Forwarded-For": self.browser.address,
            },
            user_agent_header=AGENT,
            compression=None,
            ping_interval=None,
            max_size=None,
            proxy=None,
            open_timeout=60,
        )
        self.connected.set()
        self.outbox.resume()
        pinging = asyncio.create_task(self._ping(self._socket))
        try:
            await self._listen(self._socket)
        finally:
            pinging.cancel()

    async def _listen(self, socket: ClientConnection) -> None:
        role, tally = self.browser.role, self.browser.tally
        try:
            while True:
                frame = await socket.recv()
                moment = time.perf_counter()
                tally.frames_received[role] += 1
                self._heard(json.loads(frame), moment)
        except ConnectionClosed as closed:
            tally.fail("socket closed", closed)
        except asyncio.CancelledError:
            socket.transport.abort()
            raise
        except Exception as error:
            tally.fail("driver", repr(error))
            raise

    async def _ping(self, socket: ClientConnection) -> None:
        while True:
            await asyncio.sleep(_QUIET)
            if time.perf_counter() - self._frame_at >= _QUIET:
                self.browser.tally.frames_sent["heartbeat"] += 1
                await socket.send('{"ping":1}')

    def _heard(self, frame: Json, moment: float) -> None:
        self._frame_at = moment
        if "pong" in frame:
            self.browser.tally.frames_received[self.browser.role] -= 1
        for wrong in ("go", "reload", "trouble"):
            if wrong in frame:
                self.browser.tally.fail(wrong, frame[wrong])
        if "acks" in frame:
            self.outbox.settle(frame["acks"])
            self._seen({**self.data, "acks": frame["acks"]}, moment)
        if "page" in frame:
            self._page_came(frame["page"], moment)

    def _page_came(self, page: Json, moment: float) -> None:
        known = self._page
        if known and (page["rev"], page["seq"]) <= (known["rev"], known["seq"]):
            self.browser.tally.fail("an older page came later", page["rev"])
            return
        self._page = page
        numbers = page["mark"].split(".")
        revs = dict(zip(_OF_SCREEN, map(int, numbers[:3]), strict=False))
        self.data = {
            **page["data"], "keep": self._keep, "now": page["now"], "acks": {},
            **({"revs": revs} if self.browser.role == "screen" else {}),
        }  # fmt: skip
        self._seen(self.data, moment)

    def _say(self, messages: list[Json]) -> None:
        if self._socket is None:
            return
        self.browser.tally.frames_sent[self.browser.role] += 1
        frame = json.dumps({"messages": messages}, separators=(",", ":"))
        self._start(self._deliver(self._socket, frame))

    async def _deliver(self, socket: ClientConnection, frame: str) -> None:
        try:
            await socket.send(frame)
        except ConnectionClosed:
            self.browser.tally.fail("sent on a closed socket")

    def _start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

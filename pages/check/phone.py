"""A phone that isn't there: it comes in by the door, keeps its socket open, and answers."""

from __future__ import annotations

import asyncio
import json
from http.client import HTTPConnection, HTTPResponse
from time import perf_counter
from urllib.parse import urlencode

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from exercises.contract import Json

_BOOT = '<script type="application/json" id="boot">'
_PATIENCE = 15.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class ServedBadly(Exception):
    """The server did not do for a phone what it should."""


class SimulatedPhone:
    """One phone at a server on `port` of this laptop."""

    def __init__(self, port: int, code: str, number: int) -> None:
        self._port, self._code, self._number = port, code, number
        self._socket: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None
        self._acks: dict[str, asyncio.Future[Json]] = {}
        self._paged = asyncio.Event()
        self._sent = 0

    async def come_in(self, organisation: str) -> float:
        """Join as somebody of an organisation, and open the socket; gives the seconds it took.

        Raises ServedBadly.
        """
        began = perf_counter()
        try:
            cookie, boot = await asyncio.to_thread(self._join, organisation)
            self._socket = await connect(
                f"ws://127.0.0.1:{self._port}{boot['address']}&versie={boot['version']}",
                origin=f"http://127.0.0.1:{self._port}",  # type: ignore[arg-type]
                additional_headers={"Cookie": cookie}, compression=None, proxy=None,
                open_timeout=_PATIENCE,
            )  # fmt: skip
        except (OSError, WebSocketException, ValueError, TimeoutError) as error:
            raise ServedBadly(repr(error)) from error
        self._listening = asyncio.create_task(self._listen(self._socket))
        return perf_counter() - began

    async def answer(self, activity: str, slot: str, payload: Json) -> float:
        """Send an answer; gives the seconds until it is saved. Raises ServedBadly."""
        if self._socket is None:
            raise ServedBadly("not in")
        began = perf_counter()
        self._sent += 1
        key = f"proef{self._number:04}.{self._sent:015d}"
        message = {
            "id": key, "kind": "answer", "activity": activity, "slot": slot, "payload": payload,
        }  # fmt: skip
        told = self._acks[key] = asyncio.get_running_loop().create_future()
        try:
            await self._socket.send(json.dumps({"messages": [message]}))
            async with asyncio.timeout(_PATIENCE):
                ack = await told
        except (OSError, WebSocketException, TimeoutError) as error:
            raise ServedBadly(repr(error)) from error
        if not ack.get("ok"):
            raise ServedBadly(str(ack))
        return perf_counter() - began

    def expect_page(self) -> None:
        """From now on `page_came` waits for a new page."""
        self._paged.clear()

    async def page_came(self) -> float:
        """Wait for a new page; gives the moment it came. Raises ServedBadly."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._paged.wait()
        except TimeoutError as error:
            raise ServedBadly("no page came") from error
        return perf_counter()

    async def leave(self) -> None:
        """Close the socket."""
        if self._listening is not None:
            self._listening.cancel()
        if self._socket is not None:
            self._socket.transport.abort()

    def _join(self, organisation: str) -> tuple[str, Json]:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            form = {"organisation": organisation, "name": f"Proef {self._number}"}
            connection.request("GET", f"/d/{self._code}")
            given = _cookie_of(connection.getresponse())
            headers = {**_FORM, "Cookie": given}
            connection.request("POST", f"/d/{self._code}", urlencode(form), headers)
            cookie = _cookie_of(connection.getresponse()) or given
            connection.request("GET", f"/gsm?d={self._code}", headers={"Cookie": cookie})
            text = connection.getresponse().read().decode()
        finally:
            connection.close()
        boot: Json = json.loads(text.partition(_BOOT)[2].partition("</script>")[0])
        return cookie, boot

    async def _listen(self, socket: ClientConnection) -> None:
        async for frame in socket:
            heard = json.loads(frame)
            for key, ack in heard.get("acks", {}).items():
                if (told := self._acks.pop(key, None)) is not None and not told.done():
                    told.set_result(ack)
            if "page" in heard:
                self._paged.set()


def _cookie_of(answer: HTTPResponse) -> str:
    """The cookie that an answer gives, as it is sent back; reads the answer to its end."""
    answer.read()
    return (answer.getheader("Set-Cookie") or "").partition(";")[0]

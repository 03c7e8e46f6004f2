"""The plain requests of one browser: a kept connection and cookies. Light, since 300 of them
share a machine with the server they measure.
"""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from http.cookies import SimpleCookie
from itertools import count
from urllib.parse import urlencode

from tests.bench.figures import Tally

# What Chromium on a phone says of itself; the server reads only a few of these.
AGENT = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/131.0.0.0 Mobile Safari/537.36"
)
_HEADERS = f"User-Agent: {AGENT}\r\nAccept-Encoding: gzip, deflate\r\nAccept-Language: nl-BE,nl\r\n"
_REFUSED = 400
# The server believes what its proxy says, and the bench is one.
PROXY = {"ODV_PROXY": "127.0.0.1"}
_numbers = count(1)


@dataclass(frozen=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    def text(self) -> str:
        """The body as text, unpacked."""
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode("utf-8", "replace")


class Browser:
    """Sends one request after another and keeps cookies."""

    def __init__(self, host: str, role: str, tally: Tally) -> None:
        self.host = host
        self.role = role
        self.tally = tally
        self.cookies: dict[str, str] = {}
        # An address of its own, as phones on a network have: limits count for each address.
        number = next(_numbers)
        self.address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    def cookie_header(self) -> str:
        """All cookies as a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def get(self, path: str, *, may_fail: bool = False) -> Answer:
        """GET; a status of 400 or more is an error, unless `may_fail`."""
        return await self._send("GET", path, b"", may_fail)

    async def post(self, path: str, form: dict[str, str]) -> Answer:
        """POST a form; a redirect is given back, not followed."""
        return await self._send("POST", path, urlencode(form).encode(), False)

    def close(self) -> None:
        """Let the connection go."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def _send(self, method: str, path: str, body: bytes, may_fail: bool) -> Answer:
        self.tally.requests[self.role] += 1
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\n{_HEADERS}"
        head += f"X-Forwarded-For: {self.address}\r\n"
        if self.cookies:
            head += f"Cookie: {self.cookie_header()}\r\n"
        if method == "POST":
            head += (
                "Content-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(body)}\r\nOrigin: http://{self.host}\r\n"
            )
        answer = await self._exchange(head.encode() + b"\r\n" + body)
        if answer.status >= _REFUSED and not may_fail:
            self.tally.fail(f"http {answer.status}", f"{method} {path}")
        return answer

    async def _exchange(self, request: bytes) -> Answer:
        if self._streams is None:
            host, _colon, port = self.host.partition(":")
            self._streams = await asyncio.open_connection(host, int(port))
        reader, writer = self._streams
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status = int(head[0].split(" ")[1])
        headers: dict[str, str] = {}
        for line in filter(None, head[1:]):
            name, _colon, value = line.partition(":")
            headers[name.lower()] = value.strip()
            if name.lower() == "set-cookie":
                self._keep(value.strip())
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        return Answer(status, headers, body)

    def _keep(self, header: str) -> None:
        for name, morsel in SimpleCookie(header).items():
            self.cookies[name] = morsel.value

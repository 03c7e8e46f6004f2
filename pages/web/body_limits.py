"""Middleware that limits how long and how large the body of a request may be.

A body has to arrive in time and may not be larger than its route takes: hundreds of requests that
never end would otherwise be held.
"""

from __future__ import annotations

import asyncio
from time import monotonic

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.web.error_pages import TOO_LARGE, TOO_SLOW, refusal

# Seconds between two parts of a body, and for all of it: a photo on slow Wi-Fi takes a minute.
_SILENCE = 15.0
_LONGEST = 120.0
# Bytes of a form or of messages; photos and the facilitator's uploads have limits of their own.
_MOST_BYTES = 1_000_000
_OWN_LIMIT = ("/beeld/", "/_stcore/")
_PHOTO = "/foto"


class _Broken(Exception):
    """The body is no good; `status` tells why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class BodyLimits:
    """Limits how long and how large the body of a request may be."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass requests on; answer 408 or 413 for those that go beyond the limits."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        body = _Body(receive, limited=not _has_own(scope["path"]))
        try:
            await self._app(scope, body.receive, send)
        except _Broken as broken:
            await refusal(Headers(scope=scope), broken.status)(scope, receive, send)
        except ClientDisconnect:
            return


def _has_own(path: str) -> bool:
    """Whether the route at a path takes more, and stops by itself."""
    return path.startswith(_OWN_LIMIT) or path.endswith(_PHOTO)


class _Body:
    def __init__(self, receive: Receive, *, limited: bool) -> None:
        self._receive = receive
        self._limited = limited
        self._size = 0
        self._until = monotonic() + _LONGEST
        self._complete = False

    async def receive(self) -> Message:
        """The next part; raises when it is late or too much. After the body nothing is late."""
        if self._complete:
            return await self._receive()
        try:
            async with asyncio.timeout(max(0.0, min(_SILENCE, self._until - monotonic()))):
                message = await self._receive()
        except TimeoutError:
            raise _Broken(TOO_SLOW) from None
        if message["type"] == "http.request":
            self._size += len(message.get("body", b""))
            self._complete = not message.get("more_body", False)
        if self._limited and self._size > _MOST_BYTES:
            raise _Broken(TOO_LARGE)
        return message

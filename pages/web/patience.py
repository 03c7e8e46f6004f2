"""Middleware that reads requests with limits, and answers broken ones in Dutch.

A body has to arrive in time and may not be larger than its route takes: hundreds of requests that
never end would otherwise be held.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from time import monotonic

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.web.templates import page
from state.language import _

# Seconds between two parts of a body, and for all of it: a photo on slow Wi-Fi takes a minute.
_SILENCE = 15.0
_LONGEST = 120.0
# Bytes of a form or of messages; photos and the facilitator's uploads have limits of their own.
_MOST_BYTES = 1_000_000
_OWN_LIMIT = ("/beeld/", "/_stcore/")
_TOO_SLOW, _TOO_LARGE = 408, 413


class _Broken(Exception):
    """The body is no good; `status` tells why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Patience:
    """Limits how long and how large the body of a request may be."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass requests on; answer 408 or 413 for those that go beyond the limits."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        body = _Body(receive, limited=not scope["path"].startswith(_OWN_LIMIT))
        try:
            await self._app(scope, body.receive, send)
        except _Broken as broken:
            await refusal(Headers(scope=scope), broken.status)(scope, receive, send)
        except ClientDisconnect:
            return


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
            raise _Broken(_TOO_SLOW) from None
        if message["type"] == "http.request":
            self._size += len(message.get("body", b""))
            self._complete = not message.get("more_body", False)
        if self._limited and self._size > _MOST_BYTES:
            raise _Broken(_TOO_LARGE)
        return message


class DutchErrors:
    """Replaces the English answers of the libraries below to requests that can't be answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass all on but plain text with a status of 400 or more, and empty 404s of pages."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, replaced = Headers(scope=scope), False

        async def translate(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_foreign(message):
                replaced = True
                allowed = _header(message, b"allow")
                kept = {"allow": allowed} if allowed else None
                await refusal(headers, message["status"], kept)(scope, receive, send)
            elif not replaced:
                await send(message)

        await self._app(scope, receive, translate)


async def failed(request: Request, error: Exception) -> Response:
    """For a failure of our own; the server logs it."""
    return refusal(request.headers, 500)


def refusal(asked: Headers, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """What somebody reads whose request can't be answered: a page in a browser, else a line."""
    title, sentence = _words(status)
    if "text/html" in asked.get("accept", ""):
        response: Response = page(
            "sentence.html", status, title=title, sentence=sentence, again="", live=""
        )
    else:
        response = PlainTextResponse(f"{title} {sentence}", status)
    # Ours, so that it passes.
    response.headers["Content-Language"] = "nl"
    response.headers.update(headers or {})
    if status in (_TOO_SLOW, _TOO_LARGE):
        response.headers["Connection"] = "close"
    return response


def _words(status: int) -> tuple[str, str]:
    known = {
        401: (_("Je bent niet aangemeld."), _("Meld je aan als begeleider.")),
        403: (_("Dit mag niet."), _("Open de pagina opnieuw met de link of de QR.")),
        404: (_("Hier is niets."), _("Kijk het adres na, of typ de code die op het scherm staat.")),
        405: (_("Dit kan hier niet."), _("Open de pagina opnieuw en probeer nog eens.")),
        _TOO_SLOW: (_("Dit duurde te lang."), _("Kijk je verbinding na en probeer opnieuw.")),
        _TOO_LARGE: (_("Dit is te groot."), _("Maak het korter of kleiner en probeer opnieuw.")),
    }
    if status >= 500:  # noqa: PLR2004
        return _("Er ging iets mis."), _("Probeer het opnieuw. Wat bewaard is, blijft.")
    broken = _("Dit verzoek is niet te lezen."), _("Open de pagina opnieuw en probeer nog eens.")
    return known.get(status, broken)


def _is_foreign(message: Message) -> bool:
    """Whether an answer was made by a library: all of ours say their language or are no text."""
    if message["status"] < 400 or _header(message, b"content-language"):  # noqa: PLR2004
        return False
    return _header(message, b"content-type").startswith("text/plain")


def _header(message: Message, name: bytes) -> str:
    found = (value for key, value in message["headers"] if key.lower() == name)
    return str(next(found, b"").decode("latin-1"))

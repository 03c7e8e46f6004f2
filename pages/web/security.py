"""Middleware for every request: checks its origin, sets the policy on what a page may load, and
restricts Streamlit's routes to the facilitator."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.web import access, addresses
from state.app import store
from state.language import _
from state.problems import StateError

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " font-src 'self'; connect-src 'self'{sockets}; form-action 'self'; base-uri 'none';"
    " frame-ancestors {frames}"
)
# Streamlit's own page needs inline scripts and styles; it is for the facilitator alone.
_DESK = "base-uri 'self'; object-src 'none'; frame-ancestors 'none'"
_STREAMLITS = "/_stcore/"
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def framed(headers: Headers) -> dict[str, str]:
    """The headers of the answer to a request with these headers, when one of our own pages may
    show it in a frame."""
    return {
        "X-Frame-Options": "SAMEORIGIN",
        "Content-Security-Policy": _strict(headers, frames="'self'"),
    }


class SameOrigin:
    """Refuses sockets and anything that changes something when another site's page asks for it.

    Browsers say from which page a request comes; what says nothing is not a browser.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from our own pages."""
        if _changes_something(scope) and not comes_from_us(Headers(scope=scope)):
            await _refuse(scope, receive, send)
            return
        await self._app(scope, receive, send)


class Hardened:
    """Adds to every answer what a browser may do with it.

    `desk`: tells which paths are Streamlit's own page.
    """

    def __init__(self, app: ASGIApp, desk: Callable[[str], bool]) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; headers that an answer has of itself stay."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = _DESK if self._desk(scope["path"]) else _strict(Headers(scope=scope))

        async def harden(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _EVERYWHERE.items():
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", policy)
            await send(message)

        await self._app(scope, receive, harden)


class FacilitatorOnly:
    """Keeps everybody without the facilitator's pass away from Streamlit's own routes, before a
    session begins: a session costs memory and a thread, and takes uploads."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not Streamlit's, and what the facilitator asks of it."""
        if scope["type"] in ("http", "websocket") and scope["path"].startswith(_STREAMLITS):
            try:
                known = await run_in_threadpool(_signed_in, HTTPConnection(scope))
            except StateError:
                # Let it pass: the page itself reports the failure of the database.
                known = True
            if not known:
                await _refuse(scope, receive, send)
                return
        await self._app(scope, receive, send)


def comes_from_us(headers: Headers) -> bool:
    """Whether the page that sends a request, as the browser names it, is one of ours."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    here = urlsplit(origin).netloc
    public = addresses.public_url()
    return bool(here) and here in {
        headers.get("host", ""), urlsplit(public).netloc if public else "",
    }  # fmt: skip


def _changes_something(scope: Scope) -> bool:
    if scope["type"] == "websocket":
        return True
    return scope["type"] == "http" and scope["method"] not in _SAFE


def _signed_in(connection: HTTPConnection) -> bool:
    return access.is_facilitator(store(), connection.cookies)


def _strict(headers: Headers, frames: str = "'none'") -> str:
    # Older browsers do not count a socket to the same host as 'self'.
    host = headers.get("host", "")
    known = _HOST.fullmatch(host) is not None
    sockets = f" ws://{host} wss://{host}" if known else ""
    return _STRICT.format(sockets=sockets, frames=frames)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    sentence = _("Dit verzoek komt niet van een pagina van Over de vloer.")
    headers = {"Content-Language": "nl"}
    await PlainTextResponse(sentence, 403, headers)(scope, receive, send)

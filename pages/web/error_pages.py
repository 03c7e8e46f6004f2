"""Answers to requests that failed: in Dutch, as a page in a browser and as a line elsewhere, and
never with a trace."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from pages.web.templates import page
from state.language import _
from state.problems import StateError

TOO_SLOW, TOO_LARGE = 408, 413
_log = logging.getLogger(__name__)


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
    if status in (TOO_SLOW, TOO_LARGE):
        response.headers["Connection"] = "close"
    return response


def _words(status: int) -> tuple[str, str]:
    known = {
        401: (_("Je bent niet aangemeld."), _("Meld je aan als begeleider.")),
        403: (_("Dit mag niet."), _("Open de pagina opnieuw met de link of de QR.")),
        404: (_("Hier is niets."), _("Kijk het adres na, of typ de code die op het scherm staat.")),
        405: (_("Dit kan hier niet."), _("Open de pagina opnieuw en probeer nog eens.")),
        TOO_SLOW: (_("Dit duurde te lang."), _("Kijk je verbinding na en probeer opnieuw.")),
        TOO_LARGE: (_("Dit is te groot."), _("Maak het korter of kleiner en probeer opnieuw.")),
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


async def no_data(connection: HTTPConnection, error: Exception) -> Response | None:
    """The data can't be reached: say what is the matter and how it is mended."""
    assert isinstance(error, StateError)
    _log.warning("%s: %s", connection.url.path, error)
    return await _told(connection, 503, error.problem.text, error.problem.fix)


async def refused(connection: HTTPConnection, error: Exception) -> Response | None:
    """Something that the rules do not allow, or that is gone."""
    return await _told(connection, 404, str(error), "")


async def _told(
    connection: HTTPConnection, status: int, title: str, sentence: str
) -> Response | None:
    if isinstance(connection, WebSocket):
        await connection.close(1011)
        return None
    assert isinstance(connection, Request)
    if connection.method != "GET" or "text/html" not in connection.headers.get("accept", ""):
        return JSONResponse({"trouble": title}, status)
    address = connection.url.path + (f"?{connection.url.query}" if connection.url.query else "")
    # Who comes to the own page has a link, and no code to type.
    own = connection.url.path.startswith("/mijn/")
    # What is not there is not there either when it is asked once more.
    lost = own and status == 404  # noqa: PLR2004
    return page(
        "own_sentence.html" if own else "sentence.html", status, title=title, sentence=sentence,
        again="" if lost else address, live="", closed="", home="/mijn" if lost else "",
    )  # fmt: skip

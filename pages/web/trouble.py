"""The answer to a request that failed where no page says so itself: in Dutch, without a trace."""

from __future__ import annotations

import logging

from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.websockets import WebSocket

from pages.web.templates import page
from state.problems import StateError

_log = logging.getLogger(__name__)


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
    return page("sentence.html", status, title=title, sentence=sentence, again=address, live="")

"""Middleware that answers our own routes before Streamlit's middleware sees the request.

Streamlit wraps every request in a session cookie, a check of paths and its own compression. A phone
that joins makes four requests, and that wrapping cost as much as the answers themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.datastructures import Headers
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Match, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.web import error_pages

_NOT_FOUND = 404
# Bytes below which compressing costs more than it saves.
_WORTH_IT = 1000
# Of zlib's 1 to 9: a page of 20 kB takes half the time of 9 and is 2 % larger.
_LEVEL = 5


class OwnRoutes:
    """Answers what one of `routes` matches; everything else goes on to Streamlit.

    `handlers`: kind of exception -> what answers where a route raised it. `elsewhere`: whether
    Streamlit serves something at a path.
    """

    def __init__(
        self, app: ASGIApp, routes: Sequence[BaseRoute], handlers: Mapping[Any, Any] | None = None,
        *, elsewhere: Callable[[str], bool],
    ) -> None:  # fmt: skip
        self._app = app
        self._elsewhere = elsewhere
        self._routes = routes
        router = Router(routes, redirect_slashes=False)
        self._ours: ASGIApp = GZipMiddleware(
            ExceptionMiddleware(router, handlers), minimum_size=_WORTH_IT, compresslevel=_LEVEL
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on. A path of ours with another method is answered too, with 405, and one
        of nobody with 404: Streamlit would send its own page for any address."""
        if scope["type"] in ("http", "websocket") and self._matches(scope):
            await self._ours(scope, receive, send)
        elif scope["type"] == "http" and not self._elsewhere(scope["path"]):
            await error_pages.refusal(Headers(scope=scope), _NOT_FOUND)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _matches(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is not Match.NONE for route in self._routes)

"""Middleware that leads an address as people type it to the door: HOST/code, HOST/D/CODE,
HOST/d//CODE, with a space or a full stop behind it."""

from __future__ import annotations

import re
from collections.abc import Collection

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from state.ids import CODE_LENGTH, CODE_LETTERS, clean_code

# What ends up around a code when it is copied from a sentence, or typed with a thumb.
_AROUND = " /.,;:!?)('\"“”\u00a0"
_TYPED = re.compile(r"(?:d[/\s]+)?([a-z0-9][a-z0-9 \-]*)", re.IGNORECASE)


class TypedAddress:
    """Redirects to the door; everything that is an address of its own goes on. `known`: the first
    words of paths that are."""

    def __init__(self, app: ASGIApp, known: Collection[str]) -> None:
        self._app = app
        self._known = frozenset(known)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect or pass on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            door = door_of(scope["path"], self._known)
            if door is not None:
                await RedirectResponse(door, 302)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def door_of(path: str, known: Collection[str] = ()) -> str | None:
    """The address of the door that a path means; None for one that means something else, and for
    one that is right already."""
    bare = path.strip(_AROUND)
    if bare in known or (bare.lower() == "d" and path == "/d"):
        return None
    if bare.lower() == "d":
        return "/d"
    found = _TYPED.fullmatch(bare)
    code = clean_code(found[1]) if found else ""
    if len(code) != CODE_LENGTH or not set(code) <= set(CODE_LETTERS):
        return None
    door = f"/d/{code}"
    return None if path == door else door

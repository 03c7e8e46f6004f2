"""Tells a page of the desk how far a download is, as server-sent events."""

from __future__ import annotations

from collections.abc import AsyncIterator

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from pages.web import access
from report.data.progress import Progress, downloads
from state.app import store

PATH = "/uitvoer/voortgang"
_TOKEN_LIMIT = 64


async def follow(request: Request) -> Response:
    """GET /uitvoer/voortgang/{token}: an event for each change, until the download is over; status
    403 for who is no facilitator. The token is the one that the page gave to the download."""
    if not await run_in_threadpool(access.is_facilitator, store(), request.cookies):
        return Response(status_code=403)
    token = request.path_params["token"][:_TOKEN_LIMIT]
    return StreamingResponse(
        _events(token), media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )  # fmt: skip


async def _events(token: str) -> AsyncIterator[bytes]:
    async for found in downloads.watch(token):
        yield b"data: " + orjson.dumps(_told(found)) + b"\n\n"


def _told(found: Progress | None) -> dict[str, float | bool]:
    """As the script of the desk reads it (pages/browser/desk/download.js)."""
    if found is None:
        return {"begun": False, "share": 0.0, "over": False, "whole": False}
    return {"begun": True, "share": found.share, "over": found.over, "whole": found.whole}

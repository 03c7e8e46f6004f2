"""Long polling for pages whose websocket fails: POST /live/{code}?als=ROLE&heb=MARK&rev=REV.

The request body is {"messages": [...]}, as on the socket; the response holds the fields of the
socket's frames. With `&wacht=1` the server responds when the page changes, or after twenty seconds
without news: one waiting request costs less than polling many times.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from exercises.contract import Json
from pages.live import page, roles
from pages.live.frames import LONGEST, packed, parsed, seen_by, trouble
from pages.live.inbox import Batch, inbox
from pages.live.outcome import identified
from pages.live.seat import Leave, Seat
from pages.web import assets, codes
from state.app import hub
from state.problems import StateError

_LONGEST_WAIT = 20.0
_LONGEST_STORING = 10.0


async def answer(request: Request) -> Response:
    """POST: store the messages, and respond with their outcomes and the page if it changed."""
    try:
        body = await _body(request)
        seat = await _seat(request)
    except ClientDisconnect:
        return Response(status_code=400)
    except _NoSeat as nowhere:
        return nowhere.response
    if body is None:
        return Response(status_code=413)
    told: Json = {}
    if request.query_params.get("versie", "") != assets.fingerprint():
        told["reload"] = True
    messages = identified(parsed(body).get("messages"))
    if messages:
        told["acks"] = await _stored(seat, messages)
    elif request.query_params.get("wacht"):
        changed = await _changed(seat, request)
        if seat.changes_only:
            return _json({**told, **({"changed": True} if changed else {})})
    return _json({**told, **await _page(seat, request)})


class _NoSeat(Exception):
    """The browser gets `response` instead of a page."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


async def _seat(request: Request) -> Seat:
    try:
        found = await codes.find(request, request.path_params["code"])
        return await run_in_threadpool(roles.seat_at, request, found.meeting)
    except codes.TooManyCodes:
        raise _NoSeat(_json({"trouble": codes.sentence()}, 429)) from None
    except Leave as leave:
        raise _NoSeat(_json({"go": leave.address})) from leave
    except StateError as error:
        raise _NoSeat(_json({"trouble": error.problem.text}, 503)) from error


async def _body(request: Request) -> bytes | None:
    """The request body; None once it exceeds the limit, whatever its Content-Length says."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LONGEST:
            return None
        parts.append(part)
    return b"".join(parts)


async def _stored(seat: Seat, messages: list[Json]) -> Json:
    """id -> outcome; without those that were not stored in time, which the page sends again."""
    loop = asyncio.get_running_loop()
    acks: Json = {}
    everything = asyncio.Event()

    def tell(some: Json) -> None:
        acks.update(some)
        if len(acks) == len({message["id"] for message in messages}):
            everything.set()

    def tell_soon(some: Json) -> None:
        with suppress(RuntimeError):  # stopping: the page sends these to the next process
            loop.call_soon_threadsafe(tell, some)

    inbox().put(seat.sender, Batch(messages, seat.receive, tell_soon, alone=seat.steers))
    with suppress(TimeoutError):
        async with asyncio.timeout(_LONGEST_STORING):
            await everything.wait()
    return acks


async def _changed(seat: Seat, request: Request) -> bool:
    """Wait for a change of this page; False when none came in time.

    The page is registered with the hub meanwhile, so its person counts as present.
    """
    listener = seat.listener
    if not (seat.person_id and hub().is_connected(seat.meeting.id, seat.person_id)):
        await run_in_threadpool(seat.opened)
    hub().add(listener)
    try:
        await listener.next_change()
        if not seat.changes_only and await page.is_news(seat, seen_by(request)):
            return True
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_WAIT):
                await listener.next_change()
                return True
        return False
    finally:
        hub().discard(listener)


async def _page(seat: Seat, request: Request) -> Json:
    try:
        return await page.frame(seat, seen_by(request)) or {}
    except Leave as leave:
        return {"go": leave.address}
    except Exception as error:
        return {"trouble": trouble(error)}


def _json(told: Json, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(packed(told), status, headers, media_type="application/json")

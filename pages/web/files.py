"""Downloads, and the health of the server.

With `?namen=zonder` a download names no person, not even in the name of its file: that of a track
or meeting may hold one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from pages.web import access
from pages.web.templates import page
from report.data import beside
from state import meetings, tracks
from state.app import hub, store
from state.language import _
from state.problems import Problem, Refused, StateError

_ZIP = "application/zip"
_JSON = "application/json"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The name of a download that a page follows, in its address.
FOLLOWED = "volg"
# Behind the address of a download that must name nobody, as of documents.
NAMELESS = "namen=zonder"


async def health(request: Request) -> Response:
    """GET /api/health: `status` is "ok" when data could be written just now, or "error" with the
    reason and status 503."""
    problem = await run_in_threadpool(_problem)
    pages_open = 0 if problem else hub().listening()
    if problem is not None:
        return JSONResponse({"status": "error", "reason": problem.text}, 503)
    return JSONResponse({"status": "ok", "open_pages": pages_open})


def _problem() -> Problem | None:
    try:
        return store().check()
    except StateError as error:
        return error.problem


async def export(request: Request) -> Response:
    """GET /uitvoer/{meeting}.zip: all of a meeting, for the facilitator. `?volg=` names it for the
    page that shows how far it is."""
    return await for_facilitator(request, _meeting_zip)


async def track_zip(request: Request) -> Response:
    """GET /uitvoer/traject/{track}.zip: all of a track, for the facilitator; `?volg=` as in
    `export`."""
    return await for_facilitator(request, _track_zip)


async def track_xlsx(request: Request) -> Response:
    """GET /uitvoer/traject/{track}.xlsx: the tables of a track, for the facilitator."""
    return await for_facilitator(request, _track_xlsx)


async def track_json(request: Request) -> Response:
    """GET /uitvoer/traject/{track}.json: the data of a track, for the facilitator."""
    return await for_facilitator(request, _track_json)


async def for_facilitator(request: Request, make: Callable[[Request], Response]) -> Response:
    """What `make` gives, for the facilitator; for anybody else the way to sign in. A page says what
    is refused, and what can't be read."""
    if not await run_in_threadpool(access.is_facilitator, store(), request.cookies):
        return RedirectResponse(f"/begeleider?naar={request.url.path}", 303)
    try:
        return await run_in_threadpool(make, request)
    except Refused as refusal:
        return page("desk_sentence.html", 404, title=str(refusal), sentence="", again="", live="")
    except StateError as error:
        return page("desk_sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=request.url.path, live="")  # fmt: skip


def _meeting_zip(request: Request) -> Response:
    meeting = meetings.room(store(), request.path_params["meeting"]).meeting
    parts = _made(request, "meeting_zip", meeting.id)
    return _sent(parts, _ZIP, _file(f"{meeting.date} {meeting.title}", "zip", is_named(request)))


def _track_zip(request: Request) -> Response:
    return _of_track(request, "track_zip", _ZIP, "zip")


def _track_xlsx(request: Request) -> Response:
    return _of_track(request, "track_xlsx", _XLSX, "xlsx")


def _track_json(request: Request) -> Response:
    return _of_track(request, "track_json", _JSON, "json")


def _of_track(request: Request, what: beside.What, media: str, ending: str) -> Response:
    track = tracks.track(store(), request.path_params["track"])
    parts = _made(request, what, track.id)
    return _sent(parts, media, _file(track.name, ending, is_named(request)))


def _made(request: Request, what: beside.What, subject: str) -> Iterator[bytes]:
    asked = beside.Download(what, subject, is_named(request))
    return _followed(request, lambda told: beside.stream(store(), asked, told))


def _followed(
    request: Request, make: Callable[[Callable[[int, int], None]], Iterator[bytes]]
) -> Iterator[bytes]:
    """The parts that `make` gives, from the first on; the page that asked for them is told how far
    they are. What can't be made is refused before anything was sent."""
    from report.data.progress import downloads

    token = request.query_params.get(FOLLOWED, "")[:64]
    if not token:
        return _begun(make(lambda _done, _total: None))
    parts = make(lambda done, total: downloads.tell(token, done, total))
    return _begun(downloads.follow(token, parts))


def is_named(request: Request) -> bool:
    """Whether people are named in what is asked for."""
    key, _sign, value = NAMELESS.partition("=")
    return request.query_params.get(key) != value


def _begun(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The parts once the first of them is there: what can't be made is refused before anything was
    sent."""
    first = next(parts)
    return chain([first], parts)


def _file(title: str, ending: str, named: bool) -> str:
    """The name of a download, as far as any disk takes it."""
    from report.data.gather import slug

    return f"over-de-vloer-{slug(title if named else _('zonder namen'))}.{ending}"


def _sent(parts: Iterator[bytes], media: str, name: str) -> Response:
    """A download that is sent part by part."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(parts, media_type=media, headers=headers)

"""Downloads, and the health of the server."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from pages.web import access
from pages.web.templates import page
from state import meetings
from state.app import hub, store
from state.problems import Problem, Refused, StateError


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
    """GET /uitvoer/{meeting}.zip: all of a meeting, for the facilitator."""
    if not access.is_facilitator(store(), request.cookies):
        return RedirectResponse(f"/begeleider?naar={request.url.path}", 303)
    from report.data.archive import meeting_zip
    from report.data.gather import slug

    meeting_id = request.path_params["meeting"]
    try:
        room = await run_in_threadpool(meetings.room, store(), meeting_id)
        content = await run_in_threadpool(meeting_zip, store(), meeting_id)
    except Refused as refusal:
        return page("sentence.html", 404, title=str(refusal), sentence="", again="", live="")
    except StateError as error:
        return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=request.url.path, live="")  # fmt: skip
    parts = ("over-de-vloer", room.meeting.date, slug(room.meeting.title))
    name = f"{'-'.join(part for part in parts if part)}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type="application/zip", headers=headers)

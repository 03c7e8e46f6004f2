"""A past step of an exercise as the screen showed it, for the look back.

GET /terugscherm?m=MEETING&a=ACTIVITY&p=3:talk (`views.past_address`), for the facilitator whose
track it is. It is drawn once, from the answers as they are stored now; it has no connection, so
nothing can be changed from it.
"""

from __future__ import annotations

import logging
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exercises.contract import Json
from exercises.engine import moment, past_screen
from pages.live import html, scenes
from pages.web import access, security, views
from pages.web.templates import page
from state import track_access
from state.app import store
from state.clock import now_ms
from state.language import _
from state.problems import Refused, StateError

_log = logging.getLogger(__name__)


async def serve(request: Request) -> Response:
    """GET: the page; a sentence where there is nothing to show."""
    return await run_in_threadpool(_answered, request)


def _answered(request: Request) -> Response:
    try:
        if not access.is_facilitator(store(), request.cookies):
            target = quote(f"{request.url.path}?{request.url.query}")
            return RedirectResponse(f"/begeleider?naar={target}", 303)
        answer = _drawn(request)
    except Refused as refusal:
        answer = _sentence(404, str(refusal))
    except StateError as error:
        answer = _sentence(503, error.problem.text, error.problem.fix)
    except Exception:
        # A fault in one exercise must not take the page around it away.
        _log.exception("a past step could not be drawn: %s", request.url.query)
        answer = _sentence(500, _("Dit beeld lukt niet. Kies een andere stap."))
    answer.headers.update(security.framed(request.headers))
    return answer


def _drawn(request: Request) -> Response:
    asked = request.query_params
    meeting_id = asked.get("m", "")
    if access.prepares(store(), request.cookies, meeting_id) is None:
        raise track_access.gone()
    scene = _scene(meeting_id, asked.get("a", ""), asked.get("p", ""))
    boot = {"role": "screen", "sprite": views.sprite(), "now": now_ms(), "scene": scene}
    return html.drawn(views.PAST, boot, [scene])


def _scene(meeting_id: str, activity_id: str, position: str) -> Json:
    place = store()
    with place.read() as db:
        now = moment.at(place, db, meeting_id)
    activity = scenes.known_activity(now.room, activity_id)
    if activity.state == "planned":
        raise Refused(_("Deze oefening is nog niet begonnen."))
    slots = {one.slot for one in now.answers(activity).all()}
    there = past_screen.activity_at(activity, position, slots)
    context = now.context(there, "screen")
    return scenes.dressed(context, context.exercise.screen(context), there)


def _sentence(status: int, title: str, fix: str = "") -> Response:
    return page("past_sentence.html", status, title=title, sentence=fix)

"""The live pages as HTML: /gsm?d=CODE, /scherm?m=&s=, /regie?m=, /afstand?m=.

Each holds its first data, its styles and a preload of exactly the modules it needs. A phone on a
slow connection thus draws after two round trips: the page, then everything else in parallel.
"""

from __future__ import annotations

from urllib.parse import quote

import orjson
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exercises.contract import Json
from pages.live import page as pages
from pages.live import roles
from pages.live.roles import console
from pages.live.seat import Leave, Seat
from pages.web import access, assets, codes, views
from pages.web.templates import page
from pages.web.views import View
from state import meetings
from state.app import store
from state.ids import clean_code
from state.language import _, catalogue
from state.models import Meeting
from state.problems import Refused, StateError

PATHS = tuple(views.BY_PATH)


async def screen_closed(_request: Request) -> Response:
    """GET /scherm/dicht: the link of a screen was ended."""
    return page(
        "sentence.html", 410, title=_("Deze link naar het scherm werkt niet meer."),
        sentence=_("Open het scherm opnieuw vanuit de regie."), again="", live="",
    )  # fmt: skip


async def serve(request: Request) -> Response:
    """GET one of the four pages; a browser that may not see it is redirected."""
    view = views.BY_PATH[request.url.path.strip("/")]
    if view.role != "phone":
        return await run_in_threadpool(_guarded, request, view, None)
    code = clean_code(request.query_params.get("d", ""))
    if not code:
        return RedirectResponse("/d", 303)
    try:
        found = await codes.find(request, code)
    except codes.TooManyCodes:
        return codes.refused()
    except StateError as error:
        return _unreadable(request, error)
    if found.meeting is None:
        return RedirectResponse(f"/d/{code}", 303)
    return await run_in_threadpool(_guarded, request, view, found.meeting)


def _guarded(request: Request, view: View, meeting: Meeting | None) -> Response:
    try:
        return _drawn(request, view, meeting or _meeting(request, view))
    except Leave as leave:
        return RedirectResponse(leave.address, 303)
    except Refused as refusal:
        return page("sentence.html", 404, title=str(refusal), sentence="", again="", live="")
    except StateError as error:
        return _unreadable(request, error)


def _unreadable(request: Request, error: StateError) -> Response:
    again = str(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
    return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                again=again, live="")  # fmt: skip


def _drawn(request: Request, view: View, meeting: Meeting) -> Response:
    if view.role == "console":
        console.open_doors(meeting)
    seat = roles.seat_of(request, meeting, view.role)
    first = pages.made(seat)
    assert first is not None, "only who has a page already gets none"
    return _html(request, view, seat, first)


def _meeting(request: Request, view: View) -> Meeting:
    """The meeting that the address names by its id. Raises Leave when there is none, and for a
    console that is not signed in: loading the console opens the meeting, so that is checked
    first."""
    meeting_id = request.query_params.get("m", "")
    if view.role == "console" and not access.is_facilitator(store(), request.cookies):
        raise Leave(f"/begeleider?naar={quote(f'{request.url.path}?{request.url.query}')}")
    try:
        return meetings.room(store(), meeting_id).meeting
    except Refused:
        raise Leave("/") from None


def _html(request: Request, view: View, seat: Seat, first: Json) -> Response:
    boot = {
        "role": view.role, "address": _address(request, view, seat),
        "version": assets.fingerprint(), "view": assets.base() + view.script,
        "sprite": views.sprite(), "keep": seat.keep,
        "kept_before": seat.kept_before, "page": first,
    }  # fmt: skip
    return drawn(view, boot, _scenes(first["data"]))


def drawn(view: View, boot: Json, scenes: list[Json]) -> HTMLResponse:
    """The page of a view that begins with `boot`, with all that it and its `scenes` load."""
    styles = [*views.addresses(view.styles), *(one for scene in scenes for one in scene["css"])]
    return page(
        "live.html", boot=boot, boot_json=_inside_script(boot), styles=styles, start=view.start,
        modules=views.modules(view, scenes),
        texts=assets.base() + assets.TEXTS if catalogue() else "",
        first_word=_("Je bent er bijna.") if view.role == "phone" else _("Even geduld."),
    )  # fmt: skip


def _address(request: Request, view: View, seat: Seat) -> str:
    key = request.query_params.get("s", "")
    address = f"/live/{seat.meeting.code}?als={view.role}"
    return f"{address}&s={quote(key)}" if view.role == "screen" else address


def _scenes(data: Json) -> list[Json]:
    """The scenes in a page's data; the console may have two, the screen's and its own."""
    current = data.get("current") or data
    return [scene for scene in (current.get("scene"), current.get("console")) if scene]


def _inside_script(boot: Json) -> Markup:
    """JSON that is safe inside a script element: typed text can't close the element."""
    text = orjson.dumps(boot, option=orjson.OPT_NON_STR_KEYS).decode()
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))

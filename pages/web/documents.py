"""The documents that come out, as addresses: a page to mail, PDF and Word.

GET /avond/{meeting}                 the sheet of the evening, to look at and to copy into a mail
GET /avond/{meeting}.{form}          the same as html, pdf or docx
GET /draaiboek/{meeting}.{form}      the run sheet of a meeting
GET /bundel/{track}/{organisation}.{form}   the bundle of an organisation
GET /verslag/{track}.{form}          the report of a track
GET /programma/{visit}.{form}        the programme of a visit
GET /mijnbundel/{code}.pdf           the bundle of the own organisation, for a participant's phone
GET /mijnprogramma/{code}/{visit}.pdf   the programme of an own visit

All but the last two are for the facilitator. With `?namen=zonder` nobody is named.
"""

from __future__ import annotations

from dataclasses import replace

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.web import access, files
from pages.web.rate_limit import RateLimit
from pages.web.templates import page
from report.data.gather import slug
from report.order import Form, Made, Order
from report.worker import worker
from state import homework, meetings, people
from state.app import store
from state.language import _
from state.models import Person
from state.problems import Refused

_NAME_LIMIT = 80
_own_bundles = RateLimit(burst=6, rate=0.05)
_limiter: RunVar[CapacityLimiter] = RunVar("documents")
_MEDIA: dict[str, tuple[Form, str]] = {
    "pdf": ("pdf", "application/pdf"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "html": ("html", "text/html; charset=utf-8"),
}
# A document carries its own styles and pictures, and runs nothing; our page shows it in a frame.
_IN_FRAME = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'self'"
)
_FRAMING = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)


def _waiting() -> CapacityLimiter:
    """How many requests wait for the worker in a thread: the others wait without one, so that the
    threads of the server stay free for the hall."""
    try:
        return _limiter.get()
    except LookupError:
        _limiter.set(CapacityLimiter(2))
        return _limiter.get()


async def evening_page(request: Request) -> Response:
    """GET /avond/{meeting}: the sheet with buttons to copy and to download it."""
    if not access.is_facilitator(store(), request.cookies):
        return _sign_in(request)
    room = await run_in_threadpool(meetings.room, store(), request.path_params["meeting"])
    await run_in_threadpool(worker.warm)
    answer = page(
        "evening.html", title=room.meeting.title, track=room.track.name,
        address=f"/avond/{room.meeting.id}", prepare=f"/bijeenkomst?m={room.meeting.id}",
        console=f"/regie?m={room.meeting.id}",
        state=room.meeting.state,
    )  # fmt: skip
    answer.headers["Content-Security-Policy"] = _FRAMING
    return answer


async def evening(request: Request) -> Response:
    """GET /avond/{meeting}.{form}."""
    return await _for_facilitator(request, Order("evening", request.path_params["meeting"], "pdf"))


async def run_sheet(request: Request) -> Response:
    """GET /draaiboek/{meeting}.{form}."""
    order = Order("run_sheet", request.path_params["meeting"], "pdf")
    return await _for_facilitator(request, order)


async def bundle(request: Request) -> Response:
    """GET /bundel/{track}/{organisation}.{form}."""
    track, organisation = (request.path_params[name] for name in ("track", "organisation"))
    order = Order("bundle", track, "pdf", organisation=organisation)
    return await _for_facilitator(request, order)


async def report(request: Request) -> Response:
    """GET /verslag/{track}.{form}."""
    return await _for_facilitator(request, Order("report", request.path_params["track"], "pdf"))


async def programme(request: Request) -> Response:
    """GET /programma/{visit}.{form}: the programme of a visit, for visitors, mentor and team."""
    return await _for_facilitator(request, Order("programme", request.path_params["visit"], "pdf"))


async def own_programme(request: Request) -> Response:
    """GET /mijnprogramma/{code}/{visit}.pdf: of an own visit."""
    person = await run_in_threadpool(whose_phone, request)
    if person is None:
        return not_yours(_("Het programma hoort bij je eigen link."))
    return await programme_for(request, person, request.path_params["visit"])


async def programme_for(request: Request, person: Person, visit_id: str) -> Response:
    """The programme of a visit for a participant, on a page that was checked to be theirs."""
    if not _own_bundles.take(person.id):
        return _too_soon(request, _("Het programma werd net al gemaakt."))
    return await _made(request, Order("programme", visit_id, "pdf", person=person.id), "pdf")


async def own_bundle(request: Request) -> Response:
    """GET /mijnbundel/{code}.pdf: as far as this person may read, whatever the facilitator sees."""
    person = await run_in_threadpool(whose_phone, request)
    if person is None:
        return not_yours(_("Je bundel hoort bij je eigen link."))
    return await bundle_of(request, person)


async def bundle_of(request: Request, person: Person) -> Response:
    """The bundle of a participant's organisation, on a page that was checked to be theirs."""
    if not _own_bundles.take(person.id):
        return _too_soon(request, _("Je bundel werd net al gemaakt."))
    order = Order("bundle", person.track_id, "pdf", person=person.id)
    return await _made(request, order, "pdf")


def whose_phone(request: Request) -> Person | None:
    """The participant whose phone asks, as far as it holds the link that the facilitator gave."""
    meeting = meetings.by_code(store(), request.path_params["code"])
    if meeting is None:
        return None
    token = request.cookies.get(access.device_cookie(meeting), "")
    with store().read() as db:
        # At the door anybody may say to be of an organisation: what only that organisation may
        # read, of earlier evenings too, is for who holds the link that the facilitator gave.
        if not token or not homework.device_link(db, meeting.id, token):
            return None
        return people.person_of_device(db, meeting.id, token)


def _too_soon(request: Request, sentence: str) -> Response:
    return page(
        "sentence.html",
        429,
        title=_("Even wachten."),
        again=request.url.path,
        live="",
        sentence=f"{sentence} {_('Probeer het over een minuut opnieuw.')}",
    )


def not_yours(title: str) -> Response:
    """The page for a phone that holds no link of its own."""
    return page(
        "sentence.html", 403, title=title, again="", live="",
        sentence=_("Open eerst je eigen link voor thuis. Vraag hem aan de begeleider."),
    )  # fmt: skip


async def _for_facilitator(request: Request, order: Order) -> Response:
    if not access.is_facilitator(store(), request.cookies):
        return _sign_in(request)
    return await _made(request, order, request.path_params["form"])


async def _made(request: Request, order: Order, ending: str) -> Response:
    if ending not in _MEDIA:
        raise Refused(_("In deze vorm bestaat dit document niet."))
    form, media = _MEDIA[ending]
    wanted = replace(order, form=form, named=files.is_named(request))
    made = await to_thread.run_sync(worker.make, store(), wanted, limiter=_waiting())
    return _sent(made, ending, media)


def _sent(made: Made, ending: str, media: str) -> Response:
    answer = Response(made.content, media_type=media)
    headers = MutableHeaders(raw=answer.raw_headers)
    headers["Cache-Control"] = "no-store"
    if ending == "html":
        headers["Content-Security-Policy"] = _IN_FRAME
        headers["X-Frame-Options"] = "SAMEORIGIN"
    else:
        headers["Content-Disposition"] = (
            f'attachment; filename="{slug(made.title, _NAME_LIMIT)}.{ending}"'
        )
    return answer


def _sign_in(request: Request) -> Response:
    return RedirectResponse(f"/begeleider?naar={request.url.path}", 303)

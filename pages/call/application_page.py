"""An application as a whole: looked over, sent, kept as a text, withdrawn.

GET  /aanmelding/{token}             what was filled in, what is missing, and what one can do
POST /aanmelding/{token}/versturen   send it
GET  /aanmelding/{token}/intrekken   asks whether it should be withdrawn
POST /aanmelding/{token}/intrekken   withdraws it
GET  /aanmelding/{token}/tekst.txt   what was filled in, with the link, to keep
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from exercises.kit.rules.days import full_day
from pages.call import asked, guarding
from pages.call.answering import blocks, page
from pages.call.call_page import PublicCall
from pages.call.sheet_page import may_change, of_link, path
from pages.web import addresses
from state import applying
from state.app import store
from state.application_answers import missing
from state.application_rows import Application, NotComplete
from state.applying import TooLate
from state.clock import local
from state.framework import framework_of
from state.language import _

_SEE_OTHER = 303


def show(request: Request, _form: Mapping[str, str]) -> Response:
    """GET /aanmelding/{token}: the application, looked over."""
    found, call = of_link(request)
    return _drawn(request, found, call)


def send(request: Request, _form: Mapping[str, str]) -> Response:
    """POST /aanmelding/{token}/versturen: send it."""
    found, call = of_link(request)
    token = request.path_params["token"]
    guarding.count_save(request, token)
    try:
        applying.send(store(), token)
    except NotComplete:
        return _drawn(request, found, call, status=422, tried=True)
    except TooLate:
        # The page says what became of it.
        found, call = of_link(request)
        return _drawn(request, found, call, status=410)
    return RedirectResponse(path(token), _SEE_OTHER)


def ask_withdrawal(request: Request, _form: Mapping[str, str]) -> Response:
    """GET /aanmelding/{token}/intrekken: ask whether it should be withdrawn."""
    found, call = of_link(request)
    if found.status == "withdrawn":
        return RedirectResponse(path(request.path_params["token"]), _SEE_OTHER)
    return page("call_withdraw.html", track=call.track, home=path(request.path_params["token"]),
                standing=call.call.standing())  # fmt: skip


def withdraw(request: Request, _form: Mapping[str, str]) -> Response:
    """POST /aanmelding/{token}/intrekken: withdraw it."""
    of_link(request)
    token = request.path_params["token"]
    applying.withdraw(store(), token)
    return RedirectResponse(path(token), _SEE_OTHER)


def text(request: Request, _form: Mapping[str, str]) -> Response:
    """GET /aanmelding/{token}/tekst.txt: all of it, to keep."""
    found, call = of_link(request)
    name = _("aanmelding")
    return PlainTextResponse(
        as_text(found, call, _link(request)),
        headers={"Content-Disposition": f'attachment; filename="{name}.txt"'},
    )


def as_text(found: Application, call: PublicCall, link: str) -> str:
    """An application as a text to keep, with its link."""
    lines = [_("Aanmelding voor {track}").format(track=call.track.name)]
    if found.sent_at and found.status == "sent":
        lines.append(_("Verstuurd op {day}").format(day=full_day(str(local(found.sent_at).date()))))
    if call.until and may_change(found, call):
        lines.append(_("Wijzigen kan {until}.").format(until=call.until))
    lines += [_("Je eigen link: {link}").format(link=link)]
    for sheet, answers in asked.told(call.call.form, framework_of(call.track.framework),
                                     found.stored):  # fmt: skip
        if answers:
            lines += ["", sheet.title]
            lines += [f"{label}: {answer}" for label, answer in answers]
    return "\n".join(lines) + "\n"


def _link(request: Request) -> str:
    """The link of the application as it may be mailed: a public address where there is one."""
    base = addresses.public_url() or str(request.base_url).rstrip("/")
    return f"{base}{path(request.path_params['token'])}"


def _drawn(
    request: Request, found: Application, call: PublicCall, status: int = 200,
    *, tried: bool = False,
) -> Response:  # fmt: skip
    """The page; `tried`: it was to be sent just now, and something is missing."""
    form, framework = call.call.form, framework_of(call.track.framework)
    return page(
        "call_application.html", status, track=call.track, call=call.call, found=found,
        standing=call.call.standing(), until=call.until, days=call.days,
        answers=asked.told(form, framework, found.stored), link=_link(request),
        home=path(request.path_params["token"]), open=may_change(found, call),
        gaps=asked.gaps(form, framework, missing(form, framework, found.stored)), tried=tried,
        thanks=blocks(call.call.texts["thanks"]), phone=blocks(call.call.texts["phone"]),
        last=len(form.shown),
    )  # fmt: skip

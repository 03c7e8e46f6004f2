"""The door, the page to join a meeting: /d/CODE. Plain HTML, so that it shows within a second on an
old phone.

While people type their name, the browser already fetches what the next page needs.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exercises.engine import moment as moments
from exercises.engine import running
from pages.web import access as browser
from pages.web import views
from pages.web.templates import page
from state import homework, meetings, people, tracks
from state.access import Attempts
from state.app import store
from state.ids import CODE_LENGTH, clean_code, new_token
from state.language import _
from state.models import Meeting
from state.problems import Refused, StateError

_wrong_codes = Attempts(allowed=60, seconds=60)
NEW_ORGANISATION = "+"
# The most known names to offer: reading a longer list takes longer than typing a name.
_MOST_NAMES = 20
_FIELDS = ("name", "organisation", "new_organisation", "function")


async def ask_code(request: Request) -> Response:
    """GET /d: type the code that stands on the screen; `?code=` leads to its door."""
    typed = clean_code(request.query_params.get("code", ""))
    if typed:
        return RedirectResponse(f"/d/{typed}", 303)
    return page("code.html", sentence="", typed="")


async def show(request: Request) -> Response:
    """GET /d/{code}: who are you, or straight on for a phone that is known."""
    return await run_in_threadpool(_guarded, request, None)


async def come_in(request: Request) -> Response:
    """POST /d/{code}: take a name, set the cookie, and go on to the meeting."""
    return await run_in_threadpool(_guarded, request, await request.form())


def _guarded(request: Request, form: FormData | None) -> Response:
    try:
        return _answer(request, form)
    except StateError:
        return page(
            "sentence.html", 503, title=_("Nog even geduld."),
            sentence=_("De laptop van de begeleider kan nu niet bij zijn gegevens."
                       " Probeer het straks opnieuw."),
            again=request.url.path, live="",
        )  # fmt: skip


def _answer(request: Request, form: FormData | None) -> Response:
    typed = clean_code(request.path_params["code"])
    client = browser.client_of(request)
    if _wrong_codes.exhausted(client) and not _known_cookie(request, typed):
        return page("code.html", 429, typed="", sentence=_(
            "Er zijn te veel foute codes geprobeerd. Wacht een minuut en probeer opnieuw."
        ))  # fmt: skip
    meeting = meetings.by_code(store(), typed)
    if meeting is None:
        _wrong_codes.count_wrong(client)
        return page("code.html", 404, typed=typed, sentence=_(
            "Er is geen bijeenkomst met de code {code}. Kijk nog eens naar het scherm."
        ).format(code=typed[:CODE_LENGTH * 2]))  # fmt: skip
    token = request.cookies.get(browser.device_cookie(meeting), "")
    if meeting.state != "running":
        return _onward(meeting) if _holds_link(meeting, token) else _closed(meeting)
    if form is None:
        return _welcome(request, meeting, token)
    return _take_name(request, meeting, token or new_token(), form)


def _known_cookie(request: Request, typed: str) -> bool:
    return f"odv_{typed}" in request.cookies


def _holds_link(meeting: Meeting, token: str) -> bool:
    """Whether this phone goes on at home, after the meeting."""
    with store().read() as db:
        return bool(token and homework.device_link(db, meeting.id, token))


def _closed(meeting: Meeting) -> Response:
    if meeting.state == "closed":
        return page(
            "sentence.html", 410, title=_("Deze bijeenkomst is gedaan."), again="", live="",
            sentence=_("Dank je. Tot bij elkaar over de vloer."),
        )  # fmt: skip
    return page(
        "sentence.html", title=_("Je bent vroeg."), again="", live=f"/live/{meeting.code}?als=door",
        sentence=_("De deur gaat zo open. Deze pagina gaat dan vanzelf verder."),
    )  # fmt: skip


def _welcome(request: Request, meeting: Meeting, token: str) -> Response:
    with store().read() as db:
        if token and people.person_of_device(db, meeting.id, token) is not None:
            return _onward(meeting)
        known = people.met_before(db, meeting, _tokens(request))
    if "uit" in request.query_params:
        sentence = _("Je bent niet meer binnen met je naam van daarnet. Kies opnieuw wie je bent.")
        return _form(meeting, dict.fromkeys(_FIELDS, ""), sentence, waits=True)
    fields = dict.fromkeys(_FIELDS, "")
    if known is not None:
        fields |= {
            "name": known.name, "organisation": known.organisation_id, "function": known.function,
        }  # fmt: skip
    return _form(meeting, fields, "")


def _tokens(request: Request) -> list[str]:
    """The tokens by which this phone is known in any meeting."""
    return [token for name, token in request.cookies.items() if name.startswith("odv_")]


def _take_name(request: Request, meeting: Meeting, token: str, form: FormData) -> Response:
    fields = {name: str(form.get(name, "")) for name in _FIELDS}
    try:
        _join(meeting, token, fields, take_over=form.get("take_over") == "1")
        running.people_changed(store(), meeting.id)
    except people.NameTaken as taken:
        return _form(meeting, fields, str(taken), taken=True, status=409)
    except Refused as refusal:
        return _form(meeting, fields, str(refusal), status=422)
    response = _onward(meeting)
    browser.set_cookie(response, request, browser.device_cookie(meeting), token)
    return response


def _join(meeting: Meeting, token: str, fields: dict[str, str], *, take_over: bool) -> None:
    name, function = fields["name"], fields["function"]
    if not fields["organisation"]:
        raise Refused(_("Kies nog je organisatie."))
    if fields["organisation"] == NEW_ORGANISATION:
        people.join_new_organisation(
            store(), meeting.id, token, fields["new_organisation"], name, function
        )
        return
    people.join(
        store(), meeting.id, token, fields["organisation"], name, function, take_over=take_over
    )


def _onward(meeting: Meeting) -> Response:
    return RedirectResponse(f"/gsm?d={meeting.code}", 303)


def _form(
    meeting: Meeting, fields: dict[str, str], sentence: str, *, taken: bool = False,
    status: int = 200, waits: bool = False,
) -> Response:  # fmt: skip
    with store().read() as db:
        room = moments.at(store(), db, meeting.id).room
        names = tracks.short_lists(db, room.track.id, _MOST_NAMES)
    return page(
        "door.html", status, meeting=meeting, room=room, fields=fields, sentence=sentence,
        taken=taken, waits=waits, names=names,
        may_add=bool(meeting.may_add_organisation),
        new=NEW_ORGANISATION, limit=tracks.NAME_LIMIT, ahead=views.ahead(),
    )  # fmt: skip

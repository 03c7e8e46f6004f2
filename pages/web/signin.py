"""Signing in as the facilitator, and lending a remote to the facilitator's phone.

With one passcode for everybody that is all that is asked; with several organisers a name too. Names
are typed, so that nobody reads here who prepares, and a name that nobody has takes as long as a
wrong passcode.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.web import access as browser
from pages.web import account, addresses, first_passcode
from pages.web.client import client_of, is_local
from pages.web.delay import delay_refusal
from pages.web.target import target
from pages.web.templates import page
from state import access, meetings, organisers
from state.access import Attempts
from state.app import store
from state.language import _
from state.organisers import Organiser
from state.problems import Refused, StateError
from state.text_rules import name_key

_wrong_passcodes = Attempts(allowed=10, seconds=300)
# One passcode is judged at a time: each costs 64 MB and a processor for a while, on purpose. A few
# more wait; a page beyond those is told to try again.
_judge = ThreadPoolExecutor(1, "odv-passcode")
_MOST_WAITING = 4
# The laptop itself may wait behind all others.
_MOST_WAITING_HERE = 12
_waiting: set[object] = set()
_WRONG = 422
# Wrong tries with one name from anywhere make further ones wait; they are never refused for it,
# since somebody else could then lock its owner out.
_wrong_names = Attempts(allowed=10, seconds=300)
_NAME_DELAY = 2.0
_MOST_OF_A_NAME = 4
_LONGEST_NAME = 200
_waiting_names: Counter[str] = Counter()


async def show(request: Request) -> Response:
    """GET /begeleider: type the passcode, or choose one at the first start."""
    return await run_in_threadpool(_guarded, request, None)


async def enter(request: Request) -> Response:
    """POST /begeleider: check or set the passcode, and go on."""
    form = await request.form()
    passcode = str(form.get("passcode", ""))
    name = str(form.get("name", ""))[:_LONGEST_NAME]
    client = client_of(request)
    # Never lock out the laptop itself: that would end the meeting for its facilitator.
    here = is_local(request)
    if len(_waiting) >= (_MOST_WAITING_HERE if here else _MOST_WAITING) or (
        not here and not await _in_turn(name)
    ):
        await delay_refusal()
        sentence = _("Even geduld. Probeer het over enkele tellen opnieuw.")
        return _form(request, False, sentence, 503, name)
    if not here and not _wrong_passcodes.reserve(client):
        await delay_refusal()
        sentence = _("Te veel foute pogingen. Wacht vijf minuten en probeer opnieuw.")
        return _form(request, False, sentence, 429, name)
    turn = object()
    _waiting.add(turn)
    try:
        response = await asyncio.get_running_loop().run_in_executor(
            _judge, _guarded, request, passcode, name
        )
    finally:
        _waiting.discard(turn)
    if response.status_code == _WRONG:
        _wrong_names.count_wrong(name_key(name))
    elif not here:
        _wrong_passcodes.give_back(client)
    return response


async def _in_turn(name: str) -> bool:
    """Wait where wrong passcodes were tried with a name; False when too many of it wait already."""
    key = name_key(name)
    if not key or not _wrong_names.exhausted(key):
        return True
    if _waiting_names[key] >= _MOST_OF_A_NAME:
        return False
    _waiting_names[key] += 1
    try:
        await asyncio.sleep(_NAME_DELAY)
    finally:
        _waiting_names[key] -= 1
        if not _waiting_names[key]:
            del _waiting_names[key]
    return True


async def leave(request: Request) -> Response:
    """GET /begeleider/uit: sign out."""
    token = request.cookies.get(browser.FACILITATOR_COOKIE, "")
    await run_in_threadpool(access.withdraw, store(), token)
    response = account.sign_out(request, RedirectResponse("/begeleider", 303))
    response.delete_cookie(browser.FACILITATOR_COOKIE)
    return response


async def remote(request: Request) -> Response:
    """GET /afstand/{meeting}/{token}: trade the link on the console for a remote's cookie."""
    return await run_in_threadpool(_remote, request)


def _guarded(request: Request, passcode: str | None, name: str = "") -> Response:
    try:
        return _signin(request, passcode, name)
    except StateError as error:
        return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=request.url.path, live="")  # fmt: skip


def _signin(request: Request, passcode: str | None, name: str) -> Response:
    with store().read() as db:
        several = access.has_organisers(db)
    first = not several and not access.passcode_is_set(store())
    refused = _not_here(request) if first else ""
    if refused:
        return page("sentence.html", 403, title=_("Nog niet klaar voor gebruik."), again="",
                    live="", sentence=refused)  # fmt: skip
    if passcode is None:
        return _form(request, first, "", name=name)
    try:
        if several:
            found = _organiser(name, passcode)
            if found.passcode_given:
                return first_passcode.begin(request, found, target(request))
            return browser.let_in(request, store(), target(request), found.id)
        _check(passcode, first=first)
        return browser.let_in(request, store(), target(request))
    except Refused as refusal:
        return _form(request, first, str(refusal), _WRONG, name)


def _not_here(request: Request) -> str:
    """Why the first passcode can't be chosen by a request; "" where it can."""
    if not is_local(request):
        return _("Kies eerst een toegangscode op de laptop waarop de app draait,"
                 " of geef er een met ODV_PASSCODE.")  # fmt: skip
    if not addresses.is_own(request.headers.get("host", "")):
        # A page of another site can let its own name lead to this laptop, and read what it gets.
        return _("Kies de toegangscode op de laptop zelf, op http://localhost:{port}.").format(
            port=addresses.port()
        )
    return ""


def _organiser(name: str, passcode: str) -> Organiser:
    """The organiser with this name and passcode; Refused, the same for whichever is wrong."""
    with store().read() as db:
        found = organisers.named(db, name)
    stored = found.passcode_hash if found and found.approved else ""
    if not access.fits(stored, passcode) or found is None:
        raise Refused(_("Die naam en toegangscode horen niet bij elkaar."))
    return found


def _check(passcode: str, *, first: bool) -> None:
    if first:
        access.set_passcode(store(), passcode)
    elif not access.passcode_fits(store(), passcode):
        raise Refused(_("Die toegangscode klopt niet."))


def _form(
    request: Request, first: bool, sentence: str, status: int = 200, name: str = ""
) -> Response:
    return page(
        "signin.html", status, first=first, sentence=sentence, target=target(request),
        minimum=access.PASSCODE_MINIMUM, several=_several(), typed=name, account=account.is_on(),
    )  # fmt: skip


def _several() -> bool:
    try:
        with store().read() as db:
            return access.has_organisers(db)
    except StateError:
        return False


def _remote(request: Request) -> Response:
    meeting_id, token = request.path_params["meeting"], request.path_params["token"]
    target = f"/afstand?m={meeting_id}"
    try:
        meetings.room(store(), meeting_id)
        pass_token = access.use_link(store(), token, meeting_id)
        if pass_token is None:
            if browser.may_steer(store(), request.cookies, meeting_id):
                return RedirectResponse(target, 303)
            raise Refused(_("Deze link is al gebruikt. Scan de QR in de regie opnieuw."))
    except Refused as refusal:
        return page("sentence.html", 410, title=_("Geen afstandsbediening."),
                    sentence=str(refusal), again="", live="")  # fmt: skip
    response = RedirectResponse(target, 303)
    browser.set_cookie(response, request, browser.REMOTE_COOKIE, pass_token)
    return response

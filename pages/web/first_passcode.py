"""Who signs in with a passcode that somebody else gave chooses an own one first.

GET  /begeleider/eigencode   asks for it
POST /begeleider/eigencode   keeps it, and lets the organiser in
"""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.web import access as browser
from pages.web.target import target
from pages.web.templates import page
from state import access, organisers
from state.access import SignedIn
from state.app import store
from state.organisers import Organiser
from state.problems import Refused

PATH = "/begeleider/eigencode"
_COOKIE = "odv_eigencode"
_SECONDS = 15 * 60


def begin(request: Request, whose: Organiser, wanted: str) -> Response:
    """Lead a browser that typed the given passcode to where its own is chosen, and after that to
    `wanted`."""
    token = access.give_pass(store(), "own_passcode", organiser_id=whose.id)
    response = RedirectResponse(f"{PATH}?naar={quote(wanted)}", 303)
    browser.set_cookie(response, request, _COOKIE, token, path=PATH, seconds=_SECONDS)
    return response


async def show(request: Request) -> Response:
    """GET: the form; who did not sign in just now goes there."""
    return await run_in_threadpool(_show, request)


async def choose(request: Request) -> Response:
    """POST: keep the passcode that was typed."""
    form = await request.form()
    return await run_in_threadpool(_choose, request, str(form.get("passcode", "")))


def _show(request: Request) -> Response:
    who = _who(request)
    return _form(request, who) if who else _sign_in(request)


def _choose(request: Request, wanted: str) -> Response:
    who = _who(request)
    if who is None:
        return _sign_in(request)
    try:
        organisers.choose_first_passcode(store(), who.organiser_id, wanted)
    except Refused as refusal:
        return _form(request, who, str(refusal), 422)
    response = browser.let_in(request, store(), target(request), who.organiser_id)
    response.delete_cookie(_COOKIE, path=PATH)
    return response


def _who(request: Request) -> SignedIn | None:
    with store().read() as db:
        return access.holder(db, request.cookies.get(_COOKIE), "own_passcode", None)


def _sign_in(request: Request) -> Response:
    return RedirectResponse(f"/begeleider?naar={quote(target(request))}", 303)


def _form(request: Request, who: SignedIn, sentence: str = "", status: int = 200) -> Response:
    return page(
        "first_passcode.html", status, whose=who.name, sentence=sentence, target=target(request),
        minimum=access.PASSCODE_MINIMUM,
    )  # fmt: skip

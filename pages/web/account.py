"""Signing in with the organisation's own account, through Streamlit's login (OpenID Connect).

GET /begeleider/account         to the provider
GET /begeleider/account/terug   back from it: the account becomes a pass of its organiser

Off unless `.streamlit/secrets.toml` has an [auth] section; then nothing is asked of the network.
Streamlit keeps who came back in a signed cookie; our pages go by a pass of our own.
"""

from __future__ import annotations

import json
import logging
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from streamlit.auth_util import encode_provider_token, get_cookie_with_chunks
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from pages.web import access as browser
from pages.web.templates import page
from state import access, accounts
from state.accounts import Identity
from state.app import store
from state.language import _
from state.problems import Refused, StateError

# Addresses of Streamlit's own login.
ITS_PATHS = frozenset({"/auth/login", "/auth/logout", "/oauth2callback"})
BACK = "/begeleider/account/terug"
_COOKIE = "_streamlit_user"
_log = logging.getLogger(__name__)


def is_on() -> bool:
    """Whether this installation knows a provider."""
    if not secrets_singleton.load_if_toml_exists():
        return False
    return bool(secrets_singleton.get("auth", {}).get("redirect_uri"))


def came_back(request: Request) -> bool:
    """Whether a browser comes from the provider with an account."""
    return _COOKIE in request.cookies and is_on()


async def go(request: Request) -> Response:
    """GET: to the provider's page."""
    if not is_on():
        return RedirectResponse("/begeleider", 303)
    query = urlencode({"provider": encode_provider_token(_provider())})
    return RedirectResponse(f"/auth/login?{query}", 303)


async def back(request: Request) -> Response:
    """GET: give the organiser whose account it is a pass; a sentence for anybody else."""
    return await run_in_threadpool(_back, request)


def sign_out(request: Request, response: Response) -> Response:
    """The answer that also ends the account's own sign-in, where there is one."""
    return RedirectResponse("/auth/logout", 303) if came_back(request) else response


def _back(request: Request) -> Response:
    found = _identity(request) if is_on() else None
    if found is None:
        return _forgotten(RedirectResponse("/begeleider", 303), request)
    try:
        organiser = accounts.organiser_of(store(), found)
        token = access.give_pass(store(), "facilitator", organiser_id=organiser.id)
    except Refused as refusal:
        answer: Response = page(
            "sentence.html", 403, title=_("Nog niet binnen."), sentence=str(refusal),
            again="/begeleider", live="",
        )  # fmt: skip
        return _forgotten(answer, request)
    except StateError as error:
        return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=BACK, live="")  # fmt: skip
    response = RedirectResponse("/", 303)
    browser.set_cookie(response, request, browser.FACILITATOR_COOKIE, token)
    return response


def _identity(request: Request) -> Identity | None:
    """The account in Streamlit's signed cookie; None where there is none, or a forged one."""

    def signed(name: str) -> bytes | None:
        value = request.cookies.get(name)
        if value is None:
            return None
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1", "replace"))

    text = get_cookie_with_chunks(signed, _COOKIE)
    if not text:
        return None
    try:
        told: dict[str, Any] = json.loads(text)
    except ValueError:
        return None
    issuer, subject = str(told.get("iss") or ""), str(told.get("sub") or "")
    if not (issuer and subject):
        _log.warning("an account came without issuer or subject")
        return None
    email = str(told.get("email") or "")
    # An address that the provider did not check may be anybody's: it is shown, and opens nothing.
    checked = told.get("email_verified") is True
    return Identity(issuer, subject, email, str(told.get("name") or email or subject), checked)


def _forgotten(response: Response, request: Request) -> Response:
    """The answer, without what Streamlit keeps of the account: the next try may be another."""
    for name in request.cookies:
        if name.startswith(_COOKIE):
            response.delete_cookie(name)
    return response


def _provider() -> str:
    section = secrets_singleton.get("auth", {})
    named = [key for key, value in section.items() if hasattr(value, "items")
             and "client_id" in value]  # fmt: skip
    return "default" if "client_id" in section or not named else str(named[0])

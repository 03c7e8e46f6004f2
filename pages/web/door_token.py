"""Which phone stands at the door, before it has a name.

The form at the door comes with a token in a cookie, signed for this meeting. Sending the form twice
is therefore the same phone twice, a browser that keeps no cookies is told so before anybody is
made, and no phone can choose a token itself.
"""

from __future__ import annotations

import hmac
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from pages.web import access
from state import people
from state.app import store
from state.ids import new_token
from state.models import Meeting

_COOKIE = "odv_deur"
_HOURS = 12 * 3600


def token_of(request: Request, meeting: Meeting) -> str:
    """The token of a phone at the door: the one it was let in with before, else the one that came
    with the form; "" for a phone that sends none of ours."""
    kept = request.cookies.get(access.device_cookie(meeting), "")
    if kept and (is_ours(meeting, kept) or _was_let_in(meeting, kept)):
        return kept
    return given_token(request, meeting)


def given_token(request: Request, meeting: Meeting) -> str:
    """The token that came with the page that this phone has open; "" for none of ours."""
    given = request.cookies.get(_COOKIE, "")
    return given if is_ours(meeting, given) else ""


def give_token(request: Request, response: Response, meeting: Meeting, path: str) -> None:
    """Send a token along with a page below `path`, unless the phone has that already."""
    if not given_token(request, meeting):
        token = new_token()
        signed = f"{token}.{_signature(meeting, token)}"
        access.set_cookie(response, request, _COOKIE, signed, path=path, seconds=_HOURS)


def is_ours(meeting: Meeting, token: str) -> bool:
    """Whether a token was given by this app, for this meeting."""
    word, _dot, signature = token.partition(".")
    expected = _signature(meeting, word)
    return hmac.compare_digest(signature.encode("utf-8", "surrogatepass"), expected.encode())


def _signature(meeting: Meeting, word: str) -> str:
    content = b"door" + word.encode("utf-8", "surrogatepass")
    return blake2b(content, key=meeting.secret.encode(), digest_size=12).hexdigest()


def _was_let_in(meeting: Meeting, token: str) -> bool:
    with store().read() as db:
        return people.was_let_in(db, meeting.id, token)

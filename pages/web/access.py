"""Who sends a request: read from its cookies, set on its answer."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import blake2b

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response

from state import access, track_access
from state.access import SignedIn
from state.database import Store
from state.models import Meeting

FACILITATOR_COOKIE = "odv_begeleider"
REMOTE_COOKIE = "odv_afstand"
# The token of the own page as it is kept for the doors, to show whose phone it is.
OWN_PAGE_COOKIE = "odv_eigen"
_YEAR = 365 * 24 * 3600


def device_cookie(meeting: Meeting) -> str:
    """The name of the cookie that ties a phone to one meeting."""
    return f"odv_{meeting.code}"


def signed_in(store: Store, cookies: Mapping[str, str]) -> SignedIn | None:
    """Whose facilitator's pass these cookies hold; None for nobody's."""
    with store.read() as db:
        return access.signed_in(db, cookies.get(FACILITATOR_COOKIE))


def is_facilitator(store: Store, cookies: Mapping[str, str]) -> bool:
    """Whether these cookies hold a facilitator's pass, of whichever organiser."""
    return signed_in(store, cookies) is not None


def prepares(store: Store, cookies: Mapping[str, str], meeting_id: str) -> SignedIn | None:
    """Who signed in with these cookies, where the track of a meeting is theirs; else None."""
    with store.read() as db:
        who = access.signed_in(db, cookies.get(FACILITATOR_COOKIE))
        track_id = track_access.of_meeting(db, meeting_id)
        if who is None or track_id is None or not track_access.may_open(db, who.acting, track_id):
            return None
        return who


def steers(store: Store, cookies: Mapping[str, str], meeting_id: str) -> SignedIn | None:
    """Who may steer a meeting with these cookies, as the facilitator or by a remote; else None."""
    who = prepares(store, cookies, meeting_id)
    if who is not None:
        return who
    with store.read() as db:
        return access.holder(db, cookies.get(REMOTE_COOKIE), "remote", meeting_id)


def may_steer(store: Store, cookies: Mapping[str, str], meeting_id: str) -> bool:
    """Whether these cookies may steer a meeting."""
    return steers(store, cookies, meeting_id) is not None


def screen_key(meeting: Meeting) -> str:
    """The secret in the link of the screen; only the console shows it."""
    # The first link has no number, as those that were made before there were more.
    what = b"screen" + (b"%d" % meeting.screen_number if meeting.screen_number else b"")
    return blake2b(what, key=meeting.secret.encode(), digest_size=12).hexdigest()


def screen_link(meeting: Meeting) -> str:
    """The address of the screen of a meeting, with its secret."""
    return f"/scherm?m={meeting.id}&s={screen_key(meeting)}"


def is_screen(meeting: Meeting, key: str) -> bool:
    """Whether a link's key opens the screen of this meeting."""
    return hmac.compare_digest(key.encode(), screen_key(meeting).encode())


def let_in(request: HTTPConnection, store: Store, target: str, organiser_id: str = "") -> Response:
    """Give the browser a facilitator's pass, of an organiser where there are several, and lead it
    to `target`."""
    token = access.give_pass(store, "facilitator", organiser_id=organiser_id)
    response = RedirectResponse(target, 303)
    set_cookie(response, request, FACILITATOR_COOKIE, token)
    return response


def set_cookie(
    response: Response, request: HTTPConnection, name: str, token: str, *, path: str = "/",
    seconds: int = _YEAR,
) -> None:  # fmt: skip
    """Keep a token in the browser, out of reach of scripts, for what lies below `path`."""
    secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
    response.set_cookie(
        name, token, max_age=seconds, httponly=True, samesite="lax", secure=secure, path=path
    )

"""Who sends a request: read from its cookies, set on its answer."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import blake2b

from starlette.requests import HTTPConnection
from starlette.responses import Response

from state import access
from state.database import Store
from state.models import Meeting

FACILITATOR_COOKIE = "odv_begeleider"
REMOTE_COOKIE = "odv_afstand"
_YEAR = 365 * 24 * 3600


def device_cookie(meeting: Meeting) -> str:
    """The name of the cookie that ties a phone to one meeting."""
    return f"odv_{meeting.code}"


def is_facilitator(store: Store, cookies: Mapping[str, str]) -> bool:
    """Whether these cookies hold a facilitator's pass."""
    with store.read() as db:
        return access.holds(db, cookies.get(FACILITATOR_COOKIE), "facilitator")


def may_steer(store: Store, cookies: Mapping[str, str], meeting_id: str) -> bool:
    """Whether these cookies may steer a meeting: as the facilitator or by a remote."""
    with store.read() as db:
        return access.holds(db, cookies.get(FACILITATOR_COOKIE), "facilitator") or access.holds(
            db, cookies.get(REMOTE_COOKIE), "remote", meeting_id
        )


def screen_key(meeting: Meeting) -> str:
    """The secret in the link of the screen; only the console shows it."""
    return blake2b(b"screen", key=meeting.secret.encode(), digest_size=12).hexdigest()


def is_screen(meeting: Meeting, key: str) -> bool:
    """Whether a link's key opens the screen of this meeting."""
    return hmac.compare_digest(key.encode(), screen_key(meeting).encode())


def set_cookie(
    response: Response, request: HTTPConnection, name: str, token: str, *, path: str = "/",
    seconds: int = _YEAR,
) -> None:  # fmt: skip
    """Keep a token in the browser, out of reach of scripts, for what lies below `path`."""
    secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
    response.set_cookie(
        name, token, max_age=seconds, httponly=True, samesite="lax", secure=secure, path=path
    )

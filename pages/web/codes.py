"""Join codes: the one place where a code that somebody sends leads to a meeting.

A code is short, so that it can be typed from a screen, and could be found by trying them all. So
every way in counts wrong codes together, by address. An address with too many is not refused, since
a whole hall may share it, but slowed: each of its tries waits, a few at a time, and the door then
hides the names of people. Who is known in the meeting by a cookie or key never waits.
"""

from __future__ import annotations

from asyncio import sleep
from collections import Counter
from dataclasses import dataclass

from sqlite_utils import Database
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import Response

from pages.web import access
from pages.web.client import client_of
from pages.web.delay import delay_refusal
from pages.web.templates import page
from state import homework, meetings, people
from state.access import Attempts
from state.app import store
from state.ids import CODE_LENGTH, clean_code
from state.language import _
from state.models import Meeting

_wrong_codes = Attempts(allowed=20, seconds=60)
# Seconds that a try of a slowed address takes, and how many of one address wait at a time: together
# at most 8 codes a second, of 280,000.
_DELAY = 2.0
_MOST_WAITING = 16
_waiting: Counter[str] = Counter()


class TooManyCodes(Exception):
    """This address has to wait before it may try another code."""


@dataclass(frozen=True)
class CodeFound:
    """The meeting of a code, None for a wrong one. `slowed`: the address tried too many."""

    meeting: Meeting | None
    slowed: bool = False


async def find(connection: HTTPConnection, typed: str) -> CodeFound:
    """Look up a code, late for an address that tried too many wrong ones. Raises TooManyCodes when
    as many of its tries wait already, and StateError."""
    client = client_of(connection)
    if _waiting[client] >= _MOST_WAITING and not _may_be_known(connection, typed):
        # Not even looked up.
        await delay_refusal(_DELAY)
        raise TooManyCodes
    found = await run_in_threadpool(_look_up, connection, typed)
    if found.slowed:
        await _wait(client)
    return found


def sentence() -> str:
    """What somebody reads who has to wait."""
    return _("Er zijn te veel foute codes geprobeerd. Wacht een minuut en probeer opnieuw.")


def refused() -> Response:
    """The page for somebody who has to wait."""
    return page("code.html", 429, typed="", sentence=sentence())


def unknown(found: CodeFound, typed: str) -> Response:
    """The page for a code that no meeting has, or for somebody who has to wait."""
    if found.slowed:
        return refused()
    clean = clean_code(typed)
    told = _("Er is geen bijeenkomst met de code {code}. Kijk nog eens naar het scherm.")
    return page(
        "code.html", 404, typed=clean, sentence=told.format(code=clean[: CODE_LENGTH * 2])
    )  # fmt: skip


def _look_up(connection: HTTPConnection, typed: str) -> CodeFound:
    client = client_of(connection)
    with store().read() as db:
        meeting = meetings.find_by_code(db, clean_code(typed))
        if meeting is None:
            return CodeFound(None, _wrong_codes.count_wrong(client))
        # Only who would be slowed has to be known: looking that up costs each page that opens.
        if not _wrong_codes.exhausted(client) or _is_known(db, connection, meeting):
            return CodeFound(meeting)
    return CodeFound(meeting, slowed=True)


def _is_known(db: Database, connection: HTTPConnection, meeting: Meeting) -> bool:
    """Whether a browser proves that it was let into this meeting."""
    cookies = connection.cookies
    token = cookies.get(access.device_cookie(meeting), "")
    if token and people.was_let_in(db, meeting.id, token):
        return True
    if token and homework.device_link(db, meeting.id, token):
        return True
    key = connection.query_params.get("s", "")
    return access.is_screen(meeting, key) or access.may_steer(store(), cookies, meeting.id)


def _may_be_known(connection: HTTPConnection, typed: str) -> bool:
    """Whether a browser sends anything that could prove that it was let in."""
    proofs = {f"odv_{clean_code(typed)}", access.FACILITATOR_COOKIE, access.REMOTE_COOKIE}
    return "s" in connection.query_params or not proofs.isdisjoint(connection.cookies)


async def _wait(client: str) -> None:
    if _waiting[client] >= _MOST_WAITING:
        await delay_refusal(_DELAY)
        raise TooManyCodes
    _waiting[client] += 1
    try:
        await sleep(_DELAY)
    finally:
        _waiting[client] -= 1
        if not _waiting[client]:
            del _waiting[client]

"""Middleware for organisers: what hangs on a track opens only for those whose track it is.

It is decided here of every address which track, if any, it hangs on. What a page or a seat judges
itself (DESK, OPEN) is passed on. An organiser who asks for a track of somebody else reads the same
as where there is none; what they write is written in their name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.cookies import CookieError
from typing import Any

from sqlite_utils import Database
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.web import access
from pages.web.templates import page
from state import access as passes
from state import track_access
from state.access import SignedIn
from state.app import store
from state.problems import StateError

_Values = Mapping[str, str]
_Finder = Callable[[Database, _Values], str | None]


def _track(_db: Database, values: _Values) -> str | None:
    return values.get("track")


def _meeting(db: Database, values: _Values) -> str | None:
    return track_access.of_meeting(db, values.get("meeting", ""))


def _visit(db: Database, values: _Values) -> str | None:
    return track_access.of_visit(db, values.get("visit", ""))


# Routes whose query names what they hang on: the one parameter they read, and what it names.
# Nothing else of a query is looked at, so that it can't lead to another track than the page shows.
_ASKED = {"/terugscherm": ("m", "meeting"), "/regie": ("m", "meeting")}
# The address of a facilitator's page or download -> the track it hangs on.
OF_TRACK: dict[str, _Finder] = {
    "/terugscherm": _meeting,
    "/regie": _meeting,
    "/mijnlinks/{track}": _track,
    "/thuislinks/{meeting}": _meeting,
    "/avond/{meeting}.{form}": _meeting,
    "/avond/{meeting}": _meeting,
    "/draaiboek/{meeting}.{form}": _meeting,
    "/bundel/{track}/{organisation}.{form}": _track,
    "/verslag/{track}.{form}": _track,
    "/programma/{visit}.{form}": _visit,
    "/kalender/traject/{track}.ics": _track,
    "/kalender/bezoek/{visit}.ics": _visit,
    "/uitvoer/{meeting}.zip": _meeting,
    "/uitvoer/traject/{track}.zip": _track,
    "/uitvoer/traject/{track}.xlsx": _track,
    "/uitvoer/traject/{track}.json": _track,
    "/register/{track}": _track,
    "/antwoorden/{track}/{kind}.csv": _track,
}
# Pages of the desk: each checks the track in its address itself (pages/desk/guard.py).
DESK = frozenset({
    "/", "/traject", "/nieuw", "/wiebijwie", "/bezoeken", "/bijeenkomst", "/terugblik", "/verslag",
    "/mailtekst", "/zondernamen", "/kandidaten", "/kijkstages", "/organisatoren", "/wijzigingen",
    "/oproep",
})  # fmt: skip
# For participants, the screen and whoever knocks; a seat (pages/live/roles) or the page itself
# decides, also where an organiser may come.
OPEN = frozenset({
    "/gsm", "/scherm", "/scherm/dicht", "/afstand", "/d", "/d/{code}", "/begeleider",
    "/begeleider/uit", "/begeleider/eigencode", "/begeleider/account", "/begeleider/account/terug",
    "/afstand/{meeting}/{token}", "/mijnbundel/{code}.pdf", "/mijnprogramma/{code}/{visit}.pdf",
    "/kalender/{code}.ics", "/gegevens/{code}", "/beeld/{id}", "/api/health", "/live/{code}",
    "/bell/{code}", "/thuis/{token}", "/mijn",
    # Says only whether a page that is open may stay so.
    "/bureau/toegang",
    # The token is random, and only the page that began the download has it.
    "/uitvoer/voortgang/{token}", "/beeld/{activity}/{photo}",
})  # fmt: skip
_OPEN_BELOW = ("/assets/", "/mijn/", "/oproep/", "/aanmelding/")


def is_decided(path: str) -> bool:
    """Whether it was decided who may open an address of ours, as its route spells it."""
    return path in OF_TRACK or path in DESK or _is_open(path)


@dataclass(frozen=True)
class _TrackVerdict:
    who: SignedIn | None
    may: bool


class TrackGate:
    """Lets organisers pass to what is theirs. `routes`: all of ours."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, in the name of the organiser who asks; or answer that there is nothing."""
        found = self._route(scope)
        if found is None:
            await self._app(scope, receive, send)
            return
        path, values = found
        judged = await run_in_threadpool(_judged, HTTPConnection(scope), path, values)
        if judged.may:
            with track_access.acting(judged.who.acting if judged.who else None):
                await self._app(scope, receive, send)
            return
        answer = page(
            "desk_sentence.html",
            404,
            title=str(track_access.gone()),
            sentence="",
            again="",
            live="",
        )
        await answer(scope, receive, send)

    def _route(self, scope: Scope) -> tuple[str, dict[str, str]] | None:
        """The route that a facilitator's browser asks for, with what its address names; None for
        anybody else's, and for what is nobody's in particular."""
        if scope["type"] != "http" or not _has_pass(scope):
            return None
        for route in self._routes:
            match, child = route.matches(scope)
            if match is not Match.NONE:
                path = str(getattr(route, "path", ""))
                if path in DESK or _is_open(path):
                    return None
                return path, {**_texts(child), **_asked(path, HTTPConnection(scope))}
        return None


def _judged(asked: HTTPConnection, path: str, values: _Values) -> _TrackVerdict:
    try:
        with store().read() as db:
            who = passes.signed_in(db, asked.cookies.get(access.FACILITATOR_COOKIE))
            if who is None or who.acting is None:
                return _TrackVerdict(who, True)
            find = OF_TRACK.get(path)
            track_id = find(db, values) if find else None
            may = track_id is not None and track_access.may_open(db, who.acting, track_id)
            return _TrackVerdict(who, may)
    except StateError:
        # The page itself tells what is wrong with the data.
        return _TrackVerdict(None, True)


def _has_pass(scope: Scope) -> bool:
    try:
        return access.FACILITATOR_COOKIE in HTTPConnection(scope).cookies
    except CookieError:
        return False


def _is_open(path: str) -> bool:
    return path in OPEN or path.startswith(_OPEN_BELOW)


def _asked(path: str, asked: HTTPConnection) -> dict[str, str]:
    """What the query names that a route hangs on; "" where that is asked for twice."""
    if path not in _ASKED:
        return {}
    parameter, name = _ASKED[path]
    found = asked.query_params.getlist(parameter)
    return {name: found[0] if len(found) == 1 else ""}


def _texts(child: Any) -> dict[str, str]:
    return {name: str(value) for name, value in child.get("path_params", {}).items()}

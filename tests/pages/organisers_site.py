"""Two organisers, each with a track that the other may not see, served as by the app."""

from __future__ import annotations

from dataclasses import dataclass

from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient

import streamlit_app
from exercises import EXERCISES
from exercises.engine import running
from pages.web import error_pages, track_gate
from pages.web.access import FACILITATOR_COOKIE
from state import access, meetings, organisers, people, pictures, tracks, visits
from state.database import Store
from state.models import FACILITATOR, TrackVisit
from state.problems import Refused, StateError
from state.track_access import Acting, acting

# In every text of the first organiser's track.
SECRET = "Zilverspar"
FAST = PasswordHasher(time_cost=1, memory_cost=64)


@dataclass(frozen=True)
class Two:
    """The first organiser owns the track of `ids`; the second that of `theirs`."""

    store: Store
    first: Acting
    second: Acting
    first_token: str
    second_token: str
    ids: dict[str, str]
    theirs: dict[str, str]
    code: str


def two_organisers(store: Store) -> Two:
    """An installation with a track of An, and a small one of Bo."""
    token = access.give_pass(store, "facilitator")
    an = Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)
    with acting(an):
        bo = Acting(organisers.add(store, "Bo", "wachtwoord van bo"), False)
        ids = _track(store)
    with acting(bo):
        theirs = _small_track(store)
    pass_of_bo = access.give_pass(store, "facilitator", organiser_id=bo.organiser_id)
    code = meetings.room(store, ids["meeting"]).meeting.code
    return Two(store, an, bo, token, pass_of_bo, ids, theirs, code)


def _track(store: Store) -> dict[str, str]:
    track = tracks.add_track(store, f"Traject {SECRET}", f"thema {SECRET}")
    houses = [
        tracks.add_organisation(store, track, f"{name} {SECRET}") for name in ("Brug", "Kade")
    ]
    person = tracks.add_person(store, houses[0], f"Els {SECRET}")
    meeting = meetings.add(store, track, f"Kick-off {SECRET}", "2026-11-22", SECRET)
    exercise = EXERCISES[0]
    activity = meetings.add_activity(store, meeting, exercise.kind, exercise.sample.to_json(), 40)
    meetings.entitle(store, activity, f"Oefening {SECRET}")
    meetings.open_doors(store, meeting)
    people.join(store, meeting, "gsm", houses[0], f"Jan {SECRET}")
    running.start(store, activity)
    visit = visits.add(
        store, track,
        TrackVisit("", houses[0], houses[1], (), 1, "jobshadowing", "agreed", (), SECRET),
    )  # fmt: skip
    picture = pictures.add(
        store, activity, FACILITATOR, "0" * 64, "image/webp", (1, 1), SECRET.encode()
    )
    return {
        "track": track, "organisation": houses[0], "person": person, "meeting": meeting,
        "activity": activity, "visit": visit, "picture": picture.id,
        "kind": exercise.kind,
    }  # fmt: skip


def _small_track(store: Store) -> dict[str, str]:
    track = tracks.add_track(store, "Een eigen traject", "")
    houses = [tracks.add_organisation(store, track, name) for name in ("Dok", "Sluis")]
    visit = visits.add(
        store, track,
        TrackVisit("", houses[0], houses[1], (), 1, "jobshadowing", "agreed", (), ""),
    )  # fmt: skip
    meeting = meetings.add(store, track, "Start", "2026-11-22", "")
    return {"track": track, "meeting": meeting, "visit": visit,
            "organisation": houses[0], "kind": EXERCISES[0].kind}  # fmt: skip


def routes() -> list[Route | WebSocketRoute | Mount]:
    """Every route of the app that is not Streamlit's."""
    return [*streamlit_app.ROUTES]  # type: ignore[list-item]


def site() -> Starlette:
    """The app, without Streamlit."""
    return Starlette(
        routes=routes(),
        middleware=[Middleware(track_gate.TrackGate, routes=routes())],
        exception_handlers={StateError: error_pages.no_data, Refused: error_pages.refused},  # type: ignore[dict-item]
    )


def browser(served: Starlette, token: str) -> TestClient:
    """A browser that holds this pass."""
    client = TestClient(served, client=("192.168.1.60", 1), follow_redirects=False)
    client.cookies.set(FACILITATOR_COOKIE, token)
    return client

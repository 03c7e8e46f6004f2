"""All ways in, served as by the app, for tests that come as many browsers and addresses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from pages.live import html, requests, socket
from pages.own import routes as own_page
from pages.web import door
from state import app, meetings, tracks
from state.database import Store
from state.models import Meeting

HALL = "192.168.1.50"


@asynccontextmanager
async def _ringing(_app: Any) -> AsyncIterator[None]:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(app.hub().run)
        yield
        tasks.cancel_scope.cancel()


def site() -> Starlette:
    """The app, without Streamlit."""
    return Starlette(
        routes=[
            Route("/gsm", html.serve),
            Route("/d/{code}", door.show, methods=["GET"]),
            Route("/d/{code}", door.come_in, methods=["POST"]),
            *own_page.ROUTES,
            WebSocketRoute("/live/{code}", socket.connect),
            Route("/live/{code}", requests.answer, methods=["POST"]),
        ],
        lifespan=_ringing,
    )


def browser(served: Starlette, host: str = HALL) -> TestClient:
    """A browser without cookies, at an address."""
    return TestClient(served, client=(host, 1), follow_redirects=False)


def open_meeting(store: Store, *organisations: str) -> Meeting:
    """A meeting with its doors open, of organisations without people."""
    track = tracks.add_track(store, "Samen")
    for name in organisations or ("De Brug",):
        tracks.add_organisation(store, track, name)
    meeting = meetings.add(store, track, "Kick-off")
    meetings.open_doors(store, meeting)
    return meetings.room(store, meeting).meeting


def form_of(store: Store, meeting: Meeting, name: str, **more: str) -> dict[str, str]:
    """What the door's form sends for the first organisation."""
    house = tracks.organisations(store, meeting.track_id)[0].id
    return {"name": name, "organisation": house, "function": "", **more}


def join(client: TestClient, meeting: Meeting, form: dict[str, str]) -> Any:
    """Open the door and send its form, as a browser does."""
    client.get(f"/d/{meeting.code}")
    return client.post(f"/d/{meeting.code}", data=form)

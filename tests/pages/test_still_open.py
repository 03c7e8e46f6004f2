"""An open page of the desk is told at once when it may not be seen any more."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient

from pages.web import still_open
from pages.web.access import FACILITATOR_COOKIE
from state import access, app, organisers, sharing, tracks
from state.database import Store
from state.revisions import INSTALLATION
from state.track_access import acting
from tests.pages import organisers_site
from tests.pages.organisers_site import SECRET, Two


@asynccontextmanager
async def ringing(_app: Any) -> AsyncIterator[None]:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(app.hub().run)
        yield
        tasks.cancel_scope.cancel()


@pytest.fixture
def two(data: Store, monkeypatch: pytest.MonkeyPatch) -> Two:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    return organisers_site.two_organisers(data)


@pytest.fixture
def bo(two: Two) -> Iterator[TestClient]:
    """The browser of the second organiser."""
    routes = [WebSocketRoute(still_open.PATH, still_open.watch)]
    with TestClient(Starlette(routes=routes, lifespan=ringing)) as client:
        client.cookies.set(FACILITATOR_COOKIE, two.second_token)
        yield client


def shared(two: Two) -> str:
    with acting(two.first):
        sharing.share(two.store, two.ids["track"], two.second.organiser_id, "helper")
    return two.ids["track"]


def unshares(two: Two) -> None:
    with acting(two.first):
        sharing.unshare(two.store, two.ids["track"], two.second.organiser_id)


def removes(two: Two) -> None:
    with acting(two.first):
        organisers.remove(two.store, two.second.organiser_id, two.first.organiser_id)


def gives_another_passcode(two: Two) -> None:
    with acting(two.first):
        organisers.set_passcode(two.store, two.second.organiser_id, "iets nieuws", given=True)


def signs_out(two: Two) -> None:
    access.withdraw(two.store, two.second_token)


def goes_back_to_one(two: Two) -> None:
    with acting(two.first):
        organisers.end(two.store, "voor iedereen", two.first_token)


_ENDS = [unshares, removes, gives_another_passcode, signs_out, goes_back_to_one]


@pytest.mark.parametrize("end", _ENDS)
def test_a_page_is_told_at_once(two: Two, bo: TestClient, end: Callable[[Two], None]) -> None:
    track = shared(two)
    with bo.websocket_connect(f"{still_open.PATH}?t={track}") as page:
        end(two)
        told = page.receive_text()
        assert told == '{"gone":true}', "nothing more than that"
        assert SECRET not in told


@pytest.mark.parametrize("end", _ENDS)
def test_one_that_connects_too_late_is_told_as_well(
    two: Two, bo: TestClient, end: Callable[[Two], None]
) -> None:
    track = shared(two)
    end(two)
    with bo.websocket_connect(f"{still_open.PATH}?t={track}") as page:
        assert page.receive_json() == {"gone": True}


def test_what_happens_to_others_tells_nothing(two: Two, bo: TestClient) -> None:
    shared(two)
    with bo.websocket_connect(f"{still_open.PATH}?t={two.theirs['track']}") as page:
        unshares(two)
        with acting(two.first):
            other = organisers.add(two.store, "Cis", "wachtwoord van cis")
            organisers.remove(two.store, other, two.first.organiser_id)
        removes(two)
        # The first message is the one that concerns this page.
        assert page.receive_json() == {"gone": True}
        with two.store.read() as db:
            assert access.signed_in(db, two.second_token) is None


def test_a_page_of_a_meeting_hangs_on_its_track(two: Two, bo: TestClient) -> None:
    shared(two)
    with bo.websocket_connect(f"{still_open.PATH}?m={two.ids['meeting']}") as page:
        unshares(two)
        assert page.receive_json() == {"gone": True}


def test_a_closed_page_is_listened_to_no_more(two: Two, bo: TestClient) -> None:
    with bo.websocket_connect(still_open.PATH):
        pass
    assert app.hub()._listeners.get(INSTALLATION, set()) == set()


def test_a_track_without_meetings_is_told_of(two: Two, bo: TestClient) -> None:
    with acting(two.first):
        track = tracks.add_track(two.store, "Zonder bijeenkomst", "")
        sharing.share(two.store, track, two.second.organiser_id, "helper")
    with bo.websocket_connect(f"{still_open.PATH}?t={track}") as page:
        with acting(two.first):
            sharing.unshare(two.store, track, two.second.organiser_id)
        assert page.receive_json() == {"gone": True}

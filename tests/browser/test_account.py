"""Signing in with the organisation's account, against a small provider on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from pages.web.access import FACILITATOR_COOKIE
from state import access, organisers
from state.database import Store
from state.track_access import Acting, acting
from tests.browser.provider import Provider
from tests.browser.server import PASSCODE, Server

_LONG = "wachtwoord van an"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """The organisation's accounts."""
    opened = Provider()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, provider: Provider) -> Iterator[Server]:
    """A server that knows the provider."""
    folder = tmp_path_factory.mktemp("account")
    running = Server(folder / "data", folder / "server.log", secrets=folder / "secrets.toml")
    (folder / "secrets.toml").write_text(provider.secrets_toml(running.url))
    yield running.start()
    running.stop()


@pytest.fixture(scope="module")
def store(server: Server) -> Iterator[Store]:
    """Its data, from outside."""
    opened = Store(server.data)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def an(store: Store) -> Acting:
    """The first organiser, who has a passcode."""
    token = access.give_pass(store, "facilitator")
    return Acting(organisers.begin(store, "An", _LONG, token), True)


def browser(server: Server) -> httpx.Client:
    """A browser that follows wherever it is sent."""
    return httpx.Client(base_url=server.url, follow_redirects=True, timeout=60)


def whose(store: Store, client: httpx.Client) -> str | None:
    """Whose pass a browser holds."""
    with store.read() as db:
        found = access.signed_in(db, client.cookies.get(FACILITATOR_COOKIE))
    return found.name if found else None


def test_an_invited_account_comes_in_and_out(
    server: Server, store: Store, provider: Provider, an: Acting
) -> None:
    with acting(an):
        invited = organisers.invite(store, "Bo", "bo@huis.be")
    provider.account = {"sub": "b-1", "email": "Bo@huis.be", "email_verified": True, "name": "Bo"}
    with browser(server) as client:
        assert "Meld aan met je organisatie" in client.get("/begeleider").text
        came = client.get("/begeleider/account")
        assert came.url.path == "/" and 'data-odv="desk"' in came.text
        assert whose(store, client) == "Bo"
        # The account is known by issuer and subject from now on, whatever its address.
        with store.read() as db:
            found = organisers.find(db, invited)
        assert (found.issuer, found.subject) == (provider.url, "b-1")
        out = client.get("/begeleider/uit")
        assert out.url.path == "/begeleider"
        assert provider.signed_out == 1
        assert whose(store, client) is None
        assert not [name for name in client.cookies if name.startswith("_streamlit_user")]
    provider.account = {"sub": "b-1", "email": "anders@huis.be", "email_verified": True}
    with browser(server) as client:
        client.get("/begeleider/account")
        assert whose(store, client) == "Bo"


def test_who_was_not_invited_waits_until_let_in(
    server: Server, store: Store, provider: Provider, an: Acting
) -> None:
    provider.account = {"sub": "c-1", "email": "cis@huis.be", "name": "Cis <b>"}
    with browser(server) as client:
        answer = client.get("/begeleider/account")
        assert answer.status_code == 403 and "moet je nog binnenlaten" in answer.text
        assert whose(store, client) is None
        client.get("/begeleider/account")
        waiting = [one for one in organisers.everybody(store) if not one.approved]
        assert [one.name for one in waiting] == ["Cis <b>"]
        with acting(an):
            organisers.approve(store, waiting[0].id)
        client.get("/begeleider/account")
        assert whose(store, client) == "Cis <b>"
        with acting(an):
            organisers.remove(store, waiting[0].id, an.organiser_id)
        assert whose(store, client) is None


def test_an_address_that_nobody_checked_opens_no_invitation(
    server: Server, store: Store, provider: Provider, an: Acting
) -> None:
    with acting(an):
        invited = organisers.invite(store, "Dre", "dre@huis.be")
    provider.account = {"sub": "x-1", "email": "dre@huis.be", "email_verified": False, "name": "X"}
    with browser(server) as client:
        client.get("/begeleider/account")
        assert whose(store, client) is None
    with store.read() as db:
        assert organisers.find(db, invited).subject == ""


def test_a_forged_account_opens_nothing(server: Server, store: Store, an: Acting) -> None:
    with browser(server) as client:
        client.cookies.set("_streamlit_user", "2|1:0|10:1|15:_streamlit_user|4:e30=|forged")
        answer = client.get("/begeleider/account/terug")
        assert answer.url.path == "/begeleider"
        assert whose(store, client) is None


def test_name_and_passcode_still_work_beside_it(server: Server, store: Store, an: Acting) -> None:
    with browser(server) as client:
        client.post("/begeleider", data={"name": "an", "passcode": _LONG})
        assert whose(store, client) == "An"
        assert client.post("/begeleider", data={"passcode": PASSCODE}).status_code == 422


def test_off_by_default(tmp_path: Path) -> None:
    plain = Server(tmp_path / "data", tmp_path / "server.log").start()
    try:
        with browser(plain) as client:
            assert "Meld aan met je organisatie" not in client.get("/begeleider").text
            assert client.get("/begeleider/account").url.path == "/begeleider"
            assert client.get("/oauth2callback").status_code == 404
            assert client.get("/auth/login").status_code == 404
    finally:
        plain.stop()

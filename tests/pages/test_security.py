"""What holds for every request: where it may come from, and what a page may load."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages.web import addresses, index, security
from pages.web.access import FACILITATOR_COOKIE
from state import access, app
from state.database import Store


async def html(request: Request) -> Response:
    return HTMLResponse("<p>")


async def json(request: Request) -> Response:
    return JSONResponse({}, headers={"Content-Security-Policy": "default-src 'none'"})


async def greet(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text("dag")
    await websocket.close()


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    yield app.store()
    app.store.clear()


@pytest.fixture
def client(served: Store) -> TestClient:
    routes = [
        Route("/", html, methods=["GET"]),
        Route("/gsm", html, methods=["GET", "POST"]),
        Route("/beeld", json, methods=["GET", "POST"]),
        WebSocketRoute("/live", greet),
        WebSocketRoute("/_stcore/stream", greet),
        Route("/_stcore/upload_file", json, methods=["PUT"]),
        Route("/_stcore/health", html),
    ]
    middleware = [
        Middleware(security.Hardened, desk=index.is_desk),
        Middleware(security.SameOrigin),
        Middleware(security.FacilitatorOnly),
    ]
    return TestClient(Starlette(routes=routes, middleware=middleware))


def test_a_live_page_may_load_only_what_is_ours(client: TestClient) -> None:
    headers = client.get("/gsm").headers
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy and "style-src 'self';" in policy
    assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert "connect-src 'self' ws://testserver wss://testserver;" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_the_desk_is_no_ones_frame(client: TestClient) -> None:
    assert "frame-ancestors 'none'" in client.get("/").headers["content-security-policy"]


def test_what_an_answer_says_itself_stays(client: TestClient) -> None:
    assert client.get("/beeld").headers["content-security-policy"] == "default-src 'none'"


@pytest.mark.parametrize("host", ["x;script-src *", "x y", "x'"])
def test_a_strange_host_gets_no_word_in_the_policy(client: TestClient, host: str) -> None:
    policy = client.get("/gsm", headers={"Host": host}).headers["content-security-policy"]
    assert "connect-src 'self';" in policy


@pytest.mark.parametrize("origin", ["https://elders.example", "null", "http://testserver:81"])
def test_another_site_changes_nothing(client: TestClient, origin: str) -> None:
    assert client.post("/gsm", headers={"Origin": origin}).status_code == 403
    assert client.get("/gsm", headers={"Origin": origin}).status_code == 200
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/live", headers={"Origin": origin}),
    ):
        pass


def test_our_own_pages_and_what_is_no_browser_may(client: TestClient) -> None:
    assert client.post("/gsm", headers={"Origin": "http://testserver"}).status_code == 200
    assert client.post("/gsm").status_code == 200
    with client.websocket_connect("/live", headers={"Origin": "http://testserver"}) as socket:
        assert socket.receive_text() == "dag"


def test_a_browser_that_says_it_comes_from_elsewhere_is_believed(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/gsm", headers=headers).status_code == 403


def test_behind_a_proxy_the_public_address_is_ours(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = {"Origin": "https://vloer.example", "Host": "127.0.0.1:8501"}
    assert client.post("/gsm", headers=headers).status_code == 403
    monkeypatch.setenv("ODV_PUBLIC_URL", "https://vloer.example")
    assert client.post("/gsm", headers=headers).status_code == 200


def test_streamlit_is_for_the_facilitator_alone(client: TestClient, served: Store) -> None:
    assert client.put("/_stcore/upload_file").status_code == 403
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream"):
        pass
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    assert client.put("/_stcore/upload_file").status_code == 200
    with client.websocket_connect("/_stcore/stream") as socket:
        assert socket.receive_text() == "dag"


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("", True), ("https://vloer.example", True), ("vloer.example/", True),
        ("https://vloer.example/odv", False), ("vloer.example/odv/", False),
    ],
)  # fmt: skip
def test_a_public_address_with_a_path_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str, fits: bool
) -> None:
    monkeypatch.setenv("ODV_PUBLIC_URL", url)
    assert (addresses.refused_url() == "") == fits

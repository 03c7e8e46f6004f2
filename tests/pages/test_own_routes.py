"""Our own routes are answered before Streamlit's middleware; the rest goes on to Streamlit."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from pages.web import error_pages, index
from pages.web.own_routes import OwnRoutes
from state.problems import StateError, not_reached


async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("streamlit")(scope, receive, send)


async def ours(request: Request) -> Response:
    return PlainTextResponse("ours " * int(request.path_params["times"]))


ROUTES = [Route("/times/{times}", ours)]
client = TestClient(OwnRoutes(streamlit, ROUTES, elsewhere=index.is_streamlits))


def test_a_path_of_ours_is_answered_here_and_others_are_passed_on() -> None:
    assert client.get("/times/1").text == "ours "
    for path in ("/_stcore/health", "/static/js/main.js", "/favicon.png"):
        assert client.get(path).text == "streamlit"


def test_a_path_of_nobody_is_answered_in_dutch() -> None:
    for path in ("/elsewhere", "/times/1/more", "/index.html", "/AVOND/x", "/media/x.png"):
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 404
        assert answer.headers["content-language"] == "nl" and "Hier is niets." in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/media/x.png",
        "//media/x.png",
        "/%6dedia/x.png",
        "/traject/media/x.png",
        "/media",
        "/static/../media/x.png",
    ],
)
def test_what_streamlit_keeps_to_show_is_for_nobody(path: str) -> None:
    # For it one address holds for whoever signed in, whose track it is or not.
    assert client.get(path).text != "streamlit"


def test_another_method_on_our_path_is_refused_here() -> None:
    assert client.post("/times/1").status_code == 405


def test_a_long_answer_is_compressed_where_the_browser_takes_that() -> None:
    long = client.get("/times/1000", headers={"Accept-Encoding": "gzip"})
    assert long.headers["content-encoding"] == "gzip"
    assert long.text == "ours " * 1000
    plain = client.get("/times/1000", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in client.get("/times/1").headers


async def fails(request: Request) -> Response:
    raise StateError(not_reached())


def test_a_route_without_data_is_answered_by_the_handler_that_was_given() -> None:
    told = TestClient(
        OwnRoutes(
            streamlit,
            [Route("/fails", fails)],
            {StateError: error_pages.no_data},
            elsewhere=index.is_streamlits,
        )
    ).get("/fails", headers={"Accept": "text/html"})
    assert told.status_code == 503
    assert "kan nu niet bij haar gegevensmap" in told.text

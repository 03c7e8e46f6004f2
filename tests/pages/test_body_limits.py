"""Bodies with limits, and broken requests that are answered in Dutch."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import body_limits, error_pages

HTML = {"Accept": "text/html"}


async def take(request: Request) -> Response:
    await request.form()
    return PlainTextResponse("dank je")


async def broken(request: Request) -> Response:
    raise HTTPException(int(request.path_params["status"]))


# So long no body is waited for: a test would hang.
_NEVER_S = 60


@pytest.fixture
def served() -> Starlette:
    routes = [
        Route("/neem", take, methods=["POST"]),
        Route("/beeld/x", take, methods=["POST"]),
        Route("/stuk/{status}", broken),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(error_pages.DutchErrors), Middleware(body_limits.BodyLimits)],
    )


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 413, 422, 500, 503])
def test_no_answer_is_english(served: Starlette, status: int) -> None:
    client = TestClient(served)
    page, line = (client.get(f"/stuk/{status}", headers=h) for h in (HTML, {}))
    for answer in (page, line):
        assert answer.status_code == status and answer.headers["content-language"] == "nl"
        assert "Not Found" not in answer.text and "Bad" not in answer.text
    assert '<main class="lone">' in page.text
    assert line.text.endswith(".") and "<" not in line.text


def test_a_wrong_way_of_asking_and_a_wrong_address_are_said_in_dutch(served: Starlette) -> None:
    client = TestClient(served)
    wrong = client.get("/neem", headers=HTML)
    assert wrong.status_code == 405 and "Dit kan hier niet." in wrong.text
    assert wrong.headers["allow"] == "POST"
    assert "Hier is niets." in client.get("/nergens", headers=HTML).text


def test_a_form_of_megabytes_is_refused_whatever_it_says_of_its_size(served: Starlette) -> None:
    def parts() -> Any:
        for _ in range(30):
            yield b"x" * 100_000

    client = TestClient(served)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/neem", content=parts(), headers={**HTML, **form})
    assert answer.status_code == 413 and "te groot" in answer.text
    assert client.post("/beeld/x", content=parts()).status_code == 200


@pytest.mark.parametrize(("silence", "longest", "every"), [(0.1, 10.0, 5.0), (10.0, 0.2, 0.02)])
def test_a_body_that_never_ends_is_let_go(
    served: Starlette, monkeypatch: pytest.MonkeyPatch, silence: float, longest: float, every: float
) -> None:
    monkeypatch.setattr(body_limits, "_SILENCE", silence)
    monkeypatch.setattr(body_limits, "_LONGEST", longest)
    sent: list[Any] = []

    async def receive() -> Any:
        await asyncio.sleep(every)
        return {"type": "http.request", "body": b"a", "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "POST", "path": "/neem", "query_string": b"",
        "headers": [(b"content-type", b"application/x-www-form-urlencoded")],
    }  # fmt: skip
    asyncio.run(asyncio.wait_for(served(scope, receive, send), _NEVER_S))
    assert sent[0]["status"] == 408 and "te lang" in sent[1]["body"].decode()


def test_a_failure_is_said_in_dutch() -> None:
    async def fails(_request: Request) -> Response:
        raise ZeroDivisionError

    served = Starlette(
        routes=[Route("/", fails)], exception_handlers={Exception: error_pages.failed}
    )
    answer = TestClient(served, raise_server_exceptions=False).get("/", headers=HTML)
    assert answer.status_code == 500 and "Er ging iets mis." in answer.text

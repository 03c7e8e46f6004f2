"""How far a download is, as the browser is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import following
from pages.web.access import FACILITATOR_COOKIE
from report.data.progress import Followed, Progress, downloads
from state import access, app


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    yield TestClient(Starlette(routes=[Route(f"{following.PATH}/{{token}}", following.follow)]))
    app.store.clear()


def events(text: str) -> list[dict[str, Any]]:
    return [json.loads(line.removeprefix("data: ")) for line in text.split("\n\n") if line]


def test_only_the_facilitator_is_told(client: TestClient) -> None:
    downloads.tell("naam", 1, 1)
    assert client.get(f"{following.PATH}/naam").status_code == 403


def test_one_that_is_over_is_told_at_once(client: TestClient) -> None:
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(app.store(), "facilitator"))
    downloads.tell("naam", 1, 4)
    list(downloads.follow("naam", iter([b"x"])))
    answer = client.get(f"{following.PATH}/naam")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert events(answer.text) == [{"begun": True, "share": 0.25, "over": True, "whole": True}]


def test_each_change_is_told_until_it_is_over() -> None:
    followed, told = Followed(), []

    async def watched() -> None:
        async for one in followed.watch("naam"):
            told.append(one)
            await asyncio.to_thread(go_on, len(told))

    def go_on(time: int) -> None:
        if time == 1:
            followed.tell("een andere", 1, 2)
            followed.tell("naam", 1, 2)
        elif time == 2:
            list(followed.follow("naam", iter([b"x"])))

    asyncio.run(asyncio.wait_for(watched(), 20))
    assert told == [
        None, Progress(1, 2), Progress(1, 2, over=True, whole=True)
    ]  # fmt: skip


def test_who_stops_watching_is_told_no_more() -> None:
    followed = Followed()

    async def looked_once() -> None:
        watching = followed.watch("naam")
        assert await anext(watching) is None
        await watching.aclose()  # type: ignore[attr-defined]

    asyncio.run(looked_once())
    followed.tell("naam", 1, 2)
    assert followed._watching == {}

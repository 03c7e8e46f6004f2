"""The downloads of meetings and tracks, over HTTP."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import files
from pages.web.access import FACILITATOR_COOKIE
from report.data import archive
from report.data.progress import Followed, Progress, downloads
from state import access, app, meetings, tracks
from state.database import Store
from state.problems import StateError, not_reached


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    yield app.store()
    app.store.clear()


@pytest.fixture
def stranger(served: Store) -> TestClient:
    routes = [
        Route("/uitvoer/{meeting}.zip", files.export),
        Route("/uitvoer/traject/{track}.zip", files.track_zip),
        Route("/uitvoer/traject/{track}.xlsx", files.track_xlsx),
    ]
    return TestClient(Starlette(routes=routes), follow_redirects=False)


@pytest.fixture
def client(served: Store, stranger: TestClient) -> TestClient:
    stranger.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    return stranger


@pytest.fixture
def track(served: Store) -> str:
    track_id = tracks.add_track(served, "Samen & sterk/../x")
    tracks.add_organisation(served, track_id, "De Brug")
    meetings.add(served, track_id, "Kick-off", "2026-01-22")
    return track_id


def paths(served: Store, track: str) -> list[str]:
    meeting = meetings.of_track(served, track)[0].id
    return [f"/uitvoer/{meeting}.zip", f"/uitvoer/traject/{track}.zip",
            f"/uitvoer/traject/{track}.xlsx"]  # fmt: skip


def test_only_the_facilitator_downloads(stranger: TestClient, served: Store, track: str) -> None:
    for path in paths(served, track):
        answer = stranger.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/begeleider?naar={path}"


def test_a_track_comes_as_a_zip_and_as_a_workbook(
    client: TestClient, served: Store, track: str
) -> None:
    meeting, whole, tables = (client.get(path) for path in paths(served, track))
    assert "over-de-vloer-samen-sterk-x.zip" in whole.headers["content-disposition"]
    assert "over-de-vloer-2026-01-22-kick-off.zip" in meeting.headers["content-disposition"]
    assert "over-de-vloer-samen-sterk-x.xlsx" in tables.headers["content-disposition"]
    assert {one.headers["cache-control"] for one in (meeting, whole, tables)} == {"no-store"}
    with zipfile.ZipFile(io.BytesIO(whole.content)) as packed:
        assert packed.testzip() is None
        assert json.loads(packed.read("traject.json"))["track"]["id"] == track
        assert "1-kick-off/agenda.csv" in packed.namelist()
        assert "Samen & sterk" in packed.read("LEESMIJ.txt").decode("utf-8-sig")
    assert openpyxl.load_workbook(io.BytesIO(tables.content))["Organisaties"]["A2"].value == (
        "De Brug"
    )


def test_what_is_gone_or_can_not_be_read_is_said(
    client: TestClient, served: Store, track: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = paths(served, track)
    tracks.remove_track(served, track)
    for path in asked:
        answer = client.get(path)
        assert answer.status_code == 404 and "is er niet, of niet voor jou" in answer.text

    def fail(*_: Any) -> Any:
        raise StateError(not_reached())

    monkeypatch.setattr(meetings, "room", fail)
    monkeypatch.setattr(tracks, "track", fail)
    for path in asked:
        answer = client.get(path)
        assert answer.status_code == 503 and "gegevensmap" in answer.text


def test_the_first_part_leaves_before_a_picture_is_drawn(
    served: Store, track: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "gather", lambda *_, **__: pytest.fail("it was read"))
    parts = archive.stream_track(served, track)
    assert next(parts).startswith(b"PK")
    parts.close()  # type: ignore[attr-defined]


def test_a_page_can_follow_how_far_a_download_is(
    client: TestClient, served: Store, track: str
) -> None:
    path = f"/uitvoer/traject/{track}.zip?volg=een-naam"
    assert client.get(path).status_code == 200
    assert downloads.of("een-naam") == Progress(1, 1, over=True, whole=True)
    assert downloads.of("een andere naam") is None
    meeting = meetings.of_track(served, track)[0].id
    assert client.get(f"/uitvoer/{meeting}.zip?volg=de-bijeenkomst").status_code == 200
    followed = downloads.of("de-bijeenkomst")
    assert followed is not None and followed.whole


def test_a_download_that_breaks_off_is_over_and_not_whole() -> None:
    followed = Followed()

    def broken() -> Iterator[bytes]:
        followed.tell("a", 1, 4)
        yield b"1"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(followed.follow("a", broken()))
    assert followed.of("a") == Progress(1, 4, over=True)
    going = followed.follow("b", iter([b"1", b"2"]))
    next(going)
    going.close()  # type: ignore[attr-defined]
    assert followed.of("b") == Progress(0, 1, over=True)
    for number in range(60):
        followed.tell(str(number), 1, 2)
    assert followed.of("a") is None
    assert Progress(3, 0).share == 1.0 and Progress(1, 4).share == 0.25

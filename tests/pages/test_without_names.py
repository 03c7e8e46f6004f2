"""The page of names in texts, and the downloads that name nobody."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from pages.desk import found_names
from pages.web import files
from pages.web.access import FACILITATOR_COOKIE
from report.privacy import found, nameless
from report.privacy.nameless import NameInText
from state import access, agreements, copies, meetings, report_parts, tracks
from state.database import Store
from tests.pages.desk import data_folder, errors, open_page, press, texts, type_in


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    # Each choice is then followed by another look at all texts.
    monkeypatch.setattr(found_names, "_SECONDS", 0)
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def track(store: Store) -> str:
    """A track with three texts that hold four names."""
    track = tracks.add_track(store, "Het traject van Katrien")
    house = tracks.add_organisation(store, track, "De Brug")
    for name in ("Katrien", "Samir"):
        tracks.add_person(store, house, name)
    meeting = meetings.add(store, track, "Kick-off", "2026-11-22")
    agreements.add(store, meeting, "Katrien belt Samir")
    report_parts.write(store, track, "foreword", "Dank aan Samir")
    return track


def opened(track: str) -> AppTest:
    return open_page("without_names.py", t=track)


def names(store: Store, track: str) -> dict[tuple[str, str], NameInText]:
    """Each name by its text and itself."""
    return {(text.text, one.word): one for text in found.in_track(store, track)
            for one in text.names}  # fmt: skip


def test_every_name_is_shown_with_where_it_stands(store: Store, track: str) -> None:
    page = opened(track)
    shown = texts(page)
    assert "4 namen in 3 teksten. Kijk na wat er in de plaats komt." in shown
    assert {"Naam, thema of kader van het traject", "Jouw tekst in het verslag",
            "Afspraak. Kick-off, 22 november 2026"} <= set(shown)  # fmt: skip
    assert {field.value for field in page.text_input if "instead" in str(field.key)} == {
        "iemand van De Brug"
    }
    assert any("**Katrien** belt Samir" in one.value for one in page.markdown)
    assert sum("namen=zonder" in one.value for one in page.html) == 5


def test_what_is_typed_comes_in_its_place(store: Store, track: str) -> None:
    place = names(store, track)["Dank aan Samir", "Samir"].place
    page = type_in(opened(track), f"odv-instead-{place}", "onze gastheer")
    with copies.in_memory(store) as db:
        nameless.take_out(db, track)
        dump = "\n".join(db.conn.iterdump())
    assert "Dank aan onze gastheer" in dump and "Samir" not in dump
    type_in(page, f"odv-instead-{place}", "")
    assert page.text_input(key=f"odv-instead-{place}").value == "iemand van De Brug"
    type_in(page, f"odv-instead-{place}", "x" * 300)
    assert errors(page)[0].startswith("Wat er in de plaats komt is te lang")
    assert page.text_input(key=f"odv-instead-{place}").value == "x" * 300


def test_a_name_is_left_and_taken_out_again(store: Store, track: str) -> None:
    place = names(store, track)["Katrien belt Samir", "Katrien"].place
    page = opened(track)
    page.toggle(key=f"odv-left-{place}").set_value(True).run()
    assert names(store, track)["Katrien belt Samir", "Katrien"].left
    assert page.text_input(key=f"odv-instead-{place}").disabled
    page.toggle(key=f"odv-left-{place}").set_value(False).run()
    assert names(store, track)["Katrien belt Samir", "Katrien"].chosen is None


def test_one_name_is_left_everywhere(store: Store, track: str) -> None:
    page = opened(track)
    page.selectbox(key=f"odv-found-word-{track}").set_value("Samir").run()
    assert sum("instead" in str(field.key) for field in page.text_input) == 3
    press(page, "odv-found-leave")
    assert [one.left for key, one in names(store, track).items() if key[1] == "Samir"] == [
        True, True
    ]  # fmt: skip
    assert "2 namen laat je staan: die komen mee in wat je downloadt." in texts(page)
    press(page, "odv-found-replace")
    assert not any(one.left for one in names(store, track).values())


def test_texts_are_searched_and_shown_some_at_a_time(store: Store, track: str) -> None:
    (meeting,) = meetings.of_track(store, track)
    for number in range(18):
        agreements.add(store, meeting.id, f"Samir brengt koek {number}")
    page = opened(track)
    assert "1 tot 15 van 21" in texts(page)
    press(page, f"odv-icon-after-{track}")
    assert "16 tot 21 van 21" in texts(page)
    type_in(page, f"odv-found-search-{track}", "KOEK 7")
    assert sum("instead" in str(field.key) for field in page.text_input) == 1
    type_in(page, f"odv-found-search-{track}", "bestaat niet")
    assert "Geen enkele tekst past bij wat je zoekt." in texts(page)


def test_a_track_without_names_in_texts_says_so(store: Store) -> None:
    page = opened(tracks.add_track(store, "Leeg"))
    assert "We vinden in geen enkele tekst een naam van iemand uit dit traject." in texts(page)


@pytest.fixture
def desk(store: Store) -> TestClient:
    """The facilitator's browser."""
    routes = [
        Route("/uitvoer/{meeting}.zip", files.export),
        Route("/uitvoer/traject/{track}.zip", files.track_zip),
        Route("/uitvoer/traject/{track}.xlsx", files.track_xlsx),
        Route("/uitvoer/traject/{track}.json", files.track_json),
    ]
    desk = TestClient(Starlette(routes=routes), follow_redirects=False)
    desk.cookies.set(FACILITATOR_COOKIE, access.give_pass(store, "facilitator"))
    return desk


@pytest.mark.parametrize("form", ["zip", "xlsx", "json"])
def test_a_download_without_names_has_none_in_its_name_either(
    desk: TestClient, track: str, form: str
) -> None:
    address = f"/uitvoer/traject/{track}.{form}"
    named, bare = desk.get(address), desk.get(f"{address}?namen=zonder")
    assert named.status_code == bare.status_code == 200
    assert "katrien" in named.headers["content-disposition"]
    name = f'filename="over-de-vloer-zonder-namen.{form}"'
    assert name in bare.headers["content-disposition"]
    assert "Katrien" in read(named.content, form)
    assert "Katrien" not in read(bare.content, form)


def test_the_export_of_a_meeting_comes_without_names_too(
    store: Store, desk: TestClient, track: str
) -> None:
    (meeting,) = meetings.of_track(store, track)
    answer = desk.get(f"/uitvoer/{meeting.id}.zip?namen=zonder")
    assert "zonder-namen" in answer.headers["content-disposition"]
    assert "Katrien" not in read(answer.content, "zip")


def test_nobody_else_may_have_them(desk: TestClient, track: str) -> None:
    anybody = TestClient(desk.app, follow_redirects=False)
    for form in ("zip", "xlsx", "json"):
        assert anybody.get(f"/uitvoer/traject/{track}.{form}?namen=zonder").status_code == 303


def read(content: bytes, form: str) -> str:
    """All of a file as text, also what is packed in it."""
    if form == "json":
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        inside = [(name, packed.read(name)) for name in packed.namelist()]
    return "\n".join(f"{name}\n{_text(name, held)}" for name, held in inside)


def _text(name: str, content: bytes) -> str:
    return read(content, "xlsx") if name.endswith(".xlsx") else content.decode("utf-8", "ignore")

"""The plain routes: door, signing in, files. Driven over HTTP, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.live import html
from pages.web import assets, door, error_pages, files, index, signin
from pages.web.qr import qr, wifi_text
from state import access, app, database, meetings, people, tracks
from state.database import Store
from state.models import Meeting
from state.problems import StateError, not_reached


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the routes use."""
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    app.hub.clear()
    yield app.store()
    app.store.clear()
    app.hub.clear()


@pytest.fixture
def client(served: Store) -> TestClient:
    routes = [
        Route("/", index.serve),
        Route("/regie", html.serve),
        Route("/gsm", html.serve),
        Route("/d", door.ask_code),
        Route("/d/{code}", door.show, methods=["GET"]),
        Route("/d/{code}", door.come_in, methods=["POST"]),
        Route("/begeleider", signin.show, methods=["GET"]),
        Route("/begeleider", signin.enter, methods=["POST"]),
        Route("/begeleider/uit", signin.leave),
        Route("/afstand/{meeting}/{token}", signin.remote),
        Route("/uitvoer/{meeting}.zip", files.export),
        Route("/api/health", files.health),
        Route("/assets/x/{path:path}", assets.serve),
    ]
    handlers: dict[Any, Any] = {StateError: error_pages.no_data}
    served_app = Starlette(routes=routes, exception_handlers=handlers)
    return TestClient(served_app, follow_redirects=False, client=("127.0.0.1", 1))


@pytest.fixture
def open_meeting(served: Store) -> Meeting:
    track = tracks.add_track(served, "Samen")
    tracks.add_organisation(served, track, "De Brug")
    meeting = meetings.add(served, track, "Kick-off")
    meetings.open_doors(served, meeting)
    return meetings.room(served, meeting).meeting


def send(client: TestClient, meeting: Meeting, **form: str) -> Any:
    """Open the door and send its form, as a browser does."""
    client.get(f"/d/{meeting.code}")
    return client.post(f"/d/{meeting.code}", data=form)


def first_organisation(store: Store, meeting: Meeting) -> str:
    return tracks.organisations(store, meeting.track_id)[0].id


def test_an_unknown_code_gets_a_clear_page(client: TestClient) -> None:
    answer = client.get("/d/QQQQ")
    assert answer.status_code == 404
    assert "geen bijeenkomst met de code QQQQ" in answer.text


def test_a_small_code_with_spaces_is_understood(client: TestClient, open_meeting: Meeting) -> None:
    spaced = " ".join(open_meeting.code.lower())
    answer = client.get("/d", params={"code": spaced})
    assert answer.headers["location"] == f"/d/{open_meeting.code}"


def test_joining_sets_a_cookie_that_scripts_cannot_read(
    client: TestClient, open_meeting: Meeting, served: Store
) -> None:
    organisation = first_organisation(served, open_meeting)
    form = {"name": "An", "organisation": organisation, "function": ""}
    answer = send(client, open_meeting, **form)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/gsm?d={open_meeting.code}"
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert client.get(f"/d/{open_meeting.code}").status_code == 303


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000, "\u200e\u202e"])
def test_a_name_that_does_not_fit_is_refused_and_kept_in_the_form(
    client: TestClient, open_meeting: Meeting, served: Store, name: str
) -> None:
    form = {"name": name, "organisation": first_organisation(served, open_meeting)}
    answer = send(client, open_meeting, **form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "فاطمة", "👩‍👧 Els", "=1+1"])
def test_any_name_that_fits_gets_in_and_is_never_markup(
    client: TestClient, open_meeting: Meeting, served: Store, name: str
) -> None:
    organisation = first_organisation(served, open_meeting)
    form = {"name": name, "organisation": organisation}
    assert send(client, open_meeting, **form).status_code == 303
    client.cookies.clear()
    again = send(client, open_meeting, **form)
    assert again.status_code == 409
    assert "<script>alert" not in again.text


def test_the_same_name_asks_whether_it_is_you_and_takes_over(
    client: TestClient, open_meeting: Meeting, served: Store
) -> None:
    form = {"name": "An", "organisation": first_organisation(served, open_meeting)}
    send(client, open_meeting, **form)
    client.cookies.clear()
    assert "Ja, dat ben ik" in send(client, open_meeting, **form).text
    taken = send(client, open_meeting, **form, take_over="1")
    assert taken.status_code == 303


def test_a_closed_and_an_unopened_meeting_say_so(
    client: TestClient, open_meeting: Meeting, served: Store
) -> None:
    meetings.close(served, open_meeting.id)
    assert "gedaan" in client.get(f"/d/{open_meeting.code}").text
    later = meetings.add(served, open_meeting.track_id, "Later")
    code = meetings.room(served, later).meeting.code
    assert "vroeg" in client.get(f"/d/{code}").text


def test_the_first_start_asks_to_choose_a_passcode(client: TestClient, served: Store) -> None:
    client.headers["host"] = "localhost:8501"
    assert "Kies een toegangscode" in client.get("/begeleider").text
    assert client.post("/begeleider", data={"passcode": "kort"}).status_code == 422
    answer = client.post("/begeleider?naar=/regie?m=x", data={"passcode": "lang genoeg"})
    assert answer.headers["location"] == "/regie?m=x"
    assert client.get("/").status_code == 200


def test_the_passcode_cannot_be_chosen_from_another_machine(served: Store) -> None:
    routes = [Route("/begeleider", signin.enter, methods=["POST"])]
    stranger = TestClient(Starlette(routes=routes), client=("192.168.1.50", 1))
    assert stranger.post("/begeleider", data={"passcode": "lang genoeg"}).status_code == 403
    assert not access.passcode_is_set(served)


@pytest.mark.parametrize(
    ("host", "taken"),
    [
        ("localhost:8501", True), ("127.0.0.1:8501", True), ("[::1]:8501", True),
        ("192.168.1.20:8501", True), ("vloer.voorbeeld.be", True), ("LOCALHOST", True),
        ("kwaad.example", False), ("kwaad.example:8501", False), ("", False),
        ("localhost.kwaad.example", False), ("kwaad.example@localhost", False),
        ("127.0.0.1.nip.example", False), ("kwaad.example#localhost", False),
    ],
)  # fmt: skip
def test_the_first_passcode_is_chosen_at_an_address_that_no_site_can_borrow(
    client: TestClient, served: Store, monkeypatch: pytest.MonkeyPatch, host: str, taken: bool
) -> None:
    monkeypatch.setenv("ODV_PUBLIC_URL", "https://vloer.voorbeeld.be")
    headers = {"host": host}
    shown = client.get("/begeleider", headers=headers)
    assert ("Kies een toegangscode" in shown.text) is taken
    answer = client.post("/begeleider", data={"passcode": "lang genoeg"}, headers=headers)
    assert (answer.status_code == 303) is taken
    assert access.passcode_is_set(served) is taken
    if not taken:
        assert shown.status_code == 403 and "http://localhost:" in shown.text
        access.set_passcode(served, "lang genoeg")
    # Once it is chosen, every address leads in.
    assert client.get("/begeleider", headers=headers).status_code == 200


@pytest.mark.parametrize("target", ["https://kwaad.example", "//kwaad.example", "/\\kwaad.example"])
def test_signing_in_never_leads_away_from_the_app(
    client: TestClient, served: Store, target: str
) -> None:
    access.set_passcode(served, "lang genoeg")
    answer = client.post("/begeleider", params={"naar": target}, data={"passcode": "lang genoeg"})
    assert answer.headers["location"] == "/"


def test_facilitators_pages_and_exports_ask_for_the_passcode(
    client: TestClient, open_meeting: Meeting
) -> None:
    for path in ("/regie?m=x", f"/uitvoer/{open_meeting.id}.zip"):
        assert client.get(path).headers["location"].startswith("/begeleider")


def test_a_visitor_from_elsewhere_is_asked_for_a_code(served: Store) -> None:
    stranger = TestClient(
        Starlette(routes=[Route("/", index.serve)]),
        client=("192.168.1.50", 1),
        follow_redirects=False,
    )
    assert stranger.get("/").headers["location"] == "/d"


def test_the_link_of_a_remote_works_once(
    client: TestClient, open_meeting: Meeting, served: Store
) -> None:
    token = access.give_pass(served, "remote_link", open_meeting.id)
    first = client.get(f"/afstand/{open_meeting.id}/{token}")
    assert first.status_code == 303
    client.cookies.clear()
    assert client.get(f"/afstand/{open_meeting.id}/{token}").status_code == 410


@pytest.mark.parametrize(
    "path", ["../streamlit_app.py", "state/database.py", "exercises/line/model.py", "niets.js"]
)
def test_only_scripts_and_drawings_are_served(client: TestClient, path: str) -> None:
    assert client.get(f"/assets/x/{path}").status_code == 404


def test_scripts_come_compressed_and_may_be_kept(client: TestClient) -> None:
    answer = client.get(
        "/assets/x/pages/browser/runtime/start.js", headers={"Accept-Encoding": "gzip"}
    )
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]


def test_health_writes_to_know_whether_data_can_be_written(
    client: TestClient, served: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_CHECK_SECONDS", 0)
    assert client.get("/api/health").json()["status"] == "ok"
    # Nobody wrote meanwhile: only trying tells.
    served._writer.conn.execute("PRAGMA query_only = ON")
    answer = client.get("/api/health")
    assert answer.status_code == 503
    assert "mag niet schrijven" in answer.json()["reason"]
    assert client.get("/api/health").json()["status"] == "ok"


def test_health_is_told_while_the_data_can_not_be_opened_and_after(
    client: TestClient, served: Store
) -> None:
    folder = served.folder
    served.close()
    app.store.clear()
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a file in the place of the folder")
    assert client.get("/api/health").status_code == 503
    folder.unlink()
    folder.with_name("elsewhere").rename(folder)
    assert client.get("/api/health").json()["status"] == "ok"


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_route_that_can_not_reach_the_data_says_so_in_dutch(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, accept: str
) -> None:
    def fail(*_given: object) -> None:
        raise StateError(not_reached())

    monkeypatch.setattr(access, "withdraw", fail)
    client.cookies.set("odv_begeleider", "x")
    answer = client.get("/begeleider/uit", headers={"Accept": accept})
    assert answer.status_code == 503
    assert "kan nu niet bij haar gegevensmap" in answer.text
    assert ("vanzelf verder" in answer.text) == (accept == "text/html")


def test_the_first_page_is_ours_and_dutch(client: TestClient, served: Store) -> None:
    text = index._page()
    assert 'lang="nl-BE"' in text
    assert "Streamlit</title>" not in text
    assert "enable JavaScript" not in text
    assert "Even geduld" in text


def test_a_qr_is_a_path_of_dark_modules() -> None:
    code = qr("http://192.168.1.20:8501/d/KP4M")
    assert code["count"] == 29
    assert code["path"].startswith("M0 0h7v1h-7z")


def test_a_wifi_text_escapes_what_it_must() -> None:
    assert wifi_text("zaal;1", 'a"b') == 'WIFI:T:WPA;S:zaal\\;1;P:a\\"b;;'
    assert wifi_text("open", "") == "WIFI:T:nopass;S:open;P:;;"


def test_a_phone_of_an_earlier_meeting_finds_its_name_filled_in(
    client: TestClient, served: Store, open_meeting: Meeting
) -> None:
    house = first_organisation(served, open_meeting)
    people.join(served, open_meeting.id, "gsm", house, "Katrien", "coördinator")
    later = meetings.add(served, open_meeting.track_id, "Tweede keer")
    meetings.open_doors(served, later)
    client.cookies.set(f"odv_{open_meeting.code}", "gsm")
    code = meetings.room(served, later).meeting.code
    page = client.get(f"/d/{code}").text
    assert 'value="Katrien"' in page
    assert 'value="coördinator"' in page
    assert f'value="{house}" required checked' in page
    form = {"organisation": house, "name": "Katrien", "function": "coördinator"}
    answer = client.post(f"/d/{code}", data=form)
    assert answer.headers["location"] == f"/gsm?d={code}"
    assert len(tracks.people(served, open_meeting.track_id)) == 1


def test_a_phone_of_another_track_is_a_stranger(
    client: TestClient, served: Store, open_meeting: Meeting
) -> None:
    people.join(served, open_meeting.id, "gsm", first_organisation(served, open_meeting), "Katrien")
    elsewhere = meetings.add(served, tracks.add_track(served, "Een ander traject"), "Elders")
    meetings.open_doors(served, elsewhere)
    client.cookies.set(f"odv_{open_meeting.code}", "gsm")
    assert "Katrien" not in client.get(f"/d/{meetings.room(served, elsewhere).meeting.code}").text


def test_all_that_a_script_imports_is_known() -> None:
    found = assets.with_imports("pages/browser/runtime/start.js")
    assert found[0] == "pages/browser/runtime/start.js"
    assert {"pages/browser/runtime/outbox.js", "exercises/kit/browser/vendor/htm-preact.js"} <= {
        *found
    }
    assert all((assets.ROOT / path).is_file() for path in found)

"""Two organisers on the wire: nothing of the other's track, whatever address is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from pages.desk import guard
from pages.live.roles import _ROLES
from pages.web import answer_table, assets, index, track_gate
from pages.web.access import FACILITATOR_COOKIE, REMOTE_COOKIE
from pages.web.track_gate import _OPEN_BELOW, DESK, OF_TRACK, OPEN
from state import access, changes, meetings, organisers, sharing, tracks
from state.database import Store
from state.track_access import acting
from tests.pages import organisers_site
from tests.pages.organisers_site import SECRET, Two

ROOT = Path(__file__).resolve().parents[2]
# Read from the text: a page object exists only within a run of Streamlit.
PAGES = {
    url: script
    for script, url in re.findall(
        r'Page\("(desk/\w+\.py)".*url_path="(\w+)"', (ROOT / "pages/desk/site.py").read_text()
    )
}
_FORMS = {"avond": "html", "draaiboek": "pdf", "bundel": "pdf", "verslag": "pdf",
          "programma": "pdf"}  # fmt: skip


@pytest.fixture
def two(data: Store, monkeypatch: pytest.MonkeyPatch) -> Two:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    return organisers_site.two_organisers(data)


@pytest.fixture
def served(two: Two) -> Starlette:
    return organisers_site.site()


@pytest.fixture
def an(two: Two, served: Starlette) -> TestClient:
    """The browser of whose track it is."""
    return organisers_site.browser(served, two.first_token)


@pytest.fixture
def bo(two: Two, served: Starlette) -> TestClient:
    """The browser of the other organiser."""
    return organisers_site.browser(served, two.second_token)


def address(path: str, ids: dict[str, str]) -> str:
    """A route's path with ids in the place of its names."""
    form = _FORMS.get(path.split("/")[1], "")
    filled = path.format(**{**ids, "form": form})
    if path == answer_table.PATH:
        return f"{filled}?oefening={ids['activity']}"
    return f"{filled}?m={ids['meeting']}&a={ids['activity']}" if "{" not in path else filled


def test_every_route_is_decided() -> None:
    paths = {str(getattr(route, "path", "")) for route in organisers_site.routes()}
    assert [path for path in sorted(paths) if not track_gate.is_decided(path)] == []
    assert sorted((OF_TRACK.keys() | OPEN) - paths) == [], "a route that is gone"
    assert [path for path in OPEN if path.startswith(_OPEN_BELOW)] == [], "decided twice"
    assert {f"/{path}" for path in index.PATHS} | {"/"} == DESK
    assert {f"/{url}" for url in PAGES} | {"/"} == DESK


@pytest.mark.parametrize("path", OF_TRACK)
def test_another_organiser_reads_that_there_is_nothing(path: str, two: Two, bo: TestClient) -> None:
    answer = bo.get(address(path, two.ids))
    nowhere = bo.get(address(path, dict.fromkeys(two.ids, "nergens")))
    assert (answer.status_code, answer.text) == (nowhere.status_code, nowhere.text)
    assert answer.status_code == 404
    assert SECRET not in answer.text


# Names under which any route here reads something, in its path or in its query.
_NAMES = {"m": "meeting", "t": "track", "meeting": "meeting", "track": "track", "visit": "visit",
          "organisation": "organisation"}  # fmt: skip


def other_queries(two: Two) -> Iterator[str]:
    """Queries that name the own track beside what a route already names, each name by itself, all
    at once, and twice with either first."""
    own = [f"{name}={two.theirs[what]}" for name, what in _NAMES.items()]
    others = [f"{name}={two.ids[what]}" for name, what in _NAMES.items()]
    yield from own
    yield "&".join(own)
    for mine, other in zip(own, others, strict=True):
        yield f"{mine}&{other}"
        yield f"{other}&{mine}"
    yield "&".join((*own, *others))
    yield "&".join((*others, *own))


@pytest.mark.parametrize("path", OF_TRACK)
def test_nothing_more_in_an_address_opens_what_is_another_s(
    path: str, two: Two, bo: TestClient
) -> None:
    asked = address(path, two.ids)
    joint = "&" if "?" in asked else "?"
    start, _question, query = asked.partition("?")
    for more in other_queries(two):
        for whole in (f"{asked}{joint}{more}", f"{start}?{more}&{query}".rstrip("&")):
            answer = bo.get(whole)
            assert answer.status_code == 404, whole
            assert SECRET not in answer.text, whole


def test_what_is_one_s_own_opens_whatever_else_is_asked_for(two: Two, bo: TestClient) -> None:
    answer = bo.get(f"/regie?m={two.theirs['meeting']}&meeting={two.ids['meeting']}")
    assert answer.status_code == 200
    assert SECRET not in answer.text


_READ = [
    path for path in OF_TRACK
    if (path.split("/")[1] not in _FORMS or path == "/avond/{meeting}") and path != "/terugscherm"
]  # fmt: skip


@pytest.mark.parametrize("path", _READ)
def test_the_owner_reads_it(path: str, two: Two, an: TestClient) -> None:
    answer = an.get(address(path, two.ids))
    assert answer.status_code in (200, 303), answer.text
    assert not answer.headers.get("location", "").startswith("/begeleider")


def test_a_table_holds_nothing_of_another_s_track(two: Two, an: TestClient, bo: TestClient) -> None:
    query = f"oefening={two.ids['activity']}"
    own = an.get(address(answer_table.PATH, two.ids))
    assert own.status_code == 200 and own.headers["content-type"].startswith("text/csv")
    assert own.headers["cache-control"] == "no-store"
    for track in (two.theirs["track"], two.ids["track"]):
        answer = bo.get(f"/antwoorden/{track}/{two.ids['kind']}.csv?{query}")
        assert answer.status_code == 404 and SECRET not in answer.text


@pytest.mark.parametrize("path", OF_TRACK)
def test_nobody_reads_it_without_a_pass(path: str, two: Two, served: Starlette) -> None:
    answer = organisers_site.browser(served, "geraden").get(address(path, two.ids))
    assert answer.headers["location"].startswith("/begeleider")


def test_another_organiser_makes_no_links(two: Two, bo: TestClient) -> None:
    answer = bo.post(f"/mijnlinks/{two.ids['track']}", data={"make": "1"})
    assert answer.status_code == 404
    with two.store.read() as db:
        assert db.table("own_link").count == 0


def test_a_picture_is_for_whose_track_it_is(two: Two, an: TestClient, bo: TestClient) -> None:
    assert an.get(f"/beeld/{two.ids['picture']}").text == SECRET
    assert bo.get(f"/beeld/{two.ids['picture']}").status_code == 404
    assert bo.post(f"/beeld/{two.ids['activity']}", content=b"x").status_code == 422


@pytest.mark.parametrize("path", ["/regie", "/afstand", "/scherm", "/terugscherm"])
def test_a_live_page_does_not_open(path: str, two: Two, bo: TestClient) -> None:
    answer = bo.get(f"{path}?m={two.ids['meeting']}&s=geraden&a={two.ids['activity']}")
    assert answer.status_code in (303, 403, 404)
    assert SECRET not in answer.text


@pytest.mark.parametrize("role", _ROLES)
def test_a_socket_sends_nothing(role: str, two: Two, bo: TestClient) -> None:
    with bo.websocket_connect(f"/live/{two.code}?als={role}&s=geraden") as socket:
        first = socket.receive_text()
    assert SECRET not in first
    assert "page" not in json.loads(first)


@pytest.mark.parametrize("role", _ROLES)
def test_long_polling_sends_and_does_nothing(role: str, two: Two, bo: TestClient) -> None:
    message = {"kind": "act", "name": "end_meeting", "id": "1", "payload": {}}
    answer = bo.post(
        f"/live/{two.code}?als={role}&s=geraden&versie={assets.fingerprint()}",
        json={"messages": [message]},
    )
    assert SECRET not in answer.text
    assert "acks" not in answer.json() or "refused" in answer.text
    assert meetings.room(two.store, two.ids["meeting"]).meeting.state == "running"


def test_a_console_is_told_when_the_track_is_not_shared_any_more(two: Two, bo: TestClient) -> None:
    track, organiser = two.ids["track"], two.second.organiser_id
    console = f"/live/{two.code}?als=console&versie={assets.fingerprint()}"
    with acting(two.first):
        sharing.share(two.store, track, organiser, "helper")
    assert bo.get(f"/regie?m={two.ids['meeting']}").status_code == 200
    with bo.websocket_connect(console) as socket:
        assert SECRET in socket.receive_text()
    before = numbers(two)
    with acting(two.first):
        sharing.unshare(two.store, track, organiser)
    # A raised number has the hub ask every console for its page again.
    assert numbers(two) > before
    with bo.websocket_connect(console) as socket:
        assert json.loads(socket.receive_text()) == {"go": f"/bijeenkomst?m={two.ids['meeting']}"}


def test_a_remote_of_a_helper_ends_with_the_helping(
    two: Two, served: Starlette, bo: TestClient
) -> None:
    with acting(two.first):
        sharing.share(two.store, two.ids["track"], two.second.organiser_id, "helper")
    link = access.give_pass(
        two.store, "remote_link", two.ids["meeting"], two.second.organiser_id
    )  # fmt: skip
    phone = TestClient(served, follow_redirects=False)
    phone.get(f"/afstand/{two.ids['meeting']}/{link}")
    assert phone.cookies.get(REMOTE_COOKIE)
    assert phone.get(f"/afstand?m={two.ids['meeting']}").status_code == 200
    with acting(two.first):
        organisers.remove(two.store, two.second.organiser_id, two.first.organiser_id)
    assert phone.get(f"/afstand?m={two.ids['meeting']}").headers["location"] == "/d"


def numbers(two: Two) -> int:
    with two.store.read() as db:
        found = db.conn.execute(
            "SELECT sum(number) FROM revision WHERE meeting_id = ?", [two.ids["meeting"]]
        ).fetchone()
    return int(found[0])


def test_what_is_done_on_the_console_stands_under_the_name(two: Two, an: TestClient) -> None:
    with two.store.write() as db:
        db.table("track_change").delete_where()
    message = {"kind": "act", "name": "end_meeting", "id": "1", "payload": {}}
    answer = an.post(
        f"/live/{two.code}?als=console&versie={assets.fingerprint()}", json={"messages": [message]}
    )
    assert answer.json()["acks"]["1"] == {"ok": True}
    with two.store.read() as db:
        (entry, *_more) = changes.of_track(db, two.ids["track"])
    assert (entry.organiser_id, entry.what) == (two.first.organiser_id, "meeting")


def desk_page(two: Two, token: str, url: str, patch: pytest.MonkeyPatch) -> AppTest:
    patch.setattr(guard, "cookies", lambda: {FACILITATOR_COOKIE: token})
    page = AppTest.from_file(ROOT / "pages" / "shell.py", default_timeout=30).run()
    if url:
        page.switch_page(PAGES[url])
        if url in ("bijeenkomst", "terugblik"):
            page.query_params["m"] = two.ids["meeting"]
        else:
            page.query_params["t"] = two.ids["track"]
        page.run()
    assert not page.exception, page.exception
    return page


def shown(page: AppTest) -> str:
    """All that a page sends to the browser."""
    return str(page._tree) + "".join(str(one.proto) for one in page.main)


@pytest.mark.parametrize("url", ["", *index.PATHS])
def test_a_desk_page_shows_nothing(url: str, two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SECRET not in shown(desk_page(two, two.second_token, url, monkeypatch))


@pytest.mark.parametrize("url", ["", "traject", "bijeenkomst", "bezoeken", "wijzigingen"])
def test_a_desk_page_shows_the_owner(url: str, two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SECRET in shown(desk_page(two, two.first_token, url, monkeypatch))


def test_what_the_other_removed_is_not_told(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    with acting(two.first):
        tracks.remove_track(two.store, two.ids["track"])
    assert SECRET not in shown(desk_page(two, two.second_token, "", monkeypatch))
    assert SECRET in shown(desk_page(two, two.first_token, "", monkeypatch))


def test_a_stale_tab_changes_nothing(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    track = two.ids["track"]
    with acting(two.first):
        sharing.share(two.store, track, two.second.organiser_id, "helper")
    page = desk_page(two, two.second_token, "traject", monkeypatch)
    page.button(key=f"odv-button-track-{track}").click().run()
    with acting(two.first):
        sharing.unshare(two.store, track, two.second.organiser_id)
    page.text_input(key=f"odv-name-{track}").set_value("Gekaapt").run()
    assert tracks.track(two.store, track).name == f"Traject {SECRET}"
    assert any("niet meer met je gedeeld" in one.value for one in page.error)
    assert SECRET not in shown(page)


def test_backups_are_for_the_administrator(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    from state import backups

    with two.store.read() as db:
        backups.make(db.conn, two.store.folder)
    assert "Veilige kopieën" in shown(desk_page(two, two.first_token, "", monkeypatch))
    assert "Veilige kopieën" not in shown(desk_page(two, two.second_token, "", monkeypatch))

"""Who may open what, and who may not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from exercises.engine import running
from state import meetings, people
from state.database import Store
from state.problems import Refused
from tests.browser.actors import Facilitator, Phone, Remote
from tests.browser.eyes import Album
from tests.browser.server import PASSCODE, Server
from tests.browser.setting import Setting
from tests.live_pages import phone_seat

TakeOut = Callable[..., Phone]
ELSEWHERE = {"X-Forwarded-For": "192.168.1.20"}


def test_what_is_the_facilitators_asks_the_passcode(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    stranger = phone("vreemde")
    stranger.joins(f"{server.url}/d/{setting.code}", "Kattenstaart", "Lien")
    for page in ("regie?m={}", "bijeenkomst?m={}", "traject?t=x", "uitvoer/{}.zip"):
        stranger.page.goto(f"{server.url}/{page.format(setting.meeting)}")
        stranger.sees("Dag begeleider.", "Toegangscode")


def test_after_the_passcode_one_is_where_one_was_going(
    server: Server, setting: Setting, browser: Browser, album: Album
) -> None:
    someone = Facilitator.arrives(browser, album)
    someone.page.goto(f"{server.url}/regie?m={setting.meeting}")
    for typed in ("fout", f"{PASSCODE} "):
        someone.page.get_by_label("Toegangscode").fill(typed)
        someone.presses("Verder")
        someone.sees("Die toegangscode klopt niet.")
    someone.look("foute-code")
    someone.page.get_by_label("Toegangscode").fill(PASSCODE)
    someone.presses("Verder")
    expect(someone.page.locator(".con-head")).to_be_visible()
    assert someone.page.url == f"{server.url}/regie?m={setting.meeting}"


def test_the_screen_needs_the_link_of_the_console(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    stranger = phone("vreemde", extra_http_headers=ELSEWHERE)
    for key in ("", "&s="):
        stranger.page.goto(f"{server.url}/scherm?m={setting.meeting}{key}")
        stranger.sees("De code op het scherm")
    # A key that is none, or none any more.
    stranger.page.goto(f"{server.url}/scherm?m={setting.meeting}&s=0123456789abcdef01234567")
    stranger.sees("Deze link naar het scherm werkt niet meer.")


def test_a_remote_link_works_once(
    server: Server, setting: Setting, facilitator: Facilitator, remote: Remote, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    link = facilitator.remote_invitation()
    remote.page.goto(link)
    expect(remote.button("Begin met De lijn")).to_be_visible()
    stranger = phone("vreemde")
    stranger.page.goto(link)
    stranger.sees("Deze link is al gebruikt.")
    stranger.look("gebruikte-link")
    stranger.page.goto(f"{server.url}/afstand?m={setting.meeting}")
    stranger.sees("De code op het scherm")
    remote.reloads()
    expect(remote.button("Begin met De lijn")).to_be_visible()


def test_a_phone_cannot_steer(setting: Setting) -> None:
    """Whatever a phone sends in the name of a console: nothing moves."""
    store, token = setting.store, "gsm van Lien"
    organisation = meetings.room(store, setting.meeting).organisations[0].id
    people.join(store, setting.meeting, token, organisation, "Lien")
    running.start(store, setting.activity)
    before = meetings.room(store, setting.meeting)
    for name, payload in (
        ("forward", {"at": "1:statement"}),
        ("open", {"value": True}),
        ("end_meeting", {}),
        ("remove_person", {"person": setting.present()[0].person.id}),
    ):
        message = {"id": f"m-{name}", "kind": "act", "name": name, "payload": payload}
        with pytest.raises(Refused, match="vanop een gsm"):
            phone_seat(store, before.meeting, token).receive(message)
    assert meetings.room(store, setting.meeting) == before
    assert len(setting.present()) == 1
    with pytest.raises(Refused, match="niet meer binnen"):
        phone_seat(store, before.meeting, "").receive({"kind": "act", "name": "leave"})


@pytest.fixture(scope="module")
def bare_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An installation without a passcode."""
    folder = tmp_path_factory.mktemp("bare")
    running_server = Server(folder / "data", folder / "server.log", passcode=None).start()
    yield running_server
    running_server.stop()


def test_the_first_start_asks_to_choose_a_passcode(
    bare_server: Server, browser: Browser, album: Album, phone: TakeOut
) -> None:
    neighbour = phone("buur", extra_http_headers=ELSEWHERE)
    neighbour.page.goto(f"{bare_server.url}/begeleider")
    neighbour.sees("Nog niet klaar voor gebruik.")
    someone = Facilitator.arrives(browser, album)
    someone.page.goto(bare_server.url)
    someone.sees("Kies een toegangscode.", "Minstens 6 tekens.")
    someone.look("eerste-start")
    field = someone.page.get_by_label("Toegangscode")
    field.evaluate("(field) => field.removeAttribute('minlength')")
    field.fill("kort")
    someone.presses("Bewaar en begin")
    someone.sees("Kies een toegangscode van minstens 6 tekens.")
    someone.page.get_by_label("Toegangscode").fill("lang genoeg")
    someone.presses("Bewaar en begin")
    someone.sees("Probeer met een voorbeeldtraject", "Nieuw traject")
    someone.look("eerste-keuze")
    again = Facilitator.arrives(browser, album, "later")
    again.signs_in(bare_server.url, "lang genoeg")
    again.sees("Nieuw traject")


def test_nothing_of_another_meeting(stored: Store, server: Server, phone: TakeOut) -> None:
    """A phone of one meeting is a stranger at the next."""
    first, second = Setting.make(stored), Setting.make(stored)
    someone = phone("lien")
    someone.joins(f"{server.url}/d/{first.code}", "Kattenstaart", "Lien")
    someone.page.goto(f"{server.url}/gsm?d={second.code}")
    someone.sees("Welkom. Wie ben je?")

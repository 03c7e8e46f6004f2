"""The way between a page and the server, and what hands do: sockets that are refused, two tabs of
one phone, and presses that come twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.actors import PATIENCE, Facilitator, Phone, Remote
from tests.browser.server import Server
from tests.browser.setting import Setting
from tests.browser.test_following import joined

TakeOut = Callable[..., Phone]
_LIVE = "**/live/**"
# Long enough that nobody means the same press, or presses after looking.
_LATER = 1800
_NOW = ".con-stages .is-now"


# A port where nobody listens. (Playwright 1.64 hangs when the handler of a route closes it.)
_REFUSED = """globalThis.WebSocket = class extends WebSocket {
  constructor(url) {
    super(String(url).replace(/:\\d+/, ":9"))
  }
}"""


def _refuses(page: Page) -> None:
    page.add_init_script(_REFUSED)


def _buffers(page: Page) -> None:
    """Open, and nothing ever comes through."""

    def nothing(line: WebSocketRoute) -> None:
        pass

    page.route_web_socket(_LIVE, nothing)


@pytest.mark.parametrize("network", [_refuses, _buffers])
def test_where_no_socket_works_messages_go_by_requests_and_it_says_so(
    server: Server,
    setting: Setting,
    facilitator: Facilitator,
    phone: TakeOut,
    network: Callable[[Page], None],
) -> None:
    someone = phone("lien")
    for page in (someone.page, facilitator.page):
        network(page)
    someone.joins(f"{server.url}/d/{setting.code}", "Kattenstaart", "Lien")
    facilitator.opens_console(server.url, setting.meeting)
    for one in (someone, facilitator):
        one.sees("Trage verbinding.")
    facilitator.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    someone.sees("Ga staan waar het voor jou klopt.")
    someone.taps(0.75)
    someone.sees("Bewaard.")
    assert setting.standing("s1.1")["Lien"] == pytest.approx(0.75, abs=0.03)
    someone.look("trage verbinding")
    someone.sees_nothing_of("Even geen verbinding")


def test_a_page_that_reaches_nothing_says_so_within_five_seconds(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    someone = joined(server, setting, phone)
    _refuses(someone.page)
    someone.page.route(_LIVE, lambda route: route.abort())
    someone.page.reload()
    expect(someone.page.locator(".phone-offline")).to_be_visible(timeout=5500)


def test_two_tabs_of_one_phone_keep_each_others_words(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    first = joined(server, setting, phone)
    facilitator.opens_console(server.url, setting.meeting)
    facilitator.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    first.taps(0.2)
    first.sees("Bewaard.")
    second = first.another_tab()
    second.page.goto(first.page.url)
    second.sees("Waarom sta je daar?")
    server.kill9()
    second.page.bring_to_front()
    second.writes("Van de tweede")
    second.leaves_the_field()
    first.page.bring_to_front()
    first.taps(0.9)
    first.sees("Nog niet bewaard")
    kept = first.page.evaluate("Object.keys(localStorage).filter((key) => /outbox/.test(key))")
    assert len(kept) == 2
    first.page.close()
    second.page.close()
    server.start()
    third = first.another_tab()
    third.page.goto(f"{server.url}/gsm?d={setting.code}")
    third.until(
        lambda: setting.words("s1.why") == {"Lien": "Van de tweede"}, "the words of the other tab"
    )
    third.until(lambda: setting.standing("s1.1")["Lien"] > 0.8, "the place of the first tab")


def test_a_field_with_nothing_unsent_shows_what_another_tab_stored(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    first = joined(server, setting, phone)
    facilitator.opens_console(server.url, setting.meeting)
    facilitator.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    first.taps(0.2)
    first.writes("Eerst dit")
    first.leaves_the_field()
    first.until(lambda: setting.words("s1.why") == {"Lien": "Eerst dit"}, "the first words")
    second = first.another_tab()
    second.page.goto(first.page.url)
    second.writes("Toch liever dat")
    second.leaves_the_field()
    second.until(lambda: setting.words("s1.why") == {"Lien": "Toch liever dat"}, "the new words")
    first.page.bring_to_front()
    expect(first.why()).to_have_value("Toch liever dat", timeout=PATIENCE)
    first.why().focus()
    first.leaves_the_field()
    first.page.wait_for_timeout(1000)
    assert setting.words("s1.why") == {"Lien": "Toch liever dat"}


def test_one_press_is_one_step_however_often_the_hand_comes_down(
    server: Server, setting: Setting, facilitator: Facilitator
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    facilitator.presses("Begin met De lijn")
    now = facilitator.page.locator(_NOW)
    expect(now).to_have_text("Stelling")
    for gap, stage in ((60, "Iedereen kiest"), (250, "Praten"), (440, "Opschuiven")):
        facilitator.page.wait_for_timeout(_LATER)
        _press_twice(facilitator, ".con-main-do", gap)
        facilitator.page.wait_for_timeout(_LATER)
        expect(now).to_have_text(stage)


def test_a_key_that_is_held_down_is_one_press(
    server: Server, setting: Setting, facilitator: Facilitator
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    facilitator.presses("Begin met De lijn")
    now = facilitator.page.locator(_NOW)
    expect(now).to_have_text("Stelling")
    facilitator.page.wait_for_timeout(_LATER)
    facilitator.page.locator(".con-main-do").focus()
    for _repeat in range(60):
        facilitator.page.keyboard.down("Enter")
        facilitator.page.wait_for_timeout(33)
    facilitator.page.keyboard.up("Enter")
    facilitator.page.wait_for_timeout(_LATER)
    expect(now).to_have_text("Iedereen kiest")


def test_the_remote_goes_one_step_for_two_quick_presses(
    server: Server, setting: Setting, facilitator: Facilitator, remote: Remote
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    remote.page.goto(facilitator.remote_invitation())
    remote.presses("Begin met De lijn")
    now = facilitator.page.locator(_NOW)
    expect(now).to_have_text("Stelling")
    remote.page.wait_for_timeout(_LATER)
    _press_twice(remote, ".rem-next", 250)
    remote.page.wait_for_timeout(_LATER)
    expect(now).to_have_text("Iedereen kiest")


def _press_twice(someone: Facilitator | Remote, button: str, gap: int) -> None:
    box = someone.page.locator(button).bounding_box()
    assert box is not None
    where = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    someone.page.mouse.click(*where)
    someone.page.wait_for_timeout(gap)
    someone.page.mouse.click(*where)

"""What somebody with too old a browser is told at the door, and the facilitator at signing in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.actors import SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import faults
from tests.browser.server import Server
from tests.browser.setting import Setting

TakeOut = Callable[..., Phone]
TOO_OLD = "Deze browser is te oud."


@pytest.mark.parametrize("lacking", ["structuredClone", "WritableStream"])
def test_a_browser_that_is_too_old_is_told_what_to_do(
    server: Server, setting: Setting, phone: TakeOut, lacking: str
) -> None:
    someone = phone("oud", size=SMALL_PHONE)
    someone.page.add_init_script(f"delete globalThis.{lacking}")
    for address in (f"/d/{setting.code}", "/d", "/d/QQQQ"):
        someone.page.goto(server.url + address)
        someone.sees(TOO_OLD, "Vraag de begeleider om voor jou in te vullen.")
        expect(someone.page.get_by_role("button")).to_have_count(0)
    someone.look("te-oud")
    assert faults(someone, phone=True) == {}


def test_a_browser_of_today_hears_nothing_of_it(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    someone = phone("nieuw")
    someone.page.goto(f"{server.url}/d/{setting.code}")
    someone.sees("Welkom. Wie ben je?")
    someone.sees_nothing_of(TOO_OLD)


def test_signing_in_says_what_the_desk_needs(server: Server, facilitator: Facilitator) -> None:
    facilitator.page.goto(f"{server.url}/begeleider")
    facilitator.sees("Voor de begeleider: Chrome 112, Safari 17 of Firefox 121, of nieuwer.")
    facilitator.sees_nothing_of(TOO_OLD)

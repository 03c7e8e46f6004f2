"""Phones at their limits: a browser that is too old, and letters twice as large."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from exercises import example
from exercises.engine import flow, running
from exercises.engine.stored import exercise_of
from state import meetings
from state.database import Store
from state.models import Activity
from tests.browser.actors import SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import faults, sideways, small_targets
from tests.browser.server import Server
from tests.browser.setting import Setting

TakeOut = Callable[..., Phone]
TOO_OLD = "Deze browser is te oud."
# As narrow as a phone of today can make its window, beside another app.
NARROW = {"width": 260, "height": 640}


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


def test_letters_twice_as_large_fit_on_a_narrow_phone(
    server: Server, stored: Store, phone: TakeOut
) -> None:
    meeting = example.kick_off(stored, example.make(stored))
    meetings.open_doors(stored, meeting.id)
    someone = phone("groot", size=NARROW)
    wants_large_letters(someone)
    someone.page.goto(f"{server.url}/d/{meeting.code}")
    found = {"deur": wrong(someone)}
    someone.joins(f"{server.url}/d/{meeting.code}", "De Regenton", "Ayşe")
    wants_large_letters(someone)
    for activity in meetings.room(stored, meeting.id).agenda:
        begins_with_people(stored, activity)
        someone.sees(exercise_of(activity).title)
        someone.rests()
        someone.look(activity.kind)
        found[activity.kind] = wrong(someone)
        running.close(stored, activity.id)
    assert {where: what for where, what in found.items() if what} == {}


def wants_large_letters(someone: Phone) -> None:
    session = someone.context.new_cdp_session(someone.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


def begins_with_people(store: Store, activity: Activity) -> None:
    """Start an exercise and go on until phones have something to do."""
    running.start(store, activity.id)
    stages = exercise_of(activity).stages
    ahead = next((at for at, stage in enumerate(stages) if stage.open), 0)
    for _stage in range(ahead):
        running.change_phase(
            store,
            activity.id,
            lambda exercise, config, phase: flow.forward(
                exercise, config, phase, flow.position(phase)
            ),
        )


def wrong(someone: Phone) -> list[str]:
    """What sticks out or became too small, and letters that stayed as they were."""
    size = someone.page.evaluate(_SIZE)
    small = [] if size >= 2 * 16 else [f"text of {size} px"]
    return [*sideways(someone.page), *small_targets(someone.page), *small]


# The smallest text of a button or label: a page in rem has none below twice the usual 16.
_SIZE = """() => {
  const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot)]
  const texts = roots.filter(Boolean).flatMap((root) => [...root.querySelectorAll("label, button")])
  const shown = texts.filter((one) => one.checkVisibility() && one.innerText.trim())
  return Math.min(...shown.map((one) => parseFloat(getComputedStyle(one).fontSize)))
}"""

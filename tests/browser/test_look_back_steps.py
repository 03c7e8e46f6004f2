"""Looking back on a meeting in a real browser: the table, what is kept of it, and each step."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from exercises import line
from exercises.contract import Answer
from exercises.engine import flow, running
from state import contributions, meetings, people, tracks
from state.contributions import Judged
from state.database import Store
from state.ids import new_id
from tests.browser.actors import PATIENCE, Facilitator
from tests.browser.eyes import Album
from tests.browser.judge import faults
from tests.browser.server import Server

STATEMENT = line.EXERCISE.sample.statements[0]


@pytest.fixture
def held(stored: Store) -> str:
    """A meeting with two on the line, one of whom said why in words that a spreadsheet would run;
    it is at the talk of the first statement."""
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    party = tracks.add_organisation(stored, track, "De Regenton")
    meeting = meetings.add(stored, track, "Kennismaking", "2026-11-22")
    config = line.EXERCISE.sample.to_json()
    activity = meetings.add_activity(stored, meeting, "line", config, 30)
    meetings.open_doors(stored, meeting)
    running.start(stored, activity)
    for name, at, why in (("Katrien", 0.2, "=1+1"), ("Samir", 0.9, "")):
        person = people.join(stored, meeting, new_id(), party, name)
        says(stored, activity, Answer(person, f"{STATEMENT.key}.1", {"at": at}))
        if why:
            says(stored, activity, Answer(person, f"{STATEMENT.key}.why", {"text": why}))
    for _stage in range(2):
        running.change_phase(
            stored, activity, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
        )
    return meeting


def says(stored: Store, activity: str, one: Answer) -> None:
    contributions.put(
        stored, activity, one.author, one.slot, new_id(),
        lambda _db, _activity: Judged(one.payload, one.author),
    )  # fmt: skip


@pytest.mark.parametrize(("wide", "high"), [(1280, 720), (1440, 900)])
def test_the_answers_are_searched_and_kept_and_each_step_is_seen_again(
    facilitator: Facilitator, server: Server, held: str, album: Album, tmp_path: Path,
    wide: int, high: int,
) -> None:  # fmt: skip
    page = facilitator.page
    page.set_viewport_size({"width": wide, "height": high})
    page.goto(f"{server.url}/terugblik?m={held}")
    rows = page.locator(".odv-answers tbody tr")
    expect(rows.first).to_be_visible(timeout=PATIENCE)
    page.get_by_label("Zoek in de antwoorden").fill("samir")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(1, timeout=PATIENCE)
    page.get_by_label("Zoek in de antwoorden").fill("")
    page.keyboard.press("Enter")
    expect(rows.nth(1)).to_be_visible(timeout=PATIENCE)
    assert "'=1+1" in kept(page, tmp_path)
    page.wait_for_timeout(3000)
    album.keep(page, "begeleider", f"antwoorden-{wide}")
    assert faults(facilitator) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    page.get_by_text("Stap voor stap").click()
    screen = page.frame_locator(".st-key-odv-steps-screen iframe")
    expect(screen.get_by_text(STATEMENT.text)).to_be_visible(timeout=PATIENCE)
    before = page.evaluate("history.length")
    for _step in range(2):
        page.get_by_role("button", name="Volgende").click()
        page.wait_for_timeout(1500)
    expect(screen.get_by_text("Katrien").first).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Volgende")).to_be_disabled()
    assert page.evaluate("history.length") == before
    page.mouse.move(5, 5)
    page.wait_for_timeout(3000)
    album.keep(page, "begeleider", f"stappen-{wide}")
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    assert faults(facilitator) == {}


def kept(page: Page, folder: Path) -> str:
    """What is in the file that the button gives."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar als tabel").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "samen-sterk-rond-gezinnen-de-lijn.csv"
    return path.read_text("utf-8-sig")

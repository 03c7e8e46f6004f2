"""A download of the desk, followed to its end in a real browser."""

from __future__ import annotations

import zipfile

from playwright.sync_api import expect

from exercises import example
from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator
from tests.browser.server import Server


def test_a_track_is_downloaded_and_followed_to_its_end(
    facilitator: Facilitator, server: Server, stored: Store
) -> None:
    track_id = example.make(stored)
    page = facilitator.page
    page.goto(f"{server.url}/traject?t={track_id}")
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.locator(f'[class*="st-key-odv-download-{track_id}"] button').click()
    expect(page.get_by_text("De download is klaar.")).to_be_visible(timeout=PATIENCE)
    assert "traject.json" in zipfile.ZipFile(waiting.value.path()).namelist()
    assert not facilitator.errors

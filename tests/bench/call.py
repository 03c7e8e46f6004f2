"""The public page of a call on a slow line: `python -m tests.bench.call` prints JSON.

In Chromium, each visit with an empty cache: `kb` is what it takes, in kB of 1000 bytes as they
travel, `shown_ms` when its text can first be read, on 1.6 Mbit/s with a round trip of 150 ms. The
aims are 60 kB and one second. `list_ms`: reading 200 applications and which of them are alike.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from state import applications, applying, calls, meetings, tracks
from state.database import Store
from state.ids import new_token
from tests.bench.browser import LINE
from tests.bench.figures import Json, percentiles
from tests.bench.room import ROOT
from tests.bench.server import Server

APPLICATIONS = 200
_PHONE = {"width": 390, "height": 844}
_FIRST = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def measure(visits: int) -> Json:
    """Figures of the page and of the list behind it."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        track, code = _prepared(store)
        reading = [_read_ms(store, track) for _time in range(10)]
        server = Server(ROOT, "streamlit_app.py", {"ODV_DATA": folder})
        server.wait("/api/health")
        try:
            with sync_playwright() as playwright:
                path = os.environ.get("ODV_CHROMIUM") or shutil.which("chromium")
                browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
                found = [_visit(browser, f"http://{server.host}/oproep/{code}")
                         for _time in range(visits)]  # fmt: skip
                browser.close()
        finally:
            server.kill()
            store.close()
    return {
        "kb": max(kb for kb, _shown in found), "list_ms": percentiles(reading),
        "shown_ms": percentiles([shown for _kb, shown in found]),
    }  # fmt: skip


def _prepared(store: Store) -> tuple[str, str]:
    track = tracks.add_track(store, "Over de vloer", "Sociale steun en sociale cohesie")
    for month in (9, 11, 12):
        meetings.add(store, track, "Bijeenkomst", f"2090-{month}-10", "Zaal De Linde")
    calls.set_deadline(store, track, "2090-06-30")
    calls.set_state(store, track, "open")
    call = calls.of_track(store, track)
    for number in range(APPLICATIONS):
        typed = {"organisation": f"Organisatie {number}", "person-1": "An", "phone": "0470123456",
                 "example-1": "Soep. " * 60, "question-1": "Hoe kunnen wij dat?"}  # fmt: skip
        token = new_token()
        applying.begin(store, call, token, typed, opened_at=datetime.now(UTC))
        applying.send(store, token)
    return track, call.code.lower()


def _read_ms(store: Store, track: str) -> float:
    began = time.perf_counter()
    applications.of_track(store, track)
    applications.alike(store, track)
    return (time.perf_counter() - began) * 1000


def _visit(browser: Browser, address: str) -> tuple[float, float]:
    context = browser.new_context(viewport=_PHONE)  # type: ignore[arg-type]
    page, sizes = context.new_page(), [0]
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": "gzip, deflate"}})
    session.send("Network.emulateNetworkConditions", LINE)
    session.on("Network.loadingFinished",
               lambda event: sizes.append(int(event["encodedDataLength"])))  # fmt: skip
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    shown = float(page.evaluate(_FIRST))
    context.close()
    return round(sum(sizes) / 1000, 1), shown


def main() -> None:
    """Print what was measured."""
    print(json.dumps(measure(5), indent=1))


if __name__ == "__main__":
    main()

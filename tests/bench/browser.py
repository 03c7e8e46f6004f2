"""Measures with a real Chromium: `python -m tests.bench.browser --json`.

Two things: how long an answer takes from the tap on a phone to the moved figure on the screen, with
three phones; and what a first visit of a phone costs, in bytes and in seconds on a slow line with a
slow processor. `ODV_CHROMIUM` names the browser; otherwise the usual places are tried.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Locator, Page, sync_playwright

from exercises.engine import flow, running
from state import meetings
from state.database import Store
from tests.bench.figures import Json, percentiles
from tests.bench.people import PASSCODE
from tests.bench.prepare import Prepared, prepare
from tests.bench.room import ROOT, machine
from tests.bench.server import Server

PHONES = 3
ANSWERS = 30
VISITS = 3
_TYPING_MS = 8000
_PHONE = {"width": 390, "height": 844}
# 1.6 Mbit/s down, 750 kbit/s up, 150 ms round trip: what Chromium calls fast 3G.
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_SLOWER = 4
_BUDGET = {"answer_to_screen_ms": 150, "first_visit_bytes": 1_200_000, "usable_ms": 6000}

# The moment at which a figure's place or the number of figures changes on the screen.
_WATCH = """() => {
  const noted = (changes) => {
    if (changes.some((change) => change.target.closest?.('.people')))
      window.odvMoved ||= performance.timeOrigin + performance.now()
  }
  const watch = (root) => {
    const what = { subtree: true, childList: true, attributes: true }
    new MutationObserver(noted).observe(root, what)
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) watch(element.shadowRoot)
  }
  watch(document)
}"""
# The moment of a tap on the tape, on the phone's own clock (the same machine's).
_TAP = """(tape, share) => {
  const box = tape.getBoundingClientRect()
  const at = { bubbles: true, composed: true, clientX: box.left + box.width * share,
               clientY: box.top + box.height / 2 }
  const moment = performance.timeOrigin + performance.now()
  tape.dispatchEvent(new MouseEvent('click', at))
  return moment
}"""


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    result = {"machine": machine(), **measure(), "budget": _BUDGET}
    print(json.dumps(result, indent=1) if asked.json else _table(result))


def measure() -> Json:
    """All figures, with a server and a browser of our own."""
    folder = Path(tempfile.mkdtemp(prefix="odv-bench-"))
    prepared = prepare(folder, 24)
    environment = {"ODV_DATA": str(folder), "ODV_PASSCODE": PASSCODE}
    server = Server(ROOT, "streamlit_app.py", environment)
    try:
        server.wait("/api/health")
        with sync_playwright() as playwright:
            path = os.environ.get("ODV_CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            visits = _first_visits(browser, server, prepared)
            return {"answer_to_screen_ms": _answers(browser, server, prepared), **visits}
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _answers(browser: Browser, server: Server, prepared: Prepared) -> Json:
    # Waiting for a condition evaluates text, which the policy of live pages forbids.
    screen = browser.new_page(viewport={"width": 1920, "height": 1080}, bypass_csp=True)
    screen.goto(f"http://{server.host}{_screen_link(server, prepared)}")
    tapes = []
    for number in range(PHONES):
        phone = _phone(browser)
        _come_in(phone, server, prepared, f"Meter {number}")
        tapes.append(phone.locator(".tape"))
    _start(prepared)
    for tape in tapes:
        tape.locator(".handle").wait_for(state="attached")
    screen.locator(".people").wait_for(state="attached")
    screen.evaluate(_WATCH)
    took = []
    for number in range(ANSWERS):
        took.append(_one_answer(screen, tapes[number % PHONES], number))
    return percentiles([one for one in took if one is not None])


def _one_answer(screen: Page, tape: Locator, number: int) -> float | None:
    # The figure must have walked to its last place before the next tap.
    screen.wait_for_timeout(1800 + random.randint(0, 300))
    screen.evaluate("window.odvMoved = 0")
    moment = float(tape.evaluate(_TAP, 0.2 if (number // PHONES) % 2 else 0.8))
    screen.wait_for_function("window.odvMoved > 0", polling=20, timeout=10_000)
    return float(screen.evaluate("window.odvMoved")) - moment


def _first_visits(browser: Browser, server: Server, prepared: Prepared) -> Json:
    """Bytes of one visit on a good line; times of several on a slow one."""
    free = _visit(browser, server, prepared, "vrij", slow=False, typing=_TYPING_MS)
    typed, straight = [], []
    for number in range(VISITS):
        typed.append(
            _visit(browser, server, prepared, f"rustig {number}", slow=True, typing=_TYPING_MS)
        )
        straight.append(_visit(browser, server, prepared, f"snel {number}", slow=True, typing=0))
    return {
        "first_visit_bytes": free.bytes,
        "first_visit_requests": free.requests,
        "door_usable_ms": percentiles([one.door_ms for one in (*typed, *straight)]),
        "from_button_to_phone_view_ms": percentiles([one.button_ms for one in typed]),
        "straight_through_ms": percentiles([one.all_ms for one in straight]),
    }


@dataclass
class Visit:
    """A phone that was never here before."""

    bytes: int = 0
    requests: int = 0
    door_ms: float = 0
    button_ms: float = 0
    all_ms: float = 0
    _known: set[str] = field(default_factory=set)


def _visit(
    browser: Browser, server: Server, prepared: Prepared, name: str, *, slow: bool, typing: int
) -> Visit:
    visit = Visit()
    page = _phone(browser)
    with _counted(page, visit, slow=slow):
        began = time.perf_counter()
        page.goto(f"http://{server.host}/d/{prepared.code}", wait_until="commit")
        # The button can be pressed: the form is there, styled, and its script has run.
        page.locator("#in").wait_for()
        page.locator("label.o").first.click()
        visit.door_ms = (time.perf_counter() - began) * 1000
        page.locator("#name").fill(name)
        page.wait_for_timeout(typing)
        pressed = time.perf_counter()
        page.locator("#in").click(no_wait_after=True)
        page.locator(".phone-view").first.wait_for(timeout=60_000)
        visit.button_ms = (time.perf_counter() - pressed) * 1000
        visit.all_ms = (time.perf_counter() - began) * 1000
        page.wait_for_timeout(2000)
    page.context.close()
    return visit


@contextmanager
def _counted(page: Page, visit: Visit, *, slow: bool) -> Iterator[CDPSession]:
    """Count what goes over the wire, on a slow phone and line if wanted. Plain http on a network
    offers gzip only; on localhost Chromium would offer more, so it is told what to offer.
    """
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": False})
    session.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": "gzip, deflate"}})
    if slow:
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})

    def loaded(event: Json) -> None:
        visit.bytes += int(event["encodedDataLength"])
        visit.requests += 1

    session.on("Network.loadingFinished", loaded)
    yield session
    session.detach()


def _phone(browser: Browser) -> Page:
    context = browser.new_context(viewport=_PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    return context.new_page()


def _come_in(phone: Page, server: Server, prepared: Prepared, name: str) -> None:
    phone.goto(f"http://{server.host}/d/{prepared.code}")
    phone.locator("label.o").first.click()
    phone.locator("#name").fill(name)
    phone.locator("#in").click()
    phone.locator(".phone-view").first.wait_for(timeout=30_000)


def _start(prepared: Prepared) -> None:
    """Begin De lijn and let everybody choose, from outside: the server hears other processes."""
    store = Store(prepared.folder)
    running.start(store, prepared.activity_id)
    running.change_phase(
        store,
        prepared.activity_id,
        lambda exercise, config, phase: flow.forward(exercise, config, phase, "1:statement"),
    )
    store.close()


def _screen_link(server: Server, prepared: Prepared) -> str:
    from pages.web.access import screen_key

    store = Store(prepared.folder)
    meeting = meetings.room(store, prepared.meeting_id).meeting
    store.close()
    return f"/scherm?m={meeting.id}&s={screen_key(meeting)}"


def _table(result: Json) -> str:
    from tests.bench.room import table

    return table(result)


if __name__ == "__main__":
    main()

"""Measures how guests come in: `python -m tests.bench.guests --guests 500 --seconds 30`.

Starts a server of its own with a closing on the agenda. Each guest opens the door, taps 'Ik ben te
gast' and opens the phone's page, all at a moment of its own. `door_ms`, `in_ms` and `page_ms` are
the three; `cpu_percent` is what the server used of one core meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from exercises import closing
from exercises.engine import running
from state import meetings, tracks
from state.database import Store
from tests.bench.figures import Json, Tally, percentiles
from tests.bench.http import PROXY, Browser
from tests.bench.people import PASSCODE
from tests.bench.room import ROOT, machine
from tests.bench.server import Server

_SEED = 20261122


def measure(guests: int, seconds: float) -> Json:
    """The figures of so many guests who come in within so many seconds."""
    folder = Path(tempfile.mkdtemp(prefix="odv-bench-"))
    try:
        code = _prepared(folder)
        environment = {"ODV_DATA": str(folder), "ODV_PASSCODE": PASSCODE, **PROXY}
        server = Server(ROOT, "streamlit_app.py", environment)
        try:
            server.wait("/api/health")
            used, began = server.cpu_seconds(), time.perf_counter()
            found = asyncio.run(_all(code, server, guests, seconds))
            spent = time.perf_counter() - began
            found["cpu_percent"] = round((server.cpu_seconds() - used) / spent * 100, 1)
            return found
        finally:
            server.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prepared(folder: Path) -> str:
    store = Store(folder)
    track = tracks.add_track(store, "Slot")
    for number in range(8):
        tracks.add_organisation(store, track, f"Organisatie {number}")
    meeting = meetings.add(store, track, "Slotmoment")
    config = closing.EXERCISE.sample.to_json()
    activity = meetings.add_activity(store, meeting, "closing", config, 40)
    meetings.open_doors(store, meeting)
    running.start(store, activity)
    code = meetings.room(store, meeting).meeting.code
    store.close()
    return code


async def _all(code: str, server: Server, guests: int, seconds: float) -> Json:
    tally, chance = Tally(), random.Random(_SEED)
    times: dict[str, list[float]] = {"door": [], "in": [], "page": []}
    host = f"127.0.0.1:{server.port}"

    async def one() -> None:
        await asyncio.sleep(chance.random() * seconds)
        browser = Browser(host, "guest", tally)
        began = time.perf_counter()
        await browser.get(f"/d/{code}")
        shown = time.perf_counter()
        answer = await browser.post(f"/d/{code}", {"guest": "1"})
        inside = time.perf_counter()
        if answer.headers.get("location") != f"/gsm?d={code}":
            tally.fail("not let in", answer.body[-200:])
        await browser.get(f"/gsm?d={code}")
        times["door"].append((shown - began) * 1000)
        times["in"].append((inside - shown) * 1000)
        times["page"].append((time.perf_counter() - inside) * 1000)

    await asyncio.gather(*(one() for _ in range(guests)))
    figures: Json = {f"{name}_ms": percentiles(found) for name, found in times.items()}
    return {**figures, "errors": dict(tally.errors), "error_examples": tally.examples}


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--guests", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=30)
    asked = parser.parse_args()
    load = round(os.getloadavg()[0], 2)
    found = measure(asked.guests, asked.seconds)
    print(json.dumps({"machine": machine(), "load_before": load, **found}, indent=1))


if __name__ == "__main__":
    main()

"""Measures how guests come in: `python -m tests.bench.guests --guests 500 --seconds 30`.

Starts a server of its own with a closing on the agenda; a console and a screen are open. Each guest
opens the door, taps 'Ik ben te gast', opens the phone's page and its socket, all at a moment of its
own: `door_ms`, `in_ms`, `page_ms` and `socket_ms`, and `join_ms` for all four together. With all
sockets open the facilitator goes to another chapter and back: `push_ms` until a phone was told.
Then everybody answers within as many seconds: `saved_ms` until the phone was told that it is saved,
`screen_ms` until the screen held it. `cpu_percent` is what the server used of one core while guests
came in, `driver_lag_ms` how late the bench itself was, `load` that of the machine before and after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from exercises import closing
from exercises.engine import running
from state import meetings, tracks
from state.database import Store
from tests.bench.figures import Json, Tally, percentiles
from tests.bench.hall import Guest, Hall, watch_own_loop
from tests.bench.http import PROXY
from tests.bench.people import PASSCODE
from tests.bench.prepare import Prepared
from tests.bench.room import ROOT, machine
from tests.bench.server import Server

_TIMES = ("door", "in", "page", "socket", "join")
_CONNECT_SECONDS = 60.0
# A moment in which everybody is there and nothing happens yet.
_REST = 1.0


class Visitor(Guest):
    """A guest's phone. `spent`: seconds of each part of coming in; `told`: when it was told of the
    place where it is now."""

    spent: dict[str, float]
    told: float = 0.0
    _before: tuple[str, int, str] = ("", 0, "")

    async def join(self) -> None:
        """Come in by the door, without a name, and open the page."""
        browser, code = self._browser, self._prepared.code
        marks = [time.perf_counter()]
        await browser.get(f"/d/{code}")
        marks.append(time.perf_counter())
        answer = await browser.post(f"/d/{code}", {"guest": "1"})
        marks.append(time.perf_counter())
        if answer.headers.get("location") != f"/gsm?d={code}":
            browser.tally.fail("not let in", answer.body[-200:])
            return
        await self._page.open()
        marks.append(time.perf_counter())
        await asyncio.wait_for(self._page.connected.wait(), _CONNECT_SECONDS)
        marks.append(time.perf_counter())
        parts = [after - one for one, after in pairwise(marks)]
        self.spent = dict(zip(_TIMES, [*parts, marks[-1] - marks[0]], strict=True))

    def _data(self, data: Json, moment: float) -> None:
        super()._data(data, moment)
        if self.place != self._before:
            self._before, self.told = self.place, moment


def measure(guests: int, seconds: float) -> Json:
    """The figures of so many guests who come in within so many seconds."""
    folder = Path(tempfile.mkdtemp(prefix="odv-bench-"))
    try:
        prepared = _prepared(folder)
        environment = {"ODV_DATA": str(folder), "ODV_PASSCODE": PASSCODE, **PROXY}
        server = Server(ROOT, "streamlit_app.py", environment)
        try:
            server.wait("/api/health")
            return asyncio.run(_all(prepared, server, guests, seconds))
        finally:
            server.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prepared(folder: Path) -> Prepared:
    store = Store(folder)
    track = tracks.add_track(store, "Slot")
    houses = [tracks.add_organisation(store, track, f"Organisatie {number}") for number in range(8)]
    meeting = meetings.add(store, track, "Slotmoment")
    config = closing.EXERCISE.sample.to_json()
    activity = meetings.add_activity(store, meeting, "closing", config, 40)
    meetings.open_doors(store, meeting)
    running.start(store, activity)
    known = meetings.room(store, meeting).meeting
    store.close()
    return Prepared(folder, meeting, known.code, known.secret, activity, tuple(houses))


async def _all(prepared: Prepared, server: Server, guests: int, seconds: float) -> Json:
    tally, lags = Tally(), list[float]()
    hall = Hall(prepared, server, 0, seconds, tally)
    visitors = [Visitor(number, prepared, server.host, tally) for number in range(guests)]
    hall.guests = [*visitors]
    watching = asyncio.create_task(watch_own_loop(lags))
    used, began = server.cpu_seconds(), time.perf_counter()
    await hall.fill(seconds)
    cpu = (server.cpu_seconds() - used) / (time.perf_counter() - began)
    await asyncio.sleep(_REST)
    pushed = await _pushes(hall, visitors)
    answers = await _answers(hall, prepared.activity_id)
    watching.cancel()
    hall.leave()
    there = [one.spent for one in visitors if hasattr(one, "spent")]
    return {
        **{f"{name}_ms": percentiles([one[name] * 1000 for one in there]) for name in _TIMES},
        "push_ms": percentiles(pushed), **answers, "sockets": len(there),
        "cpu_percent": round(cpu * 100, 1), "rss_mb": server.rss_mb(),
        "driver_lag_ms": percentiles(lags), "errors": dict(tally.errors),
        "error_examples": tally.examples,
    }  # fmt: skip


async def _pushes(hall: Hall, visitors: list[Visitor]) -> list[float]:
    """To another chapter and back, with the milliseconds to each phone."""
    await hall.press("order", keys=["ask", "year"])
    found = []
    for name in ("forward", "back"):
        pressed = time.perf_counter()
        await hall.step(name)
        found += [(one.told - pressed) * 1000 for one in visitors if one.told > pressed]
        await asyncio.sleep(_REST)
    return found


async def _answers(hall: Hall, activity: str) -> Json:
    """Everybody writes what they take home."""
    trace = await hall.begin(activity)

    async def write(guest: Guest) -> None:
        guest.send(guest.data["ask"]["slot"], {"text": f"Ik klop eerst aan {guest.number % 60}"})

    await hall.spread(1, 1, write)
    await asyncio.sleep(_REST)
    figures = trace.figures(hall.numbers, ())
    return {
        "answers": figures["answers"], "saved": figures["saved"],
        "refused": figures["refused_kinds"], "saved_ms": figures["sent_to_saved_ms"],
        "screen_ms": figures["sent_to_screen_exact_ms"],
    }  # fmt: skip


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--guests", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=30)
    asked = parser.parse_args()
    load = [round(os.getloadavg()[0], 2)]
    found = measure(asked.guests, asked.seconds)
    load.append(round(os.getloadavg()[0], 2))
    print(json.dumps({"machine": machine(), "load": load, **found}, indent=1))


if __name__ == "__main__":
    main()

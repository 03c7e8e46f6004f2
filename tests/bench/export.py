"""How long a track takes to come out and in, and what a hall feels of it: `python -m
tests.bench.export [--phones 300] [--photos 40] [--what zip|pdf|docx] [--example]`.

The server holds a full track, or with `--example` the year that the home page offers, and a meeting
of another one in which everybody answers now and then. The ZIP of the track, or its report, is
downloaded while they do. Prints JSON: milliseconds until the first byte and until all was there,
bytes, the memory that the server held more at most, and an answer until it was saved before and
during the download. Then a ZIP is read in, in this process.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import io
import json
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

import exercises
from exercises.engine import flow, running
from exercises.templates import example_year
from pages.web import assets
from pages.web.access import FACILITATOR_COOKIE, device_cookie
from report.data import reading_in
from state import access, meetings, people, tracks
from state.database import Store
from state.models import Meeting
from tests.bench.figures import percentiles
from tests.bench.server import Server
from tests.full_track import full_track

# Seconds that the hall answers before the download begins, and between two answers of a phone.
_CALM, _PAUSE = 15.0, 8.0
_PART = 65_536
_EACH = 8


@dataclass(frozen=True)
class Prepared:
    """The track to take out, the meeting that runs, and the tokens of its phones."""

    track: str
    meeting: Meeting
    activity: str
    tokens: tuple[str, ...]
    facilitator: str
    what: str = "zip"


@dataclass(frozen=True)
class Downloaded:
    """What came, and the milliseconds until its first byte and its last."""

    content: bytes
    first: float
    whole: float


def prepare(folder: Path, phones: int, photos: int, example: bool = False) -> Prepared:
    """Make the data, before the server starts."""
    store = Store(folder)
    track = example_year.make(store) if example else full_track(store, photos)
    other = tracks.add_track(store, "Meting")
    meeting_id = meetings.add(store, other, "Meting")
    meetings.open_doors(store, meeting_id)
    tokens = tuple(f"gsm-{number}" for number in range(phones))
    house = ""
    for number, token in enumerate(tokens):
        if number % _EACH == 0:
            house = tracks.add_organisation(store, other, f"Organisatie {number}")
        people.join(store, meeting_id, token, house, f"Mens {number}")
    exercise = exercises.of_kind("line")
    assert exercise is not None
    activity = meetings.add_activity(store, meeting_id, "line", exercise.sample.to_json(), 30)
    running.start(store, activity)
    running.change_phase(
        store, activity, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
    )
    meeting = meetings.room(store, meeting_id).meeting
    facilitator = access.give_pass(store, "facilitator")
    store.close()
    return Prepared(track, meeting, activity, tokens, facilitator)


def address(prepared: Prepared) -> str:
    """What is downloaded."""
    if prepared.what == "zip":
        return f"/uitvoer/traject/{prepared.track}.zip"
    return f"/verslag/{prepared.track}.{prepared.what}"


def download(host: str, prepared: Prepared) -> Downloaded:
    """It, as a browser takes it."""
    connection = http.client.HTTPConnection(host, timeout=600)
    began = time.perf_counter()
    connection.request(
        "GET", address(prepared),
        headers={"Cookie": f"{FACILITATOR_COOKIE}={prepared.facilitator}"},
    )  # fmt: skip
    answer = connection.getresponse()
    parts = [answer.read(1)]
    first = (time.perf_counter() - began) * 1000
    while part := answer.read(_PART):
        parts.append(part)
    return Downloaded(b"".join(parts), first, (time.perf_counter() - began) * 1000)


async def beside_a_hall(server: Server, prepared: Prepared) -> dict[str, Any]:
    """Download while everybody answers."""
    waits: list[tuple[float, float]] = []
    stopped = asyncio.Event()
    most = server.rss_mb()
    tasks = [
        asyncio.create_task(_guest(server, prepared, number, waits, stopped))
        for number in range(len(prepared.tokens))
    ]
    await asyncio.sleep(_CALM)
    memory, began = server.rss_mb(), time.perf_counter()
    coming = asyncio.create_task(asyncio.to_thread(download, server.host, prepared))
    while not coming.done():
        most = max(most, server.rss_mb())
        await asyncio.sleep(0.1)
    came, ended = coming.result(), time.perf_counter()
    stopped.set()
    await asyncio.gather(*tasks)
    figures = {
        "first_byte_ms": round(came.first), "whole_ms": round(came.whole),
        "bytes": len(came.content), "memory_more_mb": round(most - memory, 1),
        "saved_before_ms": percentiles([ms for at, ms in waits if began - _CALM / 2 < at < began]),
        "saved_during_ms": percentiles([ms for at, ms in waits if began <= at <= ended]),
    }  # fmt: skip
    return {**figures, **read_in(came.content)} if prepared.what == "zip" else figures


async def _guest(
    server: Server, prepared: Prepared, number: int, waits: list[tuple[float, float]],
    stopped: asyncio.Event,
) -> None:  # fmt: skip
    """One phone: moves its figure along the line now and then."""
    await asyncio.sleep(_PAUSE * number / len(prepared.tokens))
    cookie = f"{device_cookie(prepared.meeting)}={prepared.tokens[number]}"
    async with connect(
        f"ws://{server.host}/live/{prepared.meeting.code}?als=phone&versie={assets.fingerprint()}",
        origin=f"http://{server.host}", max_size=None, proxy=None,  # type: ignore[arg-type]
        additional_headers={"Cookie": cookie},
    ) as line:  # fmt: skip
        count = 0
        while not stopped.is_set():
            count += 1
            identifier = f"g{number}.{count:09d}"
            message = {
                "id": identifier, "kind": "answer", "activity": prepared.activity, "slot": "s1.1",
                "payload": {"at": (number * 7 + count) % 100 / 100},
            }  # fmt: skip
            began = time.perf_counter()
            await line.send(json.dumps({"messages": [message]}))
            await _acknowledged(line, identifier)
            waits.append((began, (time.perf_counter() - began) * 1000))
            await asyncio.sleep(_PAUSE)


async def _acknowledged(line: ClientConnection, identifier: str) -> None:
    async with asyncio.timeout(30):
        while identifier not in json.loads(await line.recv()).get("acks", {}):
            pass


def read_in(content: bytes) -> dict[str, Any]:
    """Check the ZIP, and store it in an empty installation; milliseconds for each."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        began = time.perf_counter()
        opened = reading_in.opened(io.BytesIO(content))
        checked = time.perf_counter()
        reading_in.store_track(store, opened)
        ended = time.perf_counter()
        store.close()
    return {
        "check_ms": round((checked - began) * 1000), "store_ms": round((ended - checked) * 1000)
    }  # fmt: skip


def measure(
    phones: int, photos: int, what: str = "zip", example: bool = False
) -> dict[str, Any]:  # fmt: skip
    """Prepare, serve, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = replace(prepare(Path(folder), phones, photos, example), what=what)
        server = Server(Path.cwd(), "streamlit_app.py", {"ODV_DATA": folder})
        try:
            server.wait("/api/health")
            return asyncio.run(beside_a_hall(server, prepared))
        finally:
            server.kill()


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description="Taking a track out and in again.")
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--what", choices=("zip", "pdf", "docx"), default="zip")
    parser.add_argument("--example", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(measure(asked.phones, asked.photos, asked.what, asked.example), indent=1))


if __name__ == "__main__":
    main()

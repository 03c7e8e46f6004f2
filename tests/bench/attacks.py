"""What others in the hall notice while somebody tries to break the meeting.

`python -m tests.bench.attacks [ATTACK ...]` prints JSON for each attack: what became of it, and
beside it milliseconds (p50, p95) from a tap to 'Bewaard' of the other phones, before and during.
Each attack is bounded in number and time and goes to a server of its own on this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

import exercises
from exercises.engine import running
from pages.web import assets
from pages.web.access import device_cookie
from state import access, meetings, people, tracks
from state.database import Store
from state.ids import new_code
from state.models import Meeting
from tests.bench.figures import Tally
from tests.bench.http import Browser
from tests.bench.server import Server

_PHONES = 40
_SECONDS = 8.0
_PAUSE = 0.4
# An attacker is no neighbour: limits of the laptop itself differ, so it says it comes from afar.
_AFAR = "192.0.2.77"


@dataclass(frozen=True)
class Target:
    """A running meeting. `tokens`: of the phones in it, the attacker's own last."""

    host: str
    meeting: Meeting
    activity: str
    tokens: list[str]


Attack = Callable[[Target, float], Coroutine[Any, Any, Counter[str]]]


async def passcodes(target: Target, until: float) -> Counter[str]:
    """A hundred wrong passcodes at once."""
    return await _requests(target, until, 100, "POST", lambda _n: "/begeleider", b"passcode=fout")


async def codes(target: Target, until: float) -> Counter[str]:
    """Three thousand join codes, a hundred at a time."""
    return await _requests(target, until, 3000, "GET", lambda _n: f"/d/{new_code()}", b"")


async def organisations(target: Target, until: float) -> Counter[str]:
    """Three hundred new organisations through the door, thirty browsers at a time."""
    outcomes: Counter[str] = Counter()
    numbers = iter(range(300))

    async def one() -> None:
        for number in numbers:
            if time.perf_counter() > until:
                return
            browser = _Afar(target.host, "phone", Tally())
            door = f"/d/{target.meeting.code}"
            form = {"organisation": "+", "new_organisation": f"Stoorder {number}", "name": "X"}
            await browser.get(door, may_fail=True)
            outcomes[str((await browser.post(door, form)).status)] += 1
            browser.close()

    await asyncio.gather(*(one() for _ in range(30)))
    return outcomes


async def messages(target: Target, until: float) -> Counter[str]:
    """One phone that sends twenty thousand long texts into one shared field."""
    outcomes: Counter[str] = Counter()
    words = [" ".join(f"{letter}{n}" for n in range(300)) for letter in "abcdef"]
    async with _line(target, target.tokens[-1]) as line:

        async def read() -> None:
            async for frame in line:
                for ack in json.loads(frame).get("acks", {}).values():
                    outcomes["ok" if ack.get("ok") else next(iter(ack))] += 1

        reading = asyncio.create_task(read())
        for number in range(100):
            if time.perf_counter() > until:
                break
            batch = [
                _message(target, f"flood{number}.{at:09d}", "sheet.core",
                         {"text": words[at % 6], "base": words[(at + 1) % 6], "writer": "f",
                          "n": number * 200 + at + 1})
                for at in range(200)
            ]  # fmt: skip
            outcomes["sent"] += len(batch)
            await line.send(json.dumps({"messages": batch}))
            await asyncio.sleep(0.05)
        await asyncio.sleep(max(0.0, until - time.perf_counter()))
        reading.cancel()
    return outcomes


ATTACKS: dict[str, Attack] = {
    "passcodes": passcodes, "codes": codes, "organisations": organisations, "messages": messages,
}  # fmt: skip


class _Afar(Browser):
    """A browser that reaches the server through a proxy on this machine."""

    async def _exchange(self, request: bytes) -> Any:
        head, _end, body = request.partition(b"\r\n\r\n")
        far = f"\r\nX-Forwarded-For: {_AFAR}\r\n\r\n".encode()
        return await super()._exchange(head + far + body)


async def _requests(
    target: Target, until: float, most: int, method: str, path: Callable[[int], str], body: bytes
) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    numbers = iter(range(most))

    async def one() -> None:
        browser = _Afar(target.host, "phone", Tally())
        for number in numbers:
            if time.perf_counter() > until:
                return
            answer = (
                await browser.get(path(number), may_fail=True)
                if method == "GET"
                else await browser.post(path(number), {"passcode": "fout"})
            )
            outcomes[str(answer.status)] += 1

    await asyncio.gather(*(one() for _ in range(100)))
    return outcomes


def _line(target: Target, token: str) -> connect:
    host = target.host
    return connect(
        f"ws://{host}/live/{target.meeting.code}?als=phone&versie={assets.fingerprint()}",
        origin=f"http://{host}", max_size=None, proxy=None,  # type: ignore[arg-type]
        additional_headers={"Cookie": f"{device_cookie(target.meeting)}={token}"},
    )  # fmt: skip


def _message(target: Target, identifier: str, slot: str, payload: dict[str, Any]) -> dict[str, Any]:
    return {"id": identifier, "kind": "answer", "activity": target.activity, "slot": slot,
            "payload": payload}  # fmt: skip


async def _hall(server: Server, target: Target, attack: str) -> dict[str, Any]:
    """Half the time without the attack, and half with it."""
    loop = asyncio.get_running_loop()
    # The attacker's own work, and its start, must not slow down the phones that are measured.
    apart = ProcessPoolExecutor(1, get_context("spawn"))
    await loop.run_in_executor(apart, _ready)
    waits: list[tuple[float, float]] = []
    stopped = asyncio.Event()

    async def guest(number: int, token: str) -> None:
        async with _line(target, token) as line:
            count = 0
            await asyncio.sleep(_PAUSE * number / _PHONES)
            while not stopped.is_set():
                count += 1
                identifier = f"g{number}.{count:09d}"
                payload = {"text": f"woord {count}", "base": f"woord {count - 1}" * (count > 1),
                           "writer": f"g{number}", "n": count}  # fmt: skip
                began = time.perf_counter()
                sent = [_message(target, identifier, "sheet.core", payload)]
                await line.send(json.dumps({"messages": sent}))
                await _acknowledged(line, identifier)
                waits.append((began, (time.perf_counter() - began) * 1000))
                await asyncio.sleep(_PAUSE)

    guests = [
        asyncio.create_task(guest(number, token)) for number, token in enumerate(target.tokens[:-1])
    ]
    await asyncio.sleep(_SECONDS)
    began = time.perf_counter()
    memory = server.rss_mb()
    outcomes = await loop.run_in_executor(apart, _attacked, attack, target)
    ended = time.perf_counter()
    stopped.set()
    await asyncio.gather(*guests)
    apart.shutdown()
    before = sorted(ms for at, ms in waits if began - _SECONDS / 2 < at < began)
    during = sorted(ms for at, ms in waits if began <= at <= ended)
    return {
        "outcomes": dict(outcomes), "seconds": round(ended - began, 1),
        "others_before_ms": _figures(before), "others_during_ms": _figures(during),
        "memory_more_mb": round(server.rss_mb() - memory, 1),
    }  # fmt: skip


def _ready() -> None:
    """Started, with all that it imports."""


def _attacked(attack: str, target: Target) -> Counter[str]:
    return asyncio.run(ATTACKS[attack](target, time.perf_counter() + _SECONDS))


async def _acknowledged(line: ClientConnection, identifier: str) -> None:
    async with asyncio.timeout(30):
        while identifier not in json.loads(await line.recv()).get("acks", {}):
            pass


def _figures(waits: list[float]) -> dict[str, float]:
    if not waits:
        return {}
    return {
        name: round(waits[int(part * (len(waits) - 1))], 1)
        for name, part in (("p50", 0.5), ("p95", 0.95), ("max", 1.0))
    }


def measure(attack: str) -> dict[str, Any]:
    """Fill a hall, and let one attack loose on it."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        access.set_passcode(store, "meet-de-zaal")
        track = tracks.add_track(store, "Meting")
        meeting_id = meetings.add(store, track, "Meting")
        meetings.open_doors(store, meeting_id)
        tokens = []
        for number in range(_PHONES + 1):
            if number % 2 == 0:
                house = tracks.add_organisation(store, track, f"Organisatie {number}")
            tokens.append(f"gsm-{number}")
            people.join(store, meeting_id, tokens[-1], house, f"Mens {number}", "")
        exercise = exercises.of_kind("organisation_sheet")
        assert exercise is not None
        activity = meetings.add_activity(
            store, meeting_id, exercise.kind, exercise.sample.to_json(), 30
        )
        running.start(store, activity)
        meeting = meetings.room(store, meeting_id).meeting
        store.close()
        environment = {"ODV_DATA": folder, "ODV_PROXY": "127.0.0.1"}
        server = Server(Path.cwd(), "streamlit_app.py", environment)
        try:
            server.wait("/api/health")
            return asyncio.run(
                _hall(server, Target(server.host, meeting, activity, tokens), attack)
            )
        finally:
            server.kill()


def main() -> None:
    """Read the command line, measure, print: `python -m tests.bench.attacks [NAME ...]`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("attacks", nargs="*", choices=[*ATTACKS, []], metavar="NAME",
                        help=f"any of: {', '.join(ATTACKS)}; all by default")  # fmt: skip
    for name in parser.parse_args().attacks or ATTACKS:
        print(json.dumps({name: measure(name)}, indent=1))


if __name__ == "__main__":
    main()

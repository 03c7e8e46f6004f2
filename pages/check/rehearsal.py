"""Twenty seconds of simulated phones at a server of its own, with data of its own."""

from __future__ import annotations

import asyncio
import math
import os
import random
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any

import exercises
from exercises.contract import Exercise, Phase
from exercises.engine import flow, running
from pages.check.phone import ServedBadly, SimulatedPhone
from state import meetings, tracks
from state.database import Store

_ROOT = Path(__file__).resolve().parents[2]
# Phones in each round, and the seconds over which those that are new come in.
ROUNDS = ((30, 2.0), (100, 4.0), (200, 6.0))
_ANSWERING = 2.0
# Above this people press a second time.
SLOWEST = 1.0
_ORGANISATIONS = 12
_START_SECONDS = 60


@dataclass(frozen=True)
class Round:
    """What a number of phones met: the slowest of 95 in 100, in seconds; `failed` counts phones
    that were not served."""

    phones: int
    join: float
    saved: float
    step: float
    failed: int

    @property
    def passed(self) -> bool:
        """Whether nobody had to wait for long."""
        return not self.failed and max(self.join, self.saved, self.step) <= SLOWEST


def rehearse(rounds: tuple[tuple[int, float], ...] = ROUNDS) -> list[Round]:
    """Play the rounds until one does not pass. Raises ServedBadly when the server does not
    start."""
    with (
        tempfile.TemporaryDirectory(prefix="odv-proef-") as folder,
        closing(Store(Path(folder))) as store,
        _server(Path(folder)) as port,
    ):
        return asyncio.run(_Hall(store).play(port, rounds))


class _Hall:
    """A meeting in a store of its own, with an exercise that can be rehearsed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        track = tracks.add_track(self._store, "Proef")
        self._organisations = [
            tracks.add_organisation(self._store, track, f"Organisatie {number}")
            for number in range(_ORGANISATIONS)
        ]
        meeting = meetings.add(self._store, track, "Proef")
        self._exercise: Exercise[Any, Any] = next(
            one for one in exercises.EXERCISES if one.rehearse
        )
        self._activity = meetings.add_activity(
            self._store, meeting, self._exercise.kind, self._exercise.sample.to_json(), 10
        )
        meetings.open_doors(self._store, meeting)
        self._code = meetings.room(self._store, meeting).meeting.code
        running.start(self._store, self._activity)
        while not self._phase().open:
            self._change(lambda phase: flow.forward(
                self._exercise, self._exercise.sample, phase, flow.position(phase)))  # fmt: skip

    async def play(self, port: int, rounds: tuple[tuple[int, float], ...]) -> list[Round]:
        phones: list[SimulatedPhone] = []
        played = []
        try:
            for count, seconds in rounds:
                new = [SimulatedPhone(port, self._code, n) for n in range(len(phones), count)]
                phones += new
                played.append(await self._round(phones, new, seconds))
                if not played[-1].passed:
                    break
        finally:
            await asyncio.gather(*(phone.leave() for phone in phones))
        return played

    async def _round(
        self, phones: list[SimulatedPhone], new: list[SimulatedPhone], seconds: float
    ) -> Round:
        join, outside = await _all(new, seconds, self._come_in)
        saved, unsaved = await _all(phones, _ANSWERING, self._answer)
        for phone in phones:
            phone.expect_page()
        await asyncio.to_thread(self._change, lambda phase: replace(phase, shown=not phase.shown))
        began = perf_counter()

        async def came(phone: SimulatedPhone) -> float:
            return max(0.0, await phone.page_came() - began)

        step, unseen = await _all(phones, 0, came)
        failed = max(outside, unsaved, unseen)
        return Round(len(phones), _p95(join), _p95(saved), _p95(step), failed)

    async def _come_in(self, phone: SimulatedPhone) -> float:
        return await phone.come_in(random.choice(self._organisations))

    async def _answer(self, phone: SimulatedPhone) -> float:
        assert self._exercise.rehearse is not None
        phase = self._phase()
        slot, payload = self._exercise.rehearse(self._exercise.sample, phase, random.random())
        return await phone.answer(self._activity, slot, payload)

    def _phase(self) -> Phase:
        with self._store.read() as db:
            return Phase.from_json(meetings.activity(db, self._activity).phase_json())

    def _change(self, change: Callable[[Phase], Phase]) -> None:
        running.change_phase(
            self._store, self._activity, lambda exercise, config, phase: change(phase)
        )


async def _all(
    phones: list[SimulatedPhone], seconds: float, act: Callable[[SimulatedPhone], Awaitable[float]]
) -> tuple[list[float], int]:
    """Let each phone act at a moment of its own; gives what they measured, and how many failed."""

    async def one(phone: SimulatedPhone) -> float:
        await asyncio.sleep(random.uniform(0, seconds))
        return await act(phone)

    found = await asyncio.gather(*map(one, phones), return_exceptions=True)
    for fault in found:
        if isinstance(fault, BaseException) and not isinstance(fault, ServedBadly):
            raise fault
    measured = [one for one in found if isinstance(one, float)]
    return measured, len(found) - len(measured)


def _p95(measured: list[float]) -> float:
    return sorted(measured)[math.ceil(len(measured) * 0.95) - 1] if measured else 0.0


@contextmanager
def _server(folder: Path) -> Iterator[int]:
    """The app on a free port of this laptop only; gives the port once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    own = {name: value for name, value in os.environ.items() if not name.startswith("ODV_")}
    process = subprocess.Popen(
        [
            sys.executable, "-m", "streamlit", "run", "streamlit_app.py",
            "--server.port", str(port), "--server.address", "127.0.0.1",
        ],
        cwd=_ROOT, env={**own, "ODV_DATA": str(folder)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = monotonic() + _START_SECONDS
        while not _answers(port):
            if process.poll() is not None or monotonic() > deadline:
                raise ServedBadly("the server does not start")
            sleep(0.1)
        yield port
    finally:
        process.kill()
        process.wait()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=2):
            return True
    except OSError:
        return False

"""Plays the meeting against the reference, and compares."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Json, Tally, percentiles
from tests.bench.http import Browser
from tests.bench.people import Steps
from tests.bench.reference.page import PollingPage
from tests.bench.scenario import Part, Plan
from tests.bench.server import Server

_FOLDER = Path(__file__).resolve().parent
_STEPS = (2, 3, 4, 5, 6, 7, 8)
_PATIENCE = 60.0


class Phone:
    """A participant with a slider."""

    def __init__(self, number: int, host: str, steps: Steps, tally: Tally) -> None:
        self.name = f"d{number}"
        self._steps = steps
        self.page = PollingPage(
            Browser(host, "phone", tally), f"role=phone&name={self.name}", self._text
        )
        self.waiting: dict[float, float] = {}
        self.saved_ms: list[float] = []

    async def join(self) -> float:
        """Open the page; gives the milliseconds it took."""
        began = time.perf_counter()
        await self.page.open(_PATIENCE)
        return (time.perf_counter() - began) * 1000

    async def stand(self, at: float, screen: Screen) -> None:
        """Move the slider."""
        moment = time.perf_counter()
        self.waiting[at] = moment
        screen.waiting[self.name, at] = moment
        await self.page.choose(at)

    def _text(self, text: str, moment: float) -> None:
        word, _colon, value = text.partition(":")
        if word == "step":
            data = {"scene": {"step": {"index": int(value)}, "stage": ""}}
            self._steps.phone(self.name, data, moment)
        elif word == "saved" and float(value) in self.waiting:
            # What was sent before it was overtaken: it will never be said to be saved.
            sent = self.waiting[float(value)]
            self.saved_ms.append((moment - sent) * 1000)
            self.waiting = {at: when for at, when in self.waiting.items() if when > sent}


class Screen:
    """The page that shows everybody."""

    def __init__(self, host: str, tally: Tally) -> None:
        self.page = PollingPage(Browser(host, "screen", tally), "role=screen", self._text)
        self.waiting: dict[tuple[str, float], float] = {}
        self.drawn_ms: list[float] = []

    def _text(self, text: str, moment: float) -> None:
        for key in json.loads(text.removeprefix("screen:")).items():
            sent = self.waiting.pop(key, None)
            if sent is not None:
                self.drawn_ms.append((moment - sent) * 1000)


def compare(plan: Plan, ours: Json) -> Json:
    """`{"reference": figures, "ratios": reference / ours}`."""
    folder = Path(tempfile.mkdtemp(prefix="odv-bench-"))
    server = Server(_FOLDER, "app.py", {"REFERENCE_DB": str(folder / "reference.db")})
    try:
        server.wait("/_stcore/health")
        reference = asyncio.run(_play(plan, server))
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)
    return {"reference": reference, "ratios": _ratios(reference, ours)}


def _ratios(reference: Json, ours: Json) -> Json:
    ratios: Json = {}
    for name, theirs in reference.items():
        mine = ours.get(name)
        if isinstance(theirs, dict) and isinstance(mine, dict) and "p95" in theirs:
            theirs, mine, name = theirs["p95"], mine["p95"], f"{name}.p95"  # noqa: PLW2901
        if isinstance(theirs, int | float) and isinstance(mine, int | float) and mine > 0:
            ratios[name] = round(theirs / mine, 1)
    return {name: ratio for name, ratio in ratios.items() if name not in ("errors", "answers")}


async def _play(plan: Plan, server: Server) -> Json:
    tally = Tally()
    steps, screen = Steps(tally), Screen(server.host, tally)
    console = PollingPage(Browser(server.host, "console", tally), "role=console", lambda *_: None)
    phones = [Phone(number, server.host, steps, tally) for number in range(plan.phones)]
    await console.open(_PATIENCE)
    await screen.page.open(_PATIENCE)
    with Part(server) as joining:
        join_ms = await _join(plan, phones, tally)
    steps.phones = len(join_ms)
    for number in _STEPS:
        steps.expect(number, "")
        await console.choose(number)
        await steps.everybody(_PATIENCE)
        if tally.errors["step not seen"]:
            break
        await asyncio.sleep(plan.between_steps / 2)
    with Part(server) as answering:
        sent = await _answer(plan, phones, screen)
    with Part(server) as idle:
        await asyncio.sleep(plan.idle)
    figures: Json = {
        "join_ms": percentiles(join_ms),
        "answer_to_screen_ms": percentiles(screen.drawn_ms),
        "answer_to_saved_ms": percentiles([ms for phone in phones for ms in phone.saved_ms]),
        "step_to_phones_ms": percentiles(steps.each_ms),
        # Not less the idle processor time: polling is the price of this way of working.
        "cpu_ms_per_join": round(joining.cpu / max(1, len(join_ms)) * 1000, 2),
        "cpu_ms_per_answer": round(answering.cpu / sent * 1000, 2),
        "idle_cpu_percent": idle.percent(),
        "rss_mb": server.rss_mb(),
        "answers": sent,
        "errors": sum(tally.errors.values()),
        "error_kinds": dict(tally.errors),
        "error_examples": list(tally.examples),
    }
    for page in (console, screen.page, *(phone.page for phone in phones)):
        page.close()
    return figures


async def _join(plan: Plan, phones: list[Phone], tally: Tally) -> list[float]:
    async def one(phone: Phone) -> float | None:
        await asyncio.sleep(random.uniform(0, plan.joining))
        try:
            return await phone.join()
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            tally.fail("join", repr(error))
            return None

    return [took for took in await asyncio.gather(*map(one, phones)) if took]


async def _answer(plan: Plan, everybody: list[Phone], screen: Screen) -> int:
    # With many phones some never get in: they have nothing to answer.
    phones = [phone for phone in everybody if phone.page.is_open]

    async def one(number: int, phone: Phone) -> None:
        began = time.perf_counter()
        moments = sorted(random.uniform(0, plan.answering) for _turn in range(plan.answers_each))
        for turn, moment in enumerate(moments):
            await asyncio.sleep(max(0.0, began + moment - time.perf_counter()))
            at = round(((number + 0.5) / len(phones) + turn * 0.25) % 1, 4)
            await phone.stand(at, screen)

    await asyncio.gather(*(one(number, phone) for number, phone in enumerate(phones)))
    deadline = time.perf_counter() + _PATIENCE
    while any(phone.waiting for phone in phones) and time.perf_counter() < deadline:
        await asyncio.sleep(0.1)
    return len(phones) * plan.answers_each

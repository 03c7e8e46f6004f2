"""The meeting that is played: everybody joins, the facilitator goes on, everybody answers."""

from __future__ import annotations

import asyncio
import gc
import random
import sys
import time
from dataclasses import dataclass, field, replace

from tests.bench.answers import APART, Answers
from tests.bench.figures import Json, Tally, percentiles
from tests.bench.people import Facilitator, Phone, Steps
from tests.bench.prepare import Prepared
from tests.bench.server import Server

_PATIENCE = 30.0
_SEED = 20261122


@dataclass(frozen=True)
class Plan:
    """How long each part takes, in seconds."""

    phones: int
    joining: float = 30
    between_steps: float = 5
    answering: float = 16
    answers_each: int = 4
    idle: float = 20

    def stretched(self, times: float) -> Plan:
        """The same meeting, so much slower: what a machine that is so much busier can follow."""
        return replace(self, joining=self.joining * times, answering=self.answering * times)

    def quick(self) -> Plan:
        """For a test of the bench itself: no figures to rely on."""
        return Plan(self.phones, 1, 0.5, 2, 4, 1.5)


Move = tuple[str, dict[str, object], int, str]
# Button, what it sends, and where that leads: step (from 1) and stage.
_BEFORE: tuple[Move, ...] = (
    ("start", {}, 1, "statement"),
    ("forward", {}, 1, "choose"),
    ("back", {}, 1, "statement"),
    ("forward", {}, 1, "choose"),
)
_AFTER: tuple[Move, ...] = (
    ("forward", {}, 1, "talk"),
    ("forward", {}, 1, "move"),
    ("goto", {"step": 2, "stage": "choose"}, 2, "choose"),
)


@dataclass
class Part:
    """One part of the run, as the server's processor saw it."""

    server: Server
    seconds: float = 0
    cpu: float = 0

    def __enter__(self) -> Part:
        self.seconds, self.cpu = time.perf_counter(), self.server.cpu_seconds()
        return self

    def __exit__(self, *_details: object) -> None:
        self.seconds = time.perf_counter() - self.seconds
        self.cpu = self.server.cpu_seconds() - self.cpu

    def each_ms(self, count: int, idle: Part) -> float:
        """Processor time for each of `count`, above what an idle server takes, in ms."""
        above = self.cpu - idle.cpu / idle.seconds * self.seconds
        return round(above / max(1, count) * 1000, 2)

    def percent(self) -> float:
        """Of one core."""
        return round(self.cpu / self.seconds * 100, 2)


@dataclass
class Played:
    """What a run gives: the figures, and the answers to check against the database."""

    figures: Json
    answers: Answers
    lags: list[float] = field(default_factory=list)


async def play(plan: Plan, prepared: Prepared, server: Server) -> Played:
    """Play the whole meeting on a server that runs."""
    # The driver's own collections would be measured as the server's delays.
    gc.collect()
    gc.disable()
    tally = Tally()
    answers, steps = Answers(tally), Steps(tally)
    facilitator = Facilitator(prepared, server.host, answers)
    phones = [Phone(number, prepared, server.host, steps, answers) for number in range(plan.phones)]
    lags: list[float] = []
    watching = asyncio.create_task(_watch_own_loop(lags))
    random.seed(_SEED)
    await facilitator.begin()
    _tell("joining")
    await asyncio.sleep(min(2.0, plan.between_steps))
    with Part(server) as joining:
        join_ms = await _join(plan, phones, tally)
    steps.phones = len(join_ms)
    await asyncio.sleep(min(2.0, plan.between_steps))
    _tell(f"steps, with {len(join_ms)} phones in; errors so far: {dict(tally.errors)}")
    with Part(server) as stepping:
        await _steps(plan, steps, facilitator, server, prepared, _BEFORE)
    draws = facilitator.draws
    _tell("answers")
    with Part(server) as answering:
        await _answer(plan, phones, answers)
    draws = facilitator.draws - draws
    _tell("more steps")
    with Part(server) as later:
        await _steps(plan, steps, facilitator, server, prepared, _AFTER)
    await asyncio.sleep(min(2.0, plan.between_steps))
    quiet = tally.traffic()
    _tell("nothing")
    with Part(server) as idle:
        await asyncio.sleep(plan.idle)
    quiet = tally.traffic() - quiet
    watching.cancel()
    figures: Json = {
        "join_ms": percentiles(join_ms),
        "answer_to_screen_ms": percentiles(answers.drawn_ms()),
        "answer_to_saved_ms": percentiles(answers.saved_ms()),
        "step_to_phones_ms": percentiles(steps.each_ms),
        "step_to_last_phone_ms": percentiles(steps.last_ms),
        "cpu_ms_per_join": joining.each_ms(plan.phones, idle),
        "cpu_ms_per_answer": answering.each_ms(len(answers.all), idle),
        "cpu_ms_per_step_and_phone": round(
            (stepping.each_ms(1, idle) + later.each_ms(1, idle)) / max(1, len(steps.each_ms)), 2
        ),
        "idle_cpu_percent": idle.percent(),
        "idle_traffic": dict(quiet),
        "busy_cpu_percent": {"joining": joining.percent(), "answering": answering.percent()},
        "replaced_before_confirmed": answers.replaced(),
        "screen_draws_while_answering": draws,
        "asked_again": sum(phone.repeats() for phone in phones),
        "rss_mb": server.rss_mb(),
        "driver_lag_ms": percentiles(lags),
    }
    figures["joined"] = len(join_ms)
    figures["errors"] = sum(tally.errors.values())
    figures["error_kinds"] = dict(tally.errors)
    figures["error_examples"] = list(tally.examples)
    for phone in phones:
        phone.leave()
    facilitator.leave()
    gc.enable()
    return Played(figures, answers)


def _tell(part: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {part}", file=sys.stderr, flush=True)


async def _join(plan: Plan, phones: list[Phone], tally: Tally) -> list[float]:
    async def one(phone: Phone, wait: float) -> float | None:
        await asyncio.sleep(wait)
        try:
            return await phone.join()
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            tally.fail("join", repr(error))
            return None

    waits = [random.uniform(0, plan.joining) for _phone in phones]
    took = await asyncio.gather(*map(one, phones, waits))
    return [one for one in took if one]


async def _steps(
    plan: Plan, steps: Steps, facilitator: Facilitator, server: Server, prepared: Prepared,
    moves: tuple[Move, ...],
) -> None:  # fmt: skip
    for name, payload, step, stage in moves:
        began = time.perf_counter()
        steps.expect(step, stage)
        told = {"activity": prepared.activity_id} if name == "start" else payload
        facilitator.press(name, **told)
        await steps.everybody(_PATIENCE)
        # Nobody presses the next button on a console that still shows the one before.
        await facilitator.sees(f"{step}:{stage}", _PATIENCE)
        await asyncio.sleep(max(0.2, plan.between_steps - (time.perf_counter() - began)))


async def _answer(plan: Plan, phones: list[Phone], answers: Answers) -> None:
    # In each round everybody has a place of the own, spread evenly over the line.
    places = [(number + 0.5) / len(phones) for number in range(len(phones))]
    random.shuffle(places)

    async def one(phone: Phone, place: float) -> None:
        began = time.perf_counter()
        moments = sorted(random.uniform(0, plan.answering) for _turn in range(plan.answers_each))
        for turn, moment in enumerate(moments):
            await asyncio.sleep(max(0.0, began + moment - time.perf_counter()))
            phone.stand((place + turn * APART) % 1)

    await asyncio.gather(*map(one, phones, places))
    deadline = time.perf_counter() + _PATIENCE
    while (answers.open() or answers.undrawn()) and time.perf_counter() < deadline:
        await asyncio.sleep(0.05)
    for answer in answers.open():
        answers.tally.fail("answer not confirmed", answer)
    for answer in answers.undrawn():
        answers.tally.fail("answer not drawn", answer)


async def _watch_own_loop(lags: list[float]) -> None:
    """How late the driver itself is: what of the figures may be its own fault."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.05)
        lags.append((time.perf_counter() - began - 0.05) * 1000)

"""Measures every exercise with a hall: `python -m tests.bench.exercises --phones 100 --json`.

Starts a server of its own with an empty data folder. Phones of organisations of four people come
in, a console and a screen are open, and each exercise is played for some sixteen seconds; how, is
in `tests/bench/moves/`. `--only KIND ...` plays some of them, `--quick` a moment of each, and with
`--seconds 32` the same answers are spread over twice the time: some exercises have eight answers of
each phone, others four.

Of each exercise: `sent_to_saved_ms` until the phone is told that the answer is saved;
`sent_to_screen_ms` until data came to the screen which the server began to read after the phone
was told (so an answer that a screen already held while its phone was being told waits for the next
one here: the figure is on the high side, and where people answer seldom far too high);
`sent_to_screen_exact_ms` until the first data that held the answer, by the numbers of
its page; `sent_to_colleague_ms` until the phone of a colleague, or of the partner, holds it.
What does not show on the screen (what is still being written, a note for oneself) redraws it all
the same, but is not in the figures of the screen. `taken` are refusals because somebody else was
first, `refused` all others. `weight_kb`: what the exercise adds to a phone's first visit.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath

from tests.bench import hall, moves, weight
from tests.bench.figures import Json, Tally, percentiles
from tests.bench.people import PASSCODE
from tests.bench.room import ROOT, loop_ms, machine
from tests.bench.server import Server

_SEED = 20261122


@dataclass(frozen=True)
class Plan:
    """How many phones, and how long each part takes, in seconds."""

    phones: int
    kinds: tuple[str, ...]
    joining: float = 12
    playing: float = 16
    idle: float = 4
    between: float = 1.5

    def quick(self) -> Plan:
        """For a test of the bench itself: no figures to rely on."""
        return Plan(self.phones, self.kinds, 0.4, 0.4, 0.2, 0.1)


def measure(plan: Plan) -> Json:
    """The figures of all exercises of the plan."""
    folder = Path(tempfile.mkdtemp(prefix="odv-bench-"))
    wanted = {kind: moves.of_kind(kind) for kind in plan.kinds}
    try:
        prepared, activities = hall.prepare(
            folder,
            plan.phones,
            {kind: one.configure for kind, one in wanted.items()},
            with_visits=any(one.visits for one in wanted.values()),
        )
        environment = {"ODV_DATA": str(folder), "ODV_PASSCODE": PASSCODE}
        server = Server(ROOT, "streamlit_app.py", environment)
        try:
            server.wait("/api/health")
            print(f"server: process {server.pid}, port {server.port}", file=sys.stderr)
            tally = Tally()
            people = hall.Hall(prepared, server, plan.phones, plan.playing, tally)
            found = asyncio.run(_play(plan, people, wanted, activities, server))
        finally:
            server.kill()
        complaints = server.log().count("Traceback")
        if complaints:
            tally.errors["traceback in the server's log"] += complaints
            tally.examples.append(server.log()[-1500:])
        return {
            **found,
            "errors": sum(tally.errors.values()), "error_kinds": dict(tally.errors),
            "error_examples": tally.examples,
        }  # fmt: skip
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _play(
    plan: Plan, people: hall.Hall, wanted: dict[str, moves.Moves], activities: dict[str, str],
    server: Server,
) -> Json:  # fmt: skip
    # The driver's own collections would be measured as the server's delays.
    gc.collect()
    gc.disable()
    random.seed(_SEED)
    _tell("joining")
    await people.fill(plan.joining)
    await asyncio.sleep(plan.between)
    used = server.cpu_seconds()
    await asyncio.sleep(plan.idle)
    idle = (server.cpu_seconds() - used) / plan.idle
    found = {}
    for kind, one in wanted.items():
        _tell(kind)
        found[kind] = await _exercise(plan, people, kind, one, activities[kind], server, idle)
        gc.collect()
    people.leave()
    gc.enable()
    return {"exercises": found, "idle_cpu_percent": round(idle * 100, 2)}


async def _exercise(
    plan: Plan, people: hall.Hall, kind: str, wanted: moves.Moves, activity: str,
    server: Server, idle: float,
) -> Json:  # fmt: skip
    tally = people.tally
    errors, repeats = sum(tally.errors.values()), sum(one.repeats() for one in people.guests)
    lags: list[float] = []
    watching = asyncio.create_task(hall.watch_own_loop(lags))
    trace = await people.begin(activity)
    await asyncio.sleep(plan.between)
    scene = people.guests[0].scene
    await wanted.play(people)
    await asyncio.sleep(plan.between)
    watching.cancel()
    spent = people.answering
    above = max(0.0, spent.cpu - idle * spent.seconds)
    script, styles = _files(scene)
    carried = weight.of_kind(kind, script, styles)
    return {
        **trace.figures(people.numbers, wanted.taken),
        "cpu_ms_per_answer": round(above / max(1, len(trace.sent)) * 1000, 2),
        "busy_cpu_percent": round(spent.cpu / spent.seconds * 100, 1),
        "answering_seconds": round(spent.seconds, 1),
        "asked_again": sum(one.repeats() for one in people.guests) - repeats,
        "errors": sum(tally.errors.values()) - errors,
        "rss_mb": server.rss_mb(),
        "driver_lag_ms": percentiles(lags),
        "weight_kb": carried["kb"],
        "weight_later_kb": carried["later_kb"],
    }


def _files(scene: Json) -> tuple[str, tuple[str, ...]]:
    """The phone's script and styles, as they are called in the folder of the exercise."""
    folder, _slash, script = scene["module"].rpartition("/")
    return script, tuple(relpath(one, folder) for one in scene["css"])


def _tell(part: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {part}", file=sys.stderr, flush=True)


def table(result: Json) -> str:
    """The figures to read."""
    lines = [f"machine {result['machine']}"]
    for kind, figures in result["exercises"].items():
        lines.append(f"\n{kind}")
        for name, value in figures.items():
            if isinstance(value, dict) and "p95" in value:
                value = f"p50 {value['p50']}  p95 {value['p95']}  max {value['max']}"  # noqa: PLW2901
            lines.append(f"  {name:28} {value}")
    return "\n".join([*lines, f"\nerrors {result['errors']} {result['error_kinds']}"])


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--phones", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", nargs="+", choices=moves.kinds(), default=moves.kinds())
    parser.add_argument("--seconds", type=float, default=Plan.playing, help="of each exercise")
    asked = parser.parse_args()
    plan = Plan(asked.phones, tuple(asked.only), playing=asked.seconds)
    if asked.quick:
        plan = plan.quick()
    result: Json = {"phones": plan.phones, "machine": machine()}
    load = round(os.getloadavg()[0], 2)
    result |= measure(plan)
    result |= {"load_before": load, "loop_ms_after": loop_ms()}
    print(json.dumps(result, indent=1) if asked.json else table(result))


if __name__ == "__main__":
    main()

"""Measures a meeting: `python -m tests.bench.room --phones 300 --json`.

Starts a server of its own on a free port with an empty data folder, and plays a meeting with
simulated phones, a console and a screen. They speak the socket of live pages, so that
each costs the server what a real one does. With `--json` the last thing on stdout is one JSON
object. `--reference` plays the same against a plain Streamlit app (minutes more) and adds
`reference` and `ratios`. `--quick` shortens all parts, to see whether the bench runs.
`--stretch 4` spreads joining and answering over four times as long, for a machine that others keep
busy: compare `machine.loop_ms` with that of a quiet hour.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import check
from tests.bench.figures import Json
from tests.bench.http import PROXY
from tests.bench.people import PASSCODE
from tests.bench.prepare import prepare
from tests.bench.scenario import Plan, play
from tests.bench.server import Server

ROOT = Path(__file__).resolve().parents[2]
SIMULATED = (
    "join: GET and POST /d/CODE, GET /gsm with the first data, the websocket. Not simulated: static"
    " files (a phone keeps them for good; the first visit's bytes are measured by"
    " tests.bench.browser)."
)


def measure(plan: Plan) -> Json:
    """All figures of our own app."""
    folder = Path(tempfile.mkdtemp(prefix="odv-bench-"))
    load = os.getloadavg()[0]
    try:
        prepared = prepare(folder, plan.phones)
        server = Server(
            ROOT, "streamlit_app.py", {"ODV_DATA": str(folder), "ODV_PASSCODE": PASSCODE, **PROXY}
        )
        server.wait("/api/health")
        print(f"server: process {server.pid}, port {server.port}", file=sys.stderr)
        try:
            played = asyncio.run(play(plan, prepared, server))
            before = check.lost(prepared, played.answers.all)
        except Exception:
            print(server.log()[-3000:], file=sys.stderr)
            raise
        finally:
            server.kill()
        after = check.lost(prepared, played.answers.all)
        figures = played.figures
        complaints = server.log().count("Traceback")
        if complaints:
            figures["errors"] += complaints
            figures["error_kinds"]["traceback in the server's log"] = complaints
            figures["error_examples"].append(server.log()[-1500:])
        return {
            **figures,
            "lost": max(before["lost"], after["lost"]),
            "lost_after_kill": after["lost"],
            "answers": len(played.answers.all),
            "saved": after["acked"],
            "history_rows": after["history"],
            "load_before": round(load, 2),
        }
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def machine() -> Json:
    """Where this ran."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "os": platform.system(),
        "loop_ms": loop_ms(),
        "load": round(os.getloadavg()[0], 2),
    }


def loop_ms() -> float:
    """Processor time of a fixed piece of Python, to compare machines and busy hours by: what
    takes 40 ms on a machine at rest may take three times that with neighbours on the same cores.
    """
    began, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number * number
    return round((time.process_time() - began) * 1000, 1)


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--phones", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--reference", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--stretch", type=float, default=1)
    asked = parser.parse_args()
    plan = Plan(asked.phones).stretched(asked.stretch)
    if asked.quick:
        plan = plan.quick()
    result: Json = {"phones": plan.phones, "machine": machine(), **measure(plan)}
    result["loop_ms_after"] = loop_ms()
    result["stretch"] = asked.stretch
    result["simulated"] = SIMULATED
    if asked.reference:
        from tests.bench.reference.driver import compare

        result |= compare(plan, result)
    print(json.dumps(result, indent=1) if asked.json else table(result))


def table(result: Json) -> str:
    """The figures to read."""
    rows = []
    for name, value in result.items():
        if isinstance(value, dict) and "p95" in value:
            rows.append(f"{name:28} p50 {value['p50']}  p95 {value['p95']}  max {value['max']}")
        elif not isinstance(value, dict | str) or name == "error_kinds":
            rows.append(f"{name:28} {value}")
    for part in ("reference", "ratios"):
        if part in result:
            rows += [f"\n{part}", table(result[part])]
    return "\n".join(rows)


if __name__ == "__main__":
    main()

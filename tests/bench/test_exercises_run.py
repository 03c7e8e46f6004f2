"""The bench of exercises runs, and everybody in it does what people can do. No times are judged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import exercises
from tests.bench import moves, weight
from tests.bench.trace import Sent, Trace

ROOT = Path(__file__).resolve().parents[2]
# One phone to the second organisation more would be no colleague of anybody.
PHONES = 6
WITH_COLLEAGUES = (
    "actions",
    "duo_conversation",
    "gifts",
    "guide",
    "neighbourhood_map",
    "organisation_sheet",
    "own_sheet",
)
# A phone on the Wi-Fi of a hall; what every exercise shares comes besides.
HEAVIEST_KB = 150


def test_all_exercises_are_played() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.exercises", "--phones", str(PHONES), "--quick",
         "--json"],
        cwd=ROOT, capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    assert result["errors"] == 0, result["error_examples"]
    assert tuple(result["exercises"]) == moves.kinds()
    for kind, figures in result["exercises"].items():
        assert figures["refused"] == 0, (kind, figures["refused_kinds"])
        told = figures["saved"] + figures["taken"] + figures["replaced_before_confirmed"]
        assert told == figures["answers"] >= PHONES, kind
        for name in ("sent_to_saved_ms", "sent_to_screen_exact_ms"):
            assert 0 < figures[name]["p50"] <= figures[name]["max"], (kind, name)
        if kind in WITH_COLLEAGUES:
            assert figures["sent_to_colleague_ms"]["count"] > 0, kind
        assert 0 < figures["weight_kb"] < HEAVIEST_KB, kind


@pytest.mark.parametrize("kind", moves.kinds())
def test_moves_are_of_an_exercise(kind: str) -> None:
    assert exercises.of_kind(kind) is not None


def test_no_moves_for_a_stranger() -> None:
    with pytest.raises(KeyError):
        moves.of_kind("stranger")


def test_weight_counts_own_files_with_their_drawings_once() -> None:
    folder = ROOT / "exercises" / "neighbourhood_map"
    drawing = weight.kb([str((folder / "village-phone.svg").relative_to(ROOT))])
    carried = weight.of_kind("neighbourhood_map", "phone.js", ("phone.css",))
    assert (
        drawing
        < carried["kb"]
        < drawing
        + weight.kb(
            [
                str(path.relative_to(ROOT))
                for path in (folder / "browser").iterdir()
                if path.suffix in (".js", ".css")
            ]
        )
    )


def test_a_screen_that_began_to_read_too_early_does_not_count() -> None:
    trace = Trace()
    ahead = trace.ahead
    trace.sent = [Sent("p.1", "a", 10.0, True, 10.5), Sent("p.2", "b", 10.0, False, 10.5)]
    for moment, read, number in ((10.6, 10.4, 7), (10.9, 10.7, 8)):
        trace.screen({"now": (read + ahead) * 1000, "revs": {"results": number}}, moment)
    figures = trace.figures({"p.1": 7, "p.2": 8}, ())
    assert figures["sent_to_screen_ms"]["max"] == pytest.approx(900)
    assert figures["sent_to_screen_exact_ms"]["max"] == pytest.approx(600)
    assert figures["sent_to_screen_ms"]["count"] == 1


def test_a_refusal_because_somebody_was_first_is_no_fault() -> None:
    trace = Trace()
    trace.sent = [
        Sent("p.1", "a", 1.0, True, None, "Vol is vol."), Sent("p.2", "a", 1.0, True, None, "Nee."),
    ]  # fmt: skip
    figures = trace.figures({}, ("Vol",))
    assert (figures["taken"], figures["refused_kinds"]) == (1, {"Nee.": 1})

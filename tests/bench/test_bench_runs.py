"""The bench itself runs, loses nothing and prints what others rely on. No times are judged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench import guests, matching, mix, own_page, places, results

ROOT = Path(__file__).resolve().parents[2]
TIMES = ("join_ms", "answer_to_screen_ms", "answer_to_saved_ms", "step_to_phones_ms")
NUMBERS = ("cpu_ms_per_join", "cpu_ms_per_answer", "idle_cpu_percent", "rss_mb")
PHONES = 3


def test_room_prints_one_json_object() -> None:
    command = [sys.executable, "-m", "tests.bench.room", "--phones", str(PHONES)]
    done = subprocess.run(
        [*command, "--quick", "--json"],
        cwd=ROOT, capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    assert result["phones"] == result["joined"] == PHONES
    for name in TIMES:
        assert 0 < result[name]["p50"] <= result[name]["p95"] <= result[name]["max"]
    for name in NUMBERS:
        assert isinstance(result[name], int | float)
    assert result["machine"]["cores"]
    assert result["errors"] == 0, result["error_examples"]
    assert result["lost"] == result["lost_after_kill"] == 0
    # Four each, and every confirmed one is a row of its own in the history.
    assert result["answers"] == PHONES * 4
    assert result["saved"] + result["replaced_before_confirmed"] == PHONES * 4
    assert result["history_rows"] >= result["saved"]


def test_results_of_a_track_are_read_by_everybody() -> None:
    found = results.measure(people=6, times=1)
    assert found["results"] > 0
    assert found["cold_ms"]["count"] == found["copy_ms"]["count"] == 1
    assert found["warm_ms"]["count"] == found["changed_ms"]["count"] == 7


def test_an_own_page_is_made_with_a_year_behind_it() -> None:
    found = own_page.measure(times=1)
    assert found["cold_ms"]["count"] == 1
    assert found["warm_ms"]["count"] == found["changed_ms"]["count"] == 6
    assert 0 < found["page_kb"] < found["first_kb"]


def test_places_are_taken_and_none_beyond_them() -> None:
    found = places.measure(people=4, seconds=0.2)
    assert found["errors"] == found["beyond"] == found["twice"] == 0
    assert found["taken"] == found["take_ms"]["count"] == 4


def test_guests_come_in_are_told_of_steps_and_lose_nothing() -> None:
    found = guests.measure(guests=4, seconds=0.4)
    assert found["errors"] == {}, found["error_examples"]
    assert found["sockets"] == found["answers"] == found["saved"] == found["join_ms"]["count"] == 4
    assert found["push_ms"]["count"] == 8 and found["refused"] == {}


def test_a_mix_is_seen_and_proposed() -> None:
    found = mix.measured(30, times=1)
    assert found["proven"] == 1 and found["proposal_ms"]["count"] == 1


def test_a_matching_is_solved_and_explained() -> None:
    found = matching.measure(12, times=1)
    assert found["proposal_ms"]["count"] == found["impossible_ms"]["count"] == 1

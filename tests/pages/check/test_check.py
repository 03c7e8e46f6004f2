"""The rehearsal of a hall, and what it says of a laptop."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import exercises
from pages.check import laptop, rehearsal
from pages.check.__main__ import judged
from pages.check.rehearsal import Round
from pages.live.roles import console_notices
from pages.web import addresses, open_files
from state.database import Store

ROOT = Path(__file__).resolve().parents[3]
GOOD = Round(30, 0.1, 0.05, 0.2, 0)


def test_simulated_phones_come_in_answer_and_follow_a_step() -> None:
    (played,) = rehearsal.rehearse(((5, 0.5),))
    assert (played.phones, played.failed) == (5, 0)
    assert min(played.join, played.saved, played.step) > 0


def test_an_exercise_can_be_rehearsed() -> None:
    assert any(one.rehearse for one in exercises.EXERCISES)


def test_the_verdict_gives_the_most_phones_that_were_served_well() -> None:
    verdict = judged([GOOD, replace(GOOD, phones=100)], 4000)
    assert verdict.good
    assert "klaar voor 100 gsm’s of meer" in verdict.text
    assert "een antwoord bewaard in 50 ms" in verdict.text


def test_the_verdict_says_where_it_became_too_slow() -> None:
    verdict = judged([GOOD, replace(GOOD, phones=100, saved=2.5)], 4000)
    assert verdict.good
    assert "klaar voor 30 gsm’s:" in verdict.text
    assert "te traag: met 100 gsm’s" in verdict.text and "2500 ms" in verdict.text


def test_a_laptop_that_fails_at_once_is_not_ready() -> None:
    verdict = judged([replace(GOOD, failed=4)], 4000)
    assert not verdict.good
    assert "niet klaar" in verdict.text and "4 gsm’s kregen geen antwoord" in verdict.text


def test_no_more_phones_than_there_are_connections() -> None:
    assert "klaar voor 20 gsm’s:" in judged([GOOD], 20).text


def test_a_port_is_free_or_somebody_else_s() -> None:
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        number = other.getsockname()[1]
        other.listen()
        other.settimeout(0.1)
        found = laptop.port_free(number)
        assert not found.good and "bezet door een ander programma" in found.text
    assert laptop.port_free(number).good


def test_a_laptop_on_no_network_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "candidates", list)
    assert not laptop.network().good
    monkeypatch.setattr(addresses, "candidates", lambda: ["10.0.0.2:8501", "10.1.0.2:8501"])
    assert laptop.network().text == "Gsm’s gaan naar http://10.0.0.2:8501 of http://10.1.0.2:8501."


def test_the_disk_of_a_folder_that_is_not_there_yet_is_found(tmp_path: Path) -> None:
    assert "GB vrij" in laptop.disk(tmp_path / "nog" / "niet").text


def test_the_limit_of_open_files_is_raised_as_far_as_it_goes() -> None:
    code = (
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (256, 1024))\n"
        "from pages.web import open_files\n"
        "print(open_files.open_files(), open_files.raise_open_files(), open_files.phones_for(1024))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert run.stdout.split() == ["256", "1024", "231"]


def test_the_console_tells_of_a_limit_only_where_it_is_low(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(addresses, "candidates", lambda: ["10.0.0.2:8501"])
    with closing(Store(tmp_path)) as store:

        def told() -> list[str]:
            return [
                one["text"]
                for one in console_notices.of_laptop(store)
                if "verbindingen" in one["text"]
            ]

        assert told() == []
        monkeypatch.setattr(open_files, "open_files", lambda: 256)
        assert told() == ["Deze laptop laat maar genoeg verbindingen toe voor zo’n 39 gsm’s."]

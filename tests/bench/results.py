"""How long the results of a track take: `python -m tests.bench.results` prints one JSON object.

Six organisations and five meetings with every exercise of the list in each. `cold_ms`: nothing is
remembered yet, so all answers are read and folded; `changed_ms`: one answer was corrected since;
`warm_ms`: nothing was. Each with the percentiles of what a console reads and what the phone of each
organisation reads, a new Context each time. `copy_ms`: read from a copy, as documents do. `results`
is how many the console reads. The aim is 20 ms warm.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import exercises
from exercises import example
from exercises.contract import Answer, Exercise
from exercises.engine import answers, meeting_data, moment, results
from exercises.results import LearningQuestion
from state import copies
from state.database import Store
from state.ids import new_id
from tests.bench.figures import Json, percentiles
from tests.exercises.engine.held import HeldTrack
from tests.full_track import sample_of

MEETINGS = 5
_HOUSES = tuple(name for _sector, name, _place, _people in example.ORGANISATIONS)
# Samples speak of the organisations o0 to o2; they are answered twice, by three organisations each.
_SAMPLE_ID = re.compile(r"\bo([0-2])\b")


def full_track(store: Store, people: int) -> HeldTrack:
    """A track in which everything was done, with so many people at each meeting."""
    held = HeldTrack.of(store, _HOUSES)
    for number in range(1, MEETINGS + 1):
        meeting = held.meets(f"Bijeenkomst {number}", f"2026-0{number}-22")
        for at in range(people):
            held.joins(meeting, f"Naam {at}", at % len(_HOUSES))
        for exercise in exercises.EXERCISES:
            _do(held, meeting, exercise)
    return held


def _do(held: HeldTrack, meeting: str, exercise: Exercise[Any, Any]) -> None:
    sample = sample_of(exercise.kind)
    config = getattr(sample, "CONFIG", exercise.sample)
    activity = held.begins(meeting, exercise.kind, config)
    held.goes_to(activity, exercise.stages[-1].key)
    for part in (held.parties[:3], held.parties[3:]):
        people = [one for name, one in held.people.items()
                  if held.parties[int(name.split()[-1]) % len(_HOUSES)] in part]  # fmt: skip
        for one in _of(sample.answers(config, people), part):
            held.says(activity, one.author, one.slot, one.payload)
        shared = "sheet.shared"
        for owner in part if exercise.kind == "reflection_sheet" else ():
            held.says(activity, owner, shared, {"on": True})
            held.says(activity, owner, "sheet.question1", f"Hoe doen jullie dat? {new_id()}")


def _of(found: Sequence[Answer], part: Sequence[str]) -> Iterator[Answer]:
    """The answers of a sample, of these three organisations."""
    for one in found:
        text = json.dumps([one.author, one.slot, one.payload])
        author, slot, payload = json.loads(_SAMPLE_ID.sub(lambda at: part[int(at[1])], text))
        yield Answer(author, slot, payload)


def _forget() -> None:
    """As a server that just started: nothing is remembered."""
    for memory in (moment._rooms, meeting_data._attendees, meeting_data._known,
                   meeting_data._members, moment._views,
                   moment._moments, answers._read, results._made, results._read):  # fmt: skip
        memory._kept.clear()


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return round((time.perf_counter() - began) * 1000, 2)


def measure(people: int, times: int) -> Json:
    """Figures of a full track, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        held = full_track(store, people)
        figures = _measured(held, times)
        store.close()
    return figures


def _measured(held: HeldTrack, times: int) -> Json:
    with held.store.read() as db:
        (last,) = db.conn.execute(
            "SELECT id FROM meeting ORDER BY position DESC LIMIT 1"
        ).fetchone()
        (sheet,) = db.conn.execute(
            "SELECT activity.id FROM activity WHERE kind = 'reflection_sheet' LIMIT 1"
        ).fetchone()
    phones = [f"Naam {at}" for at in range(len(_HOUSES))]

    def read(me: str = "") -> None:
        found = held.read(last, "phone" if me else "console", me)
        assert len(found.of(LearningQuestion)) >= MEETINGS * len(_HOUSES)

    def everybody() -> list[float]:
        return [_ms(read), *(_ms(lambda me=me: read(me)) for me in phones)]  # type: ignore[misc]

    cold, changed = [], []
    for _time in range(times):
        _forget()
        cold += [_ms(read)]
        held.says(sheet, held.parties[0], "sheet.question1", f"Anders {new_id()}")
        changed += everybody()
    warm = [one for _time in range(times) for one in everybody()]
    with copies.in_memory(held.store) as db:
        copy = [_ms(lambda: results.of_track(moment.alone(db, last)).all) for _time in range(times)]
    return {
        "results": len(held.read(last).all), "cold_ms": percentiles(cold),
        "changed_ms": percentiles(changed), "warm_ms": percentiles(warm),
        "copy_ms": percentiles(copy),
    }  # fmt: skip


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, nargs="*", default=[16, 100])
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args()
    figures = {f"{count} people": measure(count, asked.times) for count in asked.people}
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()

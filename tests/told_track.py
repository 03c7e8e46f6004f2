"""A track as people could have told it, for documents that are read: `told_track(store)`.

Six organisations and two meetings, with the answers of tests/exercises/evening.py: a kick-off with
all exercises of a first evening, and an exchange with gifts and a second map.

    python -m tests.told_track FOLDER

makes it in a data folder.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import exercises
from exercises import example
from exercises.contract import Answer
from exercises.engine import running
from state import agreements, consent, contributions, meetings, people, report_parts, tracks
from state.contributions import Judge, Judged
from state.database import Store
from state.ids import new_id
from tests import folder as command_line
from tests.exercises import evening

KICK_OFF = ("organisation_sheet", "line", "duo_conversation", "domino", "neighbourhood_map",
            "reflection_sheet")  # fmt: skip
EXCHANGE = ("gifts", "neighbourhood_map")
_LATER = ((700, 430), (610, 300), (284, 738), (300, 420), (520, 800), (1100, 560))


def told_track(store: Store) -> str:
    """Make the track and give its id."""
    track_id = tracks.add_track(store, example.NAME, example.THEME)
    ids = _people(store, track_id)
    first = _hold(store, track_id, ("Kennismaking", "2026-09-24"), KICK_OFF, ids)
    _hold(store, track_id, ("Uitwisseling", "2027-03-18"), EXCHANGE, ids)
    last = meetings.add(store, track_id, "Slotmoment", "2027-06-15", "Bij Zevenhoek")
    assert last
    agreements.add(store, first, "Wout belt Greet over de code op de deur.", "2026-10-02")
    agreements.add(store, first, "Leervragen en top 3 naar Hanne.", "2026-10-15")
    report_parts.write(store, track_id, "foreword", _FOREWORD)
    report_parts.write(store, track_id, "lessons", _LESSONS)
    return track_id


_FOREWORD = (
    "Een jaar lang gingen zes organisaties bij elkaar over de vloer. Ze keken, schilden mee en"
    " vroegen door. Dit boekje vertelt wat ze zagen."
    "\n\nLees het met een tas koffie. Els, begeleider"
)
_LESSONS = (
    "Een bezoek van een halve dag is te kort: de koffie begint pas te smaken als het gesprek"
    " gedaan is.\n\nWie met twee gaat, vertelt thuis twee verhalen."
)


def _people(store: Store, track_id: str) -> dict[str, str]:
    """The organisations and people: the id in evening.py -> the id in the store. Two people did not
    want their name in the report, and one was not asked."""
    ids: dict[str, str] = {}
    for at, (sector, name, place, both) in enumerate(example.ORGANISATIONS):
        ids[f"o{at}"] = tracks.add_organisation(store, track_id, name, sector, place)
        for person, function in both:
            key = person.lower()
            ids[key] = tracks.add_person(store, ids[f"o{at}"], person, function)
            if key != "bilal":
                chosen = "nameless" if key in ("idris", "lien") else "named"
                consent.give(store, ids[key], chosen)
    return ids


def _hold(
    store: Store, track_id: str, about: tuple[str, str], kinds: Iterable[str], ids: dict[str, str]
) -> str:
    title, date = about
    meeting_id = meetings.add(store, track_id, title, date, example.HALL)
    meetings.open_doors(store, meeting_id)
    for key in evening.IDS:
        people.let_in(store, meeting_id, ids[key])
    for kind in kinds:
        _play(store, meeting_id, kind, ids, later=title == "Uitwisseling")
    meetings.close(store, meeting_id)
    return meeting_id


def _play(store: Store, meeting_id: str, kind: str, ids: dict[str, str], *, later: bool) -> None:
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    config: Any = evening.CONFIGS.get(kind, exercise.sample)
    stored = _translated(config.to_json(), ids)
    activity_id = meetings.add_activity(store, meeting_id, kind, stored, exercise.minutes)
    running.start(store, activity_id)
    answers = evening.ANSWERS[kind](config)
    if later and kind == "neighbourhood_map":
        answers = evening.map_at(config, _LATER)
    for one in sorted(answers, key=lambda one: one.order):
        contributions.put(
            store, activity_id, ids.get(one.author, one.author), _translated(one.slot, ids),
            new_id(), _as_it_is(one, ids), by_hand=one.by_hand,
        )  # fmt: skip
    last = exercise.stages[-1]
    running.change_phase(
        store, activity_id,
        lambda e, c, phase: replace(
            phase, step=len(e.steps(c)) - 1, stage=last.key, open=False, shown=True
        ),
    )  # fmt: skip
    running.close(store, activity_id)


def _as_it_is(answer: Answer, ids: dict[str, str]) -> Judge:
    owner = ids.get(answer.author, answer.author)
    return lambda _db, _activity: Judged(_translated(answer.payload, ids), owner)


def _translated(stored: Any, ids: dict[str, str]) -> Any:
    """JSON with the ids of the store; only whole words are ids."""
    match stored:
        case str():
            start, dash, end = stored.rpartition("-")
            return ids.get(stored) or (f"{start}-{ids[end]}" if dash and end in ids else stored)
        case dict():
            return {ids.get(key, key): _translated(one, ids) for key, one in stored.items()}
        case list() | tuple():
            return [_translated(one, ids) for one in stored]
        case _:
            return stored


def main(folder: Path) -> None:
    """Make it in a data folder and print its id."""
    store = Store(folder)
    sys.stdout.write(json.dumps({"track": told_track(store)}) + "\n")
    store.close()


if __name__ == "__main__":
    main(command_line.asked(__doc__))

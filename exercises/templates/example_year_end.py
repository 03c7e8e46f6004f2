"""The last meetings of the example of a year, played as a hall plays them: each answer is sent in
the name of who gave it, and judged, while the facilitator goes from stage to stage.

`example_year_end.json` holds, by meeting and exercise, moves: `[step, stage]` goes to a stage,
`[person, slot, payload]` sends an answer; `["stored", slot, payload]` puts one that an exercise
makes itself and would leave to chance, such as who gets which lens. In a slot `<slip:q1:greet>`
stands for the key of what Greet wrote there. `days` are counted from the Monday of this week.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlite_utils import Database

import exercises
from exercises.contract import Exercise, Phase
from exercises.engine import flow, running
from state import contributions, meetings
from state.contributions import Judged
from state.database import Store
from state.ids import new_id
from state.models import FACILITATOR, Activity, Json

Translated = Callable[[Any], Any]
_FILE = Path(__file__).with_suffix(".json")
STORED = "stored"
_KEY = re.compile(r"<(\w+):([^:>]+):(\w+)>")


@lru_cache(maxsize=1)
def _moves() -> Any:
    return json.loads(_FILE.read_text(encoding="utf-8"))


def days(monday: date) -> dict[str, str]:
    """The days of the file by their names, as ISO dates."""
    return {
        key: (monday + timedelta(days=number)).isoformat()
        for key, number in _moves()["days"].items()
    }


def is_played(meeting: str, kind: str) -> bool:
    """Whether there are moves for an exercise of a meeting."""
    return exercises.of_kind(kind) is not None and kind in _moves().get(meeting, {})


def play(
    store: Store, meeting: str, activity: Activity, translated: Translated,
    slot: Callable[[str], str],
) -> None:  # fmt: skip
    """Play an exercise that runs. `translated` gives JSON of the file with the ids of this track,
    `slot` does the same for a slot. Refused when the exercise takes an answer no more."""
    for move in _moves()[meeting][activity.kind]:
        if len(move) == 2:
            running.change_phase(store, activity.id, partial(_at, *move))
            continue
        author, written, payload = move
        if author == STORED:
            contributions.put(
                store, activity.id, FACILITATOR, slot(written), new_id(),
                partial(_as_it_is, translated(payload)),
            )  # fmt: skip
            continue
        found = slot(_KEY.sub(partial(_key, translated, slot), written))
        room = meetings.room(store, activity.meeting_id)
        running.send(
            store, room, activity.id, translated(author), found, translated(payload), new_id(),
            by_hand=author == FACILITATOR,
        )  # fmt: skip


def _as_it_is(payload: Json, _db: Database, _activity: Activity) -> Judged:
    return Judged(payload, FACILITATOR)


def _at(step: int, stage: str, exercise: Exercise[Any, Any], config: Any, phase: Phase) -> Phase:
    return flow.go_to(exercise, config, phase, flow.position(phase), step, stage)


def _key(
    translated: Translated, slot: Callable[[str], str], found: re.Match[str]
) -> str:  # fmt: skip
    """The key by which exercises tell apart what people wrote: made of where it stands and of whose
    it is, as in their models."""
    where, person = slot(found[2]), translated(found[3])
    return blake2b(f"{where}:{person}".encode(), digest_size=6).hexdigest()

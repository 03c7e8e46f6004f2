"""How long choosing a mix takes: `python -m tests.bench.mix` prints one JSON object.

Applications by chance, of which six have a yes and ten a maybe. `list_ms`: all that the page shows
first, read anew: the list, the mix, and what each of the first fifteen would change (aim 300);
`seen_ms`: what the mix has and lacks; `effect_ms`: what one candidate would change; `proposal_ms`:
the mix that covers most (aim 2000), of which `proven` says how many were proven to be the best.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from exercises.kit.mix.case import MixCandidate, MixCase, Verdict
from exercises.kit.mix.effect import MixEffect, effect
from exercises.kit.mix.proposing import proposed
from exercises.kit.mix.seen import seen
from pages.desk import candidate_case
from state import applications, applying, calls, tracks
from state.database import Store
from state.ids import new_token
from state.models import Track
from tests.bench.figures import Json, percentiles
from tests.bench.matching import WORDS

T = TypeVar("T")
_FIRST = 15
_OPENED = datetime.now(UTC)
_SECTORS = ("Inloophuis", "Gezinshuis", "Buurtwerk", "School", "Kinderopvang", "Speelotheek")


def random_mix(count: int, seed: int) -> MixCase:
    """So many candidates, with questions and what they show in sentences of common words."""
    dice = random.Random(seed)

    def sentence() -> str:
        return " ".join(["wij", *dice.sample(WORDS, 6), "samen met iedereen"])

    def verdict(at: int) -> Verdict:
        return "yes" if at < 6 else "maybe" if at < 16 else ""

    return MixCase(tuple(
        MixCandidate(
            f"c{at}", f"Organisatie {at}", dice.choice((1, 2, 2, 2)),
            f"Plaats {dice.randrange(30)}", dice.choice(_SECTORS),
            {area: sentence() for area in dice.sample((1, 2, 3, 4), 2)},
            tuple(f"Hoe kunnen {sentence()}?" for _time in range(dice.randint(1, 3))),
            hosts=dice.random() < 0.8, carried=dice.random() < 0.8, verdict=verdict(at),
        )
        for at in range(count)
    ))  # fmt: skip


def measured(count: int, times: int) -> Json:
    """The figures for so many applications, each of `times` another set."""
    taken: dict[str, list[float]] = {"seen_ms": [], "effect_ms": [], "proposal_ms": []}
    proven = 0
    for seed in range(times):
        case = random_mix(count, seed)
        ids = [one.id for one in case.chosen("yes")]
        _timed(taken["seen_ms"], partial(seen, case, ids))
        last = case.candidates[-1].id
        _timed(taken["effect_ms"], partial(effect, case, ids, last))
        proven += _timed(taken["proposal_ms"], partial(proposed, case)).proven
    taken["list_ms"] = _listed(count, times)
    figures = {key: percentiles(values) for key, values in taken.items()}
    return {"applications": count, "times": times, "proven": proven, **figures}


def _listed(count: int, times: int) -> list[float]:
    """The milliseconds of each time that the list of so many stored applications is made."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        track_id = tracks.add_track(store, "Oproep")
        calls.set_state(store, track_id, "open")
        for one in random_mix(count, 0).candidates:
            _sent(store, track_id, one)
        track = tracks.track(store, track_id)
        for _time in range(times):
            _timed(taken, partial(_first_page, store, track))
        store.close()
    return taken


def _first_page(store: Store, track: Track) -> list[MixEffect]:
    found = candidate_case.of_track(store, track)
    members = [one.id for one in found.mix.members]
    return [effect(found.case, members, one.id) for one in found.sent[:_FIRST]]


def _sent(store: Store, track_id: str, one: MixCandidate) -> None:
    """Store a candidate as its application."""
    texts = {
        "organisation": one.name, "place": one.region, "sector": one.sector, "free": "yes",
        "hosting": "yes" if one.hosts else "no", "team": "yes" if one.carried else "no",
        "hosting-see": "Veel", "team-how": "Verteld", "contact": "An", "phone": "0470 12 34 56",
        "when": "morgen", "reaches": "Gezinnen", "alone-why": "Klein", "alone-team": "Verteld",
        **{f"example-{area}": text for area, text in one.shows.items()},
        **{f"question-{at}": text for at, text in enumerate(one.questions, start=1)},
        **{f"person-{at}": f"Mens {at}" for at in range(1, one.people + 1)},
    }  # fmt: skip
    token = new_token()
    applying.begin(store, calls.of_track(store, track_id), token, texts, opened_at=_OPENED)
    applying.send(store, token)
    if one.verdict:
        (made,) = (found.id for found in applications.of_track(store, track_id)
                   if found.answers.name == one.name)  # fmt: skip
        applications.decide(store, made, one.verdict)


def _timed(into: list[float], make: Callable[[], T]) -> T:
    began = time.perf_counter()
    found = make()
    into.append((time.perf_counter() - began) * 1000)
    return found


def main() -> None:
    """Read the command line, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=200)
    parser.add_argument("--times", type=int, default=10)
    asked = parser.parse_args()
    print(json.dumps(measured(asked.applications, asked.times)))


if __name__ == "__main__":
    main()

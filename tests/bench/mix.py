"""How long choosing a mix takes: `python -m tests.bench.mix` prints one JSON object.

Applications by chance, of which ten have a yes and ten a maybe. `seen_ms`: what the mix has and
lacks (aim 300 together with the list); `effect_ms`: what one candidate would change; `proposal_ms`:
the mix that covers most (aim 2000), of which `proven` says how many were proven to be the best.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from exercises.kit.mix.case import MixCandidate, MixCase, Verdict
from exercises.kit.mix.effect import effect
from exercises.kit.mix.proposing import proposed
from exercises.kit.mix.seen import seen
from tests.bench.figures import Json, percentiles
from tests.bench.matching import WORDS

T = TypeVar("T")
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
    figures = {key: percentiles(values) for key, values in taken.items()}
    return {"applications": count, "times": times, "proven": proven, **figures}


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

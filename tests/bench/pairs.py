"""How long pairs take: `python -m tests.bench.pairs` prints milliseconds as JSON.

For each hall the median of five times: a first round, a fourth after three others, and a
mending after somebody left.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from exercises.duo_conversation import model_arrangement as arrangement
from exercises.duo_conversation.model_arrangement import Arrangement, Guests

HALLS = (12, 40, 200, 201, 300)
_TIMES = 5
# Organisations send ten people each; in the lopsided hall one of them sends most.
_EACH = 10


def measure(people: int, *, lopsided: bool = False) -> dict[str, float]:
    """Milliseconds for a hall of so many people."""
    most = people * 3 // 4 if lopsided else 0
    party = {f"p{n}": "o" if n < most else f"o{n // _EACH}" for n in range(people)}
    guests = Guests(party, {})
    met: dict[tuple[str, str], int] = {}
    for number in range(3):
        made = arrangement.make(Arrangement(), replace(guests, met=met), f"r{number}")
        met = {**met, **arrangement.count_met(made.groups)}
    later = replace(guests, met=met)
    less = replace(later, party={one: org for one, org in party.items() if one != "p1"})
    fourth = arrangement.make(Arrangement(), later, "r3")
    return {
        "first_ms": _median(lambda: arrangement.make(Arrangement(), guests, "r0")),
        "fourth_ms": _median(lambda: arrangement.make(Arrangement(), later, "r3")),
        "mend_ms": _median(lambda: arrangement.mend(fourth, less)),
    }


def _median(work: Callable[[], Arrangement]) -> float:
    taken = []
    for _time in range(_TIMES):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return round(median(taken), 1)


def main() -> None:
    """Print what was measured."""
    found = {str(people): measure(people) for people in HALLS}
    found["201 lopsided"] = measure(201, lopsided=True)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()

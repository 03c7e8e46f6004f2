"""How quickly a year is drawn: `python -m tests.bench.year` prints figures as JSON.

The picture of a year, laid out and written as SVG, the middle and the worst of many rounds;
`first_ms` is the first one of its size, and that of `six` the first one of a server that started:
`rules_ms` later, for it reads the rules of hyphens first. `week` is a year whose visits all fall in
one week. `load` is that of the machine.
"""

from __future__ import annotations

import json
import os
import time
from datetime import date, timedelta

from exercises.kit.drawing import year_picture
from exercises.kit.drawing.year import (
    TrackYear,
    YearAction,
    YearGift,
    YearMeeting,
    YearParty,
    YearVisit,
)
from exercises.kit.rules import hyphens
from tests.bench.figures import percentiles

ROUNDS = 60
_NAME = "Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek"


def year_of(parties: int, visits: int, apart: int = 3) -> TrackYear:
    """A year with five meetings, and for each visit a gift and two actions. `apart`: days from
    visit to visit, 0 for all in one week."""
    ids = [f"o{at}" for at in range(parties)]
    start = date(2026, 10, 6)

    def day(after: int) -> str:
        return (start + timedelta(days=after)).isoformat()

    pairs = [
        (ids[at % parties], ids[(at + 1 + at // parties) % parties]) for at in range(visits)
    ]  # fmt: skip
    return TrackYear(
        tuple(YearParty(one, f"{_NAME} {at}", at % 12 + 1) for at, one in enumerate(ids)),
        tuple(
            YearMeeting(f"Bijeenkomst {at}", day(60 * at), at < 4, frozenset(ids))
            for at in range(5)
        ),
        tuple(
            YearVisit(guest, host, (day(70 + (at * apart or at % 5)),))
            for at, (guest, host) in enumerate(pairs)
            if guest != host
        ),
        tuple(YearGift(host, guest, day(180)) for guest, host in pairs),
        tuple(YearAction(ids[at % parties], "Soep", day(200 + at)) for at in range(2 * visits)),
    )


def measured(year: TrackYear) -> dict[str, float]:
    """Milliseconds to draw it, and how large the SVG is."""
    spent, svg = [], ""
    for _round in range(ROUNDS):
        before = time.perf_counter()
        svg = year_picture.titled(year, "Een jaar over de vloer")
        spent.append((time.perf_counter() - before) * 1000)
    return {"first_ms": round(spent[0], 1), "bytes": len(svg), **percentiles(spent)}


def main() -> None:
    """Print the figures."""
    sizes = {"six": (6, 7), "twelve": (12, 24), "week": (12, 24, 0), "forty": (40, 80)}
    load, before = os.getloadavg()[0], time.perf_counter()
    hyphens.read_rules()
    rules = round((time.perf_counter() - before) * 1000, 1)
    found = {key: measured(year_of(*size)) for key, size in sizes.items()}
    print(json.dumps({"load": round(load, 2), "rules_ms": rules, **found}, indent=1))


if __name__ == "__main__":
    main()

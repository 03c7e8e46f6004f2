"""De organisatiefiche: colleagues write in the same fields at the same time.

While people fill in the screen shows only how full each sheet is: so of a text nothing shows.
"""

from __future__ import annotations

from tests.bench.hall import Guest, Hall
from tests.bench.writers import Writer

_PART = "sheet."


async def play(hall: Hall) -> None:
    """Write together, then choose a picture each."""
    writers = {guest.number: Writer(guest) for guest in hall.guests}

    async def write(guest: Guest) -> None:
        writers[guest.number].write(hall.colleague(guest))

    async def choose(guest: Guest) -> None:
        card = guest.chance.choice(("brug", "lange-tafel", "paraplu", "knoop"))
        guest.send(f"{_PART}picture", {"card": card})

    await hall.spread(0.75, 6, write)
    await hall.spread(0.25, 1, choose)
    await hall.forward()

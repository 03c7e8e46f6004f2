"""De eigen fiche: colleagues write together, then each chooses a point on the scale.

While people fill in the screen shows only how full each sheet is: so of a text nothing shows, and
of a point only the first of an organisation.
"""

from __future__ import annotations

from tests.bench.hall import Guest, Hall
from tests.bench.writers import Writer, fields_of, sheet_of


async def play(hall: Hall) -> None:
    """Write together, then choose a point each."""
    writers = {guest.number: Writer(guest) for guest in hall.guests}

    async def write(guest: Guest) -> None:
        writers[guest.number].write(hall.colleague(guest))

    async def choose(guest: Guest) -> None:
        (scale,) = fields_of(sheet_of(guest.data), "scale")
        guest.send(scale["slot"], {"scale": guest.chance.randint(1, scale["steps"])})

    await hall.spread(0.75, 6, write)
    await hall.spread(0.25, 1, choose)
    await hall.forward()

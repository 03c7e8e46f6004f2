"""De lijn: everybody stands somewhere, and moves a few times."""

from __future__ import annotations

from tests.bench.hall import Guest, Hall


async def play(hall: Hall) -> None:
    """One statement."""
    await hall.forward()

    async def stand(guest: Guest) -> None:
        guest.send(guest.data["slot"], {"at": round(guest.chance.random(), 4)})

    await hall.spread(1, 4, stand)

"""Inleefoefening: everybody writes a few words and picks a feeling, at two questions."""

from __future__ import annotations

from exercises.recall.content import FEELINGS
from tests.bench.hall import Guest, Hall


async def play(hall: Hall) -> None:
    """The dark, then two questions. Words that are not on the page of the screen do not show."""

    async def write(guest: Guest) -> None:
        text = f"Iemand kwam mij halen {guest.number} {guest.chance.random():.4f}"
        guest.send(guest.data["words"], {"text": text})

    async def feel(guest: Guest) -> None:
        guest.send(guest.data["feeling"]["slot"], {"feeling": guest.chance.choice(list(FEELINGS))})

    for _question in range(2):
        await hall.forward()
        await hall.spread(0.3, 2, write)
        await hall.spread(0.2, 1, feel)

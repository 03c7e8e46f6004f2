"""Slotmoment: the whole room writes what it takes home, picks an area, and some take it back."""

from __future__ import annotations

from exercises.closing.model import AREA, TAKE
from tests.bench.hall import Guest, Hall

# An empty track has nothing but the question to show.
_TEXTS = ("Ik klop eerst aan", "Bij naam groeten", "Ouders mee aan tafel")


async def play(hall: Hall) -> None:
    """Write, pick an area, and change one's mind."""

    async def write(guest: Guest) -> None:
        text = f"{guest.chance.choice(_TEXTS)} {guest.number % 60}"
        guest.send(f"ask.{TAKE}", {"text": text})

    async def pick(guest: Guest) -> None:
        guest.send(f"ask.{AREA}", {"area": guest.chance.choice((None, 1, 2, 3, 4))})

    await hall.spread(0.6, 1, write)
    await hall.spread(0.3, 1, pick)
    await hall.spread(0.1, 1, write)

"""Slotmoment: the whole room writes what it takes home, picks an area, and some take it back."""

from __future__ import annotations

from tests.bench.hall import Guest, Hall

_TEXTS = ("Ik klop eerst aan", "Bij naam groeten", "Ouders mee aan tafel")


async def play(hall: Hall) -> None:
    """Past the chapters to the question; write, pick an area, and change one's mind.

    What other exercises left in the track makes chapters before the question.
    """
    await hall.forward_until(lambda guest: guest.data.get("ask") is not None)

    async def write(guest: Guest) -> None:
        text = f"{guest.chance.choice(_TEXTS)} {guest.number % 60}"
        guest.send(guest.data["ask"]["slot"], {"text": text})

    async def pick(guest: Guest) -> None:
        area = guest.chance.choice((None, 1, 2, 3, 4))
        guest.send(guest.data["ask"]["area"]["slot"], {"area": area})

    await hall.spread(0.6, 1, write)
    await hall.spread(0.3, 1, pick)
    await hall.spread(0.1, 1, write)

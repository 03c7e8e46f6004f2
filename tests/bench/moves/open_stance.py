"""Open houding: everybody turns sentences round, and says what changes."""

from __future__ import annotations

from tests.bench.hall import Guest, Hall


async def play(hall: Hall) -> None:
    """Write, and look at them side by side."""

    async def turn(guest: Guest) -> None:
        sentence = guest.chance.choice(guest.data["sentences"])
        text = f"Hoe is dit bij jullie gegroeid? {guest.chance.random():.6f}"
        guest.send(sentence["slots"]["after"], {"text": text}, shows=True)

    async def change(guest: Guest) -> None:
        now = next(one for one in guest.data["sentences"] if one["key"] == guest.data["now"])
        text = f"Er komt een verhaal. {guest.chance.random():.6f}"
        guest.send(now["slots"]["change"], {"text": text}, shows=False)

    await hall.spread(0.75, 4, turn)
    await hall.forward()
    await hall.spread(0.25, 1, change)

"""The sequels of gifts: colleagues write of what they were given and of what they gave, again while
the first of them tell."""

from __future__ import annotations

from exercises.gift_sequels.model import GAVE, slot
from tests.bench.hall import Guest, Hall

_GIFT = "bench:gift"


async def play(hall: Hall) -> None:
    """Write, then change it while organisations tell."""
    await hall.spread(0.6, 3, _write)
    await hall.forward()
    await hall.spread(0.4, 2, _write)


async def _write(guest: Guest) -> None:
    text = f"De bank staat er, en soms zit er iemand {guest.number}-{guest.chance.random():.4f}"
    if guest.chance.random() < 0.3:
        guest.send(GAVE, {"text": text}, shows=False)
    else:
        payload = {"text": text, "nothing": False, "giver": ""}
        guest.send(slot(_GIFT, "text"), payload, shows=False)

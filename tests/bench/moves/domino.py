"""Top en flop domino: write a stone, lay it against a half that lies, add a thread.

What is written before it lies does not show on the screen, but for the count of stones.
"""

from __future__ import annotations

from exercises.contract import Json
from tests.bench.hall import Guest, Hall

TAKEN = ("Bij deze helft is net geen plaats meer",)
_TRIES = 6
_LATEST = 12


async def play(hall: Hall) -> None:
    """Write, lay, tie."""
    await hall.spread(0.3, 1, _write)
    await hall.forward()

    async def lay(guest: Guest) -> None:
        for _try in range(_TRIES):
            sent = await hall.settled(guest.send("stone.lay", _against(guest)))
            if sent.refused is None or not sent.refused.startswith(TAKEN):
                return

    await hall.spread(0.4, 1, lay)
    await hall.spread(0.3, 1, _tie)


async def _write(guest: Guest) -> None:
    guest.send("stone.top", {"text": f"Opa vertelt verhaal {guest.number}"}, shows=False)
    guest.send("stone.flop", {"text": f"Niemand durfde in {guest.number}"}, shows=False)
    guest.send("stone.ready", {"ready": True}, shows=False)


def _against(guest: Guest) -> Json:
    """One of the halves with room that the phone offers, mostly of who came last."""
    free = [(stone["id"], half) for stone in guest.data["table"] for half in stone["room"]]
    if not free:
        return {"on": True, "against": None}
    against, half = guest.chance.choice(free[-_LATEST:])
    return {"on": True, "against": against, "half": half, "shared": "taal als drempel"}


async def _tie(guest: Guest) -> None:
    others = [stone["id"] for stone in guest.data["table"]]
    if guest.data["lies"] and others:
        target = guest.chance.choice(others)
        guest.send(f"stone.thread-{target}", {"text": "samen eten"})

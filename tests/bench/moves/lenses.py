"""The lenses: everybody who listens writes while a story is told, and more once it is gathered.

The first organisation tells about its visit to the second. While people listen the screen shows no
remark; the newest ones stand on it as soon as they are gathered.
"""

from __future__ import annotations

from tests.bench.hall import Guest, Hall

VISITS = True


async def play(hall: Hall) -> None:
    """Tell, listen and gather; tellers leaf and pick."""

    async def write(guest: Guest) -> None:
        data = guest.data
        if data["role"] == "teller":
            guest.send(data["told_slot"], {"text": f"Eerst aan tafel {guest.number}"})
        elif data["role"] == "listener":
            _say(guest, 1, shows=False)

    async def leaf(guest: Guest) -> None:
        data = guest.data
        if data["role"] == "teller":
            guest.send(data["at_slot"], {"at": guest.chance.randrange(3)})

    async def add(guest: Guest) -> None:
        if guest.data["role"] == "listener":
            _say(guest, 2, shows=True)

    await hall.spread(0.45, 4, write)
    await hall.spread(0.05, 1, leaf)
    await hall.forward()
    await hall.spread(0.5, 4, add)


def _say(guest: Guest, number: int, *, shows: bool) -> None:
    text = f"Wie eet hier nooit mee {guest.number} {guest.chance.random():.4f}"
    kind = guest.chance.choice(("question", "remark"))
    guest.send(f"{guest.data['prefix']}{number}", {"text": text, "kind": kind}, shows=shows)

"""Kaart van de buurt: colleagues move one pawn, and one of them writes the sentence beside it.

A sentence shows on the screen only when the facilitator opens the pawn.
"""

from __future__ import annotations

from tests.bench.hall import Guest, Hall

# Two colleagues who write at once read each other's words first; two who move see who was last.
TAKEN = ("Je collega schreef hier intussen iets",)


async def play(hall: Hall) -> None:
    """Place, write, and move once more after the talk."""
    await hall.forward()

    async def move(guest: Guest) -> None:
        wide, high, edge = guest.data["size"]
        x = round(guest.chance.uniform(edge, wide - edge), 1)
        y = round(guest.chance.uniform(edge, high - edge), 1)
        guest.send(
            guest.data["slot"], {"x": x, "y": y}, watcher=hall.colleague(guest),
            sees=lambda data: bool(data["at"]) and (data["at"]["x"], data["at"]["y"]) == (x, y),
        )  # fmt: skip

    async def write(guest: Guest) -> None:
        text = f"We staan vlak bij de school {guest.chance.randrange(10**6)}"
        guest.send(
            guest.data["why_slot"], {"text": text, "seen": guest.data["why"]["mark"]},
            shows=False, watcher=hall.colleague(guest),
            sees=lambda data: data["why"]["text"] == text,
        )  # fmt: skip

    writers = hall.guests[: len(hall.organisations)]
    await hall.spread(0.4, 2, move)
    await hall.spread(0.3, 2, write, writers)
    await hall.forward()
    await hall.forward()
    await hall.spread(0.3, 1, move)

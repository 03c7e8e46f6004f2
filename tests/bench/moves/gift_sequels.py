"""The sequels of gifts: colleagues write of what they were given and of what they gave; then the
first organisation tells, and what it changes comes on the screen."""

from __future__ import annotations

from exercises.contract import Exercise, Party
from exercises.gift_sequels.config import SequelsConfig
from exercises.gift_sequels.model import GAVE, TELL, SequelsView, slot
from tests.bench.hall import Guest, Hall

_GIFT = "bench:gift"
# The ids of the organisations: a console knows them, and this console is none.
_parties: list[str] = []


def configure(
    exercise: Exercise[SequelsConfig, SequelsView], parties: tuple[Party, ...]
) -> SequelsConfig:
    """The sample; and who may be given a turn."""
    _parties[:] = [one.id for one in parties]
    return exercise.sample


async def play(hall: Hall) -> None:
    """Write, then change it while the first organisation tells."""
    await hall.spread(0.6, 3, _write)
    await hall.forward()
    turn = {"slot": f"{TELL}{_parties[0]}", "payload": {"gift": _GIFT}}
    await hall.press("contribute", activity=hall.desk.place[0], **turn)
    telling = hall.guests[:: len(hall.organisations)]
    await hall.spread(0.4, 4, _change, telling)


async def _write(guest: Guest) -> None:
    if guest.chance.random() < 0.3:
        guest.send(GAVE, {"text": _words(guest)}, shows=False)
    else:
        guest.send(slot(_GIFT, "text"), _said(guest), shows=False)


async def _change(guest: Guest) -> None:
    guest.send(slot(_GIFT, "text"), _said(guest))


def _said(guest: Guest) -> dict[str, object]:
    return {"text": _words(guest), "nothing": False, "giver": ""}


def _words(guest: Guest) -> str:
    return f"De bank staat er, en soms zit er iemand {guest.number}-{guest.chance.random():.4f}"

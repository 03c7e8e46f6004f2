"""Acties: colleagues write one plan together, then everybody says something of the plan on the
screen, and owners take the help that was offered."""

from __future__ import annotations

from exercises.actions.model import SHARPENINGS
from exercises.contract import Json
from exercises.kit.rules.joint import Stored
from tests.bench.hall import Guest, Hall
from tests.exercises.kit.rules.joint_phone import JointPhone

_WORDS = 8
_KEYS = ("what", "whom", "first", "who")


class _Planner:
    """The fields of one phone."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest
        self._fields: dict[str, JointPhone] = {}
        self._count = 0

    def write(self, colleague: Guest | None) -> None:
        """Put one more word in a part of the first action."""
        guest, data = self._guest, self._guest.data
        slot, name = f"sheet.{guest.chance.choice(_KEYS)}1", f"p{guest.number}"
        field = self._fields.setdefault(slot, JointPhone(name))
        field.take(Stored.read(data["joint"]["texts"][slot]))
        self._count += 1
        field.text = " ".join([*field.text.split(), f"{name}x{self._count}"][-_WORDS:])
        payload = field.message()
        assert payload is not None
        count = self._count
        guest.send(
            slot, payload, shows=False, watcher=colleague,
            sees=lambda data: _latest_word(data, slot, name) >= count,
        )  # fmt: skip


def _latest_word(data: Json, slot: str, writer: str) -> int:
    words = data["joint"]["texts"][slot]["text"].split()
    numbers = [word.removeprefix(f"{writer}x") for word in words if word.startswith(f"{writer}x")]
    return max(map(int, numbers), default=0)


async def play(hall: Hall) -> None:
    """Write, then sharpen plan after plan, then look at the line of time."""
    planners = {guest.number: _Planner(guest) for guest in hall.guests}

    async def write(guest: Guest) -> None:
        planners[guest.number].write(hall.colleague(guest))

    async def choose(guest: Guest) -> None:
        day = f"2027-{guest.chance.randrange(1, 13):02d}-{guest.number % 28 + 1:02d}"
        guest.send("sheet.date1", {"date": day}, shows=False)

    await hall.spread(0.4, 4, write)
    await hall.spread(0.1, 1, choose)
    await hall.forward()
    await hall.spread(0.3, 2, _sharpen)
    await hall.forward()
    await hall.spread(0.2, 1, choose)


async def _sharpen(guest: Guest) -> None:
    """Say something of a plan of others that the phone shows."""
    there = [(plan, one) for plan in guest.data["others"] for one in plan["actions"]]
    if not there:
        return
    plan, one = guest.chance.choice(there)
    kind = guest.chance.choice(SHARPENINGS)
    said = {"on": True, "text": f"Vraag het aan de buren {guest.number}"}
    guest.send(f"on.{plan['id']}:{one['n']}:{kind}", said)

"""De organisatiefiche: colleagues write in the same fields at the same time.

While people fill in the screen shows only how full each sheet is: so of a text nothing shows.
"""

from __future__ import annotations

from exercises.contract import Json
from exercises.kit.rules.joint import Stored
from tests.bench.hall import Guest, Hall
from tests.bench.outbox import now_ms
from tests.exercises.kit.rules.joint_phone import JointPhone

_WORDS = 12
_PART = "sheet."


class _Writer:
    """The fields of one phone."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest
        self._fields: dict[str, JointPhone] = {}
        self._in = ""
        self._count = 0

    def write(self, colleague: Guest | None) -> None:
        """Put one more word in a field, going to another field now and then."""
        guest, data = self._guest, self._guest.data
        if not self._in or guest.chance.random() < 0.3:
            self._in = guest.chance.choice([one["slot"] for one in data["fields"]])
            sign = {"field": self._in, "beat": now_ms()}
            guest.send(data["joint"]["me"], sign, shows=False)
        slot, name = self._in, f"p{guest.number}"
        field = self._fields.setdefault(slot, JointPhone(name))
        field.take(Stored.read(data["joint"]["texts"][slot]))
        self._count += 1
        words = [*field.text.split(), f"{name}x{self._count}"]
        field.text = " ".join(words[-_WORDS:])
        payload = field.message()
        assert payload is not None
        count = self._count
        guest.send(
            slot, payload, shows=False, watcher=colleague,
            sees=lambda data: _latest_word(data, slot, name) >= count,
        )  # fmt: skip


def _latest_word(data: Json, slot: str, writer: str) -> int:
    """The number of the last word of a writer in a field; 0 without any."""
    words = data["joint"]["texts"][slot]["text"].split()
    numbers = [word.removeprefix(f"{writer}x") for word in words if word.startswith(f"{writer}x")]
    return max(map(int, numbers), default=0)


async def play(hall: Hall) -> None:
    """Write together, then choose a picture each."""
    writers = {guest.number: _Writer(guest) for guest in hall.guests}

    async def write(guest: Guest) -> None:
        writers[guest.number].write(hall.colleague(guest))

    async def choose(guest: Guest) -> None:
        card = guest.chance.choice(("brug", "lange-tafel", "paraplu", "knoop"))
        guest.send(f"{_PART}picture", {"card": card})

    await hall.spread(0.75, 6, write)
    await hall.spread(0.25, 1, choose)
    await hall.forward()

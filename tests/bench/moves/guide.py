"""De gespreksleidraad: visitors and hosts write their sentences and make the programme together.

The first organisation visits the second, the third the fourth, and so on. What people write never
stands on the screen; the days that they choose do.
"""

from __future__ import annotations

from exercises.contract import Json
from exercises.kit.rules.joint import Stored
from tests.bench.hall import Guest, Hall
from tests.bench.outbox import now_ms
from tests.exercises.kit.rules.joint_phone import JointPhone

VISITS = True
_WORDS = 12


class _Couple:
    """What one phone does in the guide of its visit."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest
        self._field = JointPhone(f"p{guest.number}")
        self._count = 0

    def write(self, other: Guest | None) -> None:
        """One more word in the own sentence; the phone of somebody of the other side shows it."""
        guest, sheet = self._guest, _own(self._guest.data)
        slot = _slip(sheet)
        if self._count == 0:
            sign = {"field": slot, "beat": now_ms()}
            guest.send(sheet["joint"]["me"], sign, shows=False)
        self._field.take(Stored.read(sheet["joint"]["texts"][slot]))
        self._count += 1
        words = [*self._field.text.split(), f"p{guest.number}x{self._count}"]
        self._field.text = " ".join(words[-_WORDS:])
        payload = self._field.message()
        assert payload is not None
        visit, word = sheet["visit"]["id"], words[-1]
        guest.send(
            slot, payload, shows=False, watcher=other,
            sees=lambda data: word in _text(data, visit, slot).split(),
        )  # fmt: skip

    def plan(self, other: Guest | None) -> None:
        """One more part of the programme."""
        guest, visit = self._guest, _own(self._guest.data)["visit"]
        self._count += 1
        key = f"p{guest.number}x{self._count}"
        part = {"text": f"Soep {key}", "start": "11:30", "form": "meal", "guests": []}
        guest.send(
            f"part.{visit['id']}:{key}", part, shows=False, watcher=other,
            sees=lambda data: key in _keys(data, visit["id"]),
        )  # fmt: skip

    def choose_day(self) -> None:
        """A day of the visit, one for each phone."""
        visit = _own(self._guest.data)["visit"]["id"]
        day = self._guest.number % 28 + 1
        self._guest.send(f"day.{visit}:2027-03-{day:02}", {"on": True, "start": "", "end": ""})


def _own(data: Json) -> Json:
    """The guide of the first visit of this phone."""
    found: Json = data["sheets"][0]
    return found


def _slip(sheet: Json) -> str:
    page = next(one for one in sheet["pages"] if one["key"] == "success")
    slot: str = next(one["slot"] for one in page["fields"][0]["slips"] if one["own"])
    return slot


def _sheet(data: Json, visit: str) -> Json:
    found: Json = next((one for one in data["sheets"] if one["visit"]["id"] == visit), {})
    return found


def _text(data: Json, visit: str, slot: str) -> str:
    texts = _sheet(data, visit).get("joint", {}).get("texts", {})
    return str(texts.get(slot, {}).get("text", ""))


def _keys(data: Json, visit: str) -> set[str]:
    days = _sheet(data, visit).get("visit", {}).get("programme", [])
    return {part["key"] for day in days for part in day["parts"]}


async def play(hall: Hall) -> None:
    """Write, plan and choose days."""
    couples = {guest.number: _Couple(guest) for guest in hall.guests}

    def other(guest: Guest) -> Guest | None:
        """Somebody of the other organisation of the visit, if they are in the room."""
        count = len(hall.organisations)
        wanted = guest.number % count ^ 1
        wanted = wanted if wanted < count else 0
        return next((one for one in hall.guests if one.number % count == wanted), None)

    async def write(guest: Guest) -> None:
        couples[guest.number].write(other(guest))

    async def plan(guest: Guest) -> None:
        couples[guest.number].plan(other(guest))

    async def choose(guest: Guest) -> None:
        couples[guest.number].choose_day()

    await hall.spread(0.6, 5, write)
    await hall.spread(0.25, 2, plan)
    await hall.spread(0.15, 1, choose)
    await hall.forward()

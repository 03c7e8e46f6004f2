"""Colleagues who write in the same fields of a sheet at the same time."""

from __future__ import annotations

from exercises.contract import Json
from exercises.kit.rules.joint import Stored
from tests.bench.hall import Guest
from tests.bench.outbox import now_ms
from tests.exercises.kit.rules.joint_phone import JointPhone

_WORDS = 12


def sheet_of(data: Json) -> Json:
    """The sheet on a phone: the only one, or the first of several."""
    found: Json = data["sheets"][0] if "sheets" in data else data
    return found


def fields_of(data: Json, kind: str) -> list[Json]:
    """The fields of that kind on a sheet, in order."""
    return [one for page in data["pages"] for one in page["fields"] if one["kind"] == kind]


class Writer:
    """The fields of one phone."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest
        self._fields: dict[str, JointPhone] = {}
        self._in = ""
        self._count = 0

    def write(self, colleague: Guest | None) -> None:
        """Put one more word in a field, going to another field now and then."""
        guest, data = self._guest, sheet_of(self._guest.data)
        if not self._in or guest.chance.random() < 0.3:
            self._in = guest.chance.choice([one["slot"] for one in fields_of(data, "text")])
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
    words = sheet_of(data)["joint"]["texts"][slot]["text"].split()
    numbers = [word.removeprefix(f"{writer}x") for word in words if word.startswith(f"{writer}x")]
    return max(map(int, numbers), default=0)

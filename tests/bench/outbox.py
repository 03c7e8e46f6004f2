"""`pages/browser/runtime/outbox.js` in Python, with the same waits."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable

from tests.bench.figures import Json

_SEND_AGAIN, _SLOWEST, _ACT_LIFE_MS = 5.0, 20.0, 10_000


def now_ms() -> int:
    """As Date.now()."""
    return int(time.time() * 1000)


class Outbox:
    """What was sent and is not confirmed."""

    def __init__(self, send: Callable[[list[Json]], None]) -> None:
        self._send = send
        self.items: list[Json] = []
        self._page = secrets.token_hex(12)
        self._last = 0
        self._wait = _SEND_AGAIN
        self._timer: asyncio.TimerHandle | None = None
        self.repeats = 0

    def answer(self, activity: str, slot: str, payload: Json) -> str:
        """Send an answer instead of an unconfirmed one in the same slot; gives its id."""
        self.items = [
            item
            for item in self.items
            if (item["kind"], item.get("activity"), item.get("slot")) != ("answer", activity, slot)
        ]
        return self._put({"kind": "answer", "activity": activity, "slot": slot, "payload": payload})

    def act(self, name: str, payload: Json) -> str:
        """Press a button of the console; gives the message's id."""
        return self._put({"kind": "act", "name": name, "payload": payload})

    def hurry(self) -> None:
        """Send all that waits, now."""
        self._wait = _SEND_AGAIN
        self._post()

    def resume(self) -> None:
        """A line opened: send what waits."""
        if self.items:
            self.hurry()

    def settle(self, acks: Json) -> None:
        """Take what the server says of each item."""
        self.items = [
            item for item in self.items if acks.get(item["id"], {"again": True}).get("again")
        ]
        if not self.items:
            self.close()

    def close(self) -> None:
        """Stop sending."""
        if self._timer is not None:
            self._timer.cancel()

    def _put(self, item: Json) -> str:
        self._last = max(now_ms(), self._last + 1)
        identifier = f"{self._page}.{self._last:015d}"
        self.items.append({"id": identifier, "at": now_ms(), **item})
        self._wait = _SEND_AGAIN
        self._post()
        return identifier

    def _post(self) -> None:
        self.close()
        self.items = [
            item
            for item in self.items
            if item["kind"] == "answer" or now_ms() - item["at"] < _ACT_LIFE_MS
        ]
        if self.items:
            self._send(self.items)
            self._timer = asyncio.get_running_loop().call_later(self._wait, self._late)

    def _late(self) -> None:
        self.repeats += 1
        self._wait = min(_SLOWEST, self._wait * 1.5)
        self._post()

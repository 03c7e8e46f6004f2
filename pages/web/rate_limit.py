"""How much somebody may ask of the server, so that the rest of the hall doesn't feel it.

In memory, by a key of the caller's choice: an address or a phone. What is counted is a number of
requests, or seconds of work.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic

_MOST_KEYS = 4096


class RateLimit:
    """`burst` at once, and from then on `rate` a second; `clock` gives the seconds."""

    def __init__(self, burst: float, rate: float, clock: Callable[[], float] = monotonic) -> None:
        self._burst = burst
        self._rate = rate
        self._clock = clock
        # By key: what is left, negative for a debt, and when that was so.
        self._left: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def take(self, key: str, amount: float = 1.0) -> bool:
        """Spend an amount; False, and nothing spent, when less is left."""
        with self._lock:
            left = self._now(key)
            if left < amount:
                return False
            self._put(key, left - amount)
            return True

    def spend(self, key: str, amount: float) -> None:
        """Spend an amount that is known only afterwards, if need be as a debt."""
        with self._lock:
            self._put(key, self._now(key) - amount)

    def wait(self, key: str) -> float:
        """Seconds until a debt is paid; 0 when there is none."""
        with self._lock:
            return max(0.0, -self._now(key) / self._rate)

    def _now(self, key: str) -> float:
        left, at = self._left.get(key, (self._burst, self._clock()))
        return min(self._burst, left + (self._clock() - at) * self._rate)

    def _put(self, key: str, left: float) -> None:
        if len(self._left) >= _MOST_KEYS:
            # Who has all of the budget again needs no entry; of others the oldest go.
            self._left = {one: kept for one, kept in self._left.items()
                          if self._now(one) < self._burst}  # fmt: skip
            for one in list(self._left)[: max(0, len(self._left) - _MOST_KEYS // 2)]:
                del self._left[one]
        self._left[key] = (left, self._clock())

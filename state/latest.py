"""A small cache that keeps, for each key, only the value of the latest version.

Three hundred phones that ask for the same meeting after one step read it once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Latest(Generic[K, T]):
    """Keeps at most `size` keys, the least recently used one going first. Safe with threads."""

    def __init__(self, size: int = 64) -> None:
        self._size = size
        self._kept: OrderedDict[K, tuple[Hashable, T]] = OrderedDict()
        self._lock = threading.Lock()
        self._locks: dict[K, threading.RLock] = {}

    def get(self, key: K, version: Hashable, make: Callable[[], T]) -> T:
        """The value of `key` at `version`, made when this very version isn't known."""
        # Threads that ask for the same key wait for the one that computes it; otherwise three
        # hundred phones would all compute it after a step.
        with self._making(key):
            with self._lock:
                found = self._kept.get(key)
                if found is not None and found[0] == version:
                    self._kept.move_to_end(key)
                    return found[1]
            made = make()
            self.put(key, version, made)
            return made

    def known(self, key: K, version: Hashable) -> T | None:
        """The value of `key` at `version`; None when this very version isn't known."""
        with self._lock:
            found = self._kept.get(key)
        return found[1] if found is not None and found[0] == version else None

    def _making(self, key: K) -> threading.RLock:
        with self._lock:
            return self._locks.setdefault(key, threading.RLock())

    def put(self, key: K, version: Hashable, value: T) -> None:
        """Keep `value` as what `key` is at `version`."""
        with self._lock:
            self._kept[key] = (version, value)
            self._kept.move_to_end(key)
            if len(self._kept) > self._size:
                gone, _value = self._kept.popitem(last=False)
                self._locks.pop(gone, None)

"""How far the downloads are that this server is making, for the pages that asked for them.

A page makes a token and gives it to the browser with the address of the download; the browser is
then told of every change.
"""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

_KEPT = 50


@dataclass(frozen=True)
class Progress:
    """`done` of `total` steps; `over` when nothing more comes, and `whole` when all was sent."""

    done: int = 0
    total: int = 1
    over: bool = False
    whole: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return min(1.0, self.done / max(1, self.total))


_Listener = tuple[asyncio.AbstractEventLoop, asyncio.Event]


class Followed:
    """The latest downloads by their token."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Progress] = OrderedDict()
        self._lock = threading.Lock()
        self._watching: dict[str, set[_Listener]] = {}

    def of(self, token: str) -> Progress | None:
        """How far one is; None before it began, and for one of long ago."""
        with self._lock:
            return self._known.get(token)

    def tell(self, token: str, done: int, total: int) -> None:
        """Note that so many steps are done."""
        self._note(token, Progress(done, total))

    def follow(self, token: str, parts: Iterator[bytes]) -> Iterator[bytes]:
        """Pass parts on, and note when they ended: whole, or broken off."""
        whole = False
        try:
            yield from parts
            whole = True
        finally:
            self._note(token, replace(self.of(token) or Progress(), over=True, whole=whole))

    async def watch(self, token: str) -> AsyncIterator[Progress | None]:
        """How far one is, now and at each change until it is over; None before it began."""
        listener = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._watching.setdefault(token, set()).add(listener)
        try:
            while True:
                listener[1].clear()
                found = self.of(token)
                yield found
                if found is not None and found.over:
                    return
                await listener[1].wait()
        finally:
            with self._lock:
                self._watching[token].discard(listener)
                if not self._watching[token]:
                    del self._watching[token]

    def _note(self, token: str, progress: Progress) -> None:
        with self._lock:
            self._known[token] = progress
            self._known.move_to_end(token)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            told = [*self._watching.get(token, ())]
        for loop, changed in told:
            # The server may be stopping, and its loop closed.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(changed.set)


downloads = Followed()

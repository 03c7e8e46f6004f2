"""How far the downloads are that this server is making, for the pages that asked for them.

A page makes a token, gives it to the browser with the address of the download, and asks here.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
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


class Followed:
    """The latest downloads by their token."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Progress] = OrderedDict()
        self._lock = threading.Lock()

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

    def _note(self, token: str, progress: Progress) -> None:
        with self._lock:
            self._known[token] = progress
            self._known.move_to_end(token)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)


downloads = Followed()

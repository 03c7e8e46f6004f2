"""`JointText` of exercises/kit/browser/merging.js in Python, for tests without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from exercises.kit.rules.joint import Stored, merge

Trail = list[tuple[str, int, str]]


@dataclass
class JointPhone:
    """One field on one page, called `writer`."""

    writer: str
    known: str = ""
    text: str = ""
    trail: Trail = field(default_factory=list)
    number: int = 0

    def take(self, stored: Stored) -> None:
        """The server's text arrives."""
        arrived = [at for at, (who, n, _t) in enumerate(self.trail) if stored.has(who, n)]
        start = self.trail[arrived[-1]][2] if arrived else self.known
        rest = self.trail[arrived[-1] + 1 :] if arrived else self.trail
        self.trail = [(who, n, merge(start, stored.text, sent)) for who, n, sent in rest]
        self.text = merge(start, stored.text, self.text)
        self.known = stored.text

    @property
    def dirty(self) -> bool:
        return self.text != (self.trail[-1][2] if self.trail else self.known)

    def message(self, again: bool = False) -> dict[str, Any] | None:
        """What there is to send."""
        if not self.dirty and not (again and self.trail):
            return None
        trail = self.trail[-10:]
        self.number += 1
        self.trail = [*trail, (self.writer, self.number, self.text)]
        return {
            "text": self.text, "base": self.known, "writer": self.writer, "n": self.number,
            "trail": [list(item) for item in trail],
        }  # fmt: skip

    def reloaded(self, writer: str) -> JointPhone:
        """The page that comes back after a reload, with what the phone remembered."""
        return JointPhone(writer, self.known, self.text, list(self.trail))

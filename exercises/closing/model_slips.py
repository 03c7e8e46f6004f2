"""Answers of a room put together: by area, those that say the same as one; pure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

AREAS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Take:
    """What somebody takes home: one sentence, and an area, 1 to 4, or None. `order` rises with each
    change of an answer."""

    text: str = ""
    area: int | None = None
    order: int = 0


@dataclass(frozen=True)
class SameSlips:
    """A sentence as most wrote it, and how many wrote it."""

    text: str
    times: int


@dataclass(frozen=True)
class AreaSlips:
    """The answers of one area, None for none: what most wrote first, then the latest. `count`: of
    how many people."""

    area: int | None
    slips: tuple[SameSlips, ...]

    @property
    def count(self) -> int:
        """How many answers there are."""
        return sum(one.times for one in self.slips)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A sentence for comparing: whatever capitals, accents as letters of their own, and without
    marks and spaces around words. A text of marks alone stays as it is."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(" " if _is_mark(char) else char for char in flat).split()
    return " ".join(words) or " ".join(flat.split())


def by_area(takes: Sequence[Take]) -> tuple[AreaSlips, ...]:
    """The answers by area, in the order of the areas and those without one last; no empty ones.
    `takes`: the latest first."""
    return tuple(
        AreaSlips(area, _together(found))
        for area in (*AREAS, None)
        if (found := [one for one in takes if _area(one) == area])
    )


def _area(take: Take) -> int | None:
    return take.area if take.area in AREAS else None


def _together(takes: Iterable[Take]) -> tuple[SameSlips, ...]:
    written: dict[str, Counter[str]] = {}
    for one in takes:
        written.setdefault(folded(one.text), Counter())[one.text] += 1
    groups = [SameSlips(forms.most_common(1)[0][0], forms.total()) for forms in written.values()]
    # Stable: of those that were written as often the latest stays first.
    return tuple(sorted(groups, key=lambda one: -one.times))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PZC"

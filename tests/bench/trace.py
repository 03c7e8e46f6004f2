"""Follows the answers of one exercise: sent, confirmed, on the screen, on a colleague's phone."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bench.figures import Json, percentiles

Sees = Callable[[Json], bool]


@dataclass
class Sent:
    """One answer on its way; times in seconds of time.perf_counter. `shows`: it is something that
    the screen shows."""

    identifier: str
    slot: str
    moment: float
    shows: bool
    saved: float | None = None
    refused: str | None = None
    watched: bool = False
    seen: float | None = None

    @property
    def settled(self) -> bool:
        """Whether its phone has heard of it."""
        return self.saved is not None or self.refused is not None


@dataclass(frozen=True)
class Drawn:
    """Data that came to the screen: when, the server's clock as it began to read (seconds of our
    perf_counter), and up to which answer it read."""

    moment: float
    read: float
    number: int


@dataclass
class Trace:
    """All that happened to the answers of one exercise."""

    sent: list[Sent] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    # What the server's clock is ahead of ours, in seconds: both run on one machine.
    ahead: float = field(default_factory=lambda: time.time() - time.perf_counter())

    def screen(self, data: Json, moment: float) -> None:
        """The screen got data."""
        read = data["now"] / 1000 - self.ahead
        self.drawn.append(Drawn(moment, read, data["revs"]["results"]))

    def open(self) -> list[Sent]:
        """What nobody has confirmed, but for answers that their phone replaced by a newer one."""
        last: dict[tuple[str, str], Sent] = {}
        for one in self.sent:
            last[one.identifier.partition(".")[0], one.slot] = one
        return [one for one in last.values() if not one.settled]

    def figures(self, numbers: dict[str, int], taken: tuple[str, ...]) -> Json:
        """Everything in ms. `numbers`: identifier -> number of `results` that it raised; `taken`:
        how refusals begin that are no fault, somebody else was first."""
        saved = [one for one in self.sent if one.saved is not None]
        watched = [one for one in saved if one.watched]
        refused = Counter(one.refused for one in self.sent if one.refused is not None)
        kinds = {reason: n for reason, n in refused.items() if not reason.startswith(taken or "\0")}
        after, holding = self._screens(saved, numbers)
        return {
            "answers": len(self.sent),
            "saved": len(saved),
            "replaced_before_confirmed": sum(not one.settled for one in self.sent),
            "taken": refused.total() - sum(kinds.values()),
            "refused": sum(kinds.values()),
            "refused_kinds": kinds,
            "sent_to_saved_ms": percentiles([_ms(one.moment, one.saved) for one in saved]),
            "sent_to_screen_ms": percentiles(after),
            "sent_to_screen_exact_ms": percentiles(holding),
            "sent_to_colleague_ms": percentiles(
                [_ms(one.moment, one.seen) for one in watched if one.seen is not None]
            ),
            "colleague_never_saw": sum(one.seen is None for one in watched),
            "screen_draws": len(self.drawn),
        }

    def _screens(
        self, saved: list[Sent], numbers: dict[str, int]
    ) -> tuple[list[float], list[float]]:
        reads = [one.read for one in self.drawn]
        held = [one.number for one in self.drawn]
        after, holding = [], []
        for one in saved:
            if not one.shows or one.saved is None:
                continue
            # The millisecond in which the server began to read counts as a whole.
            place = bisect_left(reads, one.saved - 0.001)
            if place < len(reads):
                after.append(_ms(one.moment, self.drawn[place].moment))
            place = bisect_left(held, numbers.get(one.identifier, 1 << 60))
            if place < len(held):
                holding.append(_ms(one.moment, self.drawn[place].moment))
        return after, holding


def _ms(begin: float, end: float | None) -> float:
    assert end is not None
    return (end - begin) * 1000

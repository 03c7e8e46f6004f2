"""Numbers that a run collects, and how they are summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
_KEPT_EXAMPLES = 5


def percentiles(values: Sequence[float]) -> Json:
    """`{"p50", "p95", "max", "count"}` of milliseconds; None where nothing was measured."""
    if not values:
        return {"p50": None, "p95": None, "max": None, "count": 0}
    ordered = sorted(values)

    def at(share: float) -> float:
        place = min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))
        return round(ordered[place], 1)

    return {"p50": at(0.5), "p95": at(0.95), "max": round(ordered[-1], 1), "count": len(ordered)}


@dataclass
class Tally:
    """What all pages of a run count together. Frames are those of pages, pings not included."""

    frames_sent: Counter[str] = field(default_factory=Counter)
    frames_received: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def fail(self, kind: str, detail: object = "") -> None:
        """Count an error; the first few are kept to read."""
        self.errors[kind] += 1
        if len(self.examples) < _KEPT_EXAMPLES:
            self.examples.append(f"{kind}: {detail}"[:300])

    def traffic(self) -> Counter[str]:
        """Frames and requests so far; subtract two of these to see what went between."""
        total: Counter[str] = Counter()
        for name, counter in (
            ("sent", self.frames_sent),
            ("received", self.frames_received),
            ("request", self.requests),
        ):
            total.update({f"{role} {name}": count for role, count in counter.items()})
        return total

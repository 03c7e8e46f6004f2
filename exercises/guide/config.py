"""What the facilitator can edit in the gespreksleidraad, to and from JSON, and the visits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from exercises.contract import TrackVisit


@dataclass(frozen=True)
class GuideConfig:
    """`until`: by when it is filled in at home, an ISO date or "". `visits`: those of the track,
    which are not stored here."""

    until: str = ""
    visits: tuple[TrackVisit, ...] = field(default=(), compare=False, repr=False)

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {"version": 1, "until": self.until}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> GuideConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(stored.get("until", ""))


def with_date(config: GuideConfig, until: date | None) -> GuideConfig:
    """With the day by which it is filled in at home; None for no day."""
    return replace(config, until=until.isoformat() if until else "")

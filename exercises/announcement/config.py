"""What Bekendmaking van de koppels holds: nothing of its own but the visits of the track."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from exercises.contract import TrackVisit


@dataclass(frozen=True)
class AnnouncementConfig:
    """`track`: the visits of the track. They are not stored here, so that they make no difference
    between two configurations."""

    track: tuple[TrackVisit, ...] = field(default=(), compare=False)

    @property
    def visits(self) -> tuple[TrackVisit, ...]:
        """The visits that stand, in the order in which they are announced."""
        return tuple(one for one in self.track if one.stands)

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {"version": 1}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> AnnouncementConfig:
        """From storage. Version 1 is the only one so far."""
        return cls()


def with_track(config: AnnouncementConfig, visits: tuple[TrackVisit, ...]) -> AnnouncementConfig:
    """The configuration with the visits of the track."""
    return replace(config, track=visits)

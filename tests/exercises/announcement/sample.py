"""Three visits between the organisations of the contract test, two of them announced."""

from __future__ import annotations

import json
from collections.abc import Sequence

from exercises.announcement.config import AnnouncementConfig
from exercises.contract import Answer, TrackVisit
from state.models import FACILITATOR

WHY = json.dumps(
    {
        "version": 1,
        "rank": 1,
        "question": "Hoe beslissen <ouders> mee?",
        "strength": "Ouders kiezen",
    }
)
# Organisation n of the contract test holds every third person, from number n on.
CONFIG = AnnouncementConfig((
    TrackVisit("v1", "o1", "o0", people=("p0",), count=1, why=WHY),
    TrackVisit("v2", "o2", "o1", count=2, why="geen json"),
    TrackVisit("v3", "of a track of long ago", "o1", count=25),
    TrackVisit("v4", "o0", "o2", state="proposed"),
))  # fmt: skip


def answers(config: AnnouncementConfig, people: Sequence[str]) -> list[Answer]:
    """The doors of two visits."""
    return [
        Answer(FACILITATOR, f"{key}.open", {"open": True}, by_hand=True, order=at)
        for at, key in enumerate(("v1", "v3"), start=1)
    ]

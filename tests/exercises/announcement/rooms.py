"""A room for the tests of the announcement: the reference track with people and reasons."""

from __future__ import annotations

import json
from collections.abc import Iterable

from exercises.announcement import EXERCISE
from exercises.announcement.config import AnnouncementConfig
from exercises.announcement.model import AnnouncementContext
from exercises.contract import Answer, Member, Party, Phase, Role, TrackVisit
from state.models import FACILITATOR
from tests.exercises.contexts import context_of

NAMES = ("De Regenton", "De Vensterbank", "Kattenstaart", "Zevenhoek", "Het Achterom", "Knikkerzak")
PARTIES = tuple(Party(f"o{n}", name, "", n + 1, short=name) for n, name in enumerate(NAMES))
HERE = {
    "o0": ("Katrien", "Samir", "Hanne", "Yusuf"), "o1": ("Marleen", "Idris"),
    "o2": ("Ayşe", "Lien"), "o3": ("Joris", "Blessing"), "o4": ("Greet",), "o5": ("Nadia",),
}  # fmt: skip
PEOPLE = {
    name: Member(name, name, org, NAMES[int(org[1])], int(org[1]) + 1, "staat")
    for org, names in HERE.items() for name in names
}  # fmt: skip
WHY = json.dumps(
    {"version": 1, "rank": 1, "question": "Hoe beslissen ouders mee?", "strength": "Ouders kiezen"}
)
# Two duos from De Regenton, two received there, Greet goes alone, and three come to Het Achterom.
VISITS = (
    TrackVisit("two", "o0", "o2", why=WHY),
    TrackVisit("one-a", "o3", "o0", people=("Katrien", "Samir")),
    TrackVisit("one-b", "o5", "o0", people=("Hanne", "Yusuf")),
    TrackVisit("again", "o0", "o1"),
    TrackVisit("three", "o4", "o5", count=3),
    TrackVisit("alone", "o2", "o4", people=("Greet",), count=1),
    TrackVisit("back", "o1", "o3"),
)


def context(
    step: int, stage: str, role: Role = "screen", me: str | None = None,
    opened: Iterable[str] = (), visits: tuple[TrackVisit, ...] = VISITS, **options: object,
) -> AnnouncementContext:  # fmt: skip
    """A context at a step and stage, with these doors opened."""
    answers = [Answer(FACILITATOR, f"{key}.open", {"open": True}) for key in opened]
    phase = EXERCISE.with_switches(Phase(step, stage, options=options))
    return context_of(
        EXERCISE, phase, role, answers, config=AnnouncementConfig(visits), people=PEOPLE,
        parties=PARTIES, me=me,
    )  # fmt: skip

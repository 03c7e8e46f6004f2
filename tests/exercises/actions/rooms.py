"""Rooms of three organisations with plans, as tests need them."""

from __future__ import annotations

from typing import Any

from exercises import actions
from exercises.actions.model import PlansView
from exercises.actions.views_plan import ActionsContext
from exercises.contract import Answer, Earlier, Entry, Json, Member, Party, Phase, Role
from tests.exercises.contexts import context_of

EXERCISE = actions.EXERCISE
NAMES = ("De Brug", "De Regenton", "Tjoek")
PARTIES = tuple(Party(f"o{n}", name, "", n + 1) for n, name in enumerate(NAMES))
PEOPLE = {
    f"p{n}": Member(f"p{n}", who, f"o{n}", NAMES[n], n + 1, "staat")
    for n, who in enumerate(("An", "Bilal", "Zoë"))
}


def phase(stage: str = "plan", **options: Any) -> Phase:
    """A stage as it begins."""
    begun = EXERCISE.with_switches(Phase(stage=stage))
    return Phase(0, stage, begun.open, begun.shown, options)


def action(owner: str, number: int = 1, **parts: str) -> list[Answer]:
    """An action with its words and days, by the key of the column."""
    keys = {"date": "date", "review": "date", "area": "choice"}
    return [
        Answer(owner, f"sheet.{key}{number}", {keys.get(key, "text"): value}, by=f"p{owner[1:]}")
        for key, value in parts.items()
    ]


def says(person: str, owner: str, kind: str, text: str = "", number: int = 1) -> Answer:
    """What somebody says of an action of others."""
    return Answer(person, f"on.{owner}:{number}:{kind}", {"on": True, "text": text})


def view(answers: list[Answer]) -> PlansView:
    """All answers, folded."""
    return EXERCISE.fold(EXERCISE.sample, answers)


def context(
    answers: list[Answer], role: Role = "phone", stage: str = "plan", me: str = "p0",
    parties: tuple[Party, ...] = PARTIES, options: Json | None = None, **more: Any,
) -> ActionsContext:  # fmt: skip
    """What a role is given."""
    return context_of(
        EXERCISE, phase(stage, **(options or {})), role, answers, people=PEOPLE, parties=parties,
        me=me if role == "phone" else None, **more,
    )  # fmt: skip


def entry(
    slot: str, payload: Json, author: str = "p1", known: list[Answer] | None = None,
    stage: str = "plan", parties: tuple[Party, ...] = PARTIES,
) -> Entry[Any, Any]:  # fmt: skip
    """An answer that is sent while `known` are stored."""
    stored = {(one.author, one.slot): one.payload for one in known or []}
    return Entry(
        EXERCISE.sample, phase(stage), author, slot, payload, lambda: view(known or []),
        lambda: PEOPLE, lambda: {one.id: one for one in parties},
        stored=lambda owner, of: stored.get((owner, of)),
    )  # fmt: skip


def earlier(answers: list[Answer], title: str = "Uitwisseling", day: str = "2026-12-12") -> Any:
    """The same exercise in the meeting before."""
    return Earlier("before", title, day, EXERCISE.sample, view(answers))

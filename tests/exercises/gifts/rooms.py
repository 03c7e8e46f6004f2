"""A room for the tests of gifts: who is there, and answers that are judged one after another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Entry,
    Member,
    NotebookEntry,
    Party,
    Phase,
    Role,
    TrackVisit,
)
from exercises.gifts import EXERCISE
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.gifts.model import GiftsView, fold
from state.models import FACILITATOR
from tests.exercises.contexts import context_of
from tests.exercises.refusing import refusal

CONFIG = GiftsConfig(
    (GiftVisit("a", "o1", "o2"), GiftVisit("b", "o1", "o3", 1), GiftVisit("c", "o2", "o1"))
)
PARTIES = (
    Party("o1", "De Regenton", "", 1), Party("o2", "Kattenstaart", "", 3),
    Party("o3", "Zevenhoek", "", 4), Party("o4", "Het Achterom", "", 5),
)  # fmt: skip
PEOPLE = {
    f"{org}{letter}": Member(f"{org}{letter}", f"{letter}-{org}", org, org, 1, "staat")
    for org in ("o1", "o2", "o3", "o4") for letter in "xy"
}  # fmt: skip
WRAP = {"wrapped": True, "paper": "dots", "ribbon": "red"}


@dataclass
class Play:
    """Answers as they come in; `phase` is where the facilitator is."""

    phase: Phase = field(default_factory=lambda: Phase(0, "fill", True, False))
    config: GiftsConfig = CONFIG
    parties: tuple[Party, ...] = PARTIES
    people: dict[str, Member] = field(default_factory=lambda: dict(PEOPLE))
    stored: dict[tuple[str, str], Answer] = field(default_factory=dict)
    turns: int = 0
    visits: tuple[TrackVisit, ...] = ()
    notes: tuple[NotebookEntry, ...] = ()

    @property
    def view(self) -> GiftsView:
        return fold(self.config, list(self.stored.values()))

    def go(self, stage: str) -> None:
        self.phase = EXERCISE.with_switches(replace(self.phase, stage=stage))

    def send(self, author: str, slot: str, payload: Any) -> Accepted:
        by_hand = author == FACILITATOR
        phase = replace(self.phase, open=True) if by_hand else self.phase
        verdict = EXERCISE.accept(
            Entry(
                self.config, phase, author, slot, payload, lambda: self.view,
                lambda: self.people, lambda: {one.id: one for one in self.parties},
                alias=self.context("console").alias, visits=lambda: self.visits,
                notes=lambda: self.notes,
            )
        )  # fmt: skip
        self.turns += 1
        owner = verdict.owner or author
        self.stored[owner, slot] = Answer(owner, slot, verdict.payload, by_hand, self.turns, author)
        return verdict

    def does(self, author: str, slot: str, payload: Any) -> None:
        self.send(author, slot, payload)

    def refused(self, author: str, slot: str, payload: Any) -> str:
        return refusal(self.send, author, slot, payload)

    def context(self, role: Role, me: str | None = None) -> Context[GiftsConfig, GiftsView]:
        return context_of(
            EXERCISE, self.phase, role, self.stored.values(), config=self.config,
            people=self.people, parties=self.parties, me=me, visits=self.visits,
            notes_shared=lambda: tuple(one for one in self.notes if one.shared),
        )  # fmt: skip


def on_table(stage: str = "unwrap") -> Play:
    """Gift a with notes of two people and gift c with one, both wrapped."""
    play = Play()
    play.does("o1x", "a.like", {"text": "van x"})
    play.does("o1y", "a.tip", {"text": "van y"})
    play.does("o2x", "c.like", {"text": "terug"})
    play.does("o1x", "a.wrap", WRAP)
    play.does("o2x", "c.wrap", WRAP)
    play.go(stage)
    return play

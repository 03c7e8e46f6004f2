"""A table to play on in tests: people write and lay, each answer judged and stored as in a room."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from exercises import domino
from exercises.contract import Accepted, Answer, Context, Entry, Json, Member, Phase, Role
from exercises.domino.config import DominoConfig
from exercises.domino.model import DominoView
from state.models import FACILITATOR
from state.problems import Refused
from tests.exercises.contexts import context_of

PEOPLE = {
    f"p{n}": Member(f"p{n}", f"Naam {n}", f"o{n % 3}", f"Huis {n % 3}", n % 3 + 1, "staat")
    for n in range(8)
}
EXERCISE = domino.EXERCISE


def alias(person: str) -> str:
    """As browsers know somebody."""
    return f"alias_{person}"


@dataclass
class Play:
    """Answers so far. `send` judges one as the room does and keeps it."""

    stage: str = "lay"
    config: DominoConfig = field(default_factory=DominoConfig)
    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)
    options: Json = field(default_factory=dict)
    people: dict[str, Member] = field(default_factory=lambda: PEOPLE)
    last: Accepted | None = None

    @property
    def phase(self) -> Phase:
        phase = EXERCISE.with_switches(Phase(stage=self.stage))
        return replace(phase, options=self.options)

    @property
    def view(self) -> DominoView:
        return EXERCISE.fold(self.config, list(self.answers.values()))

    def send(self, author: str, slot: str, **payload: Any) -> str:
        """Gives the reason of a refusal, or nothing."""
        phase = replace(self.phase, open=True) if author == FACILITATOR else self.phase
        entry = Entry(
            self.config, phase, author, slot, payload, lambda: self.view, lambda: self.people,
            alias=alias,
        )  # fmt: skip
        try:
            verdict = EXERCISE.accept(entry)
        except Refused as no:
            return str(no)
        self.last = verdict
        owner = verdict.owner or author
        order = 1 + max((one.order for one in self.answers.values()), default=0)
        self.answers[owner, slot] = Answer(owner, slot, verdict.payload, False, order, author)
        return ""

    def write(self, *people: str) -> Play:
        for person in people:
            assert not self.send(person, "stone.top", text=f"top van {person}")
            assert not self.send(person, "stone.flop", text=f"flop van {person}")
        return self

    def start(self, person: str) -> str:
        return self.send(person, "stone.lay", on=True, against=None)

    def lay(self, person: str, against: str, half: str = "top", shared: str = "samen eten") -> str:
        return self.send(
            person, "stone.lay", on=True, against=alias(against), half=half, shared=shared
        )

    def context(self, role: Role = "console", me: str = "") -> Context[DominoConfig, DominoView]:
        return context_of(
            EXERCISE, self.phase, role, self.answers.values(), config=self.config,
            people=self.people, me=me,
        )  # fmt: skip

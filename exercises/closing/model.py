"""Slotmoment as a pure model: what the room answers, and what the facilitator picked.

Slots of a person or a guest, for each question to the room: "<chapter>.take" {text} and
"<chapter>.area" {area}: 1 to 4, or None. Slots of the facilitator: "<chapter>.page" {page}, from 0;
"<chapter>.quote" {key} of a quote beside the picture, "" for none; "<chapter>.about" {text}, the
statement of a line; "<chapter>.hidden" {texts}, what is not shown of the answers to a question, as
`folded` writes it.

All that chapters show comes from results: nothing of it is stored here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from exercises.closing.config import Chapter, ClosingConfig
from exercises.closing.model_slips import Take, folded
from exercises.contract import Answer, Context, Member, Phase, Role, Stage, Step
from exercises.kit.rules.choice import Choice
from state.language import _
from state.models import FACILITATOR

CHAPTER = "chapter"
TAKE, AREA = "take", "area"
PAGE, QUOTE, ABOUT, HIDDEN = "page", "quote", "about", "hidden"
STAGES = (
    Stage(CHAPTER, _("Hoofdstuk"), _("Volgend hoofdstuk"), open=True, shown=True),
)  # fmt: skip
_NOTHING: Mapping[str, Any] = {}
_NO_PARTS: Mapping[str, Mapping[str, Any]] = {}


@dataclass(frozen=True)
class ClosingView:
    """`takes`: chapter -> who -> answer, without those that were withdrawn; `counted`: how many
    there are of each chapter, also where the answers themselves are kept back. `chosen`: chapter ->
    part -> what the facilitator chose. `hidden`: chapter -> texts that are not shown."""

    takes: Mapping[str, Mapping[str, Take]] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)
    chosen: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    hidden: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def picked(self, chapter: str, part: str) -> Mapping[str, Any]:
        """What the facilitator chose for a part of a chapter; empty for nothing."""
        return self.chosen.get(chapter, _NO_PARTS).get(part, _NOTHING)

    def page_of(self, chapter: str) -> int:
        """The page of a chapter that is on, from 0."""
        return int(self.picked(chapter, PAGE).get("page", 0))

    def shown_of(self, chapter: str) -> tuple[Take, ...]:
        """The answers to a question that may be shown, the last one first."""
        hidden = self.hidden.get(chapter, frozenset())
        found = (one for one in self.takes.get(chapter, {}).values() if one.text)
        kept = (one for one in found if folded(one.text) not in hidden)
        return tuple(sorted(kept, key=lambda one: -one.order))


def area_choice(names: Mapping[int, str]) -> Choice[int | None]:
    """Which area an answer belongs to, of those with a name, or none."""
    unknown = _("Dit gebied is er niet. Kies een ander, of geen.")
    return Choice(names, AREA, None, _("Geen van deze"), unknown)


ClosingContext = Context[ClosingConfig, ClosingView]


def steps(config: ClosingConfig) -> tuple[Step, ...]:
    """A step for each chapter."""
    return tuple(Step(one.key, one.title, opens=one.kind == "ask") for one in config.chapters)


def enter(config: ClosingConfig, phase: Phase) -> Phase:
    """A chapter as it begins: answers are taken at a question to the room, and nowhere else."""
    now = current(config, phase)
    return replace(phase, open=now is not None and now.kind == "ask")


def current(config: ClosingConfig, phase: Phase) -> Chapter | None:
    """The chapter that is on."""
    if not config.chapters:
        return None
    return config.chapters[max(0, min(phase.step, len(config.chapters) - 1))]


def fold(config: ClosingConfig, answers: Sequence[Answer]) -> ClosingView:
    """Put all answers together, whatever their order."""
    takes: dict[str, dict[str, Take]] = {}
    chosen: dict[str, dict[str, Mapping[str, Any]]] = {}
    hidden: dict[str, frozenset[str]] = {}
    for one in answers:
        chapter, _dot, part = one.slot.rpartition(".")
        if part in (TAKE, AREA):
            own = takes.setdefault(chapter, {})
            own[one.author] = _with(own.get(one.author, Take()), part, one)
        elif one.author == FACILITATOR and part == HIDDEN:
            hidden[chapter] = frozenset(one.payload["texts"])
        elif one.author == FACILITATOR:
            chosen.setdefault(chapter, {})[part] = one.payload
    said = {
        key: {who: take for who, take in own.items() if take.text} for key, own in takes.items()
    }
    return ClosingView(said, {key: len(own) for key, own in said.items()}, chosen, hidden)


def public(view: ClosingView, phase: Phase, role: Role, me: Member | None) -> ClosingView:
    """What a role may see: a phone nothing but what is its own, which it is given besides; the
    screen no answer while they are kept back."""
    if role == "phone":
        mine = me.id if me else ""
        own = {key: {mine: those[mine]} for key, those in view.takes.items() if mine in those}
        return ClosingView(own, view.counted)
    if role == "screen" and not phase.shown:
        return replace(view, takes={})
    return view


def _with(take: Take, part: str, answer: Answer) -> Take:
    if part == TAKE:
        return Take(answer.payload["text"], take.area, answer.order)
    return Take(take.text, answer.payload["area"], take.order)

"""Open houding as a pure model: what people made of closed sentences, and what couples agreed.

Slots: "<sentence>.after" for the open sentence of a person, "<sentence>.change" for what changes by
it, and "own.before" beside "own.after" for a sentence that somebody brought. What a couple agrees
stands on the sheet of its visit (exercises/kit/sheet/holder.py).

Nobody is told who wrote what: a closed question is easily heard as a fault. The facilitator's rows
have no names either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from exercises.contract import Answer, Context, Member, Phase, Role, Stage, Step, TrackVisit
from exercises.kit.rules import joint
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.form import SheetField, SheetForm, SheetPart
from exercises.kit.sheet.holder import cell_name, presence_of
from exercises.kit.sheet.model import SheetsView
from exercises.open_stance import content
from exercises.open_stance.config import ClosedSentence, StanceConfig
from state.language import _

STEP = "stance"
OWN = "own"
BEFORE, AFTER, CHANGE = "before", "after", "change"
PARTS = (BEFORE, AFTER, CHANGE)
AGREEMENT_LIMIT = 240
WRITE, LOOK, AGREE = "write", "look", "agree"
STAGES = (
    Stage(WRITE, _("Ombuigen"), _("Laat iedereen schrijven"), open=True, shown=False),
    Stage(LOOK, _("Naast elkaar"), _("Leg ze naast elkaar"), open=True, shown=True, opens=False),
    Stage(AGREE, _("Afspraken"), _("Naar de afspraken"), open=True, shown=True, opens=False),
)


@dataclass(frozen=True)
class StanceView:
    """What was written: key of a sentence -> id of a person -> words; `own` are the sentences that
    people brought, by person. `agreed`: what stands on the sheets of the visits. `hidden`: the
    words are not the real ones, only how many there are."""

    after: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    change: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    agreed: SheetsView = field(default_factory=lambda: SheetsView(holder="visit"))
    hidden: bool = False

    def made(self, key: str) -> Mapping[str, str]:
        """The open sentences of one closed one, of everybody who wrote something."""
        return {who: text for who, text in self.after.get(key, {}).items() if text}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """What people brought themselves and turned round, whole pairs only."""
        turned = self.made(OWN)
        for who, before in self.own.items():
            if before and who in turned:
                yield before, turned[who]

    def changes(self, key: str) -> list[str]:
        """What people say changes by a sentence, in an order that tells nothing of who."""
        return sorted(text for text in self.change.get(key, {}).values() if text)

    @property
    def writers(self) -> frozenset[str]:
        """Everybody who turned at least one sentence round."""
        return frozenset(who for key in self.after for who in self.made(key))


StanceContext = Context[StanceConfig, StanceView]


def steps(config: StanceConfig) -> tuple[Step, ...]:
    """One step: everybody goes through the sentences at their own pace."""
    return (Step(STEP, _("Van gesloten naar open")),)


def sentences(config: StanceConfig) -> tuple[ClosedSentence, ...]:
    """The sentences to turn round, the one that people bring themselves last."""
    own = (ClosedSentence(OWN, _("Een eigen zin")),) if config.own else ()
    return (*config.examples, *own)


def form(config: StanceConfig) -> SheetForm:
    """What a couple agrees, as a sheet of its visit."""
    return _form(config.visits)


@lru_cache(maxsize=64)
def _form(visits: tuple[TrackVisit, ...]) -> SheetForm:
    fields = tuple(
        SheetField(key, label, limit=AGREEMENT_LIMIT, lines=2, hint=content.HINTS.get(key, ""))
        for key, label in content.AGREEMENTS
    )
    part = SheetPart("agree", _("Zo geven we elkaar feedback"), fields)
    return SheetForm((part,), holder="visit", visits=visits)


def fold(config: StanceConfig, answers: Sequence[Answer]) -> StanceView:
    """Put all answers together, whatever their order."""
    after: dict[str, dict[str, str]] = {}
    change: dict[str, dict[str, str]] = {}
    own: dict[str, str] = {}
    for one in sorted(answers, key=lambda answer: (answer.slot, answer.author)):
        key, _dot, part = one.slot.rpartition(".")
        text = str(one.payload.get("text", ""))
        if is_of_sheet(one.slot):
            continue
        if part == AFTER:
            after.setdefault(key, {})[one.author] = text
        elif part == CHANGE:
            change.setdefault(key, {})[one.author] = text
        elif part == BEFORE:
            own[one.author] = text
    return StanceView(after, change, own, sheets.fold(form(config), answers))


def is_of_sheet(slot: str) -> bool:
    """Whether a slot is of what a couple agrees."""
    return cell_name(slot) is not None or presence_of(slot) is not None


def public(view: StanceView, phase: Phase, role: Role, me: Member | None) -> StanceView:
    """A phone sees what its visits agreed; the screen how many wrote until it is shown, and never
    what a couple agreed."""
    agreed = sheets.public(view.agreed, replace(phase, shown=False), role, me)
    if role == "phone":
        return StanceView(agreed=agreed, hidden=True)
    if role == "screen" and not phase.shown:
        return StanceView(_counted(view.after), _counted(view.change), {}, agreed, hidden=True)
    return replace(view, agreed=agreed)


def sealed(view: StanceView, answer: Answer) -> bool:
    """Whether nobody else may read an answer: an agreement that is still too long."""
    return is_of_sheet(answer.slot) and joint.is_too_long(answer.payload)


def sheet_context(context: StanceContext) -> Context[StanceConfig, SheetsView]:
    """The context for what couples agree: its view is that of the sheets of their visits."""
    # A context is made for the view of its exercise; the kit asks nothing of it but these sheets.
    inside: Any = replace(context, seen=lambda: context.view.agreed)  # type: ignore[arg-type, return-value]
    found: Context[StanceConfig, SheetsView] = inside
    return found


def _counted(words: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {
        key: {who: "x" for who, text in of.items() if text} for key, of in words.items()
    }  # fmt: skip

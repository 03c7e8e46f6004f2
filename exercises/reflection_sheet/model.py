"""The reflectiefiche as a pure model: what is on a sheet, and who may read it.

Everything on a sheet belongs to the organisation. Slots: "sheet.<area>-<cup>" for a cup,
"sheet.<conclusion>", "sheet.question1" to 3, "sheet.top" for the hosts (see model_top.py),
"sheet.why-<organisation>" for why that host, and "sheet.shared" for whether others may read the
sheet. Texts are written together: see exercises/kit/rules/joint.py.

Until an organisation shares its sheet, nobody else is given more of it than how much is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from exercises.contract import (
    Answer,
    Member,
    Phase,
    Role,
    Stage,
    Step,
)
from exercises.kit.rules import joint
from exercises.reflection_sheet import model_top as top
from exercises.reflection_sheet.config import ReflectionConfig
from exercises.reflection_sheet.model_top import NOBODY, Top
from state.language import _
from state.models import FACILITATOR

STEP = "sheet"
CUP_LIMIT, CONCLUSION_LIMIT, QUESTION_LIMIT, WHY_LIMIT = 240, 400, 200, 240
QUESTIONS = ("question1", "question2", "question3")
TOP, SHARED = "top", "shared"
WHY = "why-"

STAGES = (
    Stage("fill", _("Invullen"), _("Laat iedereen invullen"), open=True, shown=False),
    Stage("look", _("Samen kijken"), _("Samen kijken"), open=False, shown=True),
)


@dataclass(frozen=True)
class ReflectionSheet:
    """What one organisation wrote: part -> text. `filled`: how many parts hold something, of as
    many as `parts_of` tells; `shared`: whether others may read it."""

    texts: Mapping[str, str] = field(default_factory=dict)
    hosts: Top = NOBODY
    shared: bool = False
    filled: int = 0

    @property
    def begun(self) -> bool:
        """Whether anything is on it."""
        return self.filled > 0

    def text(self, part: str) -> str:
        """What stands in a part."""
        return self.texts.get(part, "")


@dataclass(frozen=True)
class ReflectionView:
    """All sheets by organisation."""

    sheets: Mapping[str, ReflectionSheet] = field(default_factory=dict)

    def of(self, organisation: str) -> ReflectionSheet:
        """The sheet of an organisation; an empty one when nothing was written."""
        return self.sheets.get(organisation, ReflectionSheet())


def steps(config: ReflectionConfig) -> tuple[Step, ...]:
    """One sheet, one step."""
    return (Step(STEP, _("Waar staan jullie, en bij wie willen jullie gaan kijken?")),)


def slot(part: str) -> str:
    """The slot of a part of the sheet."""
    return f"{STEP}.{part}"


def cup(area: int, key: str) -> str:
    """The part of a cup of an area."""
    return f"{area}-{key}"


def why(organisation: str) -> str:
    """The part that says why an organisation is in the top 3."""
    return f"{WHY}{organisation}"


def cups(config: ReflectionConfig) -> list[str]:
    """The parts of all cups, area by area."""
    return [cup(area, one.key) for area in config.areas for one in config.cups]


def limits(config: ReflectionConfig, hosts: Iterable[str] = ()) -> dict[str, int]:
    """How many characters fit in each text, by part; `hosts` are who may be in the top 3."""
    found = dict.fromkeys(cups(config), CUP_LIMIT)
    found |= {one.key: CONCLUSION_LIMIT for one in config.conclusions}
    if config.questions:
        found |= dict.fromkeys(QUESTIONS, QUESTION_LIMIT)
    if config.top:
        found |= {why(host): WHY_LIMIT for host in hosts}
    return found


def parts_of(config: ReflectionConfig) -> int:
    """How many parts there are to fill in: each cup and conclusion, the learning questions
    together, and the top 3 together."""
    both = int(config.questions) + int(config.top)
    return len(config.areas) * len(config.cups) + len(config.conclusions) + both


def fold(config: ReflectionConfig, answers: Sequence[Answer]) -> ReflectionView:
    """Put all answers together, whatever their order."""
    texts: dict[str, dict[str, str]] = {}
    hosts: dict[str, Top] = {}
    shared: dict[str, bool] = {}
    for answer in answers:
        step, _dot, part = answer.slot.partition(".")
        if step != STEP:
            continue
        if part == TOP:
            hosts[answer.author] = top.stored(answer.payload)
        elif part == SHARED:
            shared[answer.author] = answer.payload.get("on") is True
        else:
            texts.setdefault(answer.author, {})[part] = joint.text_of(answer.payload)
    sheets = {
        owner: _sheet(
            config, texts.get(owner, {}), hosts.get(owner, NOBODY), shared.get(owner, False)
        )
        for owner in {*texts, *hosts, *shared}
    }
    return ReflectionView(sheets)


def public(view: ReflectionView, phase: Phase, role: Role, me: Member | None) -> ReflectionView:
    """A phone sees its own sheet; screen and console what was shared, and of the rest how much
    is filled in. Until it is shown the screen is told no words at all."""
    if role == "phone":
        own = me.organisation_id if me else ""
        return ReflectionView({owner: one for owner, one in view.sheets.items() if owner == own})
    may_read = role == "console" or phase.shown
    sheets = {
        owner: one
        if one.shared and may_read
        else ReflectionSheet(shared=one.shared, filled=one.filled)
        for owner, one in view.sheets.items()
    }
    return ReflectionView(sheets)


def sealed(view: ReflectionView, answer: Answer) -> bool:
    """What an organisation did not share is nobody else's; the facilitator's note is."""
    return answer.author != FACILITATOR and not view.of(answer.author).shared


def _sheet(
    config: ReflectionConfig, texts: Mapping[str, str], hosts: Top, shared: bool
) -> ReflectionSheet:
    written = [*cups(config), *(one.key for one in config.conclusions)]
    filled = sum(bool(texts.get(part)) for part in written)
    if config.questions:
        filled += any(texts.get(part) for part in QUESTIONS)
    if config.top:
        filled += any(hosts)
    return ReflectionSheet(texts, hosts, shared, filled)

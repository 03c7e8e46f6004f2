"""The reflectiefiche as a pure model: what is on a sheet, and who may read it.

Everything on a sheet belongs to the organisation. Slots: "sheet.<area>-<cup>" for a cup,
"sheet.<conclusion>", "sheet.question1" to 3, "sheet.top" for the hosts (see model_top.py),
"sheet.why-<organisation>" for why that host, and "sheet.shared" for whether others may read the
sheet. Texts are written together: see exercises/kit/rules/joint.py.

Until an organisation shares its sheet, nobody else is given more of it than how much is filled in.
For one without a phone in the room the facilitator may write: in parts that are empty or that hold
only the facilitator's own words, which are all that the console is given of an unshared sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    many as `parts_of` tells; `shared`: whether others may read it. `too_long`: the parts whose text
    is still being shortened, which nobody else is given; `shortening`: how many of what `parts_of`
    tells those are in. `taken`: the parts that the organisation wrote itself, where the facilitator
    may not."""

    texts: Mapping[str, str] = field(default_factory=dict)
    hosts: Top = NOBODY
    shared: bool = False
    filled: int = 0
    too_long: frozenset[str] = frozenset()
    shortening: int = 0
    taken: frozenset[str] = frozenset()

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
    made: dict[str, _Written] = {}
    for answer in answers:
        step, _dot, part = answer.slot.partition(".")
        if step == STEP:
            made.setdefault(answer.author, _Written()).add(part, answer)
    return ReflectionView({owner: _sheet(config, one) for owner, one in made.items()})


def public(view: ReflectionView, phase: Phase, role: Role, me: Member | None) -> ReflectionView:
    """A phone sees its own sheet; screen and console what was shared, and of the rest how much
    is filled in, the console also what the facilitator wrote. Until it is shown the screen is told
    no words at all."""
    if role == "phone":
        own = me.organisation_id if me else ""
        return ReflectionView({owner: one for owner, one in view.sheets.items() if owner == own})
    may_read = role == "console" or phase.shown
    sheets = {
        owner: one if one.shared and may_read else _unread(one, role)
        for owner, one in view.sheets.items()
    }
    return ReflectionView(sheets)


def sealed(view: ReflectionView, answer: Answer) -> bool:
    """What an organisation did not share is nobody else's, nor a text that was too long to be
    shared; the facilitator's note is."""
    if answer.author == FACILITATOR:
        return False
    return joint.is_too_long(answer.payload) or not view.of(answer.author).shared


@dataclass
class _Written:
    """What is on one sheet, as it is gathered from the answers of its organisation."""

    texts: dict[str, str] = field(default_factory=dict)
    hosts: Top = NOBODY
    shared: bool = False
    too_long: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def add(self, part: str, answer: Answer) -> None:
        """Take in what stands in one part."""
        if part == SHARED:
            self.shared = answer.payload.get("on") is True
            return
        if part == TOP:
            self.hosts = top.stored(answer.payload)
        else:
            self.texts[part] = joint.text_of(answer.payload)
            if joint.is_too_long(answer.payload):
                self.too_long.add(part)
        held = any(self.hosts) if part == TOP else self.texts[part] or part in self.too_long
        if held and answer.by != FACILITATOR:
            self.taken.add(part)


def _unread(sheet: ReflectionSheet, role: Role) -> ReflectionSheet:
    """What others are given of a sheet that they may not read."""
    bare = ReflectionSheet(shared=sheet.shared, filled=sheet.filled, shortening=sheet.shortening)
    if role != "console":
        return bare
    texts = {part: text for part, text in sheet.texts.items() if part not in sheet.taken}
    hosts = NOBODY if TOP in sheet.taken else sheet.hosts
    return replace(bare, texts=texts, hosts=hosts, taken=sheet.taken)


def _sheet(config: ReflectionConfig, written: _Written) -> ReflectionSheet:
    texts, hosts = written.texts, written.hosts
    groups: list[tuple[str, ...]] = [
        (part,) for part in (*cups(config), *(one.key for one in config.conclusions))
    ]
    if config.questions:
        groups.append(QUESTIONS)
    filled = sum(any(texts.get(part) for part in group) for group in groups)
    if config.top:
        filled += any(hosts)
        groups.append(tuple(why(host) for host in hosts if host))
    long = written.too_long & {part for group in groups for part in group}
    shortening = sum(any(part in long for part in group) for group in groups)
    return ReflectionSheet(
        texts, hosts, written.shared, filled, frozenset(long), shortening,
        frozenset(written.taken),
    )  # fmt: skip

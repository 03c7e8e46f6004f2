"""The reflectiefiche as a pure model: what is on a sheet, and who may read it.

Everything on a sheet belongs to the organisation. Slots: "sheet.<area>-<cup>" for a cup,
"sheet.<conclusion>", "sheet.question1" to 3, "sheet.top" for the hosts (see top.py),
"sheet.why-<organisation>" for why that host, "sheet.shared" for whether others may read the
sheet, and "sheet.note" for what the facilitator keeps. Texts are written together: see
exercises/kit/rules/joint.py.

Until an organisation shares its sheet, nobody else is given more of it than how much is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from exercises.contract import (
    Accepted,
    Answer,
    Entry,
    Member,
    Party,
    Phase,
    Rejected,
    Role,
    Stage,
    Step,
)
from exercises.kit.rules import joint
from exercises.kit.rules.words import judged_words
from exercises.reflection_sheet import content, top
from exercises.reflection_sheet.config import ReflectionConfig
from exercises.reflection_sheet.top import NOBODY, Top
from state.language import _
from state.models import FACILITATOR

STEP = "sheet"
CUP_LIMIT, CONCLUSION_LIMIT, QUESTION_LIMIT, WHY_LIMIT, NOTE_LIMIT = 240, 400, 200, 240, 2000
QUESTIONS = ("question1", "question2", "question3")
TOP, SHARED, NOTE = "top", "shared", "note"
_WHY = "why-"

STAGES = (
    Stage("fill", _("Invullen"), _("Laat iedereen invullen"), open=True, shown=False),
    Stage("look", _("Samen kijken"), _("Samen kijken"), open=False, shown=True),
)


@dataclass(frozen=True)
class Sheet:
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
    """All sheets by organisation, and the facilitator's note."""

    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    note: str = ""

    def of(self, organisation: str) -> Sheet:
        """The sheet of an organisation; an empty one when nothing was written."""
        return self.sheets.get(organisation, Sheet())


def steps(config: ReflectionConfig) -> tuple[Step, ...]:
    """One sheet, one step."""
    return (Step(STEP, _("Waar staan jullie, en bij wie wil je gaan kijken?")),)


def slot(part: str) -> str:
    """The slot of a part of the sheet."""
    return f"{STEP}.{part}"


def cup(area: int, key: str) -> str:
    """The part of a cup of an area."""
    return f"{area}-{key}"


def why(organisation: str) -> str:
    """The part that says why an organisation is in the top 3."""
    return f"{_WHY}{organisation}"


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


def accept(entry: Entry[ReflectionConfig, ReflectionView]) -> Accepted | Rejected:
    """Judge a text, a top 3, a sharing, a sign of life or a note.

    Words are also taken when everybody looks at the screen: who was without Wi-Fi for a while
    loses nothing. The facilitator only writes the note: the sheet is the organisation's.
    """
    if entry.author == FACILITATOR:
        if entry.slot == slot(NOTE):
            return judged_words(entry.payload, NOTE_LIMIT, _("De notitie"))
        return Rejected(_("Alleen de organisatie zelf schrijft op haar fiche."))
    if entry.slot.startswith(joint.PRESENCE):
        return joint.accept_presence(entry, map(slot, limits(entry.config, _hosts(entry))))
    if entry.slot == slot(SHARED):
        return _shared(entry)
    if entry.slot == slot(TOP) and entry.config.top:
        return _top(entry)
    return _text(entry)


def fold(config: ReflectionConfig, answers: Sequence[Answer]) -> ReflectionView:
    """Put all answers together, whatever their order."""
    texts: dict[str, dict[str, str]] = {}
    hosts: dict[str, Top] = {}
    shared: dict[str, bool] = {}
    note = ""
    for answer in answers:
        step, _dot, part = answer.slot.partition(".")
        if step != STEP:
            continue
        if part == NOTE:
            note = joint.text_of(answer.payload)
        elif part == TOP:
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
    return ReflectionView(sheets, note)


def public(view: ReflectionView, phase: Phase, role: Role, me: Member | None) -> ReflectionView:
    """A phone sees its own sheet; screen and console what was shared, and of the rest how much
    is filled in. Until it is shown the screen is told no words at all."""
    if role == "phone":
        own = me.organisation_id if me else ""
        return ReflectionView({owner: one for owner, one in view.sheets.items() if owner == own})
    may_read = role == "console" or phase.shown
    sheets = {
        owner: one if one.shared and may_read else Sheet(shared=one.shared, filled=one.filled)
        for owner, one in view.sheets.items()
    }
    return ReflectionView(sheets, view.note if role == "console" else "")


def sealed(view: ReflectionView, answer: Answer) -> bool:
    """What an organisation did not share is nobody else's; the facilitator's note is."""
    return answer.author != FACILITATOR and not view.of(answer.author).shared


def empty_cups(config: ReflectionConfig, texts: Mapping[str, str], area: int) -> int:
    """How many cups of an area hold nothing."""
    return sum(not texts.get(cup(area, one.key)) for one in config.cups)


def _sheet(config: ReflectionConfig, texts: Mapping[str, str], hosts: Top, shared: bool) -> Sheet:
    written = [*cups(config), *(one.key for one in config.conclusions)]
    filled = sum(bool(texts.get(part)) for part in written)
    if config.questions:
        filled += any(texts.get(part) for part in QUESTIONS)
    if config.top:
        filled += any(hosts)
    return Sheet(texts, hosts, shared, filled)


def _text(entry: Entry[ReflectionConfig, ReflectionView]) -> Accepted | Rejected:
    step, _dot, part = entry.slot.partition(".")
    sizes = limits(entry.config, _hosts(entry))
    if step != STEP or part not in sizes:
        return Rejected(_("Dit deel staat niet meer op de fiche. Je hoeft niets meer te doen."))
    return joint.accept(entry, sizes[part], _what(entry.config, part))


def _hosts(entry: Entry[ReflectionConfig, ReflectionView]) -> list[str]:
    """Who may be in the top 3 of the author: all others, also who left meanwhile."""
    owner = joint.owner_of(entry)
    return [one for one in entry.parties() if one != owner]


def _top(entry: Entry[ReflectionConfig, ReflectionView]) -> Accepted | Rejected:
    owner = joint.owner_of(entry)
    if owner is None:
        return Rejected(_("Je organisatie doet niet meer mee. Vraag het aan de begeleider."))
    wanted = top.read(entry.payload.get("hosts"))
    now = top.stored(entry.stored(owner, entry.slot))
    base = top.read(entry.payload.get("base", now))
    if wanted is None or base is None:
        return Rejected(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    objection = _objection(entry.parties(), owner, now, wanted)
    if objection:
        return Rejected(objection)
    hosts = top.merge(base, now, wanted)
    return Accepted({"hosts": list(hosts)}, owner, "party")


def _objection(parties: Mapping[str, Party], owner: str, now: Top, wanted: Top) -> str:
    """Why a top 3 can't be, as a sentence; "" when it can. Who stands there already may stay."""
    fresh = [one for one in wanted if one and one not in now]
    if owner in wanted:
        return _("Je kunt niet bij jezelf over de vloer komen. Kies een andere.")
    if top.has_twice(wanted):
        return _("Je koos twee keer dezelfde organisatie. Kies er een andere bij.")
    if any(one not in parties for one in fresh):
        return _("Deze organisatie kennen we niet. Kies een andere.")
    if any(parties[one].gone for one in fresh):
        return _("Deze organisatie doet niet meer mee. Kies gerust een andere.")
    return ""


def _shared(entry: Entry[ReflectionConfig, ReflectionView]) -> Accepted | Rejected:
    owner = joint.owner_of(entry)
    if owner is None:
        return Rejected(_("Je organisatie doet niet meer mee. Vraag het aan de begeleider."))
    on = entry.payload.get("on")
    if not isinstance(on, bool):
        return Rejected(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    return Accepted({"on": on}, owner, "party")


def _what(config: ReflectionConfig, part: str) -> str:
    if part in QUESTIONS:
        return _("De leervraag")
    if part.startswith(_WHY):
        return _("Het waarom")
    prompts = {one.key: one.label for one in (*config.cups, *config.conclusions)}
    return prompts.get(part) or prompts.get(part.partition("-")[2], content.QUESTIONS)

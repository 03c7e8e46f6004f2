"""The gespreksleidraad as a pure model: a sheet for each visit, and the programme of that visit.

All of it belongs to the visit. Slots: "sheet.<visit>:<cell>" as on every sheet of a visit;
"row.<visit>:<field>" for what stands in the row of the visit (mentor, place, lodging);
"day.<visit>:<date>" for one of its days; "part.<visit>:<key>" for a part of its programme. Days and
fields of the row are shown from the visit itself, where the desk may change them too: what is
stored in their slots is only who wrote what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from exercises.contract import (
    Answer,
    Context,
    Member,
    Phase,
    Role,
    Stage,
    Step,
    TrackVisit,
)
from exercises.guide import content
from exercises.guide.config import GuideConfig
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.form import STEP, SheetField, SheetForm, SheetPart
from exercises.kit.sheet.holder import cell_name
from exercises.kit.sheet.model import SheetsView
from exercises.kit.visits.programme import VisitPart, in_order
from state.language import _

SENTENCE_LIMIT, TEXT_LIMIT = 280, 400
NAME_LIMIT, ROLE_LIMIT = 60, 80
MOST_PEOPLE = 4
FILL, PROGRAMME = "fill", "programme"
STAGES = (
    Stage(FILL, _("Samen invullen"), _("Laat de koppels praten"), open=True, shown=False),
    Stage(PROGRAMME, _("Programma’s"), _("Toon de programma’s"), open=True, shown=True),
)
ROW_FIELDS = tuple(key for key, _title, _question in content.ROW)
# What is beside the cells of the sheet: what, of which visit, and which of them.
_BESIDE = re.compile(r"(row|day|part)\.([\w-]{1,64}):([\w-]{1,64})", re.ASCII)


@dataclass(frozen=True)
class BesideSlot:
    """A slot that is no cell of the sheet. `kind`: "row", "day" or "part"; `key`: the field, the
    ISO date or the part."""

    kind: str
    visit: str
    key: str


@dataclass(frozen=True)
class GuideView:
    """The sheets of the visits, and the parts of the programmes by visit. `made`: the ids of the
    visits that have a programme, also where its parts may not be seen."""

    sheets: SheetsView = field(default_factory=lambda: SheetsView(holder="visit"))
    parts: Mapping[str, Mapping[str, VisitPart]] = field(default_factory=dict)
    made: frozenset[str] = frozenset()

    def programme(self, visit_id: str) -> tuple[VisitPart, ...]:
        """The parts of a visit in order."""
        return in_order(self.parts.get(visit_id, {}).values())


GuideContext = Context[GuideConfig, GuideView]


def steps(config: GuideConfig) -> tuple[Step, ...]:
    """One step: each couple goes through the questions at its own pace."""
    return (Step(STEP, _("Van leervraag naar programma")),)


def form(config: GuideConfig) -> SheetForm:
    """The guide as a sheet of a visit."""
    return _form(config.visits)


@lru_cache(maxsize=64)
def _form(visits: tuple[TrackVisit, ...]) -> SheetForm:
    return SheetForm(_PARTS, holder="visit", visits=visits)


def number_at(slot: str) -> int:
    """The number from 1 of the question in whose field somebody is, by its slot; 0 for none."""
    cell = _ANY.find(cell_name(slot) or "")
    return _NUMBERS[cell.asked.key] if cell else 0


def _parts() -> Iterator[SheetPart]:
    columns = (
        SheetField("name", _("Naam"), "line", limit=NAME_LIMIT, called=_("De naam")),
        SheetField("role", _("Functie"), "line", limit=ROLE_LIMIT, called=_("De functie")),
    )
    title, question = content.PEOPLE
    people = SheetField("people", title, "rows", question, columns=columns, fewest=1,
                        most=MOST_PEOPLE)  # fmt: skip
    yield SheetPart("people", title, (people,))
    for key, label, asked in content.SENTENCES:
        yield SheetPart(key, label, (
            SheetField(key, label, help=asked, limit=SENTENCE_LIMIT, lines=3, each="person"),
        ))  # fmt: skip
    title, question = content.DAYS
    yield SheetPart("days", title, (SheetField("days", title, "own", question, counts=False),))
    for key, label, asked in content.ROW:
        yield SheetPart(key, label, (SheetField(key, label, "own", asked, counts=False),))
    for key, label, asked in content.AGREED:
        yield SheetPart(key, label, (
            SheetField(key, label, help=asked, limit=TEXT_LIMIT, lines=3),
        ))  # fmt: skip
    title, question = content.PROGRAMME
    yield SheetPart("programme", title, (
        SheetField("programme", title, "own", question, counts=False),
    ))  # fmt: skip


# The questions are the same for every visit of every track.
_PARTS = tuple(_parts())
_ANY = SheetForm(_PARTS, holder="visit")
_NUMBERS = {one.fields[0].key: number for number, one in enumerate(_PARTS, start=1)}


def beside(slot: str) -> BesideSlot | None:
    """What a slot is about that is no cell of the sheet; None for another one."""
    found = _BESIDE.fullmatch(slot)
    return BesideSlot(found[1], found[2], found[3]) if found else None


def visit_in(slot: str) -> str:
    """The id of the visit in any slot, or ""."""
    return slot.partition(".")[2].rpartition(":")[0].partition(":")[0]


def fold(config: GuideConfig, answers: Sequence[Answer]) -> GuideView:
    """Put all answers together, whatever their order."""
    parts: dict[str, dict[str, VisitPart]] = {}
    for one in answers:
        found = beside(one.slot)
        # What a slot says of a visit counts for its owner only.
        if found is None or found.kind != "part" or found.visit != one.author:
            continue
        part = VisitPart.from_json(found.key, one.payload)
        if part is not None:
            parts.setdefault(found.visit, {})[found.key] = part
    return GuideView(sheets.fold(form(config), answers), parts, frozenset(parts))


def public(view: GuideView, phase: Phase, role: Role, me: Member | None) -> GuideView:
    """A phone sees the guides of its own visits; the screen how full each is and, once they are
    shown, the programmes; never what a couple wrote."""
    hidden = replace(phase, shown=False) if role != "console" else phase
    inside = sheets.public(view.sheets, hidden, role, me)
    if role == "console":
        return replace(view, sheets=inside)
    if role == "screen":
        parts = view.parts if phase.shown else {}
        return GuideView(_with_places(view.sheets, inside), parts, view.made)
    own = {
        one.id for one in view.sheets.visits
        if me and one.takes_part(me.id, me.organisation_id)
    }  # fmt: skip
    return GuideView(inside, {key: of for key, of in view.parts.items() if key in own})


def sealed(view: GuideView, answer: Answer) -> bool:
    """Whether nobody else may read an answer yet: a text that is too long to be shared."""
    return beside(answer.slot) is None and sheets.sealed(view.sheets, answer)


def sheet_context(context: GuideContext) -> Context[GuideConfig, SheetsView]:
    """The context of the sheets alone."""
    # A context is made for the view of its exercise; the kit asks nothing of it but its sheets.
    inside: Any = replace(context, seen=lambda: context.view.sheets)  # type: ignore[arg-type, return-value]
    found: Context[GuideConfig, SheetsView] = inside
    return found


def names(config: GuideConfig, view: GuideView) -> Iterator[tuple[str, str]]:
    """The names that were typed for who comes, each with the visiting organisation."""
    for visit in config.visits:
        sheet = view.sheets.of(visit.id)
        for number in range(1, MOST_PEOPLE + 1):
            if name := sheet.text(f"name{number}"):
                yield name, visit.visitor


def filled(visit: TrackVisit, view: GuideView) -> int:
    """How many of the questions of a guide are answered."""
    row = sum(bool(getattr(visit, key)) for key in ROW_FIELDS)
    more = bool(visit.days) + (visit.id in view.made)
    return view.sheets.of(visit.id).filled + row + more


def total(config: GuideConfig) -> int:
    """How many questions a guide has."""
    return len(_PARTS)


def _with_places(everything: SheetsView, seen: SheetsView) -> SheetsView:
    """What the screen sees, with who is at what question: that is told in the room anyway."""
    found = {
        key: replace(one, at=everything.of(key).at) for key, one in seen.sheets.items()
    }  # fmt: skip
    return replace(seen, sheets=found)

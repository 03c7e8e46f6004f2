"""All sheets as a pure model: what is on each, and who may read it.

A sheet that others may read "once the stage shows it" is always given to the facilitator; the
screen is told only how full it is until then. One that "its holder shares" is nobody else's before:
screen and console are given no more of it than how much is filled in, and the console what the
facilitator wrote on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from exercises.contract import Answer, Json, Member, Phase, Role, Stage, TrackVisit
from exercises.kit.rules import joint
from exercises.kit.sheet import values
from exercises.kit.sheet.form import SHARED, HolderKind, Opened, SheetForm
from exercises.kit.sheet.holder import cell_name, presence_of
from state.language import _
from state.models import FACILITATOR

WALL = ""
STAGES = (
    Stage("fill", _("Invullen"), _("Laat iedereen invullen"), open=True, shown=False),
    Stage("wall", _("De muur"), _("Hang alles aan de muur"), open=False, shown=True),
    Stage("walk", _("Langs de muur"), _("Loop langs de muur"), open=False, shown=True),
)


def opens(form: SheetForm, phase: Phase) -> bool:
    """Whether phones can write in a phase: once the sheets hang on the wall they are only read,
    unless each is shared by its holder."""
    return form.opened == "holder" or phase.stage in ("", STAGES[0].key)


@dataclass(frozen=True)
class FilledSheet:
    """What is on one sheet. `texts`: name of a cell -> words as others read them (also ""), for
    cells of lines and texts; `values`: name -> payload for the others.

    `filled` counts the fields in which something stands; `too_long`: the cells that are still being
    shortened, whose text nobody else is given, and `shortening` how many fields those are in.
    `shared`: its holder lets others read it. `taken`: the cells that its people wrote themselves.
    `at`: alias -> (slot, beat), who is in which field.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Json] = field(default_factory=dict)
    filled: int = 0
    too_long: frozenset[str] = frozenset()
    shortening: int = 0
    shared: bool = False
    taken: frozenset[str] = frozenset()
    at: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything that others may read stands on it."""
        return any(self.texts.values()) or bool(self.values)

    def text(self, name: str) -> str:
        """The words in a cell."""
        return self.texts.get(name, "")


@dataclass(frozen=True)
class SheetsView:
    """All sheets by the id of their holder. `shown`: the stage shows them to everybody."""

    sheets: Mapping[str, FilledSheet] = field(default_factory=dict)
    holder: HolderKind = "organisation"
    opened: Opened = "stage"
    visits: tuple[TrackVisit, ...] = ()
    shown: bool = False

    def of(self, holder: str) -> FilledSheet:
        """The sheet of a holder; an empty one when nothing was filled in."""
        return self.sheets.get(holder, FilledSheet())

    def may_read(self, holder: str) -> bool:
        """Whether everybody may read a sheet now."""
        return self.of(holder).shared if self.opened == "holder" else self.shown


def fold(form: SheetForm, answers: Sequence[Answer]) -> SheetsView:
    """Put all answers together, whatever their order. What the form does not have is left out."""
    made: dict[str, _OnSheet] = {}
    for answer in answers:
        name = cell_name(answer.slot, answer.author)
        who = presence_of(answer.slot)
        if who is not None:
            made.setdefault(answer.author, _OnSheet()).sign(who, answer.payload)
        elif name is not None:
            made.setdefault(answer.author, _OnSheet()).add(form, name, answer)
    sheets = {owner: one.sheet(form) for owner, one in made.items()}
    return SheetsView(sheets, form.holder, form.opened, form.visits)


def counted(form: SheetForm, sheet: FilledSheet) -> FilledSheet:
    """The sheet with how many of its fields are filled, and are being shortened."""
    held = {name for name, text in sheet.texts.items() if text} | sheet.values.keys()
    return replace(
        sheet,
        filled=sum(one.field.counts and one.is_in(held) for one in form.asked),
        shortening=sum(one.is_in(sheet.too_long) for one in form.asked),
    )


def public(view: SheetsView, phase: Phase, role: Role, me: Member | None) -> SheetsView:
    """A phone sees its own sheet; the screen what may be read now, and of the rest how much is
    filled in; the console all that its people do not keep to themselves."""
    if role == "phone":
        own = _owned(view, me) if me else frozenset()
        kept = {owner: one for owner, one in view.sheets.items() if owner in own}
        return replace(view, sheets=kept, shown=phase.shown)
    return replace(
        view, shown=phase.shown,
        sheets={
            owner: _for(role, view, phase, one, owner) for owner, one in view.sheets.items()
        },
    )  # fmt: skip


def sealed(view: SheetsView, answer: Answer) -> bool:
    """Whether nobody else may read an answer yet: a text that was too long to be shared, or what
    stands on a sheet that its holder did not share. The facilitator's note is no such answer."""
    if joint.is_too_long(answer.payload):
        return True
    kept = view.opened == "holder" and not view.of(answer.author).shared
    return kept and answer.author != FACILITATOR


def photos(view: SheetsView) -> frozenset[str]:
    """The ids of the photos on the sheets."""
    chosen = (
        values.chosen_of(payload) for one in view.sheets.values() for payload in one.values.values()
    )
    return frozenset(one.photo for one in chosen if one is not None and one.photo)


@dataclass
class _OnSheet:
    """What is on one sheet, as it is gathered from the answers of its holder."""

    texts: dict[str, str] = field(default_factory=dict)
    values: dict[str, Json] = field(default_factory=dict)
    too_long: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    at: dict[str, tuple[str, int]] = field(default_factory=dict)
    shared: bool = False

    def sign(self, who: str, payload: Json) -> None:
        """Take in who is in which field."""
        self.at[who] = (str(payload.get("field", "")), int(payload.get("beat", 0)))

    def add(self, form: SheetForm, name: str, answer: Answer) -> None:
        """Take in what stands in one cell."""
        cell = form.find(name)
        if name == SHARED:
            self.shared = answer.payload.get("on") is True
        elif cell is None:
            return
        elif cell.field.is_written:
            self.texts[name] = joint.text_of(answer.payload)
            if joint.is_too_long(answer.payload):
                self.too_long.add(name)
        elif values.is_held(cell.field, answer.payload):
            self.values[name] = answer.payload
        held = self.texts.get(name) or name in self.values or name in self.too_long
        if held and answer.by != FACILITATOR:
            self.taken.add(name)

    def sheet(self, form: SheetForm) -> FilledSheet:
        """The sheet, counted."""
        made = FilledSheet(
            self.texts, self.values, 0, frozenset(self.too_long), 0, self.shared,
            frozenset(self.taken), self.at,
        )  # fmt: skip
        return counted(form, made)


def _owned(view: SheetsView, me: Member) -> frozenset[str]:
    """The ids of the holders whose sheet somebody fills in."""
    if view.holder == "visit":
        return frozenset(one.id for one in view.visits if one.takes_part(me.id, me.organisation_id))
    return frozenset({me.id if view.holder == "person" else me.organisation_id})


def _for(role: Role, view: SheetsView, phase: Phase, sheet: FilledSheet, owner: str) -> FilledSheet:
    """What screen and console are given of a sheet."""
    if view.opened == "stage":
        return sheet if role == "console" or phase.shown else _counts(sheet)
    if sheet.shared and (role == "console" or phase.shown):
        return sheet
    if role != "console":
        return _counts(sheet)
    texts = {name: text for name, text in sheet.texts.items() if name not in sheet.taken}
    left = {name: one for name, one in sheet.values.items() if name not in sheet.taken}
    return replace(_counts(sheet), texts=texts, values=left, taken=sheet.taken)


def _counts(sheet: FilledSheet) -> FilledSheet:
    return FilledSheet(filled=sheet.filled, shortening=sheet.shortening, shared=sheet.shared)

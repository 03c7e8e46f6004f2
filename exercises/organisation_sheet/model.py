"""The organisatiefiche as a pure model: what is written on a sheet, and what all sheets show.

Everything on a sheet belongs to the organisation. Slots: "sheet.<field>" for a text,
"sheet.name1" and "sheet.role1" to 4 for its people, and "sheet.picture". Texts are written
together: see exercises/kit/rules/joint.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from exercises.contract import (
    Answer,
    Json,
    Member,
    Phase,
    Role,
    Stage,
    Step,
)
from exercises.kit.rules import joint
from exercises.organisation_sheet.config import SheetConfig
from state.language import _

STEP = "sheet"
TEXT_LIMIT, NAME_LIMIT, ROLE_LIMIT = 400, 60, 80
FEWEST_PEOPLE, MOST_PEOPLE = 2, 4
WALL = ""

STAGES = (
    Stage("fill", _("Invullen"), _("Laat iedereen invullen"), open=True, shown=False),
    Stage("wall", _("De muur"), _("Hang alles aan de muur"), open=False, shown=True),
    Stage("walk", _("Langs de muur"), _("Loop langs de muur"), open=False, shown=True),
)


@dataclass(frozen=True)
class Chosen:
    """The picture on a sheet: a drawn card, or a photo of `picture` id. `by`: alias of who."""

    card: str = ""
    photo: str = ""
    by: str = ""


@dataclass(frozen=True)
class OrganisationSheet:
    """What one organisation wrote: part -> text (also an empty one), and its picture.

    `filled` counts the texts and picture that are there; `too_long`: the parts that are still being
    shortened, whose text nobody else is given; `at`: alias -> (slot, beat).
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    picture: Chosen | None = None
    filled: int = 0
    too_long: frozenset[str] = frozenset()
    at: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything was put on it."""
        return bool(self.picture) or any(self.texts.values())


@dataclass(frozen=True)
class SheetView:
    """All sheets by organisation. `hung`: they hang on the wall, for everybody to read."""

    sheets: Mapping[str, OrganisationSheet] = field(default_factory=dict)
    hung: bool = False

    def of(self, organisation: str) -> OrganisationSheet:
        """The sheet of an organisation; an empty one when nothing was written."""
        return self.sheets.get(organisation, OrganisationSheet())


def steps(config: SheetConfig) -> tuple[Step, ...]:
    """One sheet, one step."""
    return (Step(STEP, _("Jullie organisatie op één blad")),)


def slot(part: str) -> str:
    """The slot of a part of the sheet."""
    return f"{STEP}.{part}"


def limits(config: SheetConfig) -> dict[str, int]:
    """How many characters fit in each text of this sheet, by part."""
    names = {f"name{n}": NAME_LIMIT for n in range(1, MOST_PEOPLE + 1)} if config.people else {}
    roles = {f"role{n}": ROLE_LIMIT for n in range(1, MOST_PEOPLE + 1)} if config.people else {}
    return {**names, **roles, **{one.key: TEXT_LIMIT for one in config.shown}}


def joined(people: Iterable[Member], organisation: str) -> list[Member]:
    """Who of an organisation is in the room, in order of arrival; as many as a sheet holds."""
    return [one for one in people if one.organisation_id == organisation][:MOST_PEOPLE]


def starts(colleagues: Sequence[Member]) -> dict[str, str]:
    """What stands in the fields for people as long as nobody wrote there: who came in."""
    found = {}
    for number, member in enumerate(colleagues, start=1):
        found[f"name{number}"] = member.name
        found[f"role{number}"] = member.function
    return found


def people_on(sheet: OrganisationSheet, colleagues: Sequence[Member]) -> list[tuple[str, str]]:
    """Name and function of the people on a sheet."""
    texts = {**starts(colleagues), **sheet.texts}
    pairs = [
        (texts.get(f"name{n}", ""), texts.get(f"role{n}", "")) for n in range(1, MOST_PEOPLE + 1)
    ]
    return [pair for pair in pairs if pair[0]]


def names(config: SheetConfig, view: SheetView) -> Iterable[tuple[str, str]]:
    """The names that were typed for people, each with its organisation."""
    for owner, sheet in view.sheets.items():
        for number in range(1, MOST_PEOPLE + 1):
            if name := sheet.texts.get(f"name{number}", ""):
                yield name, owner


def fold(config: SheetConfig, answers: Sequence[Answer]) -> SheetView:
    """Put all answers together, whatever their order."""
    texts: dict[str, dict[str, str]] = {}
    too_long: dict[str, set[str]] = {}
    pictures: dict[str, Chosen] = {}
    at: dict[str, dict[str, tuple[str, int]]] = {}
    for answer in answers:
        step, _dot, part = answer.slot.rpartition(".")
        if answer.slot.startswith(joint.PRESENCE):
            sign = (str(answer.payload.get("field", "")), int(answer.payload.get("beat", 0)))
            at.setdefault(answer.author, {})[answer.slot.removeprefix(joint.PRESENCE)] = sign
        elif step == STEP and part == "picture":
            chosen = chosen_of(answer.payload)
            if chosen is not None:
                pictures[answer.author] = chosen
        elif step == STEP:
            texts.setdefault(answer.author, {})[part] = joint.text_of(answer.payload)
            if joint.is_too_long(answer.payload):
                too_long.setdefault(answer.author, set()).add(part)
    shown = [one.key for one in config.shown]
    sheets = {}
    on_sheet = limits(config)
    for owner in {*texts, *pictures, *at}:
        written, picture = texts.get(owner, {}), pictures.get(owner) if config.picture else None
        filled = sum(bool(written.get(key)) for key in shown) + (picture is not None)
        long = frozenset(too_long.get(owner, ())) & on_sheet.keys()
        sheets[owner] = OrganisationSheet(written, picture, filled, long, at.get(owner, {}))
    return SheetView(sheets)


def public(view: SheetView, phase: Phase, role: Role, me: Member | None) -> SheetView:
    """A phone sees its own sheet, a screen only how full each is until they hang on the wall."""
    if role == "phone":
        own = me.organisation_id if me else ""
        sheets = {owner: one for owner, one in view.sheets.items() if owner == own}
        return SheetView(sheets, phase.shown)
    if role == "screen" and not phase.shown:
        return SheetView(
            {
                owner: OrganisationSheet(filled=one.filled, too_long=one.too_long)
                for owner, one in view.sheets.items()
            }
        )
    return SheetView(view.sheets, phase.shown)


def sealed(view: SheetView, answer: Answer) -> bool:
    """Whether an answer is sealed: a text that was too long to be shared."""
    return joint.is_too_long(answer.payload)


def chosen_of(payload: Json | None) -> Chosen | None:
    """The picture in a stored answer; None when it was taken away."""
    payload = payload or {}
    card, photo = payload.get("card", ""), payload.get("photo", "")
    return Chosen(card, photo, payload.get("by", "")) if card or photo else None

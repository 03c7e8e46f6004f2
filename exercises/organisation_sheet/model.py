"""The organisatiefiche as a description: who the organisation is, texts, and a picture.

Everything on a sheet belongs to the organisation. Slots: "sheet.<field>" for a text,
"sheet.name1" and "sheet.role1" to 4 for its people, and "sheet.picture".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from exercises.contract import Answer, Step
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.form import STEP, SheetField, SheetForm, SheetPart
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.model import FilledSheet, SheetsView
from exercises.organisation_sheet.config import SheetConfig
from state.language import _

TEXT_LIMIT, NAME_LIMIT, ROLE_LIMIT = 400, 60, 80
FEWEST_PEOPLE, MOST_PEOPLE = 2, 4

STAGES = sheets.STAGES


def steps(config: SheetConfig) -> tuple[Step, ...]:
    """One sheet, one step."""
    return (Step(STEP, _("Jullie organisatie op één blad")),)


@lru_cache(maxsize=64)
def form(config: SheetConfig, people: int = FEWEST_PEOPLE) -> SheetForm:
    """The sheet of this configuration; `people`: how many there are rows for at first."""
    parts = [
        SheetPart(one.key, one.label, (
            SheetField(one.key, one.label, help=one.question, limit=TEXT_LIMIT, lines=5),
        ))
        for one in config.shown
    ]  # fmt: skip
    if config.people:
        parts.insert(0, _people(people))
    if config.picture:
        parts.append(SheetPart("picture", _("Jullie beeld"), (
            SheetField("picture", _("Jullie beeld"), "picture", config.picture_question,
                       camera=config.camera, cards=True),
        )))  # fmt: skip
    return SheetForm(tuple(parts))


def _people(rows: int) -> SheetPart:
    columns = (
        SheetField("name", _("Naam"), "line", limit=NAME_LIMIT, called=_("De naam")),
        SheetField("role", _("Functie"), "line", limit=ROLE_LIMIT, called=_("De functie")),
    )
    field = SheetField("people", _("De mensen"), "rows", columns=columns, fewest=rows,
                       most=MOST_PEOPLE, grows=False, counts=False)  # fmt: skip
    return SheetPart("people", _("Wie zijn jullie?"), (field,))


def starts(holder: Holder) -> dict[str, str]:
    """What stands in the fields for people as long as nobody wrote there: who came in."""
    found = {}
    for number, member in enumerate(holder.people[:MOST_PEOPLE], start=1):
        found[f"name{number}"] = member.name
        found[f"role{number}"] = member.function
    return found


def people_on(sheet: FilledSheet, begin: Mapping[str, str]) -> list[tuple[str, str]]:
    """Name and function of the people on a sheet; `begin` as in `starts`."""
    texts = {**begin, **sheet.texts}
    pairs = [
        (texts.get(f"name{n}", ""), texts.get(f"role{n}", "")) for n in range(1, MOST_PEOPLE + 1)
    ]
    return [pair for pair in pairs if pair[0]]


def names(config: SheetConfig, view: SheetsView) -> Iterable[tuple[str, str]]:
    """The names that were typed for people, each with its organisation."""
    for owner, sheet in view.sheets.items():
        for number in range(1, MOST_PEOPLE + 1):
            if name := sheet.text(f"name{number}"):
                yield name, owner


def fold(config: SheetConfig, answers: Sequence[Answer]) -> SheetsView:
    """Put all answers together, whatever their order."""
    return sheets.fold(form(config), answers)

"""The Eigen fiche as a description: the fields that the facilitator made, each on its own page.

Slots: "sheet.<field>" for a field, "sheet.<column><row>" for a place in its rows; of a visit with
its id before the name of the cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from exercises.contract import Answer, Json, Phase, Step
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.form import (
    LINE_LIMIT,
    STEP,
    TEXT_LIMIT,
    SheetField,
    SheetForm,
    SheetPart,
)
from exercises.kit.sheet.model import SheetsView
from exercises.own_sheet.config import MOST_ROWS, OwnField, OwnSheetConfig
from state.language import _

STAGES = sheets.STAGES


def steps(config: OwnSheetConfig) -> tuple[Step, ...]:
    """One sheet, one step."""
    return (Step(STEP, _("Vul de fiche in")),)


@lru_cache(maxsize=64)
def form(config: OwnSheetConfig) -> SheetForm:
    """The sheet as it is filled in now."""
    return _form(config, _parts(config.fields))


@lru_cache(maxsize=64)
def whole(config: OwnSheetConfig) -> SheetForm:
    """The sheet with the fields that were taken off, which count no more."""
    return _form(config, (*_parts(config.fields), *_parts(config.gone, counts=False)))


def fold(config: OwnSheetConfig, answers: Sequence[Answer]) -> SheetsView:
    """Put all answers together, whatever their order."""
    return sheets.fold(whole(config), answers)


def rehearse(config: OwnSheetConfig, phase: Phase, chance: float) -> tuple[str, Json]:
    """A text or a point on a scale that a phone may send; the sample has fields of both kinds."""
    asked = [one for one in form(config).asked if one.field.kind in ("line", "text", "scale")]
    one = asked[int(chance * len(asked)) % len(asked)]
    if one.field.kind == "scale":
        return f"{STEP}.{one.name}", {"scale": 1 + int(chance * one.field.steps) % one.field.steps}
    return f"{STEP}.{one.name}", {"text": _("Proef {n}").format(n=int(chance * 1000))}


def _form(config: OwnSheetConfig, parts: tuple[SheetPart, ...]) -> SheetForm:
    return SheetForm(parts, config.holder, config.opened, visits=config.visits)


def _parts(fields: Sequence[OwnField], *, counts: bool = True) -> tuple[SheetPart, ...]:
    return tuple(SheetPart(one.key, one.text, (_field(one, counts),)) for one in fields)


def _field(one: OwnField, counts: bool) -> SheetField:
    columns = tuple(
        SheetField(column.key, column.label, "line", limit=LINE_LIMIT) for column in one.columns
    )
    return SheetField(
        one.key, one.text, one.kind, one.help, columns=columns, most=MOST_ROWS, fewest=1,
        limit=LINE_LIMIT if one.kind == "line" else TEXT_LIMIT, options=one.options,
        former=one.former, ends=one.ends, counts=counts and (one.kind != "rows" or bool(columns)),
    )  # fmt: skip

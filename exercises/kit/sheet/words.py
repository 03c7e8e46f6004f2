"""What stands on a sheet in words: for the wall, one sheet large, rows and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from exercises.contract import Context
from exercises.kit.sheet import values
from exercises.kit.sheet.form import AskedField, Cell, SheetForm, cell_of
from exercises.kit.sheet.model import FilledSheet, SheetsView

SheetContext = Context[Any, SheetsView]


@dataclass(frozen=True)
class SheetLine:
    """Words in a field: of one cell, or of a row with its columns between commas. `whose`: the id
    that the cell is of, "" for a field that stands there once; `cell`: the first one."""

    text: str
    cell: Cell
    whose: str = ""


def in_cell(cell: Cell, sheet: FilledSheet) -> str:
    """What stands in a cell, in words; "" for nothing."""
    if cell.field.is_written:
        return sheet.text(cell.name)
    if cell.field.kind == "own":
        return ""
    return values.said(cell.field, sheet.values.get(cell.name))


def lines(asked: AskedField, sheet: FilledSheet) -> list[SheetLine]:
    """What stands in a field, line by line; of a field for each person in the order of their
    ids."""
    return [line for line in _lines(asked, sheet) if line.text]


def text_of(asked: AskedField, sheet: FilledSheet) -> str:
    """What stands in a field, each line on its own line."""
    return "\n".join(line.text for line in lines(asked, sheet))


def is_being_shortened(asked: AskedField, sheet: FilledSheet) -> bool:
    """Whether a text in a field is too long to be shared."""
    return asked.is_in(sheet.too_long)


def picture_on(form: SheetForm, sheet: FilledSheet) -> values.Chosen | None:
    """The first picture on a sheet."""
    found = (
        values.chosen_of(sheet.values.get(cell.name))
        for cell in form.cells.values() if cell.field.kind == "picture"
    )  # fmt: skip
    return next(filter(None, found), None)


def label_of(asked: AskedField, context: SheetContext) -> str:
    """The label of a field, with the area it is asked for."""
    if asked.area is None:
        return asked.field.label
    return f"{context.framework.name(asked.area) or asked.area}: {asked.field.label}"


def text_signed(asked: AskedField, sheet: FilledSheet, context: SheetContext) -> str:
    """What stands in a field, line by line; what each person wrote with their name."""
    told = []
    for line in lines(asked, sheet):
        who = name_of(line.whose, context) if line.whose else ""
        told.append(f"{who}: {line.text}" if who else line.text)
    return "\n".join(told)


def name_of(whose: str, context: SheetContext) -> str:
    """The name of a person (an alias) or an organisation (its id); "" for one that is gone."""
    party = context.party_by_id.get(whose)
    if party is not None:
        return party.name
    found = context.member_by_alias.get(whose)
    return found.name if found else ""


def from_afar(form: SheetForm, sheet: FilledSheet) -> list[str]:
    """What a sheet says from afar, from most to least: the first sentence of each field with its
    label, without it, and the first one alone. Pictures and rows are left out."""
    first = [
        (one.field.label, sentence)
        for one in form.asked if one.field.kind not in ("picture", "rows", "own")
        if (sentence := first_sentence(text_of(one, sheet)))
    ]  # fmt: skip
    if not first:
        return []
    sentences = [sentence for _label, sentence in first]
    titled = "\n".join(f"{ended(label, ':')} {sentence}" for label, sentence in first)
    return list(dict.fromkeys((titled, "\n".join(sentences), sentences[0])))


def ended(label: str, sign: str) -> str:
    """A label before its text: with a sign, unless it has one of its own."""
    return label if label.endswith((".", "?", "!", ":", "…")) else f"{label}{sign}"


def first_sentence(words: str) -> str:
    """The first sentence of a text, or its first line; with a sign where more follows."""
    line = words.strip().partition("\n")[0]
    found = re.match(r".*?[.!?…]+(?=\s|$)", line)
    first = found[0] if found else line
    return first if first == words.strip() else f"{first.rstrip('…')} …"


def _lines(asked: AskedField, sheet: FilledSheet) -> Iterator[SheetLine]:
    if asked.field.kind == "rows":
        for row in _rows(asked).values():
            told = (in_cell(cell, sheet) for cell in row)
            yield SheetLine(", ".join(filter(None, told)), row[0])
    elif asked.field.each == "once":
        for cell in asked.cells:
            yield SheetLine(in_cell(cell, sheet), cell)
    else:
        base = f"{asked.name}-"
        names = sorted({*sheet.texts, *sheet.values})
        for name in names:
            if name.startswith(base):
                cell = cell_of(asked, name.removeprefix(base))
                yield SheetLine(in_cell(cell, sheet), cell, cell.whose)


def _rows(asked: AskedField) -> Mapping[int, list[Cell]]:
    found: dict[int, list[Cell]] = {}
    for cell in asked.cells:
        found.setdefault(cell.row, []).append(cell)
    return found

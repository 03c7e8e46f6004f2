"""A sheet of the form as the page draws it, and all that was answered as people read it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from state.call_form import CallForm, FormField, FormSheet, keys_of, label_of
from state.framework import Framework
from state.language import _

PartKind = Literal["short", "text", "choice"]
_NUMBER = re.compile(r"-(\d+)$")


@dataclass(frozen=True)
class AskedPart:
    """One field of a page: `name` in the form, what stands above and below it, and what it holds.
    `options`: value and label of each choice; `area`: the area whose drawing stands beside it, 0
    for none; `wrong`: why what was typed could not be kept, "" when it was. `kind` tells how it is
    typed, `fill` and `input` what a browser may help with."""

    name: str
    kind: PartKind
    label: str
    hint: str = ""
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    area: int = 0
    rows: int = 3
    wrong: str = ""
    fill: str = "off"
    input: str = "text"
    required: bool = False
    alone: bool = False


@dataclass(frozen=True)
class SheetGap:
    """A sheet on which something is missing: its number from 1 and title, and a sentence for each
    field."""

    number: int
    title: str
    sentences: tuple[str, ...]


def parts_of(
    sheet: FormSheet, framework: Framework, values: Mapping[str, str],
    wrong: Mapping[str, str] | None = None,
) -> list[AskedPart]:  # fmt: skip
    """The fields of a sheet in order, with what they hold and what was wrong with it."""
    return [
        _part(field, key, framework, values, (wrong or {}).get(key, ""))
        for field in sheet.fields
        for key in keys_of(field, framework)
    ]


def gaps(
    form: CallForm, framework: Framework, lacking: Mapping[str, str]
) -> list[SheetGap]:  # fmt: skip
    """The sheets on which something is missing, in order; `lacking`: a sentence by key."""
    found = []
    for number, sheet in enumerate(form.shown, start=1):
        keys = [key for field in sheet.fields for key in keys_of(field, framework)]
        sentences = tuple(lacking[key] for key in keys if key in lacking)
        if sentences:
            found.append(SheetGap(number, sheet.title, sentences))
    return found


def told(
    form: CallForm, framework: Framework, stored: Mapping[str, str]
) -> list[tuple[FormSheet, list[tuple[str, str]]]]:  # fmt: skip
    """What was answered, by sheet: label and text of each field that holds one."""
    return [(sheet, [*_answered(sheet, framework, stored)]) for sheet in form.shown]


def _answered(
    sheet: FormSheet, framework: Framework, stored: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for part in parts_of(sheet, framework, stored):
        if part.value:
            yield part.label, dict(part.options).get(part.value, part.value)


def _part(
    field: FormField, key: str, framework: Framework, values: Mapping[str, str], wrong: str
) -> AskedPart:  # fmt: skip
    value, number = values.get(key, ""), _number_of(key)
    match field.kind:
        case "areas":
            name = framework.name(number) or field.label
            return AskedPart(key, "text", name, field.hint, value, area=number, wrong=wrong)
        case "questions":
            label = _("{what} {number}").format(what=field.label, number=number)
            return AskedPart(key, "text", label, field.hint, value, rows=2, wrong=wrong)
        case "people":
            return _of_person(field, key, value, wrong)
        case "choice":
            chosen = tuple((one, one) for one in field.options)
            if value and value not in field.options:
                # Chosen before the organiser changed the words: it stays what was said.
                chosen += ((value, value),)
            return AskedPart(key, "choice", field.label, field.hint, value, chosen, wrong=wrong,
                             required=field.required)  # fmt: skip
        case "yesno":
            both = tuple(zip(("yes", "no"), field.options, strict=False))
            return AskedPart(key, "choice", field.label, field.hint, value, both, wrong=wrong,
                             required=field.required)  # fmt: skip
        case _:
            fill = {"organisation": "organization", "contact": "name", "phone": "tel"}
            return AskedPart(
                key, "text" if field.kind == "text" else "short", field.label, field.hint, value,
                wrong=wrong, fill=fill.get(key, "off"), required=field.required,
                input="tel" if key == "phone" else "text",
            )  # fmt: skip


def _of_person(field: FormField, key: str, value: str, wrong: str) -> AskedPart:
    if key == "alone-why":
        return AskedPart(key, "text", _("Waarom kom je alleen?"), "", value, rows=2, wrong=wrong,
                         alone=True)  # fmt: skip
    if key == "alone-team":
        return AskedPart(key, "text", _("Hoe gaat je team mee?"), "", value, rows=2, wrong=wrong,
                         alone=True)  # fmt: skip
    required = field.required and key == "person-1"
    return AskedPart(key, "short", label_of(field, key), "", value, wrong=wrong, required=required)


def _number_of(key: str) -> int:
    found = _NUMBER.search(key)
    return int(found[1]) if found else 0

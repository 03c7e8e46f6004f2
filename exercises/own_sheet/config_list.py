"""The list of fields in the editor: adding, moving, taking off, and another kind for one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from exercises.kit.rules.listed import EntryList, read_pasted
from exercises.kit.sheet.form import STEP, FieldKind
from exercises.own_sheet.config import MOST_FIELDS, OwnField, OwnSheetConfig, field
from state.ids import new_id
from state.language import _


@dataclass(frozen=True)
class FieldList(EntryList[OwnSheetConfig, OwnField]):
    """The fields. All answers of a sheet are under one key, so that once there are any, each field
    that goes is kept for the export."""

    def _kept(
        self, former: OwnSheetConfig, changed: OwnSheetConfig, answered: Collection[str]
    ) -> OwnSheetConfig:
        everything = {one.key for one in former.fields} if STEP in answered else answered
        return super()._kept(former, changed, everything)


LIST = FieldList(
    "fields", MOST_FIELDS,
    _("Er passen hoogstens {limit} velden op een fiche. Nu zouden het er {count} zijn."), "gone",
)  # fmt: skip


def read(text: str, kind: FieldKind) -> tuple[OwnField, ...]:
    """The fields of a pasted list, all of one kind; Refused when one doesn't fit."""
    return read_pasted(
        text, lambda one: field(one, kind), nothing=_("Typ eerst een veld."),
        unfit=_("Veld {number}: {reason}"),
    )  # fmt: skip


def with_text(config: OwnSheetConfig, key: str, text: str) -> OwnSheetConfig:
    """With another text at a field; Refused when empty or too long."""
    clean = field(text).text
    return LIST.change(config, key, lambda one: replace(one, text=clean))


def with_kind(
    config: OwnSheetConfig, key: str, kind: FieldKind, answered: Collection[str]
) -> OwnSheetConfig:
    """With another kind at a field. What was answered stays with the former one, so once there are
    answers the field gets a key of its own."""
    present = next((one for one in config.fields if one.key == key), None)
    if present is None or present.kind == kind:
        return config
    if STEP not in answered:
        return LIST.change(config, key, lambda one: replace(one, kind=kind))
    return LIST.another(config, key, replace(present, key=new_id(), kind=kind), answered)


def take_over(
    present: OwnSheetConfig, chosen: OwnSheetConfig, answered: Collection[str]
) -> OwnSheetConfig:
    """The chosen sheet in the place of the present one; a field with the same text keeps its
    answers, the other fields that were answered are kept."""
    return LIST.taken_over(present, chosen, answered)

"""What the facilitator makes in the Eigen fiche, to and from JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from exercises.contract import TrackVisit
from exercises.kit.sheet.form import FieldKind, HolderKind, Opened, SheetOption
from exercises.own_sheet import content
from state.ids import new_id
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

TEXT_LIMIT, HELP_LIMIT, OPTION_LIMIT, END_LIMIT = 120, 160, 60, 40
MOST_FIELDS, MOST_OPTIONS, MOST_COLUMNS, MOST_ROWS = 20, 12, 3, 8
Options = tuple[SheetOption, ...]


@dataclass(frozen=True)
class OwnField:
    """A field of the sheet. `key` stays when the words change: answers hang on it. `options` are
    those of a choice, `former` those that were taken off it, for answers that hold them; `columns`
    what stands on each row."""

    key: str
    text: str
    kind: FieldKind = "text"
    help: str = ""
    options: Options = ()
    former: Options = ()
    ends: tuple[str, str] = ("", "")
    columns: Options = ()


@dataclass(frozen=True)
class OwnSheetConfig:
    """A sheet. `holder`: whose it is; `opened`: when others may read it; `until`: by when it is to
    be filled in at home, an ISO date, or "". `gone`: fields that were taken off after somebody
    answered; the export still has them. `visits`: those of the track, which are not stored here.
    """

    fields: tuple[OwnField, ...]
    holder: HolderKind = "organisation"
    opened: Opened = "stage"
    until: str = ""
    gone: tuple[OwnField, ...] = ()
    visits: tuple[TrackVisit, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "fields": [_stored(one) for one in self.fields],
            "gone": [_stored(one) for one in self.gone], "holder": self.holder,
            "opened": self.opened, "until": self.until,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> OwnSheetConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            tuple(map(_field, stored["fields"])), stored["holder"], stored["opened"],
            stored["until"], tuple(map(_field, stored["gone"])),
        )  # fmt: skip


def usual() -> OwnSheetConfig:
    """The three fields it starts with."""
    fields = (OwnField(*one) for one in content.FIELDS)
    return OwnSheetConfig(
        tuple(replace(one, ends=content.ENDS) if one.kind == "scale" else one for one in fields)
    )


def field(text: str, kind: FieldKind = "text", key: str = "") -> OwnField:
    """A field from what was typed; Refused when empty or too long."""
    return OwnField(key or new_id(), one_line(text, TEXT_LIMIT, _("Het veld")), kind)


def with_help(one: OwnField, typed: str) -> OwnField:
    """With another sentence at a field, or none; Refused when too long."""
    return replace(one, help=one_line(typed, HELP_LIMIT, _("De uitleg"), required=False))


def with_options(one: OwnField, typed: str) -> OwnField:
    """With the options of a choice, one on each line. A text that is there, or was, keeps its key.
    Refused for a text that is too long or there twice, and for too many."""
    options = _listed(typed, (*one.options, *one.former), MOST_OPTIONS, _("De keuze"))
    kept = {option.key for option in options}
    left = (option for option in (*one.former, *one.options) if option.key not in kept)
    former = {option.key: option for option in left}
    return replace(one, options=options, former=tuple(former.values()))


def with_columns(one: OwnField, typed: str) -> OwnField:
    """With what stands on each row, one on each line; as `with_options`."""
    return replace(one, columns=_listed(typed, one.columns, MOST_COLUMNS, _("Het vakje")))


def with_end(one: OwnField, at: int, typed: str) -> OwnField:
    """With another label at the low (0) or high (1) end of a scale, or none."""
    ends = list(one.ends)
    ends[at] = one_line(typed, END_LIMIT, _("Het uiteinde"), required=False)
    return replace(one, ends=(ends[0], ends[1]))


def nothing_to_choose(config: OwnSheetConfig) -> str:
    """That a field has nothing on it to choose or fill in; "" when all have."""
    for one in config.fields:
        bare = {"choice": not one.options, "rows": not one.columns}.get(one.kind, False)
        if bare:
            return _("Bij ‘{field}’ valt nog niets te kiezen of in te vullen.").format(
                field=one.text
            )
    return ""


def with_date(config: OwnSheetConfig, day: date | None) -> OwnSheetConfig:
    """With the day by which it should be filled in at home, or none."""
    return replace(config, until=day.isoformat() if day else "")


def with_visits(config: OwnSheetConfig, visits: Sequence[TrackVisit]) -> OwnSheetConfig:
    """With the visits of the track, where the sheet is one of visits."""
    return replace(config, visits=tuple(visits)) if config.holder == "visit" else config


def _listed(typed: str, known: Options, most: int, what: str) -> Options:
    texts = [one_line(line, OPTION_LIMIT, what) for line in typed.splitlines() if line.strip()]
    if len(texts) > most:
        raise Refused(
            _("Er passen er hoogstens {limit}. Nu staan er {count}.").format(
                limit=most, count=len(texts)
            )
        )
    if len(set(texts)) < len(texts):
        raise Refused(_("Er staat twee keer hetzelfde."))
    keys = {one.label: one.key for one in known}
    return tuple(SheetOption(keys.get(text) or new_id(), text) for text in texts)


def _stored(one: OwnField) -> dict[str, Any]:
    return {
        "key": one.key, "text": one.text, "kind": one.kind, "help": one.help, "ends": one.ends,
        "options": _pairs(one.options), "former": _pairs(one.former),
        "columns": _pairs(one.columns),
    }  # fmt: skip


def _field(stored: dict[str, Any]) -> OwnField:
    low, high = stored["ends"]
    return OwnField(
        stored["key"], stored["text"], stored["kind"], stored["help"],
        _options(stored["options"]), _options(stored["former"]), (low, high),
        _options(stored["columns"]),
    )  # fmt: skip


def _pairs(options: Options) -> list[dict[str, str]]:
    return [{"key": one.key, "label": one.label} for one in options]


def _options(stored: Iterable[dict[str, str]]) -> Options:
    return tuple(SheetOption(one["key"], one["label"]) for one in stored)

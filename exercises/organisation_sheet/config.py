"""What the facilitator can edit in the organisatiefiche, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from exercises.organisation_sheet import content
from state.language import _
from state.text_rules import one_line

LABEL_LIMIT = 40
QUESTION_LIMIT = 160


@dataclass(frozen=True)
class Field:
    """A part of the sheet to write in. `key` stays when the words change: answers hang on it."""

    key: str
    label: str
    question: str
    on: bool = True


@dataclass(frozen=True)
class SheetConfig:
    """Which parts a sheet has. `camera`: a photo may take the place of a card."""

    fields: tuple[Field, ...]
    people: bool = True
    picture: bool = True
    picture_question: str = content.PICTURE_QUESTION
    camera: bool = True

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields that are on the sheet."""
        return tuple(field for field in self.fields if field.on)

    @property
    def parts(self) -> int:
        """How many parts there are to fill in, besides the people."""
        return len(self.shown) + int(self.picture)

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "fields": [
                {"key": f.key, "label": f.label, "question": f.question, "on": f.on}
                for f in self.fields
            ],
            "people": self.people, "picture": self.picture,
            "picture_question": self.picture_question, "camera": self.camera,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> SheetConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            tuple(Field(f["key"], f["label"], f["question"], f["on"]) for f in stored["fields"]),
            stored["people"], stored["picture"], stored["picture_question"], stored["camera"],
        )  # fmt: skip


def usual() -> SheetConfig:
    """The sheet of the method."""
    return SheetConfig(tuple(Field(*one) for one in content.FIELDS))


def with_label(config: SheetConfig, key: str, typed: str) -> SheetConfig:
    """With another label on a field; Refused when empty or too long."""
    label = one_line(typed, LABEL_LIMIT, _("De titel"))
    return _with(config, key, lambda field: replace(field, label=label))


def with_question(config: SheetConfig, key: str, typed: str) -> SheetConfig:
    """With another question at a field, or none; Refused when too long."""
    question = one_line(typed, QUESTION_LIMIT, _("De vraag"), required=False)
    return _with(config, key, lambda field: replace(field, question=question))


def with_picture_question(config: SheetConfig, typed: str) -> SheetConfig:
    """With another question at the picture; Refused when empty or too long."""
    return replace(
        config, picture_question=one_line(typed, QUESTION_LIMIT, _("De vraag bij het beeld"))
    )


def switched(config: SheetConfig, key: str, on: bool) -> SheetConfig:
    """With a field on the sheet or not."""
    return _with(config, key, lambda field: replace(field, on=on))


def _with(config: SheetConfig, key: str, change: Any) -> SheetConfig:
    fields = tuple(change(field) if field.key == key else field for field in config.fields)
    return replace(config, fields=fields)

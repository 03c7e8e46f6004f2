"""Answers to a configuration with a field of each kind, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Answer
from exercises.kit.sheet.form import SheetOption
from exercises.own_sheet.config import OwnField, OwnSheetConfig, usual

MORE = (
    OwnField("how", "Hoe willen jullie dat doen?", "choice", options=(
        SheetOption("a", "Meewerken"), SheetOption("b", "Meekijken"),
    )),
    OwnField("day", "Wanneer?", "date"),
    OwnField("photo", "Een foto van jullie plek", "picture"),
    OwnField("who", "Wie doet wat?", "rows", columns=(
        SheetOption("name", "Wie"), SheetOption("what", "Wat"),
    )),
)  # fmt: skip
CONFIG = replace(usual(), fields=(*usual().fields, *MORE))


def answers(config: OwnSheetConfig, people: Sequence[str]) -> list[Answer]:
    """A full sheet, one with a photo and words of all scripts, one barely begun."""
    found = []
    sheets: tuple[dict[str, dict[str, object]], ...] = (
        {"take": {"text": "Koffie eerst. Dan de rest."}, "far": {"scale": 2},
         "first": {"text": "Bellen"}, "how": {"choice": "a"}, "day": {"date": "2027-03-09"},
         "name1": {"text": "An"}, "what1": {"text": "<b>de deur</b>"}},
        {"take": {"text": "Gezinnen מפני ש " * 20}, "photo": {"photo": "abcdef123456"}},
        {"first": {"text": "=SUM(1)"}},
    )  # fmt: skip
    for number, person in enumerate(people[: len(sheets)]):
        owner = f"o{number}"
        for cell, payload in sheets[number].items():
            clean = {
                key: value.strip() if isinstance(value, str) else value
                for key, value in payload.items()
            }
            who = {"by": person} if cell == "photo" else {}
            found.append(Answer(owner, f"sheet.{cell}", {**clean, **who}, by=person))
        sign = {"field": "sheet.take", "beat": 5 + number}
        found.append(Answer(owner, f"at.{person}", sign, by=person))
    return found

"""What the Eigen fiche gives to other exercises: what organisations wrote, with the field."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kit.sheet import words
from exercises.kit.sheet.form import STEP
from exercises.kit.sheet.model import SheetsView
from exercises.own_sheet.config import OwnSheetConfig
from exercises.own_sheet.model import form
from exercises.results import Introduction, Origin, Readers


def results(config: OwnSheetConfig, view: SheetsView) -> Iterator[Introduction]:
    """The words on the sheets of organisations and of people. Those of a visit are of two
    organisations at once and are given to nobody. Everybody reads what the stage shows or its
    holder shares; before, the facilitator does, or only the own people."""
    if config.holder == "visit":
        return
    for holder in sorted(view.sheets):
        sheet = view.of(holder)
        closed: Readers = "facilitator" if config.opened == "stage" else "organisation"
        readers: Readers = "everybody" if view.may_read(holder) else closed
        whose = {"person": holder} if config.holder == "person" else {"organisation": holder}
        for asked in form(config).asked:
            text = words.text_of(asked, sheet) if asked.field.kind != "picture" else ""
            if text:
                yield Introduction(
                    label=asked.field.label, text=text, readers=readers, origin=Origin(STEP),
                    **whose,  # type: ignore[arg-type]
                )  # fmt: skip

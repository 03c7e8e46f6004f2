"""What the organisatiefiche gives to other exercises: what organisations say of themselves."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kit.sheet.form import STEP
from exercises.kit.sheet.model import SheetsView
from exercises.organisation_sheet.config import SheetConfig
from exercises.results import Introduction, Origin


def results(config: SheetConfig, view: SheetsView) -> Iterator[Introduction]:
    """The texts of each sheet. Everybody reads them once the sheets hang on the wall; before that
    they are for the own organisation and the facilitator."""
    for organisation in sorted(view.sheets):
        texts = view.of(organisation).texts
        for field in config.shown:
            if texts.get(field.key):
                yield Introduction(
                    label=field.label, text=texts[field.key], organisation=organisation,
                    readers="everybody" if view.shown else "facilitator", origin=Origin(STEP),
                )  # fmt: skip

"""What an organisation wrote on its sheet in earlier meetings of the track, to start from."""

from __future__ import annotations

from exercises.contract import Context, Json
from exercises.kit.rules.days import day_text
from exercises.organisation_sheet import model
from exercises.organisation_sheet.config import SheetConfig
from exercises.organisation_sheet.model import SheetView


def earlier_texts(context: Context[SheetConfig, SheetView], organisation: str) -> list[Json]:
    """For each field of this sheet the last words of the organisation in an earlier meeting, with
    the title and day of that meeting. A field that was called something else then is another
    field."""
    found = []
    for field in context.config.shown:
        for past in reversed(context.earlier):
            same = any(one.key == field.key and one.label == field.label
                       for one in past.config.shown)  # fmt: skip
            text = past.view.of(organisation).texts.get(field.key, "") if same else ""
            if text:
                found.append(
                    {
                        "slot": model.slot(field.key), "label": field.label, "text": text,
                        "title": past.title, "date": day_text(past.date),
                    }
                )  # fmt: skip
                break
    return found

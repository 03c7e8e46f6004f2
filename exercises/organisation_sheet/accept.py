"""Judges what comes in on an organisatiefiche; in a field for a person stands who came in."""

from __future__ import annotations

from exercises.contract import Accepted, Entry
from exercises.kit.sheet import judging
from exercises.kit.sheet.model import SheetsView
from exercises.organisation_sheet.config import SheetConfig
from exercises.organisation_sheet.model import form, starts


def accept(entry: Entry[SheetConfig, SheetsView]) -> Accepted:
    """Check a text, a picture or a heartbeat (see exercises.kit.sheet.judging)."""
    return judging.accept(form(entry.config), entry, starts=starts)

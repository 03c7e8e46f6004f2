"""Judges what comes in on an Eigen fiche."""

from __future__ import annotations

from exercises.contract import Accepted, Entry
from exercises.kit.sheet import judging
from exercises.kit.sheet.model import SheetsView
from exercises.own_sheet.config import OwnSheetConfig
from exercises.own_sheet.model import form


def accept(entry: Entry[OwnSheetConfig, SheetsView]) -> Accepted:
    """Check what was filled in in a field, or a heartbeat (see exercises.kit.sheet.judging)."""
    return judging.accept(form(entry.config), entry)

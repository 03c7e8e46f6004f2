"""The date of an earlier meeting, as people read it."""

from __future__ import annotations

from datetime import date
from typing import Any

from exercises.contract import Earlier
from state.language import _

_MONTHS = (
    _("januari"), _("februari"), _("maart"), _("april"), _("mei"), _("juni"), _("juli"),
    _("augustus"), _("september"), _("oktober"), _("november"), _("december"),
)  # fmt: skip


def when(earlier: Earlier[Any, Any]) -> str:
    """'22 november 2026', or the title of a meeting that has no date."""
    try:
        day = date.fromisoformat(earlier.date)
    except ValueError:
        return earlier.title
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

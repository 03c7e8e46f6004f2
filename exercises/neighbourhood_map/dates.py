"""The date of an earlier meeting, as people read it."""

from __future__ import annotations

from datetime import date
from typing import Any

from exercises.contract import Earlier
from exercises.kit.rules.days import MONTHS


def when(earlier: Earlier[Any, Any]) -> str:
    """'22 november 2026', or the title of a meeting that has no date."""
    found = _day(earlier)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}" if found else earlier.title


def has_date(earlier: Earlier[Any, Any]) -> bool:
    """Whether a meeting has a date."""
    return _day(earlier) is not None


def _day(earlier: Earlier[Any, Any]) -> date | None:
    try:
        return date.fromisoformat(earlier.date)
    except ValueError:
        return None

"""When a meeting was, as people read it."""

from __future__ import annotations

from datetime import date

from exercises.kit.rules.days import MONTHS


def when(iso: str, title: str) -> str:
    """'22 november 2026', or the title of a meeting that has no date."""
    found = _day(iso)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}" if found else title


def has_date(iso: str) -> bool:
    """Whether a meeting has a date."""
    return _day(iso) is not None


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None

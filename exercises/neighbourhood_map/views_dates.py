"""When a meeting was, as people read it."""

from __future__ import annotations

from exercises.kit.rules.days import day_of_year


def when(iso: str, title: str) -> str:
    """'22 november 2026', or the title of a meeting that has no date."""
    return day_of_year(iso) or title


def has_date(iso: str) -> bool:
    """Whether a meeting has a date."""
    return bool(day_of_year(iso))

"""Days as people read them."""

from __future__ import annotations

from datetime import date

from state.language import _

MONTHS = (
    _("januari"), _("februari"), _("maart"), _("april"), _("mei"), _("juni"), _("juli"),
    _("augustus"), _("september"), _("oktober"), _("november"), _("december"),
)  # fmt: skip


def day_text(iso: str) -> str:
    """An ISO date as '12 december'; empty for what is no date."""
    found = _day(iso)
    return f"{found.day} {MONTHS[found.month - 1]}" if found else ""


def day_of_year(iso: str) -> str:
    """An ISO date as '12 december 2026'; empty for what is no date."""
    found = _day(iso)
    return f"{day_text(iso)} {found.year}" if found else ""


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None

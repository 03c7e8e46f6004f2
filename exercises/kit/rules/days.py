"""Days as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from state.language import _

MONTHS = (
    _("januari"), _("februari"), _("maart"), _("april"), _("mei"), _("juni"), _("juli"),
    _("augustus"), _("september"), _("oktober"), _("november"), _("december"),
)  # fmt: skip

SHORT_MONTHS = (
    _("jan"), _("feb"), _("mrt"), _("apr"), _("mei"), _("jun"), _("jul"), _("aug"), _("sep"),
    _("okt"), _("nov"), _("dec"),
)  # fmt: skip

WEEKDAYS = (
    _("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"), _("zaterdag"),
    _("zondag"),
)  # fmt: skip


def day_text(iso: str) -> str:
    """An ISO date as '12 december'; empty for what is no date."""
    found = _day(iso)
    return f"{found.day} {MONTHS[found.month - 1]}" if found else ""


def short_day(iso: str) -> str:
    """An ISO date as '12 dec'; empty for what is no date."""
    found = _day(iso)
    return f"{found.day} {SHORT_MONTHS[found.month - 1]}" if found else ""


def days_text(isos: Iterable[str]) -> str:
    """ISO dates in order as '9, 10 en 11 maart' or '30 en 31 maart, 1 april'; empty for none."""
    by_month: dict[tuple[int, int], list[str]] = {}
    for found in filter(None, map(_day, isos)):
        by_month.setdefault((found.year, found.month), []).append(str(found.day))
    told = []
    for (_year, month), days in by_month.items():
        last = days.pop()
        first = _("{days} en {last}").format(days=", ".join(days), last=last) if days else last
        told.append(f"{first} {MONTHS[month - 1]}")
    return ", ".join(told)


def day_of_year(iso: str) -> str:
    """An ISO date as '12 december 2026'; empty for what is no date."""
    found = _day(iso)
    return f"{day_text(iso)} {found.year}" if found else ""


def weekday_text(iso: str) -> str:
    """An ISO date as 'vrijdag 12 december'; empty for what is no date."""
    found = _day(iso)
    return f"{WEEKDAYS[found.weekday()]} {day_text(iso)}" if found else ""


def full_day(iso: str) -> str:
    """An ISO date as 'vrijdag 12 december 2026'; empty for what is no date."""
    found = _day(iso)
    return f"{weekday_text(iso)} {found.year}" if found else ""


def month_of_year(iso: str) -> str:
    """An ISO date as 'december 2026'; empty for what is no date."""
    found = _day(iso)
    return f"{MONTHS[found.month - 1]} {found.year}" if found else ""


def occasion(title: str, iso: str) -> str:
    """A meeting and its day: 'Kennismaking, 12 december 2026'; what is not known is left out."""
    return ", ".join(part for part in (title, day_of_year(iso)) if part)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None

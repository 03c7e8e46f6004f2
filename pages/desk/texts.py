"""Texts of the preparation pages: what people typed, dates and durations."""

from __future__ import annotations

from datetime import date

from exercises.kit.rules.days import MONTHS
from state.language import _, ngettext

_DAYS = (
    _("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"), _("zaterdag"),
    _("zondag"),
)  # fmt: skip


def parsed_date(iso: str) -> date | None:
    """A stored date, or None."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def date_text(iso: str) -> str:
    """A stored date as people read it: 'donderdag 12 maart 2026'; empty when there is none."""
    found = parsed_date(iso)
    if found is None:
        return ""
    return f"{_DAYS[found.weekday()]} {found.day} {MONTHS[found.month - 1]} {found.year}"


def minutes_text(minutes: int) -> str:
    """A length of time: '45 minuten', '2 uur', '2 uur 40'."""
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return ngettext("{count} minuut", "{count} minuten", minutes).format(count=minutes)
    text = _("{hours} uur").format(hours=hours)
    return f"{text} {rest}" if rest else text


def joined(*parts: str) -> str:
    """The parts that are not empty, with commas."""
    return ", ".join(part for part in parts if part)

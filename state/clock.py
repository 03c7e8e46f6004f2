"""Time: stored in UTC, shown in Europe/Brussels."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")


def now() -> str:
    """The present moment as ISO 8601 in UTC, with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def today() -> str:
    """The day it is in Brussels, ISO."""
    return datetime.now(BRUSSELS).date().isoformat()


def now_ms() -> int:
    """The present moment in milliseconds since 1970."""
    return int(datetime.now(UTC).timestamp() * 1000)


def seconds_between(earlier: str, later: str) -> float:
    """Seconds from one stored moment to another."""
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


def local(moment: str) -> datetime:
    """A stored moment as people in Brussels read it."""
    return datetime.fromisoformat(moment).astimezone(BRUSSELS)


def spoken_clock(stored: str) -> str:
    """'HH:MM' as people write the time of day: '9.30'."""
    hours, _colon, minutes = stored.partition(":")
    return f"{int(hours)}.{minutes}"

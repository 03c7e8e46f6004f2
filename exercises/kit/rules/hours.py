"""Times of day on an agenda: from the start of a meeting and the minutes of each part; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from state.language import _, ngettext

_HOUR, _DAY = 60, 24 * 60
# Hours, then minutes with or without a mark between them.
_TYPED = re.compile(r"([0-9]{1,2})(?:\s*[.:,uh]?\s*([0-9]{2}))?")


@dataclass(frozen=True)
class TimeSpan:
    """A part of a meeting; both in minutes since midnight of the day on which the meeting began, so
    that what comes after the next midnight is more than a day."""

    start: int
    end: int


def spans(start: str, minutes: Sequence[int]) -> list[TimeSpan | None]:
    """When each part begins and ends, one after the other, when the first one begins at `start`,
    'HH:MM'. None for each part of a meeting without a start."""
    at = minutes_of(start)
    if at is None:
        return [None] * len(minutes)
    found: list[TimeSpan | None] = []
    for one in minutes:
        found.append(TimeSpan(at, at + one))
        at += one
    return found


def minutes_of(clock: str) -> int | None:
    """'HH:MM' in minutes since midnight; None for "" and for what is no time of day."""
    hours, colon, minutes = clock.partition(":")
    if not colon or not hours.isdecimal() or not minutes.isdecimal():
        return None
    found = int(hours) * _HOUR + int(minutes)
    return found if int(minutes) < _HOUR and found < _DAY else None


def clock_text(minutes: int) -> str:
    """Minutes since midnight as people write the time: '9.30', '0.15' also on a next day."""
    hours, rest = divmod(minutes % _DAY, _HOUR)
    return f"{hours}.{rest:02d}"


def clock_of(stored: str) -> str:
    """'HH:MM' as people write the time; empty for what is no time of day."""
    at = minutes_of(stored)
    return "" if at is None else clock_text(at)


def span_text(span: TimeSpan | None) -> str:
    """'9.30 tot 10.15', or '9.30' for what takes no time; 'de dag erna' is said of a part that
    begins there. Empty for None."""
    if span is None:
        return ""
    text = clock_text(span.start)
    if span.end > span.start:
        text = _("{start} tot {end}").format(start=text, end=clock_text(span.end))
    return _("{time} (de dag erna)").format(time=text) if span.start >= _DAY else text


def whole_text(start: str, minutes: Sequence[int]) -> str:
    """From when to when a meeting takes, with 'de dag erna' where it passes midnight; empty without
    a start or without parts."""
    found = [one for one in spans(start, minutes) if one is not None]
    if not found:
        return ""
    text = span_text(TimeSpan(found[0].start, found[-1].end))
    return _("{time} (de dag erna)").format(time=text) if found[-1].end > _DAY else text


def duration_text(minutes: int) -> str:
    """A length of time: '45 minuten', '2 uur', '2 uur 40'."""
    hours, rest = divmod(minutes, _HOUR)
    if hours == 0:
        return ngettext("{count} minuut", "{count} minuten", minutes).format(count=minutes)
    text = _("{hours} uur").format(hours=hours)
    return f"{text} {rest}" if rest else text


def parsed(typed: str) -> str | None:
    """What somebody typed for a time of day as 'HH:MM': '9.30', '9u30', '930', '9 uur' and '9';
    "" for nothing, None for what is no time."""
    words = typed.strip().lower().removesuffix("uur").removesuffix("u").strip()
    if not words:
        return "" if not typed.strip() else None
    found = _TYPED.fullmatch(words)
    clock = f"{int(found[1]):02d}:{int(found[2] or 0):02d}" if found else ""
    return clock if minutes_of(clock) is not None else None

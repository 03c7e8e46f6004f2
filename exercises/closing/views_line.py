"""The statements of which it is known how people moved, from the results of De lijn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exercises.closing.layout import LineMove
from exercises.kit.rules.days import day_text, month_of_year
from exercises.results import LinePosition
from state.language import _

# Of fewer people one would read who it was.
_FEWEST = 2


@dataclass(frozen=True)
class MovedLine:
    """A statement with its ends, when `then` and `now` are, and the move of each person."""

    about: str
    left: str
    right: str
    then: str
    now: str
    moves: tuple[LineMove, ...]

    @property
    def moved(self) -> int:
        """How many people stand visibly elsewhere."""
        return sum(one.moved for one in self.moves)


def moved_lines(positions: Iterable[LinePosition]) -> tuple[MovedLine, ...]:
    """The statements on which at least one of two or more people moved, those with the most first.
    `positions`: the oldest meeting first."""
    by_statement: dict[str, dict[str, list[LinePosition]]] = {}
    for one in positions:
        by_statement.setdefault(one.about, {}).setdefault(one.origin.meeting, []).append(one)
    found = (_moved(list(meetings.values())) for meetings in by_statement.values())
    kept = [one for one in found if one is not None and one.moved]
    return tuple(sorted(kept, key=lambda one: -one.moved))


def _moved(meetings: Sequence[Sequence[LinePosition]]) -> MovedLine | None:
    """From the first meeting to the last that has the same people; else within the last one, from
    before the talk to after it."""
    last = {one.pseudonym: one for one in meetings[-1]}
    for before in meetings[:-1]:
        then = {one.pseudonym: one for one in before}
        both = [key for key in last if key in then]
        if len(both) >= _FEWEST:
            moves = tuple(LineMove(then[key].at, last[key].at) for key in both)
            return _line(moves, last[both[0]], *_when(then[both[0]], last[both[0]]))
    within = [one for one in last.values() if one.before is not None]
    if len(within) < _FEWEST:
        return None
    moves = tuple(LineMove(one.before or 0.0, one.at) for one in within)
    return _line(moves, within[0], _("eerst"), _("daarna"))


def _line(moves: tuple[LineMove, ...], of: LinePosition, then: str, now: str) -> MovedLine:
    # In the order of the line: an order of arrival could tell who it is.
    ordered = tuple(sorted(moves, key=lambda one: (one.then, one.now)))
    return MovedLine(of.about, of.left, of.right, then, now, ordered)


def _when(one: LinePosition, other: LinePosition) -> tuple[str, str]:
    """What two meetings are called: by their months, else their days, else their titles."""
    dates = (one.origin.date, other.origin.date)
    months = [month_of_year(date).split(" ")[0] for date in dates]
    if all(months) and months[0] != months[1]:
        return months[0], months[1]
    days = [day_text(date) for date in dates]
    if all(days) and days[0] != days[1]:
        return days[0], days[1]
    return _("eerst"), _("nu")

"""Words of the picture of a year that need room: names of organisations and of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from exercises.kit.drawing.lettering import fit, set_block, width
from exercises.kit.drawing.year import YearMeeting, YearParty
from exercises.kit.drawing.year_layout import LINE, Mark, YearLayout
from exercises.kit.drawing.year_spread import lined_up
from exercises.kit.rules.days import short_day
from state.language import _

# How wide the name of a meeting may be, in letters' sizes: the first that fits all of them.
_ROOMS = (15, 11, 8, 6)


@dataclass(frozen=True)
class NameLabel:
    """The name of an organisation before its thread: its tile, and lines of text with the baseline
    of the first; no lines where no name fits. `left` of the tile; `thread`: where its thread
    begins; `middle`: the height of both."""

    party: YearParty
    left: float
    thread: float
    middle: float
    tile: float
    lines: tuple[str, ...] = ()
    size: int = 0

    @property
    def text(self) -> float:
        """Where the text begins."""
        return self.left + self.tile + self.size * 0.4


@dataclass(frozen=True)
class MeetingLabel:
    """What stands below the tape of a meeting: lines around `x`; `mark` is its ribbon."""

    mark: Mark
    meeting: YearMeeting
    x: float
    wide: float
    lines: tuple[str, ...]


def name_labels(layout: YearLayout) -> tuple[NameLabel, ...]:
    """The names, one below the other; of many in two columns, and of too many only their tiles."""
    columns = layout.columns
    return tuple(
        _name(layout, lane, max(1, columns), named=columns > 0)
        for lane in range(len(layout.parties))
    )  # fmt: skip


def _name(layout: YearLayout, lane: int, columns: int, *, named: bool) -> NameLabel:
    party, letters = layout.parties[lane], layout.frame.letters
    tile = min(layout.lane_high * 0.72, letters * 1.9)
    gap = letters * 0.5
    room = layout.names / columns
    left = layout.frame.margin + lane % columns * room
    # A name stands on its thread, as all does; in two columns the threads begin after the names.
    alone = columns == 1 and named
    middle = (
        layout.thread(lane) - layout.thread_wide - tile / 2 if alone
        else layout.top + (lane + 0.5) * layout.lane_high
    )  # fmt: skip
    thread = layout.frame.margin if alone else layout.left - gap
    bare = NameLabel(party, left, thread, middle, tile)
    if not named:
        return bare
    most = max(1, int(layout.lane_high * 0.85 * columns / (letters * LINE)))
    large = round(letters * 1.15)
    sizes = ((large, 1),) if large * LINE <= layout.lane_high * columns else ()
    block = set_block(
        party.name, room - gap - tile - letters * 0.5, (*sizes, (letters, min(3, most))), 400
        if party.gone else 700, short=party.short,
    )  # fmt: skip
    return NameLabel(party, left, thread, middle, tile, block.lines, block.size)


def meeting_labels(layout: YearLayout) -> tuple[MeetingLabel, ...]:
    """The meetings by name and day; where these don't fit by their day, where these don't some of
    them. Where the frame wants names whole, none is cut."""
    marks = [one for one in layout.marks if one.kind == "meeting"]
    if not marks:
        return ()
    for room in (inf,) if layout.frame.whole else _ROOMS:
        found = _set(layout, [(one, _named(layout, one, room)) for one in marks])
        if found:
            return found
    step = 1
    while True:
        days = [(one, (_day(layout, one),)) for one in marks[::step]]
        found = _set(layout, days)
        if found or step > len(marks):
            return found
        step += 1


def _set(
    layout: YearLayout, told: Sequence[tuple[Mark, tuple[str, ...]]]
) -> tuple[MeetingLabel, ...]:  # fmt: skip
    """The labels in their places; none when they don't fit."""
    letters, left = layout.frame.letters, layout.frame.margin
    wides = [max(width(line, letters) for line in lines) for _mark, lines in told]
    gap = letters * 0.8
    if sum(wides) + gap * (len(wides) - 1) > layout.right - left:
        return ()
    places = lined_up(
        [mark.x for mark, _lines in told],
        [(one + other) / 2 + gap for one, other in pairwise(wides)],
        left + wides[0] / 2, layout.right - wides[-1] / 2,
    )  # fmt: skip
    return tuple(
        MeetingLabel(mark, layout.year.meetings[mark.index], x, wide, lines)
        for (mark, lines), x, wide in zip(told, places, wides, strict=True)
    )


def _named(layout: YearLayout, mark: Mark, room: float) -> tuple[str, ...]:
    title = layout.year.meetings[mark.index].title
    letters = layout.frame.letters
    return (fit(title, letters, letters * room), _day(layout, mark))


def _day(layout: YearLayout, mark: Mark) -> str:
    return short_day(layout.year.meetings[mark.index].day) or _("zonder dag")

"""The picture of a year: meetings, visits, gifts and actions on one line of time, organisations as
threads. Nothing in it overlaps, whatever the year holds (`year_layout`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing import year_pieces as pieces
from exercises.kit.drawing import year_words
from exercises.kit.drawing.lettering import fit, width
from exercises.kit.drawing.svg import Style, figures_bold, text, tile_colours, tile_mark, token
from exercises.kit.drawing.year import TrackYear
from exercises.kit.drawing.year_labels import NameLabel, meeting_labels, name_labels
from exercises.kit.drawing.year_layout import SOLES, WIDE_DOOR, Frame, Mark, YearLayout

# A whole screen with a title; what stands below the bar of a screen; half a page of A4, on which
# 35 units are 9.5 pt over the width of the text.
TITLED = Frame(1920, 1080, 30, 178, 360, 72)
UNTITLED = Frame(1920, 930, 30, 84, 360, 72)
PAPER = Frame(1660, 2000, 35, 92, 420, 6, lane=100, whole=True)
_TITLE = 64
_KEY_GAP = 1.3


def titled(year: TrackYear, title: str) -> str:
    """A whole SVG of 1920 x 1080 px with its title."""
    layout = YearLayout(year, TITLED)
    shown = fit(title, _TITLE, layout.right - TITLED.margin)
    content = (
        _ground(layout)
        + text(TITLED.margin, 88, shown, Style(_TITLE, 700, spacing=-0.012))
        + _key(layout, TITLED.margin, 148, year_words.period(year))
        + body(layout)
    )
    return drawing.document(content, f"{title}. {year_words.alt(year)}")


def untitled(year: TrackYear) -> str:
    """A whole SVG of 1920 x 930 px, for a screen that has a bar and a title of its own."""
    layout = YearLayout(year, UNTITLED)
    content = _ground(layout) + _key(layout, UNTITLED.margin, 52, year_words.period(year))
    return drawing.document(
        content + body(layout), year_words.alt(year), UNTITLED.wide, UNTITLED.high
    )


def on_paper(year: TrackYear) -> str:
    """A whole SVG for the width of a page, with letters of 9.5 pt there."""
    layout = YearLayout(year, PAPER)
    content = _key(layout, PAPER.margin, PAPER.letters * 1.3, "") + body(layout)
    return drawing.part(content, year_words.alt(year), (0, 0, PAPER.wide, layout.high))


def body(layout: YearLayout) -> str:
    """Threads, tape, and what stands on them."""
    names = name_labels(layout)
    return "".join(
        (*_apart(layout), *_ribbons(layout), *_threads(layout, names), *_end(layout),
         *_tape(layout), *_names(names),
         *(_mark(layout, one) for one in layout.marks), *_meetings(layout))
    )  # fmt: skip


def _ground(layout: YearLayout) -> str:
    """The wall, and the floor that everything stands on."""
    wide, high, floor = layout.frame.wide, layout.high, layout.frame.head - 4
    return (
        f'<path d="M0 0h{wide}v{high:g}H0z" fill="{token("paper")}"/>'
        f'<path d="M0 {floor}h{wide}v{high - floor:g}H0z" fill="{token("floor")}"/>'
        f'<path d="M-9 {floor - 10}h{wide + 18}v12H-9z" fill="{token("sheet")}" '
        f'stroke="{token("edge")}" stroke-width="2"/>'
    )


def _key(layout: YearLayout, left: float, baseline: float, period: str) -> str:
    """What each drawing is, with how many there are of it."""
    letters = layout.frame.letters
    size, parts = letters * 1.35, []
    if period:
        parts.append(text(left, baseline, period, Style(letters, 400, "muted")))
        left += width(period, letters, 400) + letters * _KEY_GAP
    for kind, told in year_words.counts(layout.year):
        wide = size * (WIDE_DOOR if kind == "visit" else 0.34 if kind == "meeting" else 0.85)
        parts.append(_sample(kind, left, baseline + letters * 0.22, size, wide))
        left += wide + letters * 0.35
        parts.append(figures_bold(left, baseline, told, Style(letters, 400, "muted")))
        left += width(told, letters) + letters * _KEY_GAP
    return "".join(parts)


def _sample(kind: str, left: float, floor: float, size: float, wide: float) -> str:
    """A mark for the key, of nobody."""
    middle = left + wide / 2
    if kind == "meeting":
        return pieces.ribbon(middle, floor - size, floor, wide, held=True)
    if kind == "visit":
        return pieces.door(left, floor, size, wide, None, 2)
    if kind == "gift":
        return pieces.parcel(middle, floor, wide, None)
    return pieces.signpost(middle, floor, wide, None, done=False)


def _threads(layout: YearLayout, names: Sequence[NameLabel]) -> Iterator[str]:
    """A line for each organisation; of one that left up to the last thing it did."""
    wide = layout.thread_wide
    starts = {one.party.id: one.thread for one in names}
    for lane, party in enumerate(layout.parties):
        y, end = layout.thread(lane), layout.tape_end
        own = [one.x + one.wide / 2 for one in layout.marks if _touches(layout, one, lane)]
        if party.gone:
            end = max((*(one for one in own if one <= layout.tape_end), starts[party.id]))
        path = f"M{starts[party.id]:.1f} {y:.1f}H{end:.1f}"
        if layout.apart and (not party.gone or any(one > layout.tape_end for one in own)):
            path += f"M{layout.apart[0]:.1f} {y:.1f}H{layout.apart[1]:.1f}"
        yield (
            f'<path d="{path}" stroke="{token("ink")}" stroke-width="{wide + min(4, wide):.1f}"/>'
            f'<path d="{path}" stroke="{tile_colours(party.tile).fill}" '
            f'stroke-width="{wide:.1f}"/>'
        )


def _touches(layout: YearLayout, mark: Mark, lane: int) -> bool:
    if mark.kind == "meeting":
        return layout.parties[lane].id in layout.year.meetings[mark.index].present
    return lane in (mark.lane, mark.start)


def _ribbons(layout: YearLayout) -> Iterator[str]:
    """The meetings, below the threads that come together there."""
    for one in layout.marks:
        if one.kind == "meeting":
            held = layout.year.meetings[one.index].held
            strip = pieces.ribbon(one.x, layout.top, layout.tape[0], one.wide, held=held)
            yield f'<g data-mark="meeting">{strip}</g>'


def _mark(layout: YearLayout, one: Mark) -> str:
    year, floor = layout.year, layout.thread(one.lane)
    tiles = {party.id: party.tile for party in year.parties}
    if one.kind == "meeting":
        present = year.meetings[one.index].present
        radius = min(one.wide * 0.4, layout.lane_high * 0.09)
        return "".join(
            pieces.bead(one.x, layout.thread(lane), radius, party.tile)
            for lane, party in enumerate(layout.parties) if party.id in present
        )  # fmt: skip
    if one.kind == "gift":
        gift = year.gifts[one.index]
        drawn = pieces.parcel(one.x, floor, one.wide, tiles.get(gift.giver))
    elif one.kind == "action":
        action = year.actions[one.index]
        drawn = pieces.signpost(one.x, floor, one.wide, tiles[action.party], done=action.done)
    else:
        drawn = _visit(layout, one, tiles)
    return f'<g data-mark="{one.kind}">{drawn}</g>'


def _visit(layout: YearLayout, one: Mark, tiles: dict[str, int]) -> str:
    """From the thread of the guests to the door of the host; dashed and empty as long as the visit
    is ahead."""
    visit = layout.year.visits[one.index]
    tile, unit = tiles[visit.guest], one.unit
    floor, start = layout.thread(one.lane), layout.thread(one.start)
    # Who comes from above stops over the door, who comes from below under it.
    end = floor - unit if start < floor else floor
    crossed = [layout.thread(lane) for lane in range(len(layout.parties))]
    if not visit.made:
        return (
            pieces.way_ahead(one.x, start, end, unit)
            + pieces.bead(one.x, start, min(unit * 0.1, layout.thread_wide), tile)
            + pieces.shut_door(one.x - one.wide / 2, floor, unit, one.wide)
        )
    return (
        pieces.soles(one.x, start, end, unit * SOLES * 0.72, tile, crossed)
        + pieces.bead(one.x, start, min(unit * 0.1, layout.thread_wide), tile)
        + pieces.door(one.x - one.wide / 2, floor, unit, one.wide, tile, visit.people)
    )


def _apart(layout: YearLayout) -> Iterator[str]:
    """The sheet beside the line of time on which what happened on no known day stands."""
    if layout.apart:
        left, right = layout.apart
        yield (
            f'<path d="M{left:.1f} {layout.top:.1f}H{right:.1f}V{layout.tape[1]:.1f}'
            f'H{left:.1f}z" fill="{token("sheet")}" stroke="{token("edge")}" stroke-width="3"/>'
        )


def _end(layout: YearLayout) -> Iterator[str]:
    """The line between what has a day and what has none."""
    if layout.end_label and layout.until > layout.left:
        yield (
            f'<path d="M{layout.until:.1f} {layout.top:.1f}V{layout.tape[1]:.1f}" '
            f'stroke="{token("ink")}" stroke-width="3" stroke-dasharray="4 9"/>'
        )


def _tape(layout: YearLayout) -> Iterator[str]:
    """Time, with the names of its months."""
    top, bottom = layout.tape
    letters = layout.frame.letters
    tooth = letters * 0.3
    rest = bottom - top - 3 * tooth
    yield (
        f'<path d="M{layout.left:.1f} {top:.1f}H{layout.tape_end:.1f}l{-tooth:.1f} {tooth:.1f} '
        f"{tooth:.1f} {tooth:.1f}{-tooth:.1f} {tooth:.1f} {tooth:.1f} {rest:.1f}"
        f'H{layout.left:.1f}z" fill="{token("tape")}" stroke="{token("edge")}" stroke-width="3"/>'
    )
    line = bottom - letters * 0.48
    for month in layout.months:
        if month.left > layout.left + 1:
            yield (
                f'<path d="M{month.left:.1f} {top:.1f}v{letters * 0.4:.1f}" '
                f'stroke="{token("edge")}" stroke-width="3"/>'
            )
        middle = (month.left + month.right) / 2
        if month.label:
            yield text(middle, line, month.label, Style(letters, 400, anchor="middle"))
    if layout.end_label:
        middle = (layout.until + layout.tape_end) / 2
        yield text(middle, line, layout.end_label, Style(letters, 400, anchor="middle"))
    if layout.apart:
        middle = sum(layout.apart) / 2
        yield text(middle, line, layout.apart_label, Style(letters, 400, anchor="middle"))


def _names(names: Sequence[NameLabel]) -> Iterator[str]:
    for one in names:
        party = one.party
        yield tile_mark(one.left + one.tile / 2, one.middle, one.tile, party.tile)
        style = Style(one.size, 400 if party.gone else 700, "muted" if party.gone else "ink")
        first = one.middle + one.size * (0.36 - 0.55 * (len(one.lines) - 1))
        for at, line in enumerate(one.lines):
            yield text(one.text, first + at * one.size * 1.1, line, style)


def _meetings(layout: YearLayout) -> Iterator[str]:
    """The names and days of the meetings below the tape."""
    letters, bottom = layout.frame.letters, layout.tape[1]
    under = bottom + letters * 0.9
    for one in meeting_labels(layout):
        yield (
            f'<path d="M{one.mark.x:.1f} {bottom:.1f}L{one.x:.1f} {under:.1f}" '
            f'stroke="{token("ink")}" stroke-width="3"/>'
        )
        held = one.meeting.held
        for at, line in enumerate(one.lines):
            bold = held and (at == 0)
            style = Style(letters, 700 if bold else 400, "ink" if held else "muted", "middle")
            yield text(one.x, under + letters * (0.95 + at * 1.1), line, style)

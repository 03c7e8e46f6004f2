"""The web of visits: organisations on a ring, and an arrow from each visitor to its host. Pure.

Names stand outside the ring, so that arrows never cross them. Up to six organisations stand all
around; more stand in two columns that bulge like a ring, so that any number of names fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, dist, hypot, pi, sin, sqrt

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import set_block

# Px of the picture, shown about as large: beside the rows, and below them.
ROUND_WIDE, COLUMNS_WIDE = 380, 900
ROUND_MOST = 6
_PAIR, _LEVEL = 2, 0.1
_SIZES = ((16, 2), (15, 3))
_LINE = 1.2
_GAP, _HEAD = 6.0, 13.0
# Along its curve an arrow is looked at in so many places.
_STEPS = 60
_USUAL, _OPEN = 3.0, 6.0
# How far a curve bends to the middle, and two of one pair from each other.
_INWARD, _APART = 0.22, 24.0
_BESIDE = 6.0
Point = tuple[float, float]


@dataclass(frozen=True)
class WebParty:
    """An organisation of the web. `short` stands where the name does not fit."""

    id: str
    name: str
    tile: int
    short: str = ""


@dataclass(frozen=True)
class WebVisit:
    """A visit of the web, by ids. `open`: drawn thicker and in ox blood, above the others."""

    visitor: str
    host: str
    open: bool = False


@dataclass(frozen=True)
class _OnRing:
    """Where an organisation stands: its middle, the size of its tile, and its name's place."""

    party: WebParty
    at: Point
    size: float
    side: str
    room: float

    @property
    def leave(self) -> Point:
        """Where arrows leave: in a column at the inner side of the tile, else its middle."""
        return self._door(_BESIDE)

    @property
    def arrive(self) -> Point:
        """Where they arrive: in a column a little above where others leave."""
        return self._door(-_BESIDE)

    def _door(self, lower: float) -> Point:
        reach = self.size / 2 + _GAP
        inner = {"right": -reach, "left": reach}.get(self.side, 0.0)
        return (self.at[0] + inner, self.at[1] + (lower if inner else 0.0))


def visit_web(parties: Sequence[WebParty], visits: Sequence[WebVisit], title: str) -> str:
    """The web as a whole SVG file, `ROUND_WIDE` px wide up to `ROUND_MOST` organisations, else
    `COLUMNS_WIDE`; `title` is what a screen reader says. Those who
    visit each other stand side by side where that can be."""
    ordered = _along_visits(parties, visits)
    is_round = len(ordered) <= ROUND_MOST
    placed = _round(ordered) if is_round else _columns(ordered)
    wide = ROUND_WIDE if is_round else COLUMNS_WIDE
    high = max((one.at[1] for one in placed), default=60) + (84 if is_round else 44)
    where = {one.party.id: one for one in placed}
    middle = (wide / 2, sum(one.at[1] for one in placed) / max(1, len(placed)))
    pairs = {(one.visitor, one.host) for one in visits}
    arrows = "".join(
        _arrow(where[one.visitor], where[one.host], middle, one,
               both=(one.host, one.visitor) in pairs)
        for one in sorted(visits, key=lambda one: one.open)
        if one.visitor in where and one.host in where
    )  # fmt: skip
    names = "".join(_tile(one) + _name(one) for one in placed)
    return drawing.document(arrows + names, title, wide, round(high))


def _along_visits(parties: Sequence[WebParty], visits: Sequence[WebVisit]) -> list[WebParty]:
    """The organisations, each followed by one that it visits, as far as that goes."""
    hosts: dict[str, list[str]] = {}
    for one in visits:
        hosts.setdefault(one.visitor, []).append(one.host)
    left = {one.id: one for one in parties}
    found: list[WebParty] = []
    while left:
        now = next(iter(left.values()))
        while now is not None:
            found.append(left.pop(now.id))
            after = next((one for one in hosts.get(now.id, ()) if one in left), None)
            now = left[after] if after else None  # type: ignore[assignment]
    return found


def _round(parties: Sequence[WebParty]) -> list[_OnRing]:
    """All around, the first on top."""
    count, size, half = len(parties), 48.0, ROUND_WIDE / 2
    across, down = 122.0, 124.0 if count > _PAIR else 80.0
    found = []
    for at, one in enumerate(parties):
        turn = 2 * pi * at / count - pi / 2
        x, y = half + across * cos(turn), down + 84 + down * sin(turn)
        side = "above" if sin(turn) < _LEVEL else "below"
        found.append(_OnRing(one, (x, y), size, side, min(180.0, 2 * min(x, 2 * half - x) - 6)))
    return found


def _columns(parties: Sequence[WebParty]) -> list[_OnRing]:
    """The first half goes down on the right, the second up on the left."""
    half = (len(parties) + 1) // 2
    step, size = min(84.0, max(46.0, 560 / half)), 34.0
    found = []
    for at, one in enumerate(parties):
        right = at < half
        rows = half if right else len(parties) - half
        row = at if right else len(parties) - 1 - at
        y = 40 + (half - rows) * step / 2 + row * step
        height = (2 * (row + 0.5) / rows) - 1
        x = 130 + 90 * sqrt(max(0.0, 1 - height * height))
        middle = COLUMNS_WIDE / 2 + (x if right else -x)
        room = COLUMNS_WIDE / 2 - x - size / 2 - 24
        found.append(_OnRing(one, (middle, y), size, "right" if right else "left", room))
    return found


def _tile(one: _OnRing) -> str:
    return drawing.tile_mark(*one.at, one.size, one.party.tile)


def _name(one: _OnRing) -> str:
    """The name outside the ring, in ink."""
    x, y = one.at
    most = tuple((size, min(lines, 2) if one.side in ("left", "right") else lines)
                 for size, lines in _SIZES)  # fmt: skip
    block = set_block(one.party.name, one.room, most, short=one.party.short)
    high = block.size * _LINE
    total = high * len(block.lines)
    if one.side == "above":
        first, anchor, left = y - one.size / 2 - 10 - total + high * 0.8, "middle", x
    elif one.side == "below":
        first, anchor, left = y + one.size / 2 + 8 + high * 0.8, "middle", x
    else:
        first = y - total / 2 + high * 0.78
        away = one.size / 2 + 12
        anchor, left = ("start", x + away) if one.side == "right" else ("end", x - away)
    return "".join(
        drawing.text(left, first + at * high, line,
                     drawing.Style(block.size, 700, "ink", anchor))  # type: ignore[arg-type]
        for at, line in enumerate(block.lines)
    )  # fmt: skip


def _arrow(start: _OnRing, end: _OnRing, middle: Point, visit: WebVisit, *, both: bool) -> str:
    """A curve from tile to tile that bends to the middle; of two that go both ways each bends to
    its own side."""
    bend = _bend(start, end, middle, both=both)
    line = list(_outside(start, end, bend))
    if len(line) < _PAIR:
        return ""
    wide = _OPEN if visit.open else _USUAL
    colour = drawing.token("accent" if visit.open else "ink")
    head = _HEAD * (1.35 if visit.open else 1)
    tip, back = line[-1], next((one for one in reversed(line) if dist(one, line[-1]) >= head),
                               line[0])  # fmt: skip
    shaft = [one for one in line if dist(one, tip) >= head * 0.8]
    if len(shaft) < _PAIR:
        shaft = [line[0], back]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shaft)
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}"'
        f' stroke-linecap="round"/><path d="{_head(tip, back, head)}" fill="{colour}"/>'
    )


def _bend(start: _OnRing, end: _OnRing, middle: Point, *, both: bool) -> Point:
    """The point that the curve bends to."""
    one, other = start.leave, end.arrive
    half = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    if start.side == end.side and start.side in ("left", "right"):
        # Within a column the arrow goes around the tiles between: the farther, the wider.
        away = 34 + 0.3 * abs(one[1] - other[1])
        return (half[0] + (away if start.side == "left" else -away), half[1])
    found = (half[0] + (middle[0] - half[0]) * _INWARD, half[1] + (middle[1] - half[1]) * _INWARD)
    if not both:
        return found
    across, down = other[0] - one[0], other[1] - one[1]
    length = hypot(across, down) or 1
    return (found[0] - down / length * _APART, found[1] + across / length * _APART)


def _outside(start: _OnRing, end: _OnRing, bend: Point) -> Iterator[Point]:
    """The places of the curve that lie outside both tiles."""
    for step in range(_STEPS + 1):
        part = step / _STEPS
        point = (
            _between(start.leave[0], bend[0], end.arrive[0], part),
            _between(start.leave[1], bend[1], end.arrive[1], part),
        )
        if not _within(point, start) and not _within(point, end):
            yield point


def _within(point: Point, one: _OnRing) -> bool:
    reach = one.size / 2 + _GAP - 0.1
    return max(abs(point[0] - one.at[0]), abs(point[1] - one.at[1])) < reach


def _between(start: float, bend: float, end: float, part: float) -> float:
    """A place on a quadratic Bézier curve, along one axis."""
    return (1 - part) ** 2 * start + 2 * part * (1 - part) * bend + part**2 * end


def _head(tip: Point, back: Point, length: float) -> str:
    """The three corners of the head of an arrow."""
    across, down = tip[0] - back[0], tip[1] - back[1]
    far = hypot(across, down) or 1
    across, down = across / far, down / far
    foot = (tip[0] - across * length, tip[1] - down * length)
    wide = length * 0.52
    one = (foot[0] - down * wide, foot[1] + across * wide)
    other = (foot[0] + down * wide, foot[1] - across * wide)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (tip, one, other)) + "Z"

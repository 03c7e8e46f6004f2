"""The web of visits, drawn: the tiles of the organisations on an oval, and the steps of each visit.

The order on the oval is the one with the fewest arrows that cross, of all orders when there are few
tiles, else found by swapping two at a time.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Literal

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import set_block
from exercises.kit.drawing.svg import FOOTPRINT, Style, text, tile_mark, token

_WIDE, _HIGH, _TILE, _MARGIN = 1660, 1120, 120, 150
_ALL_ORDERS = 7
_BEND, _APART = 0.14, 104
# Room of a number, between two footsteps, and of each beside the way; in px as the drawing.
_BADGE, _STEP, _BESIDE = 44, 30, 8
_NAME_ROOM = 340
_SIZES = ((32, 1), (28, 2), (26, 3))
_ANCHORS: Mapping[int, Literal["start", "middle", "end"]] = {-1: "end", 0: "middle", 1: "start"}


@dataclass(frozen=True)
class Arrow:
    """A visit: its `number`, and the tiles of guest and host."""

    number: int
    guest: int
    host: int


def web(houses: Sequence[tuple[int, str]], arrows: Sequence[Arrow]) -> str:
    """An SVG; `houses` are tile and name of each organisation."""
    places = _places([number for number, _name in houses], arrows)
    parts = []
    for at, one in enumerate(arrows):
        # Who went twice to the same house has two ways side by side.
        again = sum((was.guest, was.host) == (one.guest, one.host) for was in arrows[:at])
        parts.append(_steps(one, places, _BEND * (1 + again)))
    parts += [_house(number, name, places[number]) for number, name in houses]
    return drawing.document("".join(parts), "", _WIDE, _HIGH)


def order(tiles: Sequence[int], arrows: Sequence[Arrow]) -> list[int]:
    """The tiles in the order in which the fewest arrows cross; the first one stays first."""
    if len(tiles) <= _ALL_ORDERS:
        rests = permutations(tiles[1:])
        return min(([*tiles[:1], *rest] for rest in rests), key=lambda one: crossings(one, arrows))
    best = list(tiles)
    improved = True
    while improved:
        improved = False
        for left, right in combinations(range(1, len(best)), 2):
            other = [*best]
            other[left], other[right] = other[right], other[left]
            if crossings(other, arrows) < crossings(best, arrows):
                best, improved = other, True
    return best


def crossings(tiles: Sequence[int], arrows: Sequence[Arrow]) -> int:
    """How many pairs of arrows cross when the tiles stand on a ring in this order."""
    at = {tile: place for place, tile in enumerate(tiles)}
    chords = {tuple(sorted((at[one.guest], at[one.host]))) for one in arrows}
    return sum(
        first < third < second < fourth or third < first < fourth < second
        for (first, second), (third, fourth) in combinations(sorted(chords), 2)
    )


def _places(tiles: Sequence[int], arrows: Sequence[Arrow]) -> dict[int, tuple[float, float]]:
    ring = order(tiles, arrows)
    found = {}
    for at, number in enumerate(ring):
        angle = 2 * math.pi * at / len(ring) - math.pi / 2
        x = _WIDE / 2 + (_WIDE / 2 - _MARGIN - _TILE / 2) * math.cos(angle)
        y = _HIGH / 2 + (_HIGH / 2 - _MARGIN - 30) * math.sin(angle)
        found[number] = (x, y)
    return found


def _house(number: int, name: str, place: tuple[float, float]) -> str:
    x, y = place
    below = y >= _HIGH / 2
    # At the sides a name begins at its tile and goes outward, since ways begin at the inner side.
    side = 0 if abs(x - _WIDE / 2) < _TILE else (1 if x > _WIDE / 2 else -1)
    room = _NAME_ROOM if not side else _WIDE / 2 - abs(x - _WIDE / 2) + _TILE / 2
    lines = set_block(name, room, _SIZES)
    top = y + _TILE / 2 + 40 if below else y - _TILE / 2 - 16 - 36 * (len(lines.lines) - 1)
    named = "".join(
        text(
            x - side * _TILE / 2, top + 36 * at, line, Style(lines.size, 700, anchor=_ANCHORS[side])
        )
        for at, line in enumerate(lines.lines)
    )
    return tile_mark(x, y, _TILE, number) + named


def _steps(one: Arrow, places: dict[int, tuple[float, float]], bend: float) -> str:
    """Footsteps along an arc from guest to host, with the number of the visit where it begins."""
    (x1, y1), (x2, y2) = places[one.guest], places[one.host]
    long = math.hypot(x2 - x1, y2 - y1) or 1
    middle = ((x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend)
    prints = []
    count = max(2, int((long - 2 * _APART - _BADGE) / _STEP))
    for step in range(count + 1):
        way = (_APART + _BADGE + step * (long - 2 * _APART - _BADGE) / count) / long
        x, y, angle = _on_arc((x1, y1), middle, (x2, y2), way)
        side = _BESIDE if step % 2 else -_BESIDE
        turned = f"translate({x:.1f} {y:.1f}) rotate({angle:.1f}) translate(0 {side})"
        prints.append(f'<path d="{FOOTPRINT}" transform="{turned} scale(.8)"/>')
    x, y, _angle = _on_arc((x1, y1), middle, (x2, y2), _APART / long)
    return (
        f'<g fill="{token("ink")}">{"".join(prints)}</g>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="24" fill="{token("sheet")}" '
        f'stroke="{token("ink")}" stroke-width="4"/>'
        + text(x, y + 11, str(one.number), Style(30, 700, anchor="middle"))
    )


def _on_arc(
    start: tuple[float, float], middle: tuple[float, float], end: tuple[float, float], way: float
) -> tuple[float, float, float]:
    """The point so far (0 to 1) along an arc, and the angle in degrees of who walks there."""
    left = 1 - way
    x, y = (left * left * a + 2 * left * way * b + way * way * c
            for a, b, c in zip(start, middle, end, strict=True))  # fmt: skip
    across, down = (left * (b - a) + way * (c - b)
                    for a, b, c in zip(start, middle, end, strict=True))  # fmt: skip
    return x, y, math.degrees(math.atan2(down, across))

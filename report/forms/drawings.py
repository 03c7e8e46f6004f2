"""Drawings of the product as SVG for documents: tiles, signs, covers, floors.

All are decoration: what they tell stands in words beside them. Lengths are in units of the drawing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import exercises
from exercises.document import Heading
from exercises.kit.drawing.svg import figure, symbol, tile_number, token

AREAS = (1, 2, 3, 4)
# A page is 2100 units wide: ten for each millimetre.
PAGE = 2100
_POSES = ("staat", "zwaait", "koffie", "staat", "staat", "zij", "staat", "koffie", "zwaait", "zij")
_FIGURE_HIGH = 208 / 140
# How far soles stand below the upper edge of the tiles.
_DEPTH = 20
_FLOOR_HIGH = 1050
# Of the floor under a quotation: how high the picture is, and where the wall meets the floor.
GROUND_HIGH, _WALL, _MOST_GUESTS = 640, 70, 6
_PAIR_HIGH = 800
_NARROWEST_ROW = 6
_WIDEST_ROW = 16
_VIEW_BOX = re.compile(r"""viewBox\s*=\s*["']([^"']*)["']""")
_ROOT = re.compile(r"<svg\b[^>]*>")


def whole(box: str, inside: str) -> str:
    """A file of its own around SVG; `box` is its viewBox."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'


@lru_cache
def tile(number: int) -> str:
    """The tile of an organisation, with its corners; 100 by 100."""
    return whole("0 0 100 100", symbol(f"tegel-{tile_number(number)}"))


@lru_cache
def area(number: int) -> str:
    """The sign of an area, 60 by 60; the mark of the product for a number that is no area."""
    return whole("0 0 60 60", symbol(f"gebied-{number}" if number in AREAS else "merk"))


@lru_cache
def exercise(kind: str) -> str:
    """The sign of an exercise, 60 by 60: that of its area where it has one; "" for an unknown
    kind."""
    known = exercises.of_kind(kind)
    if known is not None and known.area is not None:
        return area(known.area)
    path = exercises.sign_of(kind)
    return "" if path is None else path.read_text("utf-8")


@lru_cache
def mark() -> str:
    """The mark of the product, 60 by 60."""
    return whole("0 0 60 60", symbol("merk"))


def sign_of(heading: Heading) -> str:
    """The one drawing that stands before a heading; "" for none."""
    if heading.tile:
        return tile(heading.tile)
    if heading.area:
        return area(heading.area)
    return exercise(heading.kind) if heading.kind else ""


@dataclass(frozen=True)
class CoverArt:
    """The floor of a cover and who stands on it, as wide as the page; `high` in units. `pair`: two
    large people at the right instead of two on each tile."""

    svg: str
    high: float
    pair: bool


def cover(rows: tuple[tuple[int, ...], ...], most: int | None = None) -> CoverArt:
    """The drawing of a cover; its floor is 1050 units high or a bit more or less, or as high as
    `most` rows of tiles."""
    floor_rows, pair = _arranged(rows)
    columns = len(floor_rows[0])
    size = PAGE / columns
    shown = max(1, round(_FLOOR_HIGH / size)) if most is None else most
    tiles = floor_rows[:shown] + [(0,) * columns] * (shown - len(floor_rows))
    standing = _pair(tiles[0]) if pair else _people(tiles[0], size)
    above = _PAIR_HIGH if pair else size * 0.7 * _FIGURE_HIGH
    laid = "".join(
        _laid(number, column * size, above + line * size, size)
        for line, row in enumerate(tiles)
        for column, number in enumerate(row)
    )
    high = above + shown * size
    moved = f'<g transform="translate(0 {above:.1f})">{standing}</g>'
    return CoverArt(whole(f"0 0 {PAGE} {high:.1f}", laid + moved), high, pair)


def _arranged(rows: tuple[tuple[int, ...], ...]) -> tuple[list[tuple[int, ...]], bool]:
    """Rows of equal length that fill the width, and whether all of it is of one organisation."""
    first = [number for row in rows[:1] for number in row]
    if len({number for number in first if number}) == 1:
        own = next(number for number in first if number)
        wide = _NARROWEST_ROW
        return [
            tuple(own if (line + column) % 2 == 0 else 0 for column in range(wide))
            for line in range(3)
        ], True
    longest = min(max((len(row) for row in rows), default=0), _WIDEST_ROW)
    wide = max(_NARROWEST_ROW, longest)
    if longest and (wide - longest) % 2:
        # So that the organisations stand in the middle.
        wide += 1
    cut = [row[at : at + wide] for row in rows for at in range(0, len(row), wide)]
    left = (wide - max((len(row) for row in cut), default=0)) // 2
    padded = [((0,) * left + row + (0,) * wide)[:wide] for row in cut]
    return padded or [(0,) * wide], False


def _laid(number: int, x: float, y: float, size: float) -> str:
    """One tile with its upper left corner on (x, y); a bare one for 0."""
    place = f"translate({x:.1f} {y:.1f}) scale({size / 100:.4f})"
    if number:
        return f'<g transform="{place}">{symbol(f"tegel-{tile_number(number)}")}</g>'
    ground = f'<path d="M0 0h100v100H0z" fill="{token("floor")}" stroke="{token("ink")}" '
    return f'<g transform="{place}">{ground}stroke-width="2"/></g>'


def _people(row: tuple[int, ...], size: float) -> str:
    """Two people on each tile of a row, their soles just on it."""
    drawn = ""
    for column, number in enumerate(row):
        if not number:
            continue
        for side in (0, 1):
            pose = _POSES[(2 * column + side) % len(_POSES)]
            x = size * (column + 0.5 + (-0.16 if side == 0 else 0.16))
            mirrored = side == 0 and pose != "staat"
            drawn += figure(x, _DEPTH, size * 0.68, number, pose, mirrored=mirrored)
    return drawn


def _pair(row: tuple[int, ...]) -> str:
    """Two large people at the right of the floor."""
    own = next((number for number in row if number), 0)
    if not own:
        return ""
    one = figure(1465, 50, 560, own, "zij", mirrored=True)
    return one + figure(1690, 50, 560, own, "zwaait")


@lru_cache
def ground(guests: tuple[int, ...]) -> str:
    """The floor at the foot of a page for a quotation, 2100 by 640, with its guests at the
    right."""
    middle, high = PAGE / 2, GROUND_HIGH
    lines = "".join(
        f"M{middle + x * 0.55:.0f} {_WALL} L{middle + x * 1.5:.0f} {high}"
        for x in range(-4050, 3001, 150)
    )
    y, step = float(_WALL), 14.0
    while y < high:
        lines += f"M0 {y:.0f}h{PAGE}"
        y, step = y + step, step * 1.5
    edge, joint, floor = token("edge"), token("joint"), token("floor")
    area_ = f"M0 {_WALL}h{PAGE}v{high - _WALL}H0z"
    drawn = (
        f'<clipPath id="c"><path d="{area_}"/></clipPath><path d="{area_}" fill="{floor}"/>'
        f'<path clip-path="url(#c)" d="{lines}" stroke="{joint}" stroke-width="2.5" fill="none"/>'
        f'<path d="M0 {_WALL - 12}h{PAGE}v12H0z" fill="{token("sheet")}"/>'
        f'<path d="M0 {_WALL - 12}h{PAGE}M0 {_WALL}h{PAGE}" stroke="{edge}" stroke-width="2.4"/>'
    )
    shown = guests[:_MOST_GUESTS]
    for at, number in enumerate(shown):
        x = 1800 - 300 * (len(shown) - 1 - at)
        drawn += figure(x, 430, 222, number, "koffie", mirrored=0 < at == len(shown) - 1)
    return whole(f"0 0 {PAGE} {high}", drawn)


def cropped(svg: str, crop: tuple[float, float, float, float]) -> str:
    """Only a part of the drawing: x, y, width, height in its own units."""
    found = _ROOT.search(svg)
    if found is None:
        return svg
    box = " ".join(f"{value:g}" for value in crop)
    root = re.sub(r"""\s(?:viewBox|width|height)\s*=\s*(?:"[^"]*"|'[^']*')""", "", found.group())
    inner = f'{root[:-1]} viewBox="{box}" width="{crop[2]:g}" height="{crop[3]:g}">'
    return svg[: found.start()] + inner + svg[found.end() :]


def proportion(svg: str) -> float:
    """Width of a drawing by its height; 0 when it does not say."""
    found = _ROOT.search(svg)
    if found is None:
        return 0.0
    box = _VIEW_BOX.search(found.group())
    if box:
        numbers = re.split(r"[\s,]+", box.group(1).strip())
    else:
        numbers = ["0", "0", *(_length(found.group(), name) for name in ("width", "height"))]
    try:
        wide, high = float(numbers[2]), float(numbers[3])
    except (ValueError, IndexError):
        return 0.0
    return wide / high if wide > 0 and high > 0 else 0.0


def _length(root: str, name: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*["']\s*([\d.]+)""", root)
    return found.group(1) if found else ""

"""The web of visits as SVG, for the screen and for the export: attributes only, no styles.

Each house is drawn shut and open; each visit has its guests, their label and its soles, so that the
screen can let them arrive one after another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exercises.kit.drawing.lettering import fit, width
from exercises.kit.drawing.svg import Style, figure, text, tile_mark, token
from exercises.kit.web.layout import Web, WebCell
from exercises.kit.web.soles import soles
from state.language import _

_LIGHT, _WALL_LIGHT, _LINE = "#F6D77E", "#F9E5A6", "#B5604F"
_SIZES, _LABEL_SIZE = (34, 31, 28), 28
_TILE, _SMALL_TILE = 40, 28
_FIGURE_HIGH, _FIGURE_BOX = 0.74, 140 / 208
_FIGURE_GAP, _MOST_FIGURES = 0.43, 4
_LEAF, _FRAME = 0.26, 8


@dataclass(frozen=True)
class DrawnHouse:
    """An organisation as it is drawn: name, short name and tile."""

    name: str
    short: str
    tile: int | None


@dataclass(frozen=True)
class DrawnVisit:
    """A visit as it is drawn: the tile of the visitor, the poses of who go, and what stands on the
    label: their names, else the visitor's; `organisation` is the visitor's short name."""

    tile: int | None
    poses: tuple[str, ...]
    label: str
    organisation: str


@dataclass(frozen=True)
class HouseDrawing:
    """A house: plate and shut door, and the open door that comes over it."""

    shut: str
    open: str


def house(cell: WebCell, drawn: DrawnHouse, received: int) -> HouseDrawing:
    """The plate of an organisation, its door shut, and open when somebody comes."""
    plate = _plate(cell, drawn)
    if not cell.door:
        more = _more(cell) if cell.more else ""
        return HouseDrawing(plate, more)
    shut = plate + _door(cell, *_doorway(cell, 1))
    return HouseDrawing(shut, _opened(cell, *_doorway(cell, received)) if received else "")


def visit(
    cell: WebCell, at: int, drawn: Mapping[str, DrawnVisit]
) -> tuple[str, str]:  # fmt: skip
    """Guests and label of the visit at that place among those that a house shows."""
    one = drawn[cell.shown[at]]
    if not cell.door:
        return _line(cell, at, one), ""
    return _guests(cell, at, drawn), _label(cell, at, one)


def ways(found: Web, tiles: Mapping[str, int | None]) -> dict[str, str]:
    """The soles of each visit by its id."""
    return {key: soles(way, found.lane, tiles[key]) for key, way in found.ways.items()}


def _plate(cell: WebCell, drawn: DrawnHouse) -> str:
    high = cell.plate - 6
    tile = min(_TILE, high - 8)
    room = cell.wide - tile - 40
    size = next((one for one in _SIZES if width(drawn.name, one) <= room), _SIZES[-1])
    size = min(size, max(_LABEL_SIZE, int(high * 0.72)))
    name = fit(drawn.name, size, room, short=drawn.short)
    wide = width(name, size) + tile + 34
    left = cell.middle - wide / 2
    return (
        f'<path d="M{left:.1f} {cell.top:.1f}h{wide:.1f}v{high:.1f}h{-wide:.1f}z" '
        f'fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="3.5"/>'
        + tile_mark(left + 8 + tile / 2, cell.top + high / 2, tile, drawn.tile)
        + text(left + tile + 20, cell.top + high / 2 + size * 0.35, name, Style(size))
    )


def _figure_width(cell: WebCell) -> float:
    return cell.door * _FIGURE_HIGH * _FIGURE_BOX


def _doorway(cell: WebCell, received: int) -> tuple[float, float]:
    """Left and width of the opening: a door for two people, wider where more visits come."""
    one = _figure_width(cell) * _FIGURE_GAP / _FIGURE_BOX
    wide = one * 2.3 * max(1, received)
    wide = min(wide, cell.wide - 2 * _FRAME - cell.door * _LEAF)
    left = cell.middle - (wide + cell.door * _LEAF) / 2
    return left, wide


def _door(cell: WebCell, left: float, wide: float) -> str:
    top, foot = cell.top + cell.plate, cell.top + cell.plate + cell.door - 4
    high = foot - top - _FRAME
    ink = token("ink")
    inner = min(18.0, wide / 6)
    panel = (high - 3 * inner) / 2
    return (
        _frame(left, wide, top, foot)
        + f'<path d="M{left:.1f} {top + _FRAME:.1f}h{wide:.1f}V{foot:.1f}h{-wide:.1f}z" '
        f'fill="{token("accent")}" stroke="{ink}" stroke-width="3.5"/>'
        f'<path d="M{left + inner:.1f} {top + _FRAME + inner:.1f}h{wide - 2 * inner:.1f}'
        f"v{panel:.1f}h{-(wide - 2 * inner):.1f}zM{left + inner:.1f} "
        f"{top + _FRAME + 2 * inner + panel:.1f}h{wide - 2 * inner:.1f}v{panel:.1f}"
        f'h{-(wide - 2 * inner):.1f}z" fill="none" stroke="{_LINE}" stroke-width="3"/>'
        f'<circle cx="{left + wide - inner / 2 - 2:.1f}" cy="{top + high * 0.55:.1f}" r="5" '
        f'fill="{token("org-1")}" stroke="{ink}" stroke-width="2.5"/>'
    )


def _frame(left: float, wide: float, top: float, foot: float) -> str:
    return (
        f'<path d="M{left - _FRAME:.1f} {foot:.1f}V{top:.1f}h{wide + 2 * _FRAME:.1f}V{foot:.1f}z" '
        f'fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="3.5"/>'
    )


def _opened(cell: WebCell, left: float, wide: float) -> str:
    """Light in the doorway, and the leaf that stands open beside it."""
    top, foot = cell.top + cell.plate, cell.top + cell.plate + cell.door - 4
    inside, ink = top + _FRAME, token("ink")
    floor = foot - cell.door * 0.16
    leaf, fall = cell.door * _LEAF, cell.door * 0.06
    right = left + wide
    return (
        _frame(left, wide, top, foot)
        + f'<path d="M{left:.1f} {inside:.1f}h{wide:.1f}V{foot:.1f}h{-wide:.1f}z" fill="{_LIGHT}" '
        f'stroke="{ink}" stroke-width="3.5"/>'
        f'<path d="M{left + 2:.1f} {floor:.1f}h{wide - 4:.1f}V{foot - 2:.1f}h{4 - wide:.1f}z" '
        f'fill="{_WALL_LIGHT}"/>'
        f'<path d="M{right:.1f} {inside:.1f}l{leaf:.1f} {fall:.1f}V{foot + fall:.1f}'
        f'L{right:.1f} {foot:.1f}z" fill="{token("accent")}" stroke="{ink}" stroke-width="3.5" '
        f'stroke-linejoin="round"/>'
        f'<circle cx="{right + leaf * 0.8:.1f}" cy="{(inside + foot) / 2:.1f}" r="4.5" '
        f'fill="{token("org-1")}" stroke="{ink}" stroke-width="2.5"/>'
    )


def _guests(cell: WebCell, at: int, drawn: Mapping[str, DrawnVisit]) -> str:
    """The guests of one visit, in their part of the doorway."""
    received = len(cell.shown)
    left, wide = _doorway(cell, received)
    shown = [drawn[one] for one in cell.shown]
    counts = [min(_MOST_FIGURES, len(one.poses)) for one in shown]
    gap = min(_figure_width(cell) * _FIGURE_GAP / _FIGURE_BOX, (wide - 8) / max(1, sum(counts)))
    before = sum(counts[:at])
    start = left + wide / 2 - gap * sum(counts) / 2 + gap * (before + 0.5)
    size = min(_figure_width(cell), gap * 2.4)
    foot = cell.top + cell.plate + cell.door - 12
    return "".join(
        figure(start + gap * n, foot, size, shown[at].tile, pose)
        for n, pose in enumerate(shown[at].poses[: counts[at]])
    )


def _label(cell: WebCell, at: int, one: DrawnVisit) -> str:
    """Who the guests are, on a strip under the door."""
    room = cell.wide - _SMALL_TILE - 30
    words = fit(one.label, _LABEL_SIZE, room, short=one.organisation)
    wide = width(words, _LABEL_SIZE) + _SMALL_TILE + 26
    left = cell.middle - wide / 2
    top = cell.top + cell.plate + cell.door + cell.label * at + 2
    high = cell.label - 4
    return (
        f'<path d="M{left:.1f} {top:.1f}h{wide:.1f}v{high:.1f}h{-wide:.1f}z" '
        f'fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="3"/>'
        + tile_mark(left + 7 + _SMALL_TILE / 2, top + high / 2, _SMALL_TILE, one.tile)
        + text(left + _SMALL_TILE + 15, top + high / 2 + 10, words, Style(_LABEL_SIZE))
    )


def _line(cell: WebCell, at: int, one: DrawnVisit) -> str:
    """Guests before the name of their home, on a line in the middle under the plate."""
    top = cell.top + cell.plate + cell.label * at
    size = (cell.label - 4) * _FIGURE_BOX
    count = min(2, len(one.poses))
    gap = size * 0.62
    wide = size + gap * (count - 1) + 10
    letters = _letters(cell)
    words = fit(one.organisation, letters, cell.wide - wide - 4)
    left = cell.middle - (wide + width(words, letters)) / 2
    drawn = "".join(
        figure(left + size / 2 + gap * n, top + cell.label - 6, size, one.tile, pose)
        for n, pose in enumerate(one.poses[:count])
    )
    return drawn + text(left + wide, top + cell.label * 0.7, words, Style(letters))


def _letters(cell: WebCell) -> int:
    """The letters on a line under a plate, larger where there is room."""
    return max(_LABEL_SIZE, min(_SIZES[0], int(cell.label * 0.64)))


def _more(cell: WebCell) -> str:
    """How many visits have no room under a plate."""
    top = cell.top + cell.plate + cell.label * len(cell.shown)
    words = _("en nog {n}").format(n=cell.more)
    return text(cell.middle, top + cell.label * 0.7, words, Style(_letters(cell), anchor="middle"))

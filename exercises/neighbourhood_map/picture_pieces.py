"""The pieces of the map as SVG text: pawns, their names, and the ways they went.

Screen, phone, console, export and look back all draw these, so that a pawn looks the same
everywhere. Lengths are px of the stage. Browsers take the text as markup under a policy without
inline styles, so everything is said in attributes of SVG.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.svg import Style, text, tile_colours, token
from exercises.kit.village.drawing import past_pawn, pawn
from exercises.neighbourhood_map.layout import (
    NAME_GAP,
    NAME_HIGH,
    NAME_PADDING,
    PAST_SCALE,
    PLATE_FOOT,
    PLATE_HIGH,
    PLATE_SIGN,
    DrawnPawn,
    PawnLayout,
)
from exercises.neighbourhood_map.layout_trails import DOT, NODE, PastPawn, Trail, dots

# A dot with room for a colour.
_BEAD = 6.5


def on_map(one: DrawnPawn, layout: PawnLayout) -> str:
    """A pawn with its name as it stands on the map, around its foot."""
    return _large(one, layout) if layout.mode == "pawns" else _plate(one, layout)


def pawns(layout: PawnLayout) -> str:
    """All pawns with their names, from the back to the front, and lines to where they were put."""
    standing = sorted(layout.figures, key=lambda one: one.y)
    legs = "".join(leg(one) for one in standing if one.leg)
    return legs + "".join(_at(one.x, one.y, on_map(one, layout)) for one in standing)


def bare(layout: PawnLayout, scale: float) -> str:
    """All pawns without names, so large; a sign tells whose each is."""
    standing = sorted(layout.figures, key=lambda one: one.y)
    legs = "".join(leg(one) for one in standing if one.leg)
    return legs + "".join(
        _at(one.x, one.y, f'<g transform="scale({scale:g})">{pawn(one.tile)}</g>')
        for one in standing
    )


def _at(x: float, y: float, content: str) -> str:
    return f'<g transform="translate({x:.1f} {y:.1f})">{content}</g>'


def leg(one: DrawnPawn) -> str:
    """The line from a pawn that had to make way to where it was really put."""
    ink, sheet = token("ink"), token("sheet")
    d = f"M{one.x} {one.y}L{one.true_x} {one.true_y}"
    return (
        f'<path d="{d}" stroke="{sheet}" stroke-width="8"/>'
        f'<path d="{d}" stroke="{ink}" stroke-width="4"/>'
        f'<circle cx="{one.true_x}" cy="{one.true_y}" r="8"'
        f' fill="{tile_colours(one.tile).fill}" stroke="{ink}" stroke-width="3.5"/>'
    )


def below(trails: Sequence[Trail], then: Sequence[PastPawn]) -> str:
    """What lies on the village under the pawns: the ways, and the pawns of earlier meetings."""
    ways = "".join(journey(one) if one.bent else walk(one) for one in trails)
    return ways + "".join(past(one) for one in sorted(then, key=lambda one: one.y))


def walk(trail: Trail) -> str:
    """The way walked after the talk: dots, and the sign where the pawn stood before."""
    x, y = trail.points[0]
    found, ink = dots(trail), token("ink")
    edge = "".join(f'<circle cx="{left}" cy="{top}" r="{DOT + 2.5}"/>' for left, top in found)
    inner = "".join(f'<circle cx="{left}" cy="{top}" r="{DOT}"/>' for left, top in found)
    return (
        f'<g fill="{token("sheet")}">{edge}</g><g fill="{ink}">{inner}</g>'
        f'<circle cx="{x}" cy="{y}" r="{NODE + 1.75}" fill="{tile_colours(trail.tile).fill}"'
        f' stroke="{ink}" stroke-width="3.5"/>'
        f"{drawing.sign(trail.tile, f'translate({x - 15:.1f} {y - 15:.1f}) scale(.3)')}"
    )


def journey(trail: Trail) -> str:
    """The way from meeting to meeting: dots in the colour of the organisation, whose sign stands
    at every place on the way."""
    fill, ink, sheet = tile_colours(trail.tile).fill, token("ink"), token("sheet")
    found = dots(trail)
    edge = "".join(f'<circle cx="{x}" cy="{y}" r="{_BEAD + 4}"/>' for x, y in found)
    inner = "".join(f'<circle cx="{x}" cy="{y}" r="{_BEAD}"/>' for x, y in found)
    return (
        f'<g fill="{sheet}">{edge}</g><g fill="{fill}" stroke="{ink}" stroke-width="3">{inner}</g>'
    )


@lru_cache(maxsize=64)
def bead(tile: int) -> str:
    """One dot of the way from meeting to meeting, around (0, 0)."""
    return (
        f'<circle r="{_BEAD + 4}" fill="{token("sheet")}"/><circle r="{_BEAD}"'
        f' fill="{tile_colours(tile).fill}" stroke="{token("ink")}" stroke-width="3"/>'
    )


def past(one: PastPawn) -> str:
    """A pawn of an earlier meeting where it stood then, with the numbers of those meetings."""
    place = f"translate({one.x} {one.y}) scale({PAST_SCALE})"
    drawn = f'<g transform="{place}">{past_pawn(one.tile)}</g>'
    return drawn + _number(one) if one.numbered else drawn


def _number(one: PastPawn) -> str:
    words = ", ".join(map(str, one.meetings))
    wide = 28 + 14 * len(words)
    left, top = one.x + 14, one.y - 26
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide}" height="36" rx="18"'
        f' fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="2.5"/>'
        f"{text(left + wide / 2, top + 28, words, Style(28, anchor='middle'))}"
    )


def _large(one: DrawnPawn, layout: PawnLayout) -> str:
    body = f'<g class="pawn-body"><g transform="scale({layout.scale})">{pawn(one.tile)}</g></g>'
    middle = one.label_left + one.label_width / 2
    style = Style(layout.letters, anchor="middle")
    words = text(middle, NAME_GAP + layout.letters * 1.06, one.name, style)
    return body + _label(one, NAME_GAP, NAME_HIGH, words)


def _plate(one: DrawnPawn, layout: PawnLayout) -> str:
    ink, sheet, top = token("ink"), token("sheet"), -PLATE_FOOT - PLATE_HIGH
    foot = (
        f'<path d="M-11 {-PLATE_FOOT - 1}L0 0L11 {-PLATE_FOOT - 1}z" fill="{ink}"'
        f' stroke="{sheet}" stroke-width="2" paint-order="stroke"/>'
    )
    sign = drawing.tile_mark(
        one.label_left + PLATE_SIGN / 2, top + PLATE_HIGH / 2, PLATE_SIGN, one.tile
    )
    left = one.label_left + PLATE_SIGN + NAME_PADDING
    words = text(left, top + layout.letters * 1.14, one.name, Style(layout.letters))
    return foot + _label(one, top, PLATE_HIGH, words) + sign


def _label(one: DrawnPawn, top: float, high: float, words: str) -> str:
    # Each name is written in the direction of its own script.
    words = words.replace("<text ", '<text unicode-bidi="plaintext" ', 1) if one.name else ""
    return (
        f'<g class="pawn-name"><rect x="{one.label_left:.1f}" y="{top}" '
        f'width="{one.label_width:.1f}" height="{high}" fill="{token("sheet")}" '
        f'stroke="{token("ink")}" stroke-width="2.5"/>{words}</g>'
    )

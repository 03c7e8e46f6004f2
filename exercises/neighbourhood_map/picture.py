"""The map as a picture for the report: the village, the pawns, and where they came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import set_block
from exercises.kit.drawing.svg import Style, text, tile_colours, token
from exercises.neighbourhood_map.config import AREA
from exercises.neighbourhood_map.layout import (
    NAME_GAP,
    NAME_HIGH,
    NAME_PADDING,
    PLATE_FOOT,
    PLATE_HIGH,
    PLATE_SIGN,
    Figure,
    Layout,
)
from exercises.neighbourhood_map.stage import MAP
from exercises.neighbourhood_map.trails import DOT, NODE, Trail, footsteps
from state.method import AREA_NAMES

_WIDE, _HIGH = 1920, 1080
_COLUMN, _COLUMN_TOP, _COLUMN_WIDE = 1464, 250, 384
_TITLE = ((60, 4), (52, 5), (44, 6), (36, 7))
# A pawn as in pawn.js: its body from the foot up, and its head.
_BODY = "M-34 0c0-30 16-34 16-62h36c0 28 16 32 16 62a34 9 0 0 1-68 0z"
_HEAD = '<circle cx="0" cy="-96" r="43"/>'


@dataclass(frozen=True)
class MapPicture:
    """What is in the picture. `dates`: when the meetings were that numbered trails speak of."""

    title: str
    caption: str
    layout: Layout
    trails: Sequence[Trail] = ()
    dates: Sequence[str] = ()


def svg(picture: MapPicture) -> str:
    """A self-contained SVG of 1920 x 1080."""
    figures = sorted(picture.layout.figures, key=lambda one: one.y)
    parts = [
        f'<path d="M0 0h{_WIDE}v{_HIGH}H0z" fill="{token("paper")}"/>',
        _village(),
        *(_trail(trail) for trail in picture.trails),
        *(_leg(figure) for figure in figures if figure.leg),
        *(_figure(figure, picture.layout) for figure in figures),
        _words(picture),
    ]
    return drawing.document("".join(parts), f"{picture.title} {picture.caption}")


@lru_cache(maxsize=1)
def _village() -> str:
    source = (Path(__file__).parent / "village.svg").read_text(encoding="utf-8")
    wide, high = MAP.right - MAP.left, MAP.bottom - MAP.top
    place = f'x="{MAP.left}" y="{MAP.top}" width="{wide}" height="{high}"'
    return re.sub(r'(<svg[^>]*?) width="\d+" height="\d+"', rf"\1 {place}", source, count=1)


def _trail(trail: Trail) -> str:
    ink, fill = token("ink"), tile_colours(trail.tile).fill
    parts = []
    if trail.numbers:
        d = "M" + "L".join(f"{x} {y}" for x, y in trail.points)
        line = 'fill="none" stroke-linejoin="round" stroke-linecap="round"'
        parts.append(f'<path d="{d}" {line} stroke="{ink}" stroke-width="15"/>')
        parts.append(f'<path d="{d}" {line} stroke="{fill}" stroke-width="9"/>')
    else:
        parts += [
            f'<circle cx="{x}" cy="{y}" r="{DOT + 1.25}" fill="{ink}"'
            f' stroke="{token("sheet")}" stroke-width="2.5"/>'
            for x, y in footsteps(trail)
        ]
    for at, (x, y) in enumerate(trail.points[:-1]):
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="{NODE + 1.75}" fill="{fill}"'
            f' stroke="{ink}" stroke-width="3.5"/>'
        )
        if trail.numbers:
            style = Style(28, 700, "ink", "middle")
            number = text(x, y + 10, str(trail.numbers[at]), style)
            parts.append(number.replace(f'fill="{ink}"', f'fill="{tile_colours(trail.tile).sign}"'))
        else:
            parts.append(drawing.sign(trail.tile, f"translate({x - 15} {y - 15}) scale(.3)"))
    return "".join(parts)


def _leg(figure: Figure) -> str:
    ink, sheet = token("ink"), token("sheet")
    d = f"M{figure.x} {figure.y}L{figure.true_x} {figure.true_y}"
    return (
        f'<path d="{d}" stroke="{sheet}" stroke-width="8"/>'
        f'<path d="{d}" stroke="{ink}" stroke-width="4"/>'
        f'<circle cx="{figure.true_x}" cy="{figure.true_y}" r="8"'
        f' fill="{tile_colours(figure.tile).fill}" stroke="{ink}" stroke-width="3.5"/>'
    )


def _figure(figure: Figure, layout: Layout) -> str:
    place = f'<g transform="translate({figure.x:.1f} {figure.y:.1f})">'
    draw = _pawn if layout.mode == "pawns" else _plate
    return f"{place}{draw(figure, layout)}</g>"


def _pawn(figure: Figure, layout: Layout) -> str:
    colours, ink = tile_colours(figure.tile), token("ink")
    shape = f'<path d="{_BODY}"/>{_HEAD}'
    body = (
        f'<g transform="scale({layout.scale})" stroke-linejoin="round">'
        f'<ellipse rx="46" ry="13" fill="{ink}" opacity=".28"/>'
        f'<g fill="{colours.fill}" stroke="{token("sheet")}" stroke-width="11">{shape}</g>'
        f'<g fill="{colours.fill}" stroke="{ink}" stroke-width="5">{shape}</g>'
        f"{drawing.sign(figure.tile, 'translate(-30 -126) scale(.6)')}</g>"
    )
    label = _label(figure, NAME_GAP, NAME_HIGH)
    middle = figure.label_left + figure.label_width / 2
    style = Style(layout.letters, anchor="middle")
    return body + label + text(middle, NAME_GAP + layout.letters * 1.06, figure.name, style)


def _plate(figure: Figure, layout: Layout) -> str:
    ink, top = token("ink"), -PLATE_FOOT - PLATE_HIGH
    foot = f'<path d="M-11 {-PLATE_FOOT - 1}L0 0L11 {-PLATE_FOOT - 1}z" fill="{ink}"/>'
    sign = drawing.tile_mark(
        figure.label_left + PLATE_SIGN / 2, top + PLATE_HIGH / 2, PLATE_SIGN, figure.tile
    )
    words = text(
        figure.label_left + PLATE_SIGN + NAME_PADDING, top + layout.letters * 1.14,
        figure.name, Style(layout.letters),
    )  # fmt: skip
    return foot + _label(figure, top, PLATE_HIGH) + sign + words


def _label(figure: Figure, top: float, high: float) -> str:
    return (
        f'<rect x="{figure.label_left:.1f}" y="{top}" width="{figure.label_width:.1f}"'
        f' height="{high}" fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="2.5"/>'
    )


def _words(picture: MapPicture) -> str:
    icon = drawing.symbol(f"gebied-{AREA}")
    parts = [
        f'<g transform="translate({MAP.left} 46)">{icon}</g>',
        text(148, 86, str(AREA), Style(30)),
        text(182, 86, AREA_NAMES[AREA], Style(30)),
    ]
    title = set_block(picture.title, _COLUMN_WIDE, _TITLE)
    y = float(_COLUMN_TOP)
    for line in title.lines:
        y += title.size * 1.08
        parts.append(text(_COLUMN, y, line, Style(title.size, spacing=-0.012)))
    caption = set_block(picture.caption, _COLUMN_WIDE, ((36, 4), (30, 6)), 400)
    y += 36
    for line in caption.lines:
        y += caption.size * 1.25
        parts.append(drawing.figures_bold(_COLUMN, y, line, Style(caption.size, 400, "muted")))
    y += 30
    for number, date in enumerate(picture.dates, start=1):
        y += 44
        parts.append(text(_COLUMN, y, f"{number}  {date}", Style(30, 400)))
    return "".join(parts)

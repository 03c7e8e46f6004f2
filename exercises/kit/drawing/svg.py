"""Pieces for SVG pictures made on the server, in the same look as the screen.

Shapes come from look/signs.svg and colours from look/tokens.css: neither is copied into Python, so
a change of the look reaches the pictures in the report too. Every function returns SVG text;
coordinates are px of the picture.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Literal
from urllib.parse import quote
from xml.etree import ElementTree

import resvg_py

from exercises.kit.drawing.lettering import FAMILY, Weight, clean, font_file

LOOK = Path(__file__).parent.parent / "look"
TILES = 12

# The box of a figure in the sprite is 140 x 208 and starts at x = -4. As FIGURE in figures.js.
FIGURE_WIDTH = 140
FIGURE_FOOT = (60.0, 201.0)
# A sole of 32 x 16, its middle at 0,0 and its toes to the right.
FOOTPRINT = "M-16 0c0-7 10-6 10-5v10c0 1-10 2-10-5zM-3-5c7-2 19-4 19 4s-12 8-19 6z"
_SIGN_PLACE = "translate(33 84) scale(.54)"
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class TileColours:
    """`fill` of the organisation and `sign`: the colour of the sign on it; both #RRGGBB."""

    fill: str
    sign: str


def safe(text: str) -> str:
    """The text as it may stand in an element or a quoted attribute of XML."""
    return escape(clean(text))


@lru_cache
def token(name: str) -> str:
    """Value of a colour in tokens.css, `token("ink")` -> "#1E2638". Raises KeyError for a name it
    doesn't hold.
    """
    return _tokens()[name]


@lru_cache
def _tokens() -> dict[str, str]:
    css = (LOOK / "tokens.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})\b", css))


@lru_cache
def _sprite() -> dict[str, ElementTree.Element]:
    """The symbols of the sprite by id."""
    ElementTree.register_namespace("", _SVG[1:-1])
    return {
        symbol.attrib["id"]: symbol
        for symbol in ElementTree.parse(LOOK / "signs.svg").iter(f"{_SVG}symbol")
    }


@lru_cache
def symbol(name: str) -> str:
    """What is inside a symbol of the sprite. Raises KeyError for a name it doesn't hold."""
    parts = (ElementTree.tostring(part, encoding="unicode") for part in _sprite()[name])
    return "".join(parts).replace(f' xmlns="{_SVG[1:-1]}"', "").replace("\n", "")


def tile_number(tile: int) -> int:
    """The tile 1..12 for any number: from organisation 13 on the tiles repeat."""
    return (tile - 1) % TILES + 1


@lru_cache
def tile_colours(tile: int | None) -> TileColours:
    """Colours of a tile; None is somebody whose organisation is not shown."""
    if tile is None:
        return TileColours(token("sheet"), token("ink"))
    symbol_ = _sprite()[f"tegel-{tile_number(tile)}"]
    fills = [
        part.attrib["fill"] for part in symbol_.iter() if part.attrib.get("fill", "none") != "none"
    ]
    # Ground, corner ornament and sign, in this order; the last two have the same colour.
    return TileColours(fills[0], fills[1])


def _sign_name(tile: int) -> str:
    """Id of the sign of a tile: the sprite has the twelve signs in the order of the tiles."""
    signs = [name for name in _sprite() if name.startswith("teken-")]
    return signs[tile_number(tile) - 1]


def sign(tile: int | None, place: str) -> str:
    """The bare sign (100 x 100 before the transform `place`); nothing for an organisation not
    shown.
    """
    if tile is None:
        return ""
    return f'<g transform="{place}" fill="{tile_colours(tile).sign}">{symbol(_sign_name(tile))}</g>'


def figure(
    x: float, y: float, size: float, tile: int | None, pose: str, *, mirrored: bool = False
) -> str:
    """Somebody standing with the soles on (x, y). `size`: width of the whole box in px. An unknown
    pose stands. Mirrored, the arms are on the other side and the sign is not turned.
    """
    name = f"figuur-{pose}"
    body = symbol(name if name in _sprite() else "figuur-staat")
    # resvg knows no CSS variables.
    body = re.sub(r"var\(--org,#\w+\)", tile_colours(tile).fill, body)
    scale = size / FIGURE_WIDTH
    left, top = x - FIGURE_FOOT[0] * scale, y - FIGURE_FOOT[1] * scale
    place = f"translate({left:.2f} {top:.2f}) scale({scale:.4f})"
    on_it = sign(tile, _SIGN_PLACE)
    if not mirrored:
        return f'<g transform="{place}">{body}{on_it}</g>'
    right = x + FIGURE_FOOT[0] * scale
    turned = f"translate({right:.2f} {top:.2f}) scale({-scale:.4f} {scale:.4f})"
    return f'<g transform="{turned}">{body}</g><g transform="{place}">{on_it}</g>'


def tile_mark(x: float, y: float, size: float, tile: int | None) -> str:
    """A tile of `size` px with its centre on (x, y): without the corner ornament, which would turn
    to dirt.
    """
    scale = size / 100
    fill, ink = tile_colours(tile).fill, token("ink")
    ground = f'<path d="M2 2h96v96H2z" fill="{fill}" stroke="{ink}" stroke-width="4"/>'
    place = f"translate({x - size / 2:.2f} {y - size / 2:.2f}) scale({scale:.4f})"
    return f'<g transform="{place}">{ground}{sign(tile, "translate(8 8) scale(.84)")}</g>'


@dataclass(frozen=True)
class Style:
    """How a text is set. `size`: font size in px; `spacing`: extra space between letters in em."""

    size: int
    weight: Weight = 700
    fill: str = "ink"
    anchor: Literal["start", "middle", "end"] = "start"
    spacing: float = 0


def text(x: float, y: float, words: str, style: Style) -> str:
    """One line of text with its baseline at y. The words are cleaned and escaped here, and must not
    be before.
    """
    return _text(x, y, safe(words), style)


def figures_bold(x: float, y: float, words: str, style: Style) -> str:
    """As `text`, with the numbers bold and in ink: '9 van de 12 staan er'."""
    # Cut before escaping: an escape such as &#x27; has digits too. Every second part is a number.
    parts = [escape(part) for part in re.split(r"([0-9]+)", clean(words))]
    parts[1::2] = [
        f'<tspan font-weight="700" fill="{token("ink")}">{part}</tspan>' for part in parts[1::2]
    ]
    return _text(x, y, "".join(parts), style)


def _text(x: float, y: float, content: str, style: Style) -> str:
    spacing = f' letter-spacing="{style.spacing * style.size:.2f}"' if style.spacing else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{style.anchor}" font-size="{style.size}" '
        f'font-weight="{style.weight}" fill="{token(style.fill)}"{spacing} '
        f'xml:space="preserve">{content}</text>'
    )


def document(content: str, title: str, wide: int = 1920, high: int = 1080) -> str:
    """A whole SVG file. `title` is what a screen reader says of the picture."""
    family = f"'{FAMILY}','Atkinson Hyperlegible',Verdana,sans-serif"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" role="img" font-family="{family}">'
        f"<title>{safe(title)}</title>{content}</svg>"
    )


def part(content: str, title: str, box: tuple[float, float, float, float]) -> str:
    """A whole SVG file that shows a part of a drawing: `box` is its left, top, width and height.
    What lies outside is cut off, also where a picture is not clipped by itself."""
    left, top, wide, high = (f"{number:g}" for number in box)
    family = f"'{FAMILY}','Atkinson Hyperlegible',Verdana,sans-serif"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" role="img" font-family="{family}">'
        f'<title>{safe(title)}</title><svg width="{wide}" height="{high}" overflow="hidden" '
        f'viewBox="{left} {top} {wide} {high}">{content}</svg></svg>'
    )


def address(box: str, inside: str) -> str:
    """A drawing as the address of an image; `box` is its viewBox, `inside` SVG of our own."""
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'
    return f"data:image/svg+xml,{quote(text, safe='')}"


def png(svg_text: str, width: int = 1920) -> bytes:
    """The picture as PNG, `width` px wide. Raises ValueError when the text is no SVG.

    System fonts are the fallback for characters that ours lack (Arabic, emoji); without one, such
    characters are not drawn.
    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg_text,
            width=width,
            font_files=[str(font_file(400)), str(font_file(700))],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )

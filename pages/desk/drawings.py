"""Drawings of the look as pictures for st.html: our own markup only, never what people typed.

Streamlit takes SVG elements out of st.html, so each drawing is an image with the SVG inside.
"""

from __future__ import annotations

from functools import lru_cache

import exercises
from exercises.kit.drawing import svg as drawing
from state.language import _
from state.models import TILES

SIGN_NAMES = (
    _("cirkel"), _("driehoek"), _("golf"), _("klaver"), _("vierkant"), _("druppel"),
    _("trap"), _("boog"), _("ring"), _("ruit"), _("zandloper"), _("balken"),
)  # fmt: skip
COLOUR_NAMES = (
    _("geel"), _("paars"), _("lichtblauw"), _("groen"), _("donkerbruin"), _("lavendel"),
    _("grijs"), _("roest"), _("oranje"), _("donkergroen"), _("oudroze"), _("lichtgroen"),
)  # fmt: skip
_ORNAMENT_FROM = 40
_PAPER_ICON = (
    '<path d="M1.5 1.5h57v57h-57z" fill="#FFFDF8" stroke="#857C68" stroke-width="3"/>'
    '<path d="M16 18h28M16 30h28M16 42h18" stroke="#1E2638" stroke-width="4"'
    ' stroke-linecap="round"/>'
)


def tile_name(tile: int) -> str:
    """How a tile is called: 'cirkel, geel'."""
    at = drawing.tile_number(tile) - 1
    return f"{SIGN_NAMES[at]}, {COLOUR_NAMES[at]}"


@lru_cache(maxsize=256)
def tile(number: int, size: int) -> str:
    """A tile of `size` px; small ones leave out the corner ornament, which would turn to dirt."""
    if size < _ORNAMENT_FROM:
        return _image("0 0 100 100", size, size, drawing.tile_mark(50, 50, 100, number))
    inside = drawing.symbol(f"tegel-{drawing.tile_number(number)}")
    return _image("0 0 100 100", size, size, inside)


def tiles(numbers: list[int], size: int) -> str:
    """A row of tiles."""
    return f'<div class="odv-tiles">{"".join(tile(number, size) for number in numbers)}</div>'


@lru_cache(maxsize=16)
def area_icon(area: int | None, size: int) -> str:
    """The drawing of an area; a sheet of paper for what belongs to none."""
    inside = _PAPER_ICON if area is None else drawing.symbol(f"gebied-{area}")
    return _image("0 0 60 60", size, size, inside)


@lru_cache(maxsize=32)
def exercise_icon(kind: str, size: int) -> str:
    """The drawing of an exercise: that of its area, else its own."""
    exercise, sign = exercises.of_kind(kind), exercises.sign_of(kind)
    if sign is None:
        return area_icon(exercise.area if exercise else None, size)
    inside = sign.read_text(encoding="utf-8").partition(">")[2].removesuffix("</svg>\n")
    return _image("0 0 60 60", size, size, inside)


def mark(size: int) -> str:
    """The mark of the product."""
    return _image("0 0 60 60", size, size, drawing.symbol("merk"))


def people(tiles_and_poses: list[tuple[int | None, str]], size: int) -> str:
    """Some figures standing next to each other, `size` px wide each."""
    drawn = "".join(
        drawing.figure(at * 116 + 64, 204, 140, tile_, pose)
        for at, (tile_, pose) in enumerate(tiles_and_poses)
    )
    wide = 116 * len(tiles_and_poses) + 24
    return _image(f"0 0 {wide} 214", round(size * wide / 140), round(size * 214 / 140), drawn)


@lru_cache(maxsize=1)
def tile_buttons_style() -> str:
    """The style that lays the twelve tiles on buttons with a key 'odv-tile-<number>-...'."""
    rules = [
        f'[class*="st-key-odv-tile-{number}-"] button'
        f'{{background-image:url("{_address(number)}")!important}}'
        for number in range(1, TILES + 1)
    ]
    return f"<style>{''.join(rules)}</style>"


def qr_picture(path: str, count: int, size: int, label: str) -> str:
    """A QR as a picture, with its quiet zone; `label` says what it leads to."""
    inside = (
        f'<path d="M-4 -4h{count + 8}v{count + 8}h-{count + 8}z" fill="#FFFDF8"/>'
        f'<path d="{path}" fill="#1E2638" shape-rendering="crispEdges"/>'
    )
    address = drawing.address(f"-4 -4 {count + 8} {count + 8}", inside)
    return f'<img src="{address}" width="{size}" height="{size}" alt="{label}">'


def _address(number: int) -> str:
    return drawing.address("0 0 100 100", drawing.symbol(f"tegel-{number}"))


def _image(box: str, wide: int, high: int, inside: str) -> str:
    return f'<img src="{drawing.address(box, inside)}" width="{wide}" height="{high}" alt="">'

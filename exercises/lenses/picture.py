"""The shelf of a story as a picture for export and documents: 1920 x 1080 px, as on the screen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import set_block
from exercises.kit.drawing.svg import Style, text, token
from exercises.lenses import layout
from exercises.lenses.config import Lens
from exercises.lenses.content import drawings
from exercises.lenses.layout import CARD_LEADING, PAD, ShelfCard
from exercises.lenses.views_shelf import unused

WOOD, SHELF_TOP = "#A77B52", 412
_TITLE_SIZES = ((76, 1), (60, 1), (48, 2))
# The drawing of a pair of spectacles is 420 by 150.
_WIDE, _HIGH = 420, 150
_MOST_SPECTACLES = 396
_NAME_TOP = 484


def svg(
    title: str, lenses: Sequence[Lens], columns: Sequence[Sequence[ShelfCard]],
    worn: Collection[str],
) -> str:  # fmt: skip
    """A self-contained SVG of a page of the shelf; `worn`: the keys of the lenses that somebody
    looked through."""
    block = set_block(title, 1776, _TITLE_SIZES)
    heads = "".join(
        text(72, 150 + at * block.size * 1.08, line, Style(block.size, spacing=-0.012))
        for at, line in enumerate(block.lines)
    )
    wall = f'<rect width="1920" height="1080" fill="{token("paper")}"/>'
    places = layout.columns(len(lenses))
    names = layout.name_size([one.text for one in lenses], places[0][1])
    parts = [
        _lens(lens, x, wide, names, cards, unused(worn=lens.key in worn))
        for lens, (x, wide), cards in zip(lenses, places, columns, strict=True)
    ]
    return drawing.document("".join((wall, heads, _board(), *parts)), title)


def _board() -> str:
    return (
        f'<path d="M0 {SHELF_TOP}H1920v16H0z" fill="{WOOD}" stroke="{token("ink")}"'
        ' stroke-width="4"/>'
    )


def spectacles(shape: str, x: float, bottom: float, wide: float) -> str:
    """A pair of spectacles that stands on `bottom`, in the middle of a place that is `wide`."""
    scale = min(wide, _MOST_SPECTACLES) / _WIDE
    left, top = x + (wide - _WIDE * scale) / 2, bottom - _HIGH * scale
    paths = "".join(f'<path d="{one["d"]}" fill="{one["fill"]}"/>' for one in drawings()[shape])
    return (
        f'<g transform="translate({left:.1f} {top:.1f}) scale({scale:.4f})"'
        f' stroke="{token("ink")}" stroke-width="8" stroke-linejoin="round"'
        f' stroke-linecap="round">{paths}</g>'
    )


def _lens(lens: Lens, x: int, wide: int, size: int, cards: Sequence[ShelfCard], empty: str) -> str:
    name = set_block(lens.text, wide, ((size, 2),))
    lines = "".join(
        text(x + wide / 2, _NAME_TOP + at * size, line, Style(name.size, anchor="middle"))
        for at, line in enumerate(name.lines)
    )
    none = "" if cards else "".join(
        text(x + wide / 2, layout.TOP + 60 + at * 42, line, Style(32, 400, "muted", "middle"))
        for at, line in enumerate(set_block(empty, wide, ((32, 4),), 400).lines)
    )  # fmt: skip
    drawn = spectacles(lens.shape, x, SHELF_TOP, wide)
    return drawn + lines + none + "".join(map(_card, cards))


def _card(one: ShelfCard) -> str:
    thick = 6 if one.said.picked else 3
    paper = (
        f'<rect x="{one.x + 5}" y="{one.y + 7}" width="{one.wide}" height="{one.high}" rx="4"'
        f' fill="#DCCFB4"/><rect x="{one.x}" y="{one.y}" width="{one.wide}" height="{one.high}"'
        f' rx="4" fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="{thick}"/>'
    )
    first = one.y + PAD + one.size * 0.94
    lines = (
        text(one.x + PAD + 3, first + at * one.size * CARD_LEADING, line, Style(one.size))
        for at, line in enumerate(one.lines)
    )
    return paper + "".join(lines)

"""A page of slips on the floor as a picture for the export: 1920 x 1080 px, as on the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import Weight, set_block, width
from exercises.kit.drawing.svg import Style, text, token
from exercises.recall import layout
from exercises.recall.content import FEELINGS, drawings
from exercises.recall.layout import LaidSlip

# The colours of the light on the floor, and of its edge.
LIT, LIT_EDGE = "#FBEFC4", "#D9C27A"
_TITLE_SIZES = ((112, 1), (84, 1), (68, 2), (52, 2))
_TITLE_LEFT, _TITLE_WIDE, _TITLE_MIDDLE = 452, 1390, 214
_DOOR = 'x="130" y="140" width="270" height="350"'
_PAD, _ICON = 22, 40
_KEYS = {word: key for key, word in FEELINGS.items()}


def svg(title: str, slips: Sequence[LaidSlip], *, lit: bool = False) -> str:
    """A self-contained SVG of a page of slips below their question; `lit`: all in the light."""
    return drawing.document(
        "".join((_hall(_light(slips, lit)), _title(title), *map(_slip, slips))), title
    )  # fmt: skip


def _light(slips: Sequence[LaidSlip], lit: bool) -> str:
    """All over the floor, from the door, or none as long as nothing is warm."""
    if lit:
        return f'<path d="M0 {layout.FLOOR}H1920V1080H0z" fill="{LIT}"/>'
    return _cone() if any(one.written.warm for one in slips) else ""


def _hall(light: str) -> str:
    """Wall, floor, the light and the door."""
    top = layout.FLOOR
    return (
        f'<rect width="1920" height="1080" fill="{token("paper")}"/>'
        f'<path d="M0 {top}H1920V1080H0z" fill="{token("floor")}"/>{light}'
        f'<path d="M0 {top - 10}H1920v28H0z" fill="{token("sheet")}" stroke="{token("edge")}"'
        f' stroke-width="3"/>{_door()}'
    )


def _cone() -> str:
    (left, high), (right, _high), (far, low), (near, _low) = layout.LIGHT
    return (
        f'<path d="M{left} {high}H{right}L{far} {low}H{near}z" fill="{LIT}"/>'
        f'<path d="M{right} {high}L{far} {low}" stroke="{LIT_EDGE}" stroke-width="3"/>'
    )


@cache
def _door() -> str:
    drawn = Path(__file__).with_name("door.svg").read_text(encoding="utf-8")
    return re.sub(r"^<svg", f"<svg {_DOOR}", drawn.strip())


def _title(words: str) -> str:
    block = set_block(words, _TITLE_WIDE, _TITLE_SIZES)
    first = _TITLE_MIDDLE - block.size * 1.06 * (len(block.lines) - 1) / 2 + block.size * 0.35
    return "".join(
        text(_TITLE_LEFT, first + at * block.size * 1.06, line, Style(block.size, spacing=-0.012))
        for at, line in enumerate(block.lines)
    )


def _slip(one: LaidSlip) -> str:
    written, warm = one.written, one.written.warm
    edge, thick = (token("ink"), 4) if warm else (token("edge"), 2)
    middle = one.y + one.high / 2
    parts = [
        f'<rect x="{one.x + 3}" y="{one.y + 4}" width="{one.wide}" height="{one.high}" rx="4"'
        f' fill="#C9BA9A"/><rect x="{one.x}" y="{one.y}" width="{one.wide}" height="{one.high}"'
        f' rx="4" fill="{token("sheet")}" stroke="{edge}" stroke-width="{thick}"/>'
    ]
    x: float = one.x + _PAD
    if warm:
        parts.append(_icon("welcome", x, middle - 20, "ink"))
        x += 56
    weight: Weight = 700 if warm else 400
    first = middle - one.size * 1.2 * (len(one.lines) - 1) / 2 + one.size * 0.34
    for at, line in enumerate(one.lines):
        parts.append(text(x, first + at * one.size * 1.2, line, Style(one.size, weight)))
    if one.lines:
        x += max(width(line, one.size, weight) for line in one.lines) + _PAD
    if written.feeling:
        parts.append(_icon(_KEYS[written.feeling], x, middle - 16, "muted", 0.8))
        parts.append(_small(x + _ICON, middle, written.feeling))
        x += _ICON + width(written.feeling, layout.SMALL, 400) + _PAD
    if written.who:
        parts.append(_small(x, middle, written.who))
    turn = f"rotate({one.turn} {one.x + one.wide / 2:.0f} {middle:.0f})"
    return f'<g transform="{turn}">{"".join(parts)}</g>'


def _small(x: float, middle: float, words: str) -> str:
    return text(x, middle + layout.SMALL * 0.34, words, Style(layout.SMALL, 400, "muted"))


def _icon(key: str, x: float, y: float, colour: str, scale: float = 1) -> str:
    return (
        f'<path transform="translate({x:.1f} {y:.1f}) scale({scale})" d="{drawings()[key]}"'
        f' fill="none" stroke="{token(colour)}" stroke-width="3.2" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )

"""One shared sheet as a picture for the report: a table of 1920 px wide, as high as its texts.

The top 3 is not on it: it is for who matches organisations, and stands in the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exercises.contract import Party
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import fit, set_block
from exercises.kit.drawing.svg import Style, text, tile_mark, token
from exercises.reflection_sheet import content, layout, model
from exercises.reflection_sheet.views_wall import ReflectionContext
from state.language import _

_LEFT, _WIDE, _HEAD = 72, 1776, 320
_SIZE, _LINE, _AROUND = 30, 38, 44
_TOP = 250
_CUPS = Path(__file__).parent / "cups"


@dataclass(frozen=True)
class _PictureRow:
    """A row of the table: its name and texts, and the area it is of."""

    name: str
    cells: tuple[str, ...]
    area: int | None = None


def svg(context: ReflectionContext, party: Party) -> str:
    """A self-contained SVG of the sheet of an organisation."""
    parts = [_title(party)]
    y = _TOP
    for heads, rows in _tables(context, party):
        made, y = _table(heads, rows, y)
        parts.append(made)
        y += 56
    ground = f'<rect width="1920" height="{y}" fill="{token("paper")}"/>'
    return drawing.document(ground + "".join(parts), party.name, high=y)


def _title(party: Party) -> str:
    block = set_block(party.name, 1560, ((84, 1), (64, 1), (48, 2)), short=party.short)
    lines = (
        text(220, 150 + at * block.size * 1.1 - (len(block.lines) - 1) * 24, line,
             Style(block.size))
        for at, line in enumerate(block.lines)
    )  # fmt: skip
    return tile_mark(_LEFT + 60, 124, 120, party.tile) + "".join(lines)


def _tables(
    context: ReflectionContext, party: Party
) -> list[tuple[list[tuple[str, str]], list[_PictureRow]]]:
    config, sheet = context.config, context.view.of(party.id)
    areas = [
        _PictureRow(
            context.framework.name(area) or "",
            tuple(sheet.text(model.cup(area, one.key)) for one in config.cups), area,
        )
        for area in config.areas
    ]  # fmt: skip
    found = [([(one.label, one.key) for one in config.cups], areas)]
    if config.conclusions:
        heads = [(one.label, "") for one in config.conclusions]
        row = _PictureRow(_("Besluit"), tuple(sheet.text(one.key) for one in config.conclusions))
        found.append((heads, [row]))
    asked = [sheet.text(part) for part in model.QUESTIONS if sheet.text(part)]
    if config.questions and asked:
        found.append(([(content.QUESTIONS, "")], [_PictureRow("", (one,)) for one in asked]))
    return found


def _table(heads: list[tuple[str, str]], rows: list[_PictureRow], top: float) -> tuple[str, int]:
    """The table, and how far down it comes."""
    wide = (_WIDE - _HEAD) / len(heads)
    drawn = any(cup for _label, cup in heads)
    parts = []
    for at, (label, cup) in enumerate(heads):
        x = _LEFT + _HEAD + at * wide + _AROUND / 2
        if cup:
            parts.append(_cup(cup, x, top))
        room = wide - _AROUND - (110 if cup else 0)
        words = fit(label, 36, room)
        parts.append(text(x + (110 if cup else 0), top + (66 if drawn else 36), words, Style(36)))
    y = top + (100 if drawn else 58)
    start = y
    for row in rows:
        made, high = _row(row, wide, y)
        parts.append(made)
        y += high
    frame = (
        f'<rect x="{_LEFT}" y="{start}" width="{_WIDE}" height="{y - start}" fill="none"'
        f' stroke="{token("ink")}" stroke-width="4" rx="4"/>'
    )
    return "".join(parts) + frame, round(y)


def _row(row: _PictureRow, wide: float, y: float) -> tuple[str, float]:
    name = set_block(row.name, _HEAD - 40 - (70 if row.area else 0), ((30, 3), (26, 4)))
    cells = [_lines(cell, wide - _AROUND) for cell in row.cells]
    count = max([len(name.lines), *(len(lines) for lines in cells)])
    high = max(96, count * _LINE + 44)
    parts = [
        f'<rect x="{_LEFT}" y="{y}" width="{_WIDE}" height="{high}" fill="{token("sheet")}"'
        f' stroke="{token("joint")}" stroke-width="3"/>'
    ]
    x = _LEFT + 20
    if row.area:
        parts.append(
            f'<g transform="translate({x} {y + 18})">{drawing.symbol(f"gebied-{row.area}")}</g>'
        )
        x += 74
    parts += _set(name.lines, x, y, Style(name.size))
    for at, lines in enumerate(cells):
        left = _LEFT + _HEAD + at * wide + _AROUND / 2
        parts += _set(lines, left, y, Style(_SIZE, 400))
    return "".join(parts), high


def _set(lines: Sequence[str], x: float, y: float, style: Style) -> list[str]:
    return [text(x, y + 54 + at * _LINE, line, style) for at, line in enumerate(lines)]


def _lines(words: str, room: float) -> tuple[str, ...]:
    if not words:
        return ("–",)
    most = layout.count_lines(words, _SIZE, room) + 2
    return set_block(words, room, ((_SIZE, most),), 400).lines


def _cup(key: str, x: float, y: float) -> str:
    return re.sub(r"^<svg", f'<svg x="{x:.0f}" y="{y:.0f}" width="98" height="90"', drawn_cup(key))


@lru_cache(maxsize=8)
def drawn_cup(key: str) -> str:
    """The SVG text of a cup."""
    return (_CUPS / f"{key}.svg").read_text(encoding="utf-8").strip()

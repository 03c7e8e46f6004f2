"""A sheet as it will be on a phone, drawn for who makes it: the pages below each other, 360 px wide
each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import Weight, set_block
from exercises.kit.drawing.svg import Style, text, tile_mark, token
from exercises.kit.sheet.form import AskedField, Cell, SheetField, SheetForm
from state.language import _

_WIDE, _EDGE, _APART = 360, 20, 28
_ROOM = _WIDE - 2 * _EDGE
_LINE = 1.25


@dataclass
class _Paper:
    """What is drawn so far, and how far down it comes."""

    parts: list[str]
    y: float = 0

    def words(self, said: str, size: int, *, weight: Weight = 400, ink: str = "ink",
              x: float = _EDGE, room: float = _ROOM) -> None:  # fmt: skip
        """Words, broken over as many lines as they need."""
        for line in set_block(said, room, ((size, 99),), weight).lines:
            self.y += size * _LINE
            self.parts.append(text(x, self.y, line, Style(size, weight, ink)))

    def box(self, high: float, *, x: float = _EDGE, wide: float = _ROOM, fill: str = "sheet",
            edge: str = "edge") -> None:  # fmt: skip
        """A frame below what is there; the words come in it or after it."""
        self.parts.append(
            f'<rect x="{x}" y="{self.y:.0f}" width="{wide:.0f}" height="{high:.0f}" rx="4"'
            f' fill="{token(fill)}" stroke="{token(edge)}" stroke-width="2"/>'
        )


def svg(form: SheetForm, whose: str, tiles: Sequence[int]) -> str:
    """A self-contained SVG of the overview of a sheet and of each of its pages. `whose`: the name
    that stands on it."""
    paper = _Paper([])
    _page(paper, partial(_overview, paper, form, whose, tiles))
    for at, asked in enumerate(form.asked, start=1):
        _page(paper, partial(_field, paper, asked, at, len(form.asked)))
    return drawing.document("".join(paper.parts), whose, _WIDE, round(paper.y))


def _page(paper: _Paper, draw: Callable[[], None]) -> None:
    """A page with its ground below it."""
    top, place = paper.y, len(paper.parts)
    paper.y += 20
    draw()
    paper.y += 24
    ground = (
        f'<rect x="1" y="{top + 1:.0f}" width="{_WIDE - 2}" height="{paper.y - top - 2:.0f}"'
        f' rx="12" fill="{token("paper")}" stroke="{token("ink")}" stroke-width="2"/>'
    )
    paper.parts.insert(place, ground)
    paper.y += _APART


def _overview(paper: _Paper, form: SheetForm, whose: str, tiles: Sequence[int]) -> None:
    for at, tile in enumerate(tiles):
        paper.parts.append(tile_mark(_EDGE + 20 + at * 48, paper.y + 20, 40, tile))
    left = _EDGE + len(tiles) * 48 + 6
    start = paper.y
    paper.words(whose, 20, weight=700, x=left, room=_WIDE - _EDGE - left)
    paper.y = max(paper.y, start + 40) + 16
    for asked in form.asked:
        paper.words(asked.field.label, 16, weight=700)
        paper.words(_("nog leeg"), 15, ink="muted")
        paper.y += 8
        paper.parts.append(
            f'<path d="M{_EDGE} {paper.y:.0f}h{_ROOM}" stroke="{token("joint")}" stroke-width="2"/>'
        )


def _field(paper: _Paper, asked: AskedField, at: int, total: int) -> None:
    field = asked.field
    paper.words(_("{n} van {m}").format(n=at, m=total), 14, ink="muted")
    paper.words(field.label, 24, weight=700)
    if field.help:
        paper.y += 4
        paper.words(field.help, 16)
    paper.y += 12
    _inside(paper, field, asked.cells)


def _inside(paper: _Paper, field: SheetField, cells: Sequence[Cell]) -> None:
    if field.kind == "choice":
        for option in field.options:
            _button(paper, option.label)
        _button(paper, _("Nog niet gekozen"))
    elif field.kind == "scale":
        _scale(paper, field)
    elif field.kind == "picture":
        _button(paper, _("Neem een foto"))
        _button(paper, _("Kies een foto"))
    elif field.kind == "rows":
        for cell in _first_row(cells):
            paper.words(cell.field.label, 15, weight=700)
            paper.y += 6
            _empty(paper, 40)
        _button(paper, _("Nog een regel"))
    else:
        _empty(paper, 96 if field.kind == "text" else 44)


def _first_row(cells: Sequence[Cell]) -> Iterator[Cell]:
    return (cell for cell in cells if cell.row == 1)


def _empty(paper: _Paper, high: float) -> None:
    paper.box(high)
    paper.y += high + 8


def _button(paper: _Paper, label: str) -> None:
    lines = set_block(label, _ROOM - 28, ((16, 9),), 400).lines
    high = 24 + len(lines) * 16 * _LINE
    paper.box(high)
    start = paper.y
    paper.y += 8
    paper.words(label, 16, x=_EDGE + 14, room=_ROOM - 28)
    paper.y = start + high + 8


def _scale(paper: _Paper, field: SheetField) -> None:
    wide = (_ROOM - 6 * (field.steps - 1)) / field.steps
    for at in range(field.steps):
        x = _EDGE + at * (wide + 6)
        paper.box(48, x=x, wide=wide)
        paper.parts.append(
            text(x + wide / 2, paper.y + 31, str(at + 1), Style(18, 700, anchor="middle"))
        )
    paper.y += 52
    start = paper.y
    half = _ROOM / 2 - 8
    paper.words(field.ends[0], 14, ink="muted", room=half)
    low, paper.y = paper.y, start
    paper.words(field.ends[1], 14, ink="muted", x=_WIDE - _EDGE - half, room=half)
    paper.y = max(low, paper.y)

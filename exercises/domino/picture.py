"""The table as it ended, as a picture for the report: all of it, as large as its words need."""

from __future__ import annotations

from exercises.domino.model import visibility
from exercises.domino.table import drawing
from exercises.domino.table.shapes import TableRect, around
from exercises.domino.table.tabletop import Canvas, Tabletop, on_large_table, on_screen
from exercises.domino.table.trail import HALVES
from exercises.domino.views import DominoContext
from exercises.kit.drawing import svg as kit
from exercises.kit.drawing.lettering import width
from exercises.kit.drawing.svg import Style, text, token
from state.language import _, ngettext

_WOOD, _PLANK = "#DECBA4", "#D2BC8F"
_HEAD, _MARGIN, _NARROWEST, _LOWEST = 124, 72, 1920, 1080
_WINDOW = TableRect(24, _HEAD + 12, _NARROWEST - 48, _LOWEST - _HEAD - 24)
_ROOM = TableRect(_MARGIN, _HEAD + 28, _NARROWEST - 2 * _MARGIN, _LOWEST - _HEAD - 44)
_HALF_HIGH, _PLANK_HIGH = 56, 240


def svg(context: DominoContext) -> str:
    """A self-contained SVG, at least 1920 x 1080; only with stones on the table."""
    content = context.view.content
    table = on_screen(content, Canvas(_WINDOW, (_ROOM,))) or on_large_table(content)
    lies = around(extent_of(table)).grown(_MARGIN)
    wide = max(_NARROWEST, int(lies.width))
    high = max(_LOWEST, int(lies.height) + _HEAD)
    x = 0.0 if table.whole else (wide - lies.width) / 2 - lies.x
    y = 0.0 if table.whole else _HEAD + (high - _HEAD - lies.height) / 2 - lies.y
    parts = _wood(wide, high) + _bar(context, wide) + drawing.at(x, y, drawn(context, table))
    return kit.document(parts, _caption(context), wide, high)


def extent_of(table: Tabletop) -> list[TableRect]:
    """What stones, words and threads cover."""
    found = [one.squares for one in table.pieces.values()]
    return [*found, *(rect for one in table.ties for rect in one.covers)]


def drawn(context: DominoContext, table: Tabletop) -> str:
    """All that lies on a table, with the tiles of whose stones they are where that is shown."""
    shown = visibility(context.config, context.phase) != "nobody"
    parts = [drawing.thread(one.path) for one in table.ties if one.path]
    for person, piece in table.pieces.items():
        member = context.members.get(person) if shown else None
        stone = drawing.stone(piece, table.faces(person), member.tile if member else None)
        parts.append(drawing.at(piece.squares.x, piece.squares.y, stone))
    return "".join([*parts, *(drawing.slip(one.slip) for one in table.ties if one.slip)])


def _caption(context: DominoContext) -> str:
    count = len(context.view.lying)
    return ngettext("{n} steen op tafel", "{n} stenen op tafel", count).format(n=count)


def _wood(wide: int, high: int) -> str:
    planks = "".join(f"M0 {y}H{wide}" for y in range(_HEAD + 236, high, _PLANK_HIGH))
    seams = "".join(
        f"M{(430 + 880 * row + 450 * (row % 2)) % wide} {y}v{_PLANK_HIGH}"
        for row, y in enumerate(range(_HEAD - 4, high, _PLANK_HIGH))
    )
    return (
        f'<path d="M0 0h{wide}v{high}H0z" fill="{token("paper")}"/>'
        f'<path d="M0 {_HEAD}h{wide}V{high}H0z" fill="{_WOOD}"/>'
        f'<path d="{planks}{seams}" stroke="{_PLANK}" stroke-width="3"/>'
        f'<path d="M0 0h{wide}v{_HEAD}H0z" fill="{token("paper")}"/>'
        f'<path d="M0 {_HEAD}h{wide}" stroke="{token("edge")}" stroke-width="3"/>'
    )


def _bar(context: DominoContext, wide: int) -> str:
    area = context.exercise.area or 3
    icon = kit.symbol(f"gebied-{area}")
    words = f"{area}  {context.framework.name(area)} · {context.exercise.title}"
    legend, left = _legend(wide - _MARGIN)
    return (
        f'<g transform="translate({_MARGIN} 32)">{icon}</g>'
        + text(148, 72, words, Style(30))
        + legend
        + text(left - 40, 72, _caption(context), Style(30, 400, "muted", "end"))
    )


def _legend(right: float) -> tuple[str, float]:
    """Which colour and sign is which half; and where that begins."""
    parts = ""
    for half in reversed(HALVES):
        word = _("top") if half == "top" else _("flop")
        across = round(width(word, 30)) + 78
        right -= across
        parts += (
            f'<path d="M{right} 34h{across}v{_HALF_HIGH}h-{across}z" fill="{token(half)}" '
            f'stroke="{token("ink")}" stroke-width="4" stroke-linejoin="round"/>'
            + drawing.sign(half, TableRect(right + 16, 48, 28, 28))
            + text(right + 56, 72, word, Style(30, fill=drawing.ink(half)))
        )
        right -= 20
    return parts, right

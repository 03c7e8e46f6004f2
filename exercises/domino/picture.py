"""The table as it ended, as a picture for the report: as large as all words need."""

from __future__ import annotations

from exercises.domino.drawn import Entry, Knot, Layout, Strand, Window
from exercises.domino.faces import INSET, LIFT, SIGN, Placed
from exercises.domino.layout import arrange
from exercises.domino.legend import NUMBER_SIDE
from exercises.domino.model import visibility
from exercises.domino.setting import LINE
from exercises.domino.slips import NUMBER_ROOM, Box, Slip
from exercises.domino.slips import paper as paper_size
from exercises.domino.spots import HALVES, Half
from exercises.domino.views import DominoContext
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import Block
from exercises.kit.drawing.svg import Style, text, token
from state.language import _, ngettext
from state.method import AREA_NAMES

_WOOD, _PLANK, _SHADE = "#DECBA4", "#D2BC8F", "#B79F70"
_HEAD, _MARGIN, _NARROWEST, _LOWEST = 124, 72, 1920, 1080
_SIGNS: dict[Half, str] = {"top": "M4 27 17 5 30 27z", "flop": "M4 8 17 30 30 8z"}
# Half a stone on a full table, and room beside the outer stones for words.
_WIDE, _HIGH, _AIR = 250, 190, 150


def svg(context: DominoContext) -> str:
    """A self-contained SVG, at least 1920 x 1080; only with stones on the table."""
    view = context.view
    left, top, right, bottom = view.table.bounds()
    wide = max(_NARROWEST, int((right - left + 1) * _WIDE) + 2 * _AIR)
    high = max(_LOWEST, int((bottom - top + 1) * _HIGH) + 2 * _AIR + _HEAD)
    layout = arrange(view, Window(_MARGIN, _HEAD + 16, wide - 2 * _MARGIN, high - _HEAD - 32))
    parts = [
        _wood(wide, high),
        _bar(context, wide),
        *(_strand(one) for one in layout.strands),
        *(_stone(context, one, layout) for one in layout.stones),
        *(_mark(context, one) for one in layout.stones),
        *(_knot(one) for one in layout.knots),
        *(_number(one.number, *one.at) for one in layout.strands if one.number),
        *(_slip(slip) for slip in _slips(layout)),
        _paper(layout),
        *(_entry(one) for one in layout.legend),
    ]
    return drawing.document("".join(parts), _caption(context), wide, high)


def _slips(layout: Layout) -> list[Slip]:
    found = [*(one.slip for one in layout.knots), *(one.slip for one in layout.strands)]
    return [slip for slip in found if slip is not None]


def _caption(context: DominoContext) -> str:
    count = len(context.view.lying)
    return ngettext("{n} steen op tafel", "{n} stenen op tafel", count).format(n=count)


def _wood(wide: int, high: int) -> str:
    planks = "".join(f"M0 {y}H{wide}" for y in range(_HEAD + 236, high, 240))
    seams = "".join(
        f"M{(430 + 880 * row + 450 * (row % 2)) % wide} {y}v240"
        for row, y in enumerate(range(_HEAD - 4, high, 240))
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
    icon = drawing.symbol(f"gebied-{area}")
    words = f"{area}  {AREA_NAMES[area]} · {context.exercise.title}"
    return (
        f'<g transform="translate({_MARGIN} 32)">{icon}</g>'
        + text(148, 72, words, Style(30))
        + _legend(wide)
        + text(wide - 460, 72, _caption(context), Style(30, 400, "muted", "end"))
    )


def _legend(wide: int) -> str:
    top, flop = wide - 430, wide - 250
    return "".join(
        f'<path d="M{x} 34h{across}v56h-{across}z" fill="{token(half)}" stroke="{token("ink")}" '
        f'stroke-width="4" stroke-linejoin="round"/>'
        + _sign(half, x + 16, 48, 28)
        + text(x + 56, 72, word, Style(30, fill=_ink(half)))
        for half, x, across, word in (
            (HALVES[0], top, 150, _("top")),
            (HALVES[1], flop, 160, _("flop")),
        )
    )


def _ink(half: Half) -> str:
    return "ink" if half == "top" else "on-dark"


def _sign(half: Half, x: float, y: float, size: float) -> str:
    place = f"translate({x:.1f} {y:.1f}) scale({size / 34:.3f})"
    return f'<path d="{_SIGNS[half]}" fill="{token(_ink(half))}" transform="{place}"/>'


def _stone(context: DominoContext, one: Placed, layout: Layout) -> str:
    box = one.box
    parts = [
        _rect(Box(box.x + 4, box.y + 6, box.width, box.height), _SHADE, 14),
        _rect(box, token("ink"), 14),
    ]
    for half, inner in one.halves().items():
        parts.append(_rect(inner, token(half), 8))
        words = one.words[half] if one.words else None
        parts.append(_words(half, inner, words, one.inset[half]))
    return "".join(parts)


def _rect(box: Box, fill: str, round_: float) -> str:
    return (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}" rx="{round_}" fill="{fill}"/>'
    )


def _words(half: Half, box: Box, block: Block | None, inset: float = INSET) -> str:
    if block is None:
        return _sign(half, box.x + box.width / 2 - 20, box.y + box.height / 2 - 20, 40)
    size = block.size
    left, top = box.x + inset, box.y + inset - LIFT
    return _sign(half, left, top + size * 0.12, size * 0.9) + "".join(
        text(
            left + (0 if at else size * SIGN), top + size * (0.9 + at * LINE), line,
            Style(size, fill=_ink(half)),
        )
        for at, line in enumerate(block.lines)
    )  # fmt: skip


def _mark(context: DominoContext, one: Placed) -> str:
    member = context.members.get(one.id)
    if member is None or visibility(context.config, context.phase) == "nobody":
        return ""
    x, y, side = one.mark
    return drawing.tile_mark(x, y, side, member.tile)


def _strand(one: Strand) -> str:
    x1, y1, x, y, x2, y2 = one.points
    return (
        f'<path d="M{x1} {y1}Q{x} {y} {x2} {y2}" fill="none" stroke="{token("accent")}" '
        f'stroke-width="5" stroke-dasharray="14 9" stroke-linecap="round"/>'
    )


def _number(number: int, x: float, y: float) -> str:
    return (
        f'<circle cx="{x}" cy="{y}" r="{NUMBER_SIDE / 2 - 2}" fill="{token("sheet")}" '
        f'stroke="{token("ink")}" stroke-width="4"/>'
    ) + text(x, y + 10, str(number), Style(28, anchor="middle"))


def _paper(layout: Layout) -> str:
    return _rect(layout.paper, token("sheet"), 6) if layout.paper else ""


def _entry(one: Entry) -> str:
    words = text(one.x + NUMBER_SIDE / 2 + 10, one.y + 10, one.text, Style(28, 400))
    return _number(one.number, one.x, one.y) + words


def _knot(one: Knot) -> str:
    if one.number:
        return _number(one.number, one.x, one.y)
    return (
        f'<circle cx="{one.x}" cy="{one.y}" r="9" fill="{token("sheet")}" '
        f'stroke="{token("ink")}" stroke-width="4"/>'
    )


def _slip(slip: Slip) -> str:
    box = slip.box
    dashes = ' stroke-dasharray="10 7"' if slip.side == "on" else ""
    paper = (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="4" '
        f'fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="3"{dashes}/>'
    )
    size = slip.block.size
    # A number before the words takes its part of the paper.
    aside = NUMBER_ROOM if slip.number else 0.0
    number = _number(slip.number, box.x + 30, box.y + box.height / 2) if slip.number else ""
    spare = box.height - paper_size(slip.block)[1]
    lines = "".join(
        text(
            box.x + (aside + box.width) / 2,
            spare / 2 + box.y + 8 + size * (0.93 + at * 1.2), line,
            Style(size, 400, anchor="middle"),
        )
        for at, line in enumerate(slip.block.lines)
    )  # fmt: skip
    return paper + number + lines

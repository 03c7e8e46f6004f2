"""Slotmoment as pictures: pieces of SVG that the screen lets arrive one after the other, and that
the export draws as one. Attributes only, in px of 1920 x 1080."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from exercises.closing import layout
from exercises.closing.layout import BACK_HIGH, BACK_LEFT, BACK_TAPE, FRONT_HIGH, LEFT, RIGHT
from exercises.closing.views_line import MovedLine
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import fit, set_block, width
from exercises.kit.drawing.svg import Style, text, token

POSES = ("staat", "koffie", "zij", "staat", "zwaait")
_END_SIZE, _END_HIGH, _END_PAD, _ARROW, _FOOT = 44, 76, 26, 46, 984
_STATEMENT = ((48, 1), (40, 2), (34, 3), (30, 6))
_LABELS = ((48, 1), (40, 1), (32, 1), (28, 2))
_GHOST = "M60 56c19 0 29 10 31 30l7 74c0 6-3 8-9 8H31c-6 0-9-2-9-8l7-74c2-20 12-30 31-30z"


@dataclass(frozen=True)
class PicturePiece:
    """A part of a picture. `kind`: it stands there, or it is a ghost, a way or a figure that comes
    in that order; `at`: which of its kind, from 0."""

    kind: str
    svg: str
    at: int = 0


def line_pieces(line: MovedLine) -> tuple[PicturePiece, ...]:
    """A line that moved, from the tapes to the statement below them, with the way of each."""
    still, raised = frame(line)
    figures = layout.arrange(line.moves, raised)
    by_place = sorted(enumerate(figures), key=lambda pair: (pair[1].stands[1], pair[1].stands[0]))
    return (
        still,
        *(PicturePiece("ghost", ghost(one.ghost, one.ghost_size), at)
          for at, one in enumerate(figures)),
        *(PicturePiece("way", soles(one.way), at) for at, one in enumerate(figures) if one.way),
        *(PicturePiece("stands", figure(one.stands, one.size, at), at) for at, one in by_place),
    )  # fmt: skip


def frame(line: MovedLine) -> tuple[PicturePiece, float]:
    """Tapes, their names and the statement; and how many px the front tape is raised."""
    statement, raised = _statement(line)
    tapes = _tape(BACK_LEFT, BACK_TAPE, BACK_HIGH) + _tape(
        LEFT, layout.FRONT_TAPE - raised, FRONT_HIGH
    )
    labels = _label(line.then, 590, 40, BACK_LEFT - LEFT - 30) + _label(
        line.now, 882 - raised, 48, 176
    )
    return PicturePiece("still", tapes + labels + statement), raised


def whole(pieces: Sequence[PicturePiece], title: str, top: int = 422) -> str:
    """All pieces as one picture, below its title."""
    block = set_block(title, 1776, ((96, 2), (72, 3), (56, 4)))
    words = "".join(
        text(72, 60 + block.size * (0.9 + 1.06 * at), line, Style(block.size, spacing=-0.012))
        for at, line in enumerate(block.lines)
    )
    return drawing.document(
        f'<path d="M0 0h1920v1080H0z" fill="{token("paper")}"/>{ground(top)}{words}'
        + "".join(one.svg for one in pieces),
        title,
    )


def ground(top: int) -> str:
    """Floor and skirting, from `top` down."""
    return (
        f'<path d="M0 {top}H1920V1080H0z" fill="{token("floor")}"/>'
        f'<path d="M0 {top - 10}h1920v28H0z" fill="{token("sheet")}"/>'
        f'<path d="M0 {top - 10}h1920M0 {top + 18}h1920" stroke="{token("edge")}"'
        ' stroke-width="3"/>'
    )


def _tape(left: float, top: float, high: float) -> str:
    half = high / 2
    return (
        f'<path d="M{left} {top}H{RIGHT}l-8 {half} 8 {half}H{left}l8-{half}z"'
        f' fill="{token("tape")}" stroke="{token("edge")}" stroke-width="3"'
        ' stroke-linejoin="round"/>'
    )


def _label(words: str, baseline: float, size: int, room: float) -> str:
    fitting = next((one for one, _n in _LABELS if one <= size and width(words, one) <= room), 28)
    return text(LEFT, baseline, fit(words, fitting, room), Style(fitting))


def ghost(stood: tuple[float, float], size: float) -> str:
    """Where somebody stood, dashed."""
    (x, y), scale = stood, size / drawing.FIGURE_WIDTH
    return (
        f'<g transform="translate({x - 60 * scale:.1f} {y - 196 * scale:.1f}) scale({scale:.4f})"'
        f' fill="none" stroke="{token("ink")}" stroke-width="6" stroke-dasharray="14 9"'
        f' stroke-linejoin="round"><path d="{_GHOST}"/><circle cx="60" cy="33" r="23"/>'
        '<path d="M46 168v28M74 168v28"/></g>'
    )


def soles(prints: Iterable[layout.Sole]) -> str:
    """Footprints."""
    return "".join(
        f'<path class="sole" d="{drawing.FOOTPRINT}" fill="{token("ink")}" transform="translate('
        f'{one.x:.1f} {one.y:.1f}) rotate({one.turn}) scale({one.scale})"/>'
        for one in prints
    )


def figure(stands: tuple[float, float], size: float, at: int) -> str:
    """The figure number `at`, white and without a name."""
    pose = POSES[at % len(POSES)]
    return drawing.figure(*stands, size, None, pose, mirrored=at % 2 == 1)


def _statement(line: MovedLine) -> tuple[str, float]:
    """The ends and the statement between them, and how much higher all that stands above it must
    be than for one line."""
    left, right = (fit(one, _END_SIZE, 460) for one in (line.left, line.right))
    wides = [width(one, _END_SIZE) + _ARROW + 2 * _END_PAD for one in (left, right)]
    start, end = LEFT + wides[0] + 40, RIGHT - wides[1] - 40
    block = set_block(line.about, end - start, _STATEMENT)
    high = block.size * 1.2 * len(block.lines)
    raised = float(max(0, ceil(high - 90)))
    middle = _FOOT + _END_HIGH / 2 - raised / 2
    lines = "".join(
        text(
            (start + end) / 2, middle - high / 2 + block.size * (0.92 + 1.2 * at), words,
            Style(block.size, anchor="middle"),
        )
        for at, words in enumerate(block.lines)
    )  # fmt: skip
    ends = _end(LEFT, left, wides[0], back=True) + _end(
        RIGHT - wides[1], right, wides[1], back=False
    )
    return ends + lines, raised


def _end(x: float, words: str, wide: float, *, back: bool) -> str:
    ink, y = token("ink"), _FOOT + _END_HIGH / 2
    card = (
        f'<path d="M{x + 2:.1f} {_FOOT + 3}h{wide:.1f}v{_END_HIGH}h{-wide:.1f}z" fill="#C9BA9A"/>'
        f'<path d="M{x:.1f} {_FOOT}h{wide:.1f}v{_END_HIGH}h{-wide:.1f}z" fill="{token("sheet")}"'
        f' stroke="{ink}" stroke-width="3" stroke-linejoin="round"/>'
    )
    from_x = x + _END_PAD if back else x + wide - _END_PAD - 32
    tip, tail = (from_x, from_x + 32) if back else (from_x + 32, from_x)
    barb = tip + (11 if back else -11)
    arrow = (
        f'<path d="M{tail:.1f} {y}H{tip:.1f}M{barb:.1f} {y - 11}L{tip:.1f} {y}L{barb:.1f} {y + 11}"'
        f' fill="none" stroke="{ink}" stroke-width="4.5" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )
    left = x + _END_PAD + (_ARROW if back else 0)
    return card + arrow + text(left, y + 15, words, Style(_END_SIZE))

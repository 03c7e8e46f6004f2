"""The table as SVG, for the screen and the export alike. Pure.

Markup has no styles of its own, only attributes: a page with a strict security policy takes it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from exercises.domino.table.faces import Face, Faces
from exercises.domino.table.shapes import Piece, Point, TableRect
from exercises.domino.table.slips import LINE_HIGH, POINTER, THREAD, Slip
from exercises.domino.table.trail import HALVES, Half
from exercises.domino.table.wording import LINE
from exercises.kit.drawing import svg
from exercises.kit.drawing.lettering import width
from exercises.kit.drawing.svg import safe, token

SHADE = "#B79F70"
_SIGNS: dict[Half, str] = {"top": "M4 27 17 5 30 27z", "flop": "M4 8 17 30 30 8z"}
_SIGN_BOX = 34
_ROUND, _ROUND_HALF, _SHIFT = 14, 8, (4, 6)
# Where letters stand on their line, as a share of their size: on a stone, on a slip.
_BASELINE, _SLIP_BASELINE = 0.9, 0.93
_CORE, _KNOB, _CURVE, _PAPER_EDGE = 4, 11, 30.0, 3


def stone(piece: Piece, faces: Faces, tile: int | None) -> str:
    """A stone, seen from the corner of its squares. `tile`: whose it is; None: that is not said."""
    body = piece.rect.moved(-piece.squares.x, -piece.squares.y)
    parts = [_rect(body.moved(*_SHIFT), SHADE, _ROUND), _rect(body, token("ink"), _ROUND)]
    for face in faces.halves:
        parts += [_rect(face.rect, token(face.half), _ROUND_HALF), sign(face.half, face.sign)]
        parts += [_line(face, at, line) for at, line in enumerate(face.lines) if line]
    if tile is not None:
        parts.append(svg.tile_mark(*faces.tile.middle, faces.tile.width, tile))
    return "".join(parts)


def _line(face: Face, at: int, line: str) -> str:
    x, y = face.text.x + (0.0 if at else face.indent), face.text.y
    y += face.size * (_BASELINE + at * LINE)
    if not face.leftward:
        return _text(x, y, line, face.size, ink(face.half))
    # Centred on its own width: what draws it may or may not know that it runs to the left.
    x = face.text.right - width(line, face.size) / 2
    return _text(x, y, line, face.size, ink(face.half), ' text-anchor="middle" direction="rtl"')


def _text(x: float, y: float, words: str, size: int, colour: str, more: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="700" '
        f'fill="{token(colour)}" xml:space="preserve"{more}>{safe(words)}</text>'
    )


def ink(half: Half) -> str:
    """The name of the colour of words on a half."""
    return "ink" if half == "top" else "on-dark"


def sign(half: Half, rect: TableRect) -> str:
    """The triangle that says which half it is, up or down."""
    path = f'<path d="{_SIGNS[half]}" fill="{token(ink(half))}"/>'
    return at(rect.x, rect.y, path, rect.width / _SIGN_BOX)


def at(x: float, y: float, content: str, scale: float = 1.0) -> str:
    """Something drawn elsewhere."""
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({scale:.4f})">{content}</g>'


def _rect(rect: TableRect, fill: str, round_: float, line: str = "") -> str:
    return (
        f'<rect x="{rect.x:.1f}" y="{rect.y:.1f}" width="{rect.width:.1f}" '
        f'height="{rect.height:.1f}" rx="{round_}" fill="{fill}"{line}/>'
    )


def _line_of(colour: str, wide: float) -> str:
    return f' stroke="{token(colour)}" stroke-width="{wide}" stroke-linejoin="round"'


def slip(one: Slip) -> str:
    """Words on paper, with a pointer to their joint or thread."""
    (x, _middle), top = one.rect.middle, one.rect.y + 8
    lines = "".join(
        _text(
            x, top + one.size * (_SLIP_BASELINE + at * LINE_HIGH), line, one.size, "ink",
            ' text-anchor="middle"',
        )
        for at, line in enumerate(one.lines)
    )  # fmt: skip
    edge = _line_of("ink", _PAPER_EDGE)
    return f'<path d="{_paper(one)}" fill="{token("sheet")}"{edge}/>{lines}'


def _paper(one: Slip) -> str:
    """The outline of a slip, its pointer included."""
    rect, along, tip = one.rect.grown(-_PAPER_EDGE / 2), one.point - _PAPER_EDGE / 2, POINTER - 2
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    # Of each side: after which corner its pointer comes, from where, and which way it points.
    pointers: dict[str, tuple[int, Point, Point]] = {
        "below": (1, (left + along, top), (0, -1)), "left": (2, (right, top + along), (1, 0)),
        "above": (3, (left + along, bottom), (0, 1)), "right": (4, (left, top + along), (-1, 0)),
    }  # fmt: skip
    if one.side in pointers:
        place, (x, y), (across, down) = pointers[one.side]
        corners[place:place] = [
            (x + tip * down, y - tip * across), (x + tip * across, y + tip * down),
            (x - tip * down, y + tip * across),
        ]  # fmt: skip
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z"


def thread(path: Sequence[Point]) -> str:
    """A thread with round corners, and a knob at each end."""
    parts = [f"M{path[0][0]} {path[0][1]}"]
    for before, (x, y), after in zip(path, path[1:], path[2:], strict=False):
        (x1, y1), (x2, y2) = _towards((x, y), before), _towards((x, y), after)
        parts.append(f"L{x1:.1f} {y1:.1f}Q{x} {y} {x2:.1f} {y2:.1f}")
    way = f'<path d="{"".join(parts)}L{path[-1][0]} {path[-1][1]}" fill="none"'
    knob = f'r="{_KNOB}" fill="{token("tape")}"{_line_of("ink", 4)}'
    ends = "".join(f'<circle cx="{x}" cy="{y}" {knob}/>' for x, y in (path[0], path[-1]))
    return f"{way}{_line_of('ink', THREAD)}/>{way}{_line_of('tape', _CORE)}/>{ends}"


def _towards(corner: Point, end: Point) -> Point:
    """A point near a corner on the way to the next one."""
    long = hypot(end[0] - corner[0], end[1] - corner[1])
    share = min(_CURVE / long, 0.5) if long else 0.0
    return corner[0] + share * (end[0] - corner[0]), corner[1] + share * (end[1] - corner[1])


def plan(
    pieces: Iterable[Piece], now: str | None, seen: TableRect, scale: float, extent: TableRect
) -> str:
    """All stones without words, so much smaller than the table that fills `extent`; a thick line
    around `now`, and a dashed one around the part that is seen.
    """

    def small(rect: TableRect) -> TableRect:
        x, y = (rect.x - extent.x) * scale, (rect.y - extent.y) * scale
        return TableRect(x, y, rect.width * scale, rect.height * scale)

    line, ring = _line_of("ink", 2), ""
    parts = [_rect(small(seen), token("tape"), 0, f'{line} stroke-dasharray="7 5"')]
    for piece in pieces:
        for half in HALVES:
            parts.append(_rect(small(piece.square(half)).grown(-1), token(half), 3, line))
        if piece.id == now:
            ring = _rect(small(piece.squares).grown(1), "none", 3, _line_of("accent", 5))
    return "".join([*parts, ring])

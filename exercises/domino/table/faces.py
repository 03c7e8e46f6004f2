"""The two halves of a stone: their words, their signs, and the tile of whose stone it is. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exercises.domino.table.shapes import Piece, TableRect
from exercises.domino.table.trail import Half, other
from exercises.domino.table.wording import TextBox, lines_in
from exercises.kit.rules.hyphens import Cuts, forced, hyphenated, whole

BORDER = 5.0
LEAST_TEXT = 30
# As shares of half a stone: letters, the row with sign and tile above them, the sign, the edge.
_TEXT, _ROW, _SIGN, _EDGE, _LEAST_EDGE = 0.155, 0.2, 0.145, 0.042, 6.0
# Letters this much smaller than usual are better than words that begin beside the sign.
_NEARLY = 0.85
# A sign before the first word, as shares of the letters: its side, with the space after it, and the
# tile at the other end of that line.
_BESIDE, _INDENT, _TILE = 0.9, 1.2, 1.1
_FLOOR = 8


@dataclass(frozen=True)
class Face:
    """One half: its lines in `text`, of which the first begins `indent` px in, beside the sign.

    `legible`: the words stand there at the size that was asked, whole or hyphenated.
    """

    half: Half
    rect: TableRect
    text: TableRect
    sign: TableRect
    indent: float
    lines: tuple[str, ...]
    size: int
    legible: bool

    @property
    def leftward(self) -> bool:
        """Whether its words run from right to left."""
        kinds = (unicodedata.bidirectional(sign) for line in self.lines for sign in line)
        return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


@dataclass(frozen=True)
class Faces:
    """Both halves of a stone, and the tile in a corner of one of them."""

    halves: tuple[Face, Face]
    tile: TableRect
    legible: bool


def faces_of(piece: Piece, words: Mapping[Half, str], least: int = LEAST_TEXT) -> Faces:
    """The faces of a stone, seen from the left upper corner of its squares; in letters of `least`
    px at least where the words let that.
    """
    piece = piece.moved(-piece.squares.x, -piece.squares.y)
    first, second = (
        _face(piece, half, words[half], least) for half in (piece.first, other(piece.first))
    )
    edge, side = _edge(piece.cell) * 0.7, _ROW * piece.cell
    bearer = second
    # The tile stands in the row of the sign, where it meets no words.
    if second.indent and not first.indent:
        bearer = first
    elif second.indent:
        bearer = second = _face(piece, second.half, words[second.half], least, tile=True)
        side = _TILE * second.size
    tile = TableRect(bearer.rect.right - edge - side, bearer.rect.y + edge, side, side)
    return Faces((first, second), tile, first.legible and second.legible)


def _edge(cell: float) -> float:
    return max(_LEAST_EDGE, _EDGE * cell)


def _face(piece: Piece, half: Half, text: str, least: int, *, tile: bool = False) -> Face:
    rect = _inner(piece, half)
    edge, row = _edge(piece.cell), _ROW * piece.cell
    inner = rect.grown(-edge)
    lines: tuple[str, ...] | None = None
    for beside, cuts, size in _ways(piece.cell, least):
        indent = _INDENT * size * beside
        down = 0.0 if beside else row
        less = indent + (_TILE * size + edge) * (tile and beside)
        room = TextBox(inner.width, inner.height - down + edge / 2, less)
        lines = lines_in(text, size, room, cuts)
        if lines is not None:
            break
    side = _BESIDE * size if beside else _SIGN * piece.cell
    sign_y = 0.1 * size if beside else (row - side) / 2 - edge / 4
    return Face(
        half, rect, TableRect(inner.x, inner.y + down, inner.width, inner.height - down),
        TableRect(inner.x, inner.y + sign_y, side, side), indent, lines or ("",), size,
        lines is not None and size >= least,
    )  # fmt: skip


def _inner(piece: Piece, half: Half) -> TableRect:
    """What is seen of a half within the border of its stone."""
    square, stone, split = piece.square(half), piece.rect.grown(-BORDER), BORDER / 2
    across, down = (split, 0.0) if piece.flat else (0.0, split)
    x, y = max(square.x + across, stone.x), max(square.y + down, stone.y)
    right, bottom = min(square.right - across, stone.right), min(square.bottom - down, stone.bottom)
    return TableRect(x, y, right - x, bottom - y)


def _ways(cell: float, least: int) -> Iterator[tuple[bool, Cuts, int]]:
    """How words can be set, the best first: whole under the sign, whole beside it, hyphenated,
    broken anywhere; smaller than asked only when nothing else is left.
    """
    base = max(least, round(_TEXT * cell))
    sizes = range(base, least - 1, -2)
    for cuts in (whole, hyphenated):
        yield from ((False, cuts, size) for size in sizes if size >= _NEARLY * base)
        yield from ((True, cuts, size) for size in sizes)
    yield from ((True, forced, size) for size in range(least, _FLOOR, -1))

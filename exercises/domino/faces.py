"""The two halves of a stone that lies: their boxes, their words, and its tile. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from exercises.domino.model import Stone
from exercises.domino.setting import LINE, set_text
from exercises.domino.slips import Box
from exercises.domino.spots import HALVES, Half
from exercises.kit.drawing.lettering import Block, width

SMALLEST_TEXT = 28
SIZES = (44, 40, 37, 34, 31, SMALLEST_TEXT)
GAP, BORDER = 2.5, 5.0
# What the first line of a half loses to its sign, as a share of its size.
SIGN = 1.15
# Between the edge of a half and its words; beside a number more, which lies over that edge.
INSET, BESIDE_NUMBER = 7.0, 19.0
# The words begin this much nearer to the upper edge, and may end so much nearer to the lower one.
LIFT = 5.0
_MARK, _SMALLEST_MARK, _MARK_EDGE, _AIR = 44.0, 28.0, 4.0, 2.0


@dataclass(frozen=True)
class Placed:
    """A stone on the stage: its box, which way it lies, and its words (None: signs only).

    `split`: px from its left or upper edge to the middle between its halves. `mark`: centre and
    side of the tile of who laid it. `inset`: px between edge and words.
    """

    id: str
    box: Box
    turn: int
    split: float
    words: Mapping[Half, Block] | None
    mark: tuple[float, float, float]
    inset: Mapping[Half, float]

    @property
    def tile(self) -> Box:
        """The box of its tile."""
        x, y, side = self.mark
        return Box(x - side / 2, y - side / 2, side, side)

    def halves(self) -> dict[Half, Box]:
        """The box of each half within the border."""
        box, edge = self.box, BORDER / 2
        wide, high = box.width - 2 * BORDER, box.height - 2 * BORDER
        inner = Box(box.x + BORDER, box.y + BORDER, wide, high)
        first = self.split - BORDER - edge
        if self.turn % 2 == 0:
            one = replace(inner, width=first)
            two = replace(inner, x=inner.x + first + BORDER, width=wide - first - BORDER)
        else:
            one = replace(inner, height=first)
            two = replace(inner, y=inner.y + first + BORDER, height=high - first - BORDER)
        # Turned half way round, the flop comes first.
        ordered = (two, one) if self.turn in (2, 3) else (one, two)
        return dict(zip(HALVES, ordered, strict=True))


def words_of(text: str, wide: float, high: float, sizes: tuple[int, ...] = SIZES) -> Block:
    """Set the text of a half in a box, as large as it fits. The sign goes before its first line,
    which is empty when the first word is a long one.
    """
    return set_text(text, wide, high, sizes, SIGN)


def written(one: Placed, stone: Stone, sizes: tuple[int, ...], taken: list[Box]) -> Placed:
    """With its words, and its tile in a corner where none are. `taken`: where other stones lie,
    and what may lie over their edges.
    """
    faces = one.halves()
    words = {
        half: words_of(
            stone.text(half), faces[half].width - 2 * one.inset[half],
            faces[half].height - 2 * (one.inset[half] - LIFT), sizes,
        )
        for half in HALVES
    }  # fmt: skip
    made = replace(one, words=words)
    taken = [*taken, *(line for half in HALVES for line in _lines(made, half, faces[half]))]
    largest = min(_MARK, 1.3 * max(block.size for block in words.values()))
    boxes = [
        box
        for side in (largest, 0.8 * largest, _SMALLEST_MARK)
        for box in _corners(faces, round(side, 1))
    ]
    boxes += _outside(made, round(largest, 1))
    free = (box for box in boxes if not any(box.meets(other, _AIR) for other in taken))
    box = next(free, boxes[-1])
    half = box.width / 2
    return replace(made, mark=(round(box.x + half, 1), round(box.y + half, 1), box.width))


def _lines(one: Placed, half: Half, face: Box) -> Iterator[Box]:
    assert one.words is not None
    block, inset = one.words[half], one.inset[half]
    for at, line in enumerate(block.lines):
        wide = width(line, block.size) + (0 if at else SIGN * block.size)
        high = block.size * LINE
        yield Box(face.x + inset, face.y + inset - LIFT + at * high, wide, high)


def _corners(faces: Mapping[Half, Box], side: float) -> Iterator[Box]:
    for half in HALVES:
        face = faces[half]
        right = face.x + face.width - side - _MARK_EDGE
        yield Box(right, face.y + _MARK_EDGE, side, side)
        yield Box(right, face.y + face.height - side - _MARK_EDGE, side, side)


def _outside(one: Placed, side: float) -> list[Box]:
    """Where no corner is free it hangs on the edge, between the halves."""
    box, split = one.box, one.split - side / 2
    if one.turn % 2 == 0:
        return [Box(box.x + split, y, side, side) for y in (box.y + box.height, box.y - side)]
    return [Box(x, box.y + split, side, side) for x in (box.x + box.width, box.x - side)]

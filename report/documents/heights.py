"""About how high blocks are on paper, in lines of text: enough to divide them over columns."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Dated,
    Figure,
    Heading,
    Paragraph,
    Quotation,
    Remark,
    Together,
)
from report.forms.prepared import proportion

# Of one of the six columns of a page: letters on a line, and lines as high as it is wide.
_LETTERS, _AS_WIDE = 44 / 3, 5
_OF_A_HEADING, _OF_A_SMALL_HEADING, _SMALL = 4, 2, 3
_LARGER = {1: 1.5, 2: 2.2, 3: 4.0}


def lines_of(blocks: Sequence[Block], columns: float = 3) -> float:
    """About how many lines blocks take, so many columns wide."""
    return sum(_of(one, columns) for one in blocks)


def _of(block: Block, columns: float) -> float:
    match block:
        case Together():
            lines = 1 + lines_of(block.blocks, columns)
        case Beside():
            shares = [columns * wide / sum(block.widths) for wide in block.widths]
            pairs = zip(block.parts, shares, strict=True)
            lines = 1 + max(lines_of(part, wide) for part, wide in pairs)
        case Figure():
            high = _AS_WIDE * columns * block.share / proportion(block)
            lines = 1 + high + (1 if block.caption else 0)
        case Heading():
            lines = _OF_A_HEADING if block.level < _SMALL else _OF_A_SMALL_HEADING
        case _:
            lines = _of_text(block, _LETTERS * columns)
    return lines


def _of_text(block: Block, letters: float) -> float:
    """The lines of running text, of so many letters on a line."""
    match block:
        case Paragraph():
            lines = 1 + len(block.text) // letters
        case Remark():
            lines = 1.5 + len(block.text) // letters + (1 if block.who else 0)
        case Quotation():
            larger = _LARGER[block.size]
            lines = (1 + len(block.text) * larger // letters) * larger + (4 if block.who else 2)
        case Bullets():
            each = letters / block.columns
            lines = sum(1.5 + len(one) // each for one in block.items) / block.columns
        case Dated():
            lines = sum(1.5 + len(what) // (letters * 0.7) for _day, what in block.entries)
        case _:
            lines = float(_OF_A_HEADING)
    return lines

"""Drawings as PNG, for Word and HTML, no larger than they are shown.

They are drawn all at once and in the fonts of the PDF (`report.forms.flat`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from threading import Lock

from exercises.document import Beside, Block, Figure, Together
from exercises.kit.drawing.svg import png
from report.forms import flat

# As wide as a page at 150 dots an inch, and twice the width of a column of mail.
WIDE = 1240
_KEPT = 60
_kept: OrderedDict[str, bytes] = OrderedDict()
_lock = Lock()


def drawn(blocks: Iterable[Block]) -> Mapping[str, bytes]:
    """SVG -> PNG, WIDE px wide, for all drawings in prepared blocks."""
    svgs = list(dict.fromkeys(figure.svg for figure in figures(blocks) if figure.svg))
    with _lock:
        found = {svg: _kept[svg] for svg in svgs if svg in _kept}
    missing = [svg for svg in svgs if svg not in found]
    found.update(zip(missing, flat.pngs(missing, WIDE), strict=True))
    with _lock:
        _kept.update(found)
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return found


def figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    """All figures in blocks, in order."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Together):
            yield from figures(block.blocks)
        elif isinstance(block, Beside):
            for part in block.parts:
                yield from figures(part)


@lru_cache(maxsize=32)
def for_print(svg: str) -> bytes:
    """A drawing as PNG, large enough to print over the full width of a page."""
    (made,) = flat.pngs([svg], 2 * WIDE)
    return made


@lru_cache(maxsize=64)
def small_sign(svg: str, width: int = 160) -> bytes:
    """A tile or a sign as PNG: that takes some milliseconds."""
    return png(svg, width)

"""Drawings as PNG, for Word and HTML, no larger than they are shown.

Typst draws them, all at once and in the fonts of the PDF: for the map of the neighbourhood that
takes a third of a second, where `report.raster` takes two.
"""

from __future__ import annotations

import io
import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from threading import Lock

from PIL import Image

from exercises.document import Beside, Block, Figure, Together
from exercises.kit.drawing.svg import png
from report.forms import engine
from report.forms.coverage import families

# As wide as a page at 150 dots an inch, and twice the width of a column of mail.
WIDE = 1240
_COLOURS = 255
_KEPT = 60
_kept: OrderedDict[str, bytes] = OrderedDict()
_lock = Lock()


def drawn(blocks: Iterable[Block]) -> Mapping[str, bytes]:
    """SVG -> PNG, WIDE px wide, for all drawings in prepared blocks."""
    svgs = list(dict.fromkeys(figure.svg for figure in figures(blocks) if figure.svg))
    with _lock:
        found = {svg: _kept[svg] for svg in svgs if svg in _kept}
    missing = [svg for svg in svgs if svg not in found]
    found.update(zip(missing, _made(missing), strict=True))
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
    (made,) = _made([svg], 2 * WIDE)
    return made


@lru_cache(maxsize=64)
def small_sign(svg: str, width: int = 160) -> bytes:
    """A tile or a sign as PNG: that takes some milliseconds."""
    return png(svg, width)


def _made(svgs: list[str], width: int = WIDE) -> list[bytes]:
    if not svgs:
        return []
    names = [f"drawing-{number}.svg" for number in range(len(svgs))]
    data = {"files": names, "fonts": [family.name for family in families()]}
    files = {
        name: svg.encode("utf-8", "replace") for name, svg in zip(names, svgs, strict=True)
    } | {"data.json": json.dumps(data).encode()}
    return [_small(page) for page in engine.png_pages("pictures.typ", files, width)]


def _small(content: bytes) -> bytes:
    """With fewer colours: drawings are flat, so it does not show, and they are a third."""
    with Image.open(io.BytesIO(content)) as opened:
        few = opened.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        out = io.BytesIO()
        few.save(out, "PNG")
        return out.getvalue()

"""Drawings as PNG, all at once and in the fonts of documents.

Typst draws them: a map of the neighbourhood takes it a sixth of what resvg takes. Nothing of the
exercises is loaded here, which takes a second and a half in a process that only draws.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

from PIL import Image

from report.forms import engine
from report.forms.coverage import families

_COLOURS = 255


def pngs(svgs: Sequence[str], width: int) -> list[bytes]:
    """Each drawing as PNG, `width` px wide. Raises engine.NotTypeset when one is no drawing."""
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

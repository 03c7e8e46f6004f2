"""Photos as documents hold them: JPEG, small enough to mail, large enough to print."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps

from report.forms import photo_scans

# What the product itself keeps: these are taken as they are.
_SMALL_BYTES, _SMALL_SIDE = 300_000, 1600
_PRINTED_SIDE = 1400
_QUALITY = 82
_HARDLY_WIDER = 1.2
_ORIENTATION = 0x0112
_MOST_DOTS = 64_000_000
_PAPER = (255, 255, 255)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, MemoryError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Print:
    """A photo for print: JPEG."""

    content: bytes


@lru_cache(maxsize=64)
def for_print(content: bytes) -> Print | None:
    """A JPEG or PNG as it is printed, upright; None when it is none, broken, or far too large or
    too heavy."""
    if photo_scans.is_heavy(content):
        return None
    with warnings.catch_warnings():
        # Our own limit comes first and is lower.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            return _printed(content)
        except _BROKEN:
            return None


@lru_cache(maxsize=64)
def no_wider(content: bytes, width: int) -> bytes:
    """A photo that `for_print` gave, with no more than some `width` px: Typst unpacks all photos of
    a document at once, so what is not seen costs memory."""
    with Image.open(io.BytesIO(content)) as opened:
        if opened.width <= width * _HARDLY_WIDER:
            return content
        size = (width, round(width * opened.height / opened.width))
        opened.draft("RGB", size)
        out = io.BytesIO()
        opened.resize(size, Image.Resampling.BOX).convert("RGB").save(out, "JPEG", quality=_QUALITY)
        return out.getvalue()


def proportion(content: bytes) -> float:
    """Width by height of a photo that `for_print` gave."""
    with Image.open(io.BytesIO(content)) as opened:
        return opened.width / opened.height


def _printed(content: bytes) -> Print | None:
    with Image.open(io.BytesIO(content), formats=["JPEG", "PNG"]) as opened:
        width, height = opened.size
        if width * height > _MOST_DOTS:
            return None
        if _fits(opened, len(content)):
            # Unpacked at an eighth of its size, only to see that it is whole.
            opened.draft(opened.mode, (width // 8, height // 8))
            opened.load()
            return Print(content)
        opened.draft("RGB", (_PRINTED_SIDE, _PRINTED_SIDE))
        opened.thumbnail((_PRINTED_SIDE, _PRINTED_SIDE), Image.Resampling.LANCZOS)
        upright = ImageOps.exif_transpose(opened)
        out = io.BytesIO()
        _on_paper(upright).save(out, "JPEG", quality=_QUALITY, optimize=True)
        return Print(out.getvalue())


def _fits(opened: Image.Image, size: int) -> bool:
    turned = opened.getexif().get(_ORIENTATION, 1) != 1
    small = size <= _SMALL_BYTES and max(opened.size) <= _SMALL_SIDE
    return small and not turned and opened.format == "JPEG" and opened.mode in ("RGB", "L")


def _on_paper(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        over = image.convert("RGBA")
        paper = Image.new("RGB", image.size, _PAPER)
        paper.paste(over, mask=over.getchannel("A"))
        return paper
    return image.convert("RGB")

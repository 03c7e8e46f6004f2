"""Processes uploaded photos: scaled down, rotated upright, and without metadata.

Pure: from the bytes somebody sent to the bytes that are kept. Metadata such as place and time is
dropped, and an image with too many pixels or scans is refused before it is decoded. The server
calls it through `photo_process`, which limits the time and memory that a photo may take.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from report.forms import photo_scans
from state.language import _
from state.problems import Refused

MEDIA = "image/jpeg"
MOST_BYTES = 200_000
MOST_SENT = 25_000_000
LONGEST_SIDE = 1600
# A JPEG is unpacked small from the start; other kinds whole, at four bytes a dot.
_MOST_DOTS = {"JPEG": 64_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
_SMALLEST = 8
_QUALITIES = (84, 76, 68, 58, 48)
_SHRINK = 0.8
_PAPER = (255, 253, 248)


@dataclass(frozen=True)
class Photo:
    """A photo as it is kept: JPEG of at most MOST_BYTES, width and height in px."""

    content: bytes
    width: int
    height: int


class TooHeavy(Refused):
    """A file that was made to cost a lot, or happens to."""


def small(sent: bytes) -> Photo:
    """Make a photo small. Refused, with a sentence for who sent it, when it is none, is broken,
    or is too large; TooHeavy when it takes too much work."""
    if len(sent) > MOST_SENT:
        raise Refused(too_large())
    if photo_scans.is_heavy(sent):
        raise TooHeavy(too_heavy())
    with warnings.catch_warnings():
        # Our own limit comes first and is lower.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            return _made_small(sent)
        except UnidentifiedImageError as error:
            raise Refused(_no_photo()) from error
        except Image.DecompressionBombError as error:
            raise Refused(_too_many_dots()) from error
        except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
            raise Refused(broken()) from error


def too_large() -> str:
    """The sentence for a file with too many bytes."""
    return _("Deze foto is te groot. Neem een gewone foto met je gsm.")


def too_heavy() -> str:
    """The sentence for a photo that takes too much time or memory to read."""
    return _("Deze foto is te ingewikkeld om te verwerken. Neem een gewone foto met je gsm.")


def broken() -> str:
    """The sentence for what starts as a photo and can't be read."""
    return _("Deze foto is stuk. Neem ze opnieuw, of kies een andere.")


def _made_small(sent: bytes) -> Photo:
    with Image.open(io.BytesIO(sent), formats=list(_MOST_DOTS)) as opened:
        width, height = opened.size
        # A phone may put two pictures in one JPEG: another format, the same dots.
        if width * height > _MOST_DOTS.get(str(opened.format), _MOST_DOTS["JPEG"]):
            raise Refused(_too_many_dots())
        if min(width, height) < _SMALLEST:
            raise Refused(_("Deze foto is te klein om te tonen. Kies een andere."))
        # JPEG can be unpacked at a half, a quarter or an eighth of its size.
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        upright = ImageOps.exif_transpose(opened)
    return _written(_on_paper(upright))


def _on_paper(image: Image.Image) -> Image.Image:
    """Only the pixels, as RGB; transparent parts get the colour of paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        over = image.convert("RGBA")
        paper = Image.new("RGB", image.size, _PAPER)
        paper.paste(over, mask=over.getchannel("A"))
        return paper
    bare = image.convert("RGB")
    bare.info = {}
    return bare


def _written(image: Image.Image) -> Photo:
    while True:
        for quality in _QUALITIES:
            out = io.BytesIO()
            image.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MOST_BYTES:
                return Photo(out.getvalue(), *image.size)
        width, height = (max(1, round(side * _SHRINK)) for side in image.size)
        image = image.resize((width, height), Image.Resampling.LANCZOS)


def _no_photo() -> str:
    return _("Dit is geen foto die we kunnen lezen. Kies een andere.")


def _too_many_dots() -> str:
    return _("Deze foto is te groot om te verwerken. Neem een gewone foto met je gsm.")

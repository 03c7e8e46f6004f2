"""Photos of any size, and what is none."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from exercises.document import Document, Figure, Paragraph
from report.forms import photos
from report.forms.prepared import prepare, proportion
from tests.report.forms import samples

GOOD = samples.photo(1200, 900)
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
BROKEN = {
    "nothing": b"x", "text": b"<svg/>", "truncated": GOOD[: len(GOOD) // 2], "empty": b"\0" * 500,
    "half a PNG": PNG_HEAD + b"\0" * 40,
}  # fmt: skip


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def read(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_photo_as_the_product_keeps_it_is_taken_as_it_is() -> None:
    made = photos.for_print(GOOD)
    assert made is not None
    assert made.content == GOOD
    assert photos.proportion(GOOD) == pytest.approx(4 / 3)


def test_a_large_photo_is_made_small() -> None:
    made = photos.for_print(encoded(Image.effect_noise((4000, 3000), 90), "JPEG", quality=95))
    assert made is not None
    assert max(read(made.content).size) == 1400


def test_a_photo_on_its_side_is_put_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = photos.for_print(encoded(Image.new("RGB", (400, 200)), "JPEG", exif=exif))
    assert made is not None
    assert read(made.content).size == (200, 400)


def test_what_is_transparent_becomes_white_and_every_kind_a_jpeg() -> None:
    for mode in ("RGBA", "LA", "P", "CMYK", "1"):
        form = "JPEG" if mode == "CMYK" else "PNG"
        made = photos.for_print(encoded(Image.new(mode, (300, 200)), form))
        assert made is not None
        image = read(made.content)
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (300, 200))
    white = photos.for_print(encoded(Image.new("RGBA", (300, 200)), "PNG"))
    assert white is not None
    assert read(white.content).getpixel((5, 5)) == (255, 255, 255)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert photos.for_print(encoded(Image.new("1", (20000, 20000)), "PNG")) is None


@pytest.mark.parametrize("name", [name for name in BROKEN if name != "nothing"])
def test_what_can_not_be_read_becomes_words(name: str) -> None:
    document = Document("x", (Figure("De deur", photo=BROKEN[name], caption="Onze deur"),))
    (block,) = prepare(document).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "Hier hoort een beeld dat niet gelezen kon worden: De deur\nOnze deur"


def test_a_photo_has_its_own_proportion() -> None:
    (block,) = prepare(Document("x", (Figure("x", photo=samples.photo(800, 400)),))).blocks
    assert isinstance(block, Figure)
    assert proportion(block) == 2


def test_a_photo_of_very_many_scans_is_left_out() -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 48)).save(out, "JPEG", progressive=True)
    whole = out.getvalue()
    last = whole.rindex(b"\xff\xda")
    assert photos.for_print(whole) is not None
    assert photos.for_print(whole[:-2] + whole[last:-2] * 60 + whole[-2:]) is None

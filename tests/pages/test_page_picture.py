"""Pictures travel within the page of who they were drawn for, and nowhere else."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.desk import pictures

ROOT = Path(__file__).resolve().parents[2]
# What of Streamlit puts things at an address for all who signed in; that route is closed.
_AT_AN_ADDRESS = re.compile(
    r"\b(?:st|column|here)\.(?:image|audio|video|logo|pyplot|download_button|pdf)\("
)


def page(png: bytes, alt: str, width: int | None) -> AppTest:
    def draw(png: bytes, alt: str, width: int | None) -> None:
        from pages.desk import page_picture

        page_picture.show(png, alt, width=width)

    return AppTest.from_function(draw, kwargs={"png": png, "alt": alt, "width": width}).run()


@pytest.mark.parametrize("width", [None, 320])
def test_a_picture_is_whole_within_the_page(width: int | None) -> None:
    alt = 'De "Regenton" gaat naar <Kattenstaart>.'
    (found,) = pictures(page(b"\x89PNG\r\n", alt, width))
    source, said = re.findall(r'(?:src|alt)="([^"]*)"', found)
    assert b64decode(source.removeprefix("data:image/png;base64,")) == b"\x89PNG\r\n"
    assert unescape(said) == alt and "<Katten" not in found
    assert ("width:320px" in found) == (width is not None)


def test_letters_of_a_picture_can_t_end_it() -> None:
    (found,) = pictures(page(bytes(range(256)), "", None))
    assert b64encode(bytes(range(256))).decode() in found


def test_nothing_on_the_desk_needs_the_addresses_that_are_closed() -> None:
    for folder in ("pages", "exercises", "report"):
        for path in (ROOT / folder).rglob("*.py"):
            found = _AT_AN_ADDRESS.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path}: {found}: use pages/desk/page_picture or a route"

"""The page of HTML: whole by itself, with its styles on each element, and safe."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest

from exercises.document import (
    Beside,
    Bullets,
    Document,
    Figure,
    Heading,
    Paragraph,
    Quotation,
    Table,
    TileList,
)
from report.forms.html import html
from tests.report.forms import samples, stress
from tests.report.forms.made import SQUARE
from tests.report.forms.reading import page_text

STYLED = {"p", "h1", "h2", "h3", "figcaption", "blockquote", "table", "caption", "th", "td", "li",
          "ul", "ol", "hr"}  # fmt: skip


@pytest.mark.parametrize("make", [samples.evening, samples.track_report, samples.bundle])
def test_nothing_is_fetched_and_each_element_has_its_style(make: object) -> None:
    assert callable(make)
    page = html(make())
    elements = page_text(page).elements
    assert {tag for tag, _attributes in elements}.isdisjoint({"script", "link", "style", "iframe"})
    for tag, attributes in elements:
        assert tag not in STYLED or attributes.get("style"), tag
        assert "class" not in attributes
        for name in ("src", "href"):
            assert (attributes.get(name) or "data:image/").startswith("data:image/")
    assert "url(" not in page
    assert not re.search(r"\bNone\b|\bundefined\b", page_text(page).text)


def test_pictures_are_in_the_page() -> None:
    document = Document("x", (Figure("Vierkant", svg=SQUARE),
                              Figure("Foto", photo=samples.photo(400, 300))))  # fmt: skip
    sources = [
        seen["src"] or "" for tag, seen in page_text(html(document)).elements if tag == "img"
    ]
    (png, jpeg) = [b64decode(source.split(",")[1]) for source in sources]
    assert png.startswith(b"\x89PNG")
    assert jpeg.startswith(b"\xff\xd8")


def test_it_says_what_its_parts_are() -> None:
    document = Document("Titel <b>", (
        Heading("Kop", 1), Heading("Deel", 2, area=1), Heading("Klein", 3),
        Table(("Wie", "Wat"), (("محمد", "x"),), "Bijschrift"), samples.tile_list(),
        Figure("Een <deur>", svg=SQUARE, caption="Onze deur"), Quotation("Gezegd", "Greet", 5),
    ))  # fmt: skip
    page = page_text(html(document))
    tags = [tag for tag, _attributes in page.elements]
    assert {
        "main",
        "h1",
        "h2",
        "h3",
        "caption",
        "thead",
        "figure",
        "figcaption",
        "blockquote",
    } <= set(tags)
    assert [seen["scope"] for tag, seen in page.elements if tag == "th"] == ["col", "col"]
    assert [seen["dir"] for tag, seen in page.elements if tag == "td"] == ["auto", "auto"]
    alts = [seen["alt"] for tag, seen in page.elements if tag == "img"]
    assert alts.count("Een <deur>") == 1
    assert set(alts) == {"Een <deur>", ""}
    assert ("html", {"lang": "nl-BE"}) in page.elements
    assert "<title>Titel &lt;b&gt;</title>" in html(document)


@pytest.mark.parametrize("name", stress.TEXTS)
def test_what_people_typed_is_never_markup(name: str) -> None:
    text = stress.TEXTS[name][:2000]
    harmless = page_text(html(Document("x", stress.blocks_of("woord")))).elements
    page = page_text(html(Document("x", stress.blocks_of(text)))).elements
    assert {tag for tag, _seen in page} <= {tag for tag, _seen in harmless} | {"br"}


def test_lines_stay_lines() -> None:
    assert "een<br>twee" in html(Document("x", (Paragraph("een\ntwee"),)))


def test_what_stands_beside_each_other_may_stand_below() -> None:
    document = Document(
        "x", (Beside(((Paragraph("een"),), (TileList(()), Paragraph("twee"))), (2, 4)),)
    )
    page = html(document)
    assert "flex-wrap:wrap" in page
    assert page.index(">een<") < page.index(">twee<")


def test_short_items_stand_in_columns_where_there_is_room() -> None:
    two = Bullets(("een", "twee"), columns=2, small=True)
    page = html(Document("x", (two, Bullets(("drie",)))))
    lists = [seen for tag, seen in page_text(page).elements if tag == "ul"]
    assert ["columns:2" in str(one["style"]) for one in lists] == [True, False]

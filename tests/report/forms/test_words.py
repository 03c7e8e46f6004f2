"""One document, three forms: the same words in the same order in all of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import Phase, given, settings

from exercises.document import Bullets, Document, Figure, Heading, Paragraph, Table
from report.forms.html import html
from report.forms.pdf import pdf
from report.forms.word import word
from report.forms.words import alts, words
from tests.report.forms import reading, samples
from tests.report.forms.made import DOCUMENTS, SQUARE


def expected(document: Document) -> str:
    return reading.squashed("".join(words(document)))


# Making a failing document smaller takes minutes, and it is small.
@settings(max_examples=60, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(DOCUMENTS)
def test_all_forms_say_the_same_words_in_the_same_order(document: Document) -> None:
    told = expected(document)
    assert reading.squashed(reading.page_text(html(document)).text) == told
    assert reading.squashed(reading.words_of_word(word(document))) == told
    assert reading.squashed(reading.words_of_pdf(pdf(document))) == told


@pytest.mark.parametrize("make", [samples.evening, samples.track_report, samples.bundle])
def test_real_documents_say_the_same_in_each_form(make: Callable[[], Document]) -> None:
    document = make()
    told = expected(document).replace("محمدبنعلي", "")

    def said(text: str) -> str:
        # Letters that run from right to left stand in a PDF in the order in which they are drawn.
        left = [char for char in reading.squashed(text) if not "\u0600" <= char <= "\ufeff"]
        return "".join(left)

    assert len(told) > 200
    assert said(reading.words_of_pdf(pdf(document))) == said(told)
    assert said(reading.words_of_word(word(document))) == said(told)
    assert said(reading.page_text(html(document)).text) == said(told)


def test_what_is_said_of_figures_is_in_each_form() -> None:
    figures = tuple(Figure(alt, svg=SQUARE, share=0.2) for alt in ("Een <deur>", "Een & twee"))
    document = Document("Beelden", (Heading("Beelden", 1), *figures))
    assert alts(document) == ["Een <deur>", "Een & twee"]
    assert reading.alts_of_pdf(pdf(document)) == alts(document)
    images = [seen for tag, seen in reading.page_text(html(document)).elements if tag == "img"]
    assert [image["alt"] for image in images] == alts(document)


def test_words_are_in_the_order_of_the_blocks() -> None:
    document = Document("x", (
        Heading("Kop", 1, kicker="Erboven"), Paragraph("tekst", strong="Vet"),
        Bullets(("een", "twee")), Table(("A", "B"), (("1", "2"),), "Bijschrift"),
    ))  # fmt: skip
    assert words(document) == [
        "Erboven", "Kop", "Vet tekst", "een", "twee", "Bijschrift", "A", "B", "1", "2",
    ]  # fmt: skip


def test_a_large_heading_keeps_its_level_and_looks_like_the_first() -> None:
    small, large = Heading("Klein", 3), Heading("Groot", 3, large=True)
    document = Document("Koppen", (Heading("Titel", 1), small, large))
    paragraphs = docx.Document(BytesIO(word(document))).paragraphs
    styles: dict[str, Any] = {one.text: one.style for one in paragraphs}
    assert styles["Groot"].base_style.name == "Heading 3" == styles["Klein"].name
    assert styles["Groot"].font.size == styles["Titel"].font.size > styles["Klein"].font.size
    found = re.findall(r"<(h\d)[^>]*font-size:(\d+)px[^>]*>(\w+)</h", html(document))
    sizes = {text: (level, size) for level, size, text in found}
    assert sizes["Groot"] == ("h3", sizes["Titel"][1]) != sizes["Klein"]

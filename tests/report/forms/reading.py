"""Reads documents with other libraries than made them: what somebody who opens them would read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from unittest.mock import patch

import docx
import pdfplumber
import pypdfium2
from docx.table import Table
from docx.text.paragraph import Paragraph
from pdfminer.utils import decode_text
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pypdf import PdfReader

# Not read aloud as words: numbers and dots of lists, and pictures, which have words of their own.
_NOT_WORDS = ("Lbl", "Figure")
_SILENT = ("head", "style", "title")
_ACTUAL = "\0"


def squashed(text: str) -> str:
    """Without white space and places where a word may break."""
    return "".join(char for char in text if not char.isspace() and char not in "\u00ad\u200b")


class Nested(PDFPageAggregatorWithMarkedContent):
    """Marked content within marked content, which pdfplumber takes for its end: glyphs that stand
    for other letters, which are said instead of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._open: list[tuple[int | None, str | None]] = []
        self._told = 0

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        self._open.append((self.cur_mcid, self.cur_tag))
        given = props if isinstance(props, dict) else {}
        self.cur_mcid = given.get("MCID", self.cur_mcid)
        if "ActualText" in given:
            self._told += 1
            self.cur_tag = f"{_ACTUAL}{self._told}{_ACTUAL}{decode_text(given['ActualText'])}"

    def end_tag(self) -> None:
        self.cur_mcid, self.cur_tag = self._open.pop()


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """The PDF, in pdfplumber."""
    name = "PDFPageAggregatorWithMarkedContent"
    with patch.object(pdfplumber.page, name, Nested), pdfplumber.open(io.BytesIO(content)) as pdf:
        yield pdf


def pages_of_pdf(content: bytes) -> list[str]:
    """What can be selected on each page, read with the library of Chromium: pypdf takes a second
    for a page of drawings."""
    with pypdfium2.PdfDocument(content) as read:
        return [page.get_textpage().get_text_range() for page in read]


@dataclass(frozen=True)
class Letter:
    """A letter as it is drawn: its page, from 1, and its edges in pt from the left and the bottom
    of that page, which is `wide` and `high` pt."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    wide: float
    high: float


def letters_of_pdf(content: bytes) -> list[Letter]:
    """All letters, white space too."""
    found: list[Letter] = []
    with pypdfium2.PdfDocument(content) as read:
        for number, page in enumerate(read, 1):
            text = page.get_textpage()
            found += [
                Letter(number, text.get_text_range(at, 1), *text.get_charbox(at), *page.get_size())
                for at in range(text.count_chars())
            ]
    return found


def words_of_pdf(content: bytes) -> str:
    """The tagged text in the order of the tags: what a screen reader reads."""
    with opened(content) as pdf:
        return "".join(_words_of_page(page) for page in pdf.pages)


def _words_of_page(page: Any) -> str:
    marked: dict[int, str] = {}
    told = ""
    for char in page.chars:
        number, tag = char["mcid"], char["tag"] or ""
        if number is None or (tag.startswith(_ACTUAL) and tag == told):
            continue
        told = tag
        marked[number] = marked.get(number, "") + (tag.split(_ACTUAL)[-1] or char["text"])

    def read(node: Any) -> Iterator[str]:
        if node.get("type") in _NOT_WORDS:
            return
        yield from (marked.get(number, "") for number in node.get("mcids", ()))
        for child in node.get("children", ()):
            yield from read(child)

    return "".join(text for node in page.structure_tree for text in read(node))


def words_of_word(content: bytes) -> str:
    """The text of the body in its order, without the table of contents, which is in a frame."""
    return "\n".join(_words_inside(docx.Document(io.BytesIO(content))))


def _words_inside(place: Any) -> Iterator[str]:
    """The text of a document or of a cell, with that of tables in it."""
    for item in place.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item.text
        else:
            assert isinstance(item, Table)
            for row in item.rows:
                for cell in row.cells:
                    yield from _words_inside(cell)


class PageText(HTMLParser):
    """The text of a page as a browser shows it, and its elements with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += data


def page_text(html: str) -> PageText:
    """The page, read."""
    parser = PageText()
    parser.feed(html)
    parser.close()
    return parser


def alts_of_pdf(content: bytes) -> list[str]:
    """What is said of each figure, in order."""
    with opened(content) as pdf:
        return [alt for page in pdf.pages for node in page.structure_tree for alt in _alts(node)]


def _alts(node: Any) -> Iterator[str]:
    if node.get("type") == "Figure":
        yield node.get("alt_text", "")
    for child in node.get("children", ()):
        yield from _alts(child)


def tags_of_pdf(content: bytes) -> list[str]:
    """The tags of all pages, in order."""

    def read(node: Any) -> Iterator[str]:
        yield node["type"]
        for child in node.get("children", ()):
            yield from read(child)

    with opened(content) as pdf:
        return [tag for page in pdf.pages for node in page.structure_tree for tag in read(node)]


def fonts_of_pdf(content: bytes) -> dict[str, bool]:
    """Name of each font -> whether it is embedded."""
    found: dict[str, bool] = {}
    for page in PdfReader(io.BytesIO(content)).pages:
        _read_fonts(page.get("/Resources"), found, set())
    return found


def _read_fonts(resources: Any, found: dict[str, bool], seen: set[int]) -> None:
    resources = resources.get_object() if resources is not None else {}
    if id(resources) in seen:
        return
    seen.add(id(resources))
    for font in resources.get("/Font", {}).get_object().values() if "/Font" in resources else ():
        one = font.get_object()
        inner = one["/DescendantFonts"][0].get_object() if "/DescendantFonts" in one else one
        descriptor = inner["/FontDescriptor"].get_object() if "/FontDescriptor" in inner else {}
        files = ("/FontFile", "/FontFile2", "/FontFile3")
        drawn_here = one.get("/Subtype") == "/Type3"
        found[str(one.get("/BaseFont", one.get("/Name", "?")))] = drawn_here or any(
            name in descriptor for name in files
        )
    for thing in (
        resources.get("/XObject", {}).get_object().values() if "/XObject" in resources else ()
    ):
        _read_fonts(thing.get_object().get("/Resources"), found, seen)


def bookmarks_of_pdf(content: bytes) -> list[str]:
    """The titles of the outline, in order, also those below others."""

    def read(items: Any) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from read(item)
            else:
                yield str(item.title)

    return list(read(PdfReader(io.BytesIO(content)).outline))

"""The file of Word: real styles, described pictures, our font, and LibreOffice opens it."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from exercises.document import (
    Beside,
    Bullets,
    Cover,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Table,
)
from exercises.kit.drawing.lettering import Weight, font_file
from report.forms.word import word
from report.forms.words import alts, words
from tests.report.forms import reading, samples, stress
from tests.report.forms.made import SQUARE
from tests.report.forms.reading import squashed

ARTIFACTS = Path(__file__).resolve().parents[2] / "artifacts" / "documents"
OFFICE = shutil.which("soffice")
WEIGHTS: tuple[Weight, ...] = (400, 700)


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(word(document)))


def styles_of(document: Document) -> list[str]:
    return [paragraph.style.name for paragraph in opened(document).paragraphs]


def test_blocks_have_words_own_styles() -> None:
    document = Document("x", (
        samples.cover(), Heading("Kop", 1), Heading("Deel", 2), Heading("Klein", 3),
        Bullets(("een",)), Bullets(("twee",), ordered=True),
        Figure("Vierkant", svg=SQUARE, caption="Bijschrift"),
    ))  # fmt: skip
    found = styles_of(document)
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Bullet",
            "List Number", "Caption", "Beeld"} <= set(found)  # fmt: skip


def test_every_paragraph_has_a_style_and_none_is_empty_without_a_picture() -> None:
    for paragraph in opened(samples.track_report()).paragraphs:
        filled = paragraph.text.strip() or paragraph._p.findall(f".//{qn('wp:inline')}")
        assert filled or paragraph.style.name == "Klein"


def test_pictures_are_described_and_decoration_is_marked() -> None:
    document = samples.track_report()
    inlines = opened(document).element.body.findall(f".//{qn('wp:docPr')}")
    told = [inline.get("descr") for inline in inlines]
    assert [alt for alt in told if alt] == alts(document)
    for inline in inlines:
        assert bool(inline.get("descr")) != (
            "decorative" in docx.oxml.xmlchemy.serialize_for_reading(inline)
        )
    assert len({inline.get("id") for inline in inlines}) == len(inlines)


def test_the_language_is_dutch_of_belgium() -> None:
    made = opened(samples.evening())
    language = made.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "nl-BE"
    assert made.core_properties.language == "nl-BE"
    assert made.core_properties.title == samples.evening().title


def test_a_book_has_contents_and_a_sheet_has_none() -> None:
    def contents(document: Document) -> list[str]:
        frames = opened(document).element.body.findall(qn("w:sdt"))
        return ["".join(found.text or "" for found in frame.iter(qn("w:t"))) for frame in frames]

    (told,) = contents(samples.track_report())
    assert told.startswith("Inhoud")
    assert all(text in told for text in ("Kattenstaart", "Wat we leerden"))
    assert contents(samples.evening()) == []
    codes = [
        found.text for found in opened(samples.track_report()).element.body.iter(qn("w:instrText"))
    ]
    assert [code.split()[0] for code in codes] == ["TOC"]


def test_tables_repeat_their_head_and_keep_rows_whole() -> None:
    rows = tuple((str(number), "x") for number in range(9))
    (table,) = opened(Document("x", (Table(("Nummer", "Wat"), rows, "Bijschrift"),))).tables
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
        True, *[False] * 9,
    ]  # fmt: skip
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_each_numbered_list_begins_with_one() -> None:
    document = Document("x", (Bullets(("a", "b"), ordered=True), Bullets(("c",), ordered=True)))
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in opened(document).paragraphs]
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_page_begins_with_a_paragraph_and_not_with_an_empty_one() -> None:
    document = Document("x", (Paragraph("een"), PageBreak(), Remark("twee", "An", 2)))
    one, two = opened(document).paragraphs
    assert not one.paragraph_format.page_break_before
    assert two.paragraph_format.page_break_before


def test_our_font_is_inside_as_it_was() -> None:
    with zipfile.ZipFile(io.BytesIO(word(samples.evening()))) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".odttf"))
        table = archive.read("word/fontTable.xml").decode()
        mixed = [archive.read(name) for name in names]
    assert len(names) == 2
    keys = re.findall(r'w:fontKey="\{([^}]*)\}"', table)
    for weight, key, content in zip(WEIGHTS, keys, mixed, strict=True):
        # As a program that opens the file does: the key, read from its end, over the beginning.
        mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
        begin = bytes(one ^ two for one, two in zip(content[:32], mask, strict=True))
        assert begin + content[32:] == font_file(weight).read_bytes()


def test_no_text_boxes_and_nothing_that_floats() -> None:
    body = opened(samples.track_report()).element.body
    assert body.findall(f".//{qn('wp:inline')}")
    for name in ("wp:anchor", "w:txbxContent", "w:framePr"):
        assert body.findall(f".//{qn(name)}") == []


def test_what_stands_side_by_side_stands_in_a_row_without_lines() -> None:
    left, right = (Heading("Links", 2), Remark("een", "An", 1)), (Paragraph("twee"),)
    document = Document("x", (Heading("Kop", 1), Beside((left, right), (2, 4)), Paragraph("na")))
    made = opened(document)
    (table,) = made.tables
    (row,) = table.rows
    assert [cell.text.split() for cell in row.cells] == [["Links", "een", "An"], ["twee"]]
    narrow, broad = [cell.width.mm for cell in row.cells]
    assert 50 < narrow < 60 and 100 < broad < 110
    assert table._tbl.tblPr.find(qn("w:tblBorders")) is None
    assert "Kop" in [paragraph.text for paragraph in made.paragraphs]


def test_headings_of_pages_stand_outside_of_tables() -> None:
    made = opened(samples.track_report())
    outside = {one.text for one in made.paragraphs if one.style.name == "Heading 1"}
    everywhere = [one.text for one in made.element.body.iter(qn("w:p"))
                  if one.style == "Heading1"]  # fmt: skip
    assert outside == set(everywhere) and outside


def test_short_columns_stay_on_one_page_and_long_ones_go_on() -> None:
    def stays(count: int) -> bool:
        part = (Remark("een zin"),) * count
        (table,) = opened(Document("x", (Beside((part, part), (3, 3)),))).tables
        return table.rows[0]._tr.find(f".//{qn('w:cantSplit')}") is not None

    assert stays(2) and not stays(20)


def test_pages_with_another_head_are_sections() -> None:
    document = Document("x", (
        Cover("Titel"), Heading("Eerst", 1), PageBreak(), Heading("An", 1, tile=2),
        PageBreak("floor", (2, 3)), Quotation("Zo is het."), PageBreak(), Heading("Slot", 1),
    ), head="Traject", tiles=(1, 2, 3))  # fmt: skip
    made = opened(document)
    heads = [section.header._element for section in made.sections]
    tiles = [len(head.findall(f".//{qn('wp:inline')}")) for head in heads]
    behind = [len(head.findall(f".//{qn('wp:anchor')}")) for head in heads]
    assert tiles == [0, 3, 1, 1, 3]
    assert behind == [1, 0, 0, 1, 0]
    # A new section begins a page by itself; only what comes after the contents is told to.
    found = [one.text for one in made.paragraphs if one.paragraph_format.page_break_before]
    assert found == ["Eerst"]
    assert made.sections[3].bottom_margin > made.sections[2].bottom_margin
    assert [section.footer.paragraphs[0].text for section in made.sections[:2]] == [
        "", "Over de vloer\t1",
    ]  # fmt: skip


def test_the_contents_lead_to_their_headings() -> None:
    body = opened(samples.track_report()).element.body
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    marks = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert links == marks and len(links) > 2
    texts = ["".join(word.text for word in one.iter(qn("w:t")))
             for one in body.iter(qn("w:hyperlink"))]  # fmt: skip
    marked = {one.getparent(): one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    headings = ["".join(word.text for word in one.iter(qn("w:t"))).strip() for one in marked]
    assert texts == headings


ORDER = {
    "w:tblPr": ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar",
                "tblLook"),
    "w:tcPr": ("tcW", "tcMar", "vAlign"),
    "w:trPr": ("cantSplit", "tblHeader"),
    "w:sectPr": ("headerReference", "footerReference", "type", "pgSz", "pgMar", "cols", "titlePg",
                 "docGrid"),
}  # fmt: skip


@pytest.mark.parametrize("make", [samples.evening, samples.track_report, samples.bundle])
def test_properties_stand_in_the_order_of_the_standard(make: Callable[[], Document]) -> None:
    """Word refuses some files in which they don't."""
    body = opened(make()).element.body
    for name, order in ORDER.items():
        for found in body.iter(qn(name)):
            places = [order.index(one.tag.rpartition("}")[2]) for one in found]
            assert places == sorted(places)
    # A cell without a paragraph at its end is refused as well.
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))


@pytest.mark.parametrize("name", stress.TEXTS)
def test_anything_that_people_typed_can_be_written(name: str) -> None:
    made = opened(Document("x", stress.blocks_of(stress.TEXTS[name])))
    assert made.paragraphs


needs_office = pytest.mark.skipif(
    OFFICE is None and os.environ.get("CI") != "true", reason="LibreOffice is not on this machine"
)


@needs_office
def test_libreoffice_opens_it_and_reads_the_same_words(tmp_path: Path) -> None:
    """Its pages are kept in tests/artifacts/documents, to look at."""
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    document = samples.track_report()
    path = tmp_path / "verslag.docx"
    path.write_bytes(word(document))
    subprocess.run(
        [OFFICE or "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    made = tmp_path / "verslag.pdf"
    pages = reading.pages_of_pdf(made.read_bytes())
    said = squashed("".join(pages))
    for text in words(document):
        if text.isascii() and "\n" not in text and len(text) < 60:
            assert squashed(text) in said
    shutil.copy(path, ARTIFACTS)
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(made), str(ARTIFACTS / "word")], check=True)
    assert len(list(ARTIFACTS.glob("word-*.png"))) >= len(pages)

"""The PDF: accessible, whole, within its page, and with every letter that people typed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfua
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from exercises.document import Block, Document, Figure, Heading, PageBreak, Paragraph, Rule
from exercises.kit.drawing import svg as drawing
from report.forms.pdf import pages_as_png, pdf
from tests.report.forms import reading, samples, stress
from tests.report.forms.made import SQUARE
from tests.report.privacy import corpus

ARTIFACTS = Path(__file__).resolve().parents[2] / "artifacts" / "documents"
REAL = (samples.evening, samples.track_report, samples.bundle)
# Left and right of the page nothing stands but pictures; below the margin only the number.
_SIDE, _FOOT = 65, 14


def pages(content: bytes) -> int:
    return len(PdfReader(io.BytesIO(content)).pages)


def outside(content: bytes) -> list[tuple[int, str]]:
    """Letters beyond the margins, with the number of their page."""
    return [
        (letter.page, letter.text)
        for letter in reading.letters_of_pdf(content)
        # A space at the end of a line may stand in the margin.
        if reading.squashed(letter.text)
        and not (
            letter.left >= _SIDE
            and letter.right <= letter.wide - _SIDE
            and letter.bottom >= _FOOT
            and letter.top <= letter.high - _FOOT
        )
    ]


@pytest.mark.parametrize("make", REAL)
def test_a_document_is_accessible(make: Callable[[], Document], tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf(make()))
    report = pdfua.validate(str(path))
    assert [finding.message for finding in report.findings] == []
    reader = PdfReader(path)
    root: Any = reader.trailer["/Root"].get_object()
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == make().title
    assert reader.metadata.author == "Over de vloer"


@pytest.mark.parametrize("make", REAL)
def test_all_fonts_are_embedded_and_ours(make: Callable[[], Document]) -> None:
    fonts = reading.fonts_of_pdf(pdf(make()))
    assert any("AtkinsonHyperlegibleNext-Bold" in name for name in fonts)
    assert all(fonts.values()), fonts


def test_headings_are_bookmarks_and_tags() -> None:
    content = pdf(samples.track_report())
    marks = reading.bookmarks_of_pdf(content)
    assert marks[0] == samples.TRACK
    assert {"Kattenstaart", "Wat we noteerden", "Sterke koffie", "Wat blijft hangen"} <= set(marks)
    tags = reading.tags_of_pdf(content)
    assert {"H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Figure", "Caption"} <= set(tags)
    assert "BlockQuote" in tags


def test_a_missed_level_is_filled_for_readers_of_headings() -> None:
    document = Document("x", (Heading("Klein", 3), Heading("Groot", 1), Heading("Weer klein", 3)))
    tags = [tag for tag in reading.tags_of_pdf(pdf(document)) if tag.startswith("H")]
    assert tags == ["H1", "H1", "H2"]


def test_the_evening_is_one_page_also_with_many_organisations() -> None:
    assert pages(pdf(samples.evening())) == 1
    many = samples.evening()
    blocks = [samples.tile_list(12) if block == samples.tile_list() else block
              for block in many.blocks]  # fmt: skip
    crowded = Document(many.title, tuple(blocks), many.head, kind="sheet", date=many.date)
    assert pages(pdf(crowded)) == 1


def test_figures_of_a_full_sheet_become_smaller_before_a_second_page() -> None:
    def sheet(lines: int) -> Document:
        figures = (Figure("Lijn", svg=samples.line_drawing(900)),) * 2
        return Document("x", (Heading("Kop", 1), *figures, *[Paragraph("Een lijn tekst.")] * lines),
                        kind="sheet")  # fmt: skip

    def widest(content: bytes) -> float:
        with reading.opened(content) as made:
            shapes = made.pages[0].rects + made.pages[0].curves
            return float(max(item["width"] for item in shapes))

    roomy, full, over = (pdf(sheet(lines)) for lines in (0, 10, 90))
    assert (pages(roomy), pages(full)) == (1, 1)
    assert widest(full) < 0.95 * widest(roomy)
    assert pages(over) > 1


@pytest.mark.parametrize(("lines", "expected"), [(8, 1), (28, 2)])
def test_a_part_goes_on_where_half_a_page_is_left(lines: int, expected: int) -> None:
    first: list[Block] = [Heading("Eerste", 1), *(Paragraph(f"Zin {at}.") for at in range(lines))]
    second: list[Block] = [PageBreak(soft=True), Heading("Tweede", 1), Paragraph("Slot.")]
    content = pdf(Document("T", (*first, *second)))
    assert pages(content) == expected
    with reading.opened(content) as made:
        (title,) = [one for page in made.pages for one in page.extract_words()
                    if one["text"] == "Tweede"]  # fmt: skip
    hard = pdf(Document("T", (*first, PageBreak(), *second[1:])))
    with reading.opened(hard) as made:
        (usual,) = [one for page in made.pages for one in page.extract_words()
                    if one["text"] == "Tweede"]  # fmt: skip
    assert (abs(title["top"] - usual["top"]) < 1) == (expected == 2)


def test_what_stands_at_the_foot_stands_there() -> None:
    document = Document("x", (Heading("Kop", 1), Rule(foot=True), Paragraph("onderaan")),
                        kind="sheet")  # fmt: skip
    with reading.opened(pdf(document)) as made:
        last = made.pages[0].chars[-1]
        assert last["text"] == "n"
        assert made.pages[0].height - last["bottom"] < 45


@pytest.mark.parametrize("name", stress.TEXTS)
def test_nothing_runs_off_the_page(name: str) -> None:
    text = stress.TEXTS[name]
    if len(text) > 5000:
        # All of it in one field each, not in each field of a long document.
        text_blocks = stress.blocks_of(text)
        for block in (text_blocks[0], text_blocks[3], text_blocks[8], text_blocks[11]):
            assert outside(pdf(Document("x", (block,)))) == []
        return
    assert outside(pdf(stress.document(text))) == []
    assert outside(pdf(stress.sheet(text))) == []


@pytest.mark.parametrize("name", ["markup", "formula"])
def test_what_people_typed_is_never_read_as_code(name: str) -> None:
    text = stress.TEXTS[name]
    said = reading.squashed(reading.words_of_pdf(pdf(Document("x", (Paragraph(text),)))))
    assert said == reading.squashed(text)


@settings(max_examples=150, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_can_be_set(text: str) -> None:
    document = Document(text, (Heading(text, 1), Paragraph(text, strong=text),
                               Figure(text, svg=SQUARE, caption=text)))  # fmt: skip
    assert pages(pdf(document)) >= 1


SCRIPTS = {
    "Arabic": "محمد بن علي", "Hebrew": "אברהם", "Cyrillic": "Дмитрий", "Greek": "Ελένη",
    "Vietnamese": "Nguyễn Thị Hương", "Chinese": "王小明", "Japanese": "さくら", "Korean": "김민준",
    "Hindi": "हिन्दी", "Tigrinya": "ትግርኛ", "Thai": "ไทย", "emoji": "👩‍👩‍👧 ❤️ 👍🏽 🇧🇪 😀",
    "signs": "✓ → ★ ½ ∑ ☐",
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_drawn_and_not_named(script: str) -> None:
    content = pdf(Document("x", (Paragraph(SCRIPTS[script]),)))
    said = reading.words_of_pdf(content)
    assert said.strip()
    assert "teken" not in said
    assert all(reading.fonts_of_pdf(content).values())


def test_what_has_no_glyph_is_named() -> None:
    said = reading.words_of_pdf(pdf(Document("x", (Paragraph("een 𓀀 hier"),))))
    assert reading.squashed(said) == "een[teken:egyptianhieroglypha001]hier"


def test_a_drawing_with_any_text_in_it_can_be_set() -> None:
    svg = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 9">'
           '<text y="8" font-size="8">&lt;Ayşe&gt; 𓀀 &amp; 王 😀</text></svg>')  # fmt: skip
    assert pages(pdf(Document("x", (Figure("Namen", svg=svg),)))) == 1


def drawn_text(text: str) -> str:
    """A drawing with a text in it."""
    return drawing.document(drawing.text(10, 40, text, drawing.Style(30, 700)), "x", 900, 60)


def test_names_of_any_script_can_stand_in_a_drawing() -> None:
    figures = tuple(Figure(name, svg=drawn_text(name)) for name in (*corpus.NAMES, "é\u0308n"))
    assert pages(pdf(Document("Namen", figures))) > 1


@settings(max_examples=60, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_any_text_can_stand_in_a_drawing(text: str) -> None:
    assert pages(pdf(Document("Namen", (Figure("Namen", svg=drawn_text(text)),)))) == 1


def test_a_document_with_nothing_in_it_is_a_page() -> None:
    assert pages(pdf(Document("", ()))) == 1
    assert pages(pdf(Document("", (), kind="sheet"))) == 1


def test_the_head_shows_only_the_tile_of_the_organisation_on_its_page() -> None:
    def small_tiles(content: bytes) -> list[int]:
        """How many drawings of the size of a tile stand in the head of each page."""
        with reading.opened(content) as made:
            return [
                len({
                    round(item["x0"]) // 4
                    for item in page.rects + page.curves
                    if item["top"] < 70 and 9 < item["width"] < 13 and item["x0"] > 300
                })
                for page in made.pages
            ]  # fmt: skip

    counts = small_tiles(pdf(samples.track_report()))
    assert counts[0] == 0
    assert (counts[1], counts[2], counts[3]) == (6, 1, 6)


def test_pages_as_pictures_are_as_wide_as_asked() -> None:
    made = pages_as_png(samples.bundle(), 400)
    sizes = [Image.open(io.BytesIO(page)).size for page in made]
    assert sizes == [(400, 566)] * len(sizes)
    assert len(sizes) == pages(pdf(samples.bundle()))


@pytest.mark.parametrize("make", REAL)
def test_pages_are_kept_to_look_at(make: Callable[[], Document]) -> None:
    """In tests/artifacts/documents, also in grey as an office printer gives them."""
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    name = make.__name__
    (ARTIFACTS / f"{name}.pdf").write_bytes(pdf(make()))
    for number, page in enumerate(pages_as_png(make(), 827), start=1):
        picture = Image.open(io.BytesIO(page)).convert("RGB")
        picture.save(ARTIFACTS / f"{name}-{number}.png")
        grey = picture.convert("L")
        grey.save(ARTIFACTS / f"{name}-{number}-grey.png")
        shades = grey.histogram()
        assert sum(shades[:60]) and sum(shades[200:]), f"page {number} is empty"

"""A tree made fit for showing, whatever was given."""

from __future__ import annotations

from hypothesis import given

from exercises.document import (
    Beside,
    Bullets,
    Cover,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Rule,
    Table,
    Together,
)
from report.forms import drawings
from report.forms.prepared import joined, prepare
from tests.report.forms.made import DOCUMENTS, SQUARE


@given(DOCUMENTS)
def test_preparing_twice_changes_nothing(document: Document) -> None:
    assert prepare(prepare(document)) == prepare(document)


def test_what_says_nothing_is_left_out() -> None:
    empty = (Heading(" "), Paragraph("\n"), Bullets(("", " ")), Table((), ()), Together(()),
             Beside(((), ()), (3, 3)))  # fmt: skip
    assert prepare(Document("x", empty)).blocks == ()


def test_rows_are_as_long_as_the_head() -> None:
    (table,) = prepare(
        Document("x", (Table(("a", "b"), (("1",), ("1", "2", "3")), "", (1,)),))
    ).blocks
    assert table == Table(("a", "b"), (("1", ""), ("1", "2")))


def test_no_page_begins_inside_another_block() -> None:
    inside = (Cover("Titel", "onder", kicker="boven"), PageBreak(), Rule(foot=True))
    (block,) = prepare(Document("x", (Together(inside),))).blocks
    assert block == Together((Heading("Titel", 1, kicker="boven"), Paragraph("onder"), Rule()))


def test_a_space_stands_after_the_bold_beginning_unless_a_mark_follows() -> None:
    assert joined(Paragraph("trekt het", strong="Lien")) == " "
    assert joined(Paragraph(", begeleider", strong="Lien")) == ""
    assert joined(Paragraph("alleen")) == ""


def test_of_a_drawing_only_the_crop_is_left() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><path d="M0 0h9z"/></svg>'
    (block,) = prepare(Document("x", (Figure("x", svg=svg, crop=(1, 2, 20, 10)),))).blocks
    assert isinstance(block, Figure)
    assert 'viewBox="1 2 20 10"' in block.svg
    assert drawings.proportion(svg) == 4
    assert drawings.proportion(block.svg) == 2


def test_a_figure_without_words_gets_its_caption_or_says_so() -> None:
    made = prepare(
        Document("x", (Figure("", svg=SQUARE, caption="De poort"), Figure("", svg=SQUARE)))
    )
    alts = [block.alt for block in made.blocks if isinstance(block, Figure)]
    assert alts == ["De poort", "Een beeld zonder beschrijving."]

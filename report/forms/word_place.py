"""Where blocks are written in a file of Word: the body or a cell of a table, on which page, and how
paragraphs, pictures and rows come there."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
from docx.blkcntnr import BlockItemContainer
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from exercises.document import Cover, Document
from report.forms import pictures, word_grid, word_parts
from report.forms import word_styles as styles
from report.forms.word_sections import WIDE, PageLook, WordPages
from report.forms.word_text import add_text

_DOTS_PER_MM = 8


class WordPlace:
    """The place of what is written next. `page_break` and `rule`: what the next paragraph begins
    with; `look`: what pages have in common from there; `place`: the body, or a cell, of which
    `room` is the width in mm; `whole`: rows stay on one page."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.file = docx.Document()
        self.style_ids = styles.set_styles(self.file)
        self.page_break = self.rule = self.whole = False
        self.room = WIDE
        self.written: list[WordParagraph] = []
        self.place: BlockItemContainer = self.file._body
        self.pages = WordPages(self.file, document.head)
        covered = bool(document.blocks) and isinstance(document.blocks[0], Cover)
        self.look = PageLook(document.tiles, is_cover=covered)
        self._pictures = 0
        if document.kind == "sheet":
            self.pages.set_sheet()
        else:
            self.pages.set_first(self.look)

    @property
    def in_body(self) -> bool:
        """Whether it is the body, and no cell."""
        return self.place is self.file._body

    def grid(
        self, parts: Sequence[Callable[[], None]], widths: Sequence[float], *, whole: bool
    ) -> None:  # fmt: skip
        """Parts beside each other, as wide as `widths` by each other; each writes into its own
        cell. `whole`: they stay on one page."""
        if self.page_break or self.rule:
            self.space()
        place, room = self.place, self.room
        cells, rooms = word_grid.add_grid(place, room, widths, whole=whole or self.whole)
        for cell, wide, write in zip(cells, rooms, parts, strict=True):
            self.place, self.room = cell, wide
            at = len(self.written)
            write()
            if self.written[at:]:
                self.written[at].paragraph_format.space_before = Pt(0)
                # A first paragraph that stays with the next keeps the whole row on one page.
                if not (whole or self.whole):
                    self.written[at].paragraph_format.keep_with_next = False
            # A cell comes with an empty line.
            first = cell.paragraphs[0]
            if word_grid.is_filled(cell):
                cell._tc.remove(first._p)
            else:
                self.style_space(first)
        self.place, self.room = place, room
        self.space()

    def space(self) -> None:
        """A low empty paragraph: where a table stands between others, or begins a page."""
        self.style_space(self.paragraph("", styles.SMALL))

    def style_space(self, paragraph: WordParagraph) -> None:
        """Make an empty paragraph a low one."""
        self.set_style(paragraph, styles.SMALL)
        word_grid.make_space(paragraph)

    def paragraph(self, text: str, style: str) -> WordParagraph:
        """A new paragraph, on a new page or under a line where that was asked."""
        begins_page = self.page_break and not self.begins_section()
        paragraph = self.place.add_paragraph()
        self.set_style(paragraph, style)
        if begins_page:
            paragraph.paragraph_format.page_break_before = True
        if self.page_break:
            paragraph.paragraph_format.space_before = Pt(0)
        if self.rule:
            word_parts.rule_above(paragraph)
        self.page_break = self.rule = False
        self.written.append(paragraph)
        add_text(paragraph, text)
        return paragraph

    def begins_section(self) -> bool:
        """Begin a section where the pages that come look otherwise; whether that was so."""
        if self.look == self.pages.look or self.document.kind == "sheet" or not self.written:
            return False
        last = self.file._body._element[-2]
        found = self.written[-1]
        if last is not found._p:
            found = self.file.add_paragraph()
            self.style_space(found)
        self.pages.begin(self.look, found)
        return True

    def set_style(self, paragraph: WordParagraph, style: str) -> None:
        """Give a paragraph a style, by its name."""
        # Through the paragraph's own `style`, python-docx searches all styles for each one.
        paragraph._p.style = self.style_ids[style]

    def picture_alone(self, svg: str, wide: float) -> None:
        """A drawing that only decorates, in a paragraph of its own; `wide` in mm."""
        paragraph = self.paragraph("", styles.PICTURE)
        self.picture(paragraph, pictures.small_sign(svg, round(wide * _DOTS_PER_MM)), wide, "")

    def sign(self, paragraph: WordParagraph, svg: str, wide: float, gap: str = "  ") -> None:
        """A drawing that only decorates, in a line, with a gap after it; `wide` in mm."""
        self.picture(paragraph, pictures.small_sign(svg), wide, "")
        if gap:
            paragraph.add_run(gap)

    def picture(self, paragraph: WordParagraph, content: bytes, wide: float, alt: str) -> None:
        """A picture, `wide` mm; `alt` says what it shows, "" for one that only decorates."""
        self._pictures += 1
        shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Mm(wide))
        word_parts.describe(shape, alt, self._pictures)

"""A document as a file of Word, to go on writing in.

Plain paragraphs in styles, one after the other: what stands side by side on paper stands one below
the other here, so that nothing jumps when somebody types.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import singledispatchmethod

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Rule,
    Table,
    TileList,
    Together,
)
from report.forms import drawings, pictures, word_parts
from report.forms import word_styles as styles
from report.forms.prepared import HEAD_TILES, PRODUCT, joined, prepare, proportion
from report.forms.word_fonts import embed_fonts

_WIDE = 162.0
_TALLEST = 150.0
_PARAGRAPHS = {"body": styles.NORMAL, "lead": styles.LEAD, "small": styles.SMALL}
_QUOTES = {1: styles.QUOTE_SMALL, 2: styles.QUOTE, 3: styles.QUOTE_LARGE}
_NARROWEST = 15.0
_IN_CONTENTS, _FEW_IN_CONTENTS = 2, 3
_DOTS_PER_MM = 8
# Letters that are smaller than those of their style, in points.
_QUIET, _SMALL = 15, 9.5
_ABOVE_KICKER, _BELOW_KICKER = 18, 2


def word(document: Document) -> bytes:
    """The document as a .docx file."""
    made = prepare(document)
    writer = _WordWriter(made, pictures.drawn(made.blocks))
    writer.write_all()
    out = io.BytesIO()
    writer.file.save(out)
    return out.getvalue()


@dataclass
class _WordWriter:
    """Writes blocks into a file of Word. `_break` and `_rule`: what the next paragraph begins
    with."""

    document: Document
    drawn: Mapping[str, bytes]
    file: WordDocument = field(default_factory=docx.Document)
    _break: bool = False
    _rule: bool = False
    _pictures: int = 0
    _written: list[WordParagraph] = field(default_factory=list)
    _style_ids: Mapping[str, str] = field(default_factory=dict)
    _room: float = _WIDE

    def write_all(self) -> None:
        """The whole document."""
        self._style_ids = styles.set_styles(self.file)
        embed_fonts(self.file)
        self._set_page()
        document = self.document
        self.file.core_properties.title = document.title
        self.file.core_properties.author = PRODUCT
        if document.kind == "sheet" and (document.head or document.date):
            line = self._paragraph(document.head, styles.SMALL)
            _add_right_tab(line)
            line.add_run(f"\t{document.date}")
        self._blocks(document.blocks)

    def _set_page(self) -> None:
        section = self.file.sections[0]
        sheet = self.document.kind == "sheet"
        word_parts.set_margins(section, top=15 if sheet else 33, bottom=13 if sheet else 24)
        if sheet:
            return
        section.different_first_page_header_footer = True
        head = section.header.paragraphs[0]
        head.add_run(self.document.head)
        foot = section.footer.paragraphs[0]
        for paragraph in (head, foot):
            _add_right_tab(paragraph)
        head.add_run("\t")
        for number in self.document.tiles[:HEAD_TILES]:
            self._sign(head, drawings.tile(number), 4, gap=" ")
        foot.add_run(f"{PRODUCT}\t")
        word_parts.add_field(foot, "PAGE", "1")

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    @singledispatchmethod
    def _block(self, block: Block) -> None:
        """One block."""
        raise TypeError(type(block).__name__)

    @_block.register
    def _rule_next(self, block: Rule) -> None:
        del block
        self._rule = True

    @_block.register
    def _page_next(self, block: PageBreak) -> None:
        # Word knows no page that is half full; what follows goes on there.
        self._break = not block.soft

    @_block.register
    def _running_text(self, block: Paragraph) -> None:
        paragraph = self._paragraph("", _PARAGRAPHS[block.style])
        _add(paragraph, block.strong, bold=True)
        _add(paragraph, joined(block) + block.text)

    @_block.register
    def _remark(self, block: Remark) -> None:
        paragraph = self._paragraph("", styles.REMARK)
        texts = "\n".join(text for text in (block.text, block.who) if text)
        if block.tile:
            self._sign(paragraph, drawings.tile(block.tile), 6, gap="")
            texts = f"\t{texts}"
        else:
            paragraph.paragraph_format.left_indent = Mm(0)
            paragraph.paragraph_format.first_line_indent = Mm(0)
        _add(paragraph, texts)

    @_block.register
    def _dated(self, block: Dated) -> None:
        for day, what in block.entries:
            paragraph = self._paragraph("", styles.DATED)
            _add(paragraph, day, bold=True)
            _add(paragraph, f"\t{what}")

    @_block.register
    def _tile_list(self, block: TileList) -> None:
        for entry in block.entries:
            paragraph = self._paragraph("", styles.REMARK)
            self._sign(paragraph, drawings.tile(entry.tile), 7, gap="")
            _add(paragraph, f"\t{entry.name}", bold=True)
            _add(paragraph, f" {entry.text}" if entry.text else "")

    def _paragraph(self, text: str, style: str) -> WordParagraph:
        """A new paragraph, on a new page or under a line where that was asked."""
        paragraph = self.file.add_paragraph()
        self._set_style(paragraph, style)
        if self._break:
            paragraph.paragraph_format.page_break_before = True
        if self._rule:
            word_parts.rule_above(paragraph)
        self._break = self._rule = False
        self._written.append(paragraph)
        _add(paragraph, text)
        return paragraph

    def _set_style(self, paragraph: WordParagraph, style: str) -> None:
        # Through the paragraph's own `style`, python-docx searches all styles for each one.
        paragraph._p.style = self._style_ids[style]

    @_block.register
    def _heading(self, block: Heading) -> None:
        # A picture in a heading would stand in the table of contents too.
        svg = drawings.sign_of(block)
        if block.level == 1 and svg and not block.quiet:
            self._picture_alone(svg, 30 if block.tile else 14)
        if block.kicker:
            # The room above a heading comes above its kicker, so that the two stand together.
            kicker = self._paragraph(block.kicker, styles.KICKER)
            if block.level > 1 and not block.large:
                kicker.paragraph_format.space_before = Pt(_ABOVE_KICKER)
        large = block.large and block.level > 1
        usual = styles.HEADINGS[block.level - 1]
        title = self._paragraph(block.text, styles.LARGE if large else usual)
        if block.kicker and block.level > 1:
            title.paragraph_format.space_before = Pt(_BELOW_KICKER)
        if block.quiet:
            _resize(title, _QUIET)

    @_block.register
    def _bullets(self, block: Bullets) -> None:
        numbering = word_parts.new_numbering(self.file, styles.NUMBER) if block.ordered else 0
        for item in block.items:
            paragraph = self._paragraph(item, styles.NUMBER if block.ordered else styles.BULLET)
            if block.small:
                _resize(paragraph, _SMALL)
            if numbering:
                word_parts.set_numbering(paragraph, numbering)

    @_block.register
    def _quotation(self, block: Quotation) -> None:
        if block.text:
            said = self._paragraph(block.text, _QUOTES[block.size])
            said.paragraph_format.keep_with_next = bool(block.who)
        if block.who:
            paragraph = self._paragraph("", styles.SAID_BY)
            if block.tile:
                self._sign(paragraph, drawings.tile(block.tile), 5)
            _add(paragraph, block.who)

    @_block.register
    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._paragraph(block.caption, styles.CAPTION)
            caption.paragraph_format.keep_with_next = True
        elif self._break or self._rule:
            self._paragraph("", styles.SMALL)
        table = self.file.add_table(rows=0, cols=len(block.head))
        table.autofit = False
        parts = block.widths or (1,) * len(block.head)
        for number, row in enumerate((block.head, *block.rows)):
            cells = table.add_row().cells
            for cell, text, part in zip(cells, row, parts, strict=True):
                cell.width = Mm(_WIDE * max(part, 1) / sum(max(part, 1) for part in parts))
                paragraph = cell.paragraphs[0]
                self._set_style(paragraph, styles.CELL if number else styles.HEAD_CELL)
                _add(paragraph, text)
        word_parts.set_table_look(table)
        self._paragraph("", styles.SMALL)

    @_block.register
    def _figure(self, block: Figure) -> None:
        content = block.photo or self.drawn[block.svg]
        wide = max(self._room * block.share, min(_NARROWEST, self._room))
        wide = min(wide, _TALLEST * proportion(block))
        paragraph = self._paragraph("", styles.PICTURE)
        paragraph.paragraph_format.keep_with_next = bool(block.caption)
        self._picture(paragraph, content, wide, block.alt)
        if block.caption:
            self._paragraph(block.caption, styles.CAPTION)

    @_block.register
    def _together(self, block: Together) -> None:
        first = len(self._written)
        self._blocks(block.blocks)
        for paragraph in self._written[first:-1]:
            paragraph.paragraph_format.keep_with_next = True

    @_block.register
    def _beside(self, block: Beside) -> None:
        """One part after the other; pictures stay about as wide as on paper."""
        room = self._room
        for part, wide in zip(block.parts, block.widths, strict=True):
            self._room = room * wide / sum(block.widths)
            self._blocks(part)
        self._room = room

    @_block.register
    def _cover(self, block: Cover) -> None:
        if block.kicker:
            self._paragraph(block.kicker, styles.SUBTITLE)
        self._paragraph(block.title, styles.TITLE)
        for text in (block.subtitle, block.dedication):
            if text:
                self._paragraph(text, styles.SUBTITLE)
        if block.floor:
            self._picture_alone(drawings.cover(block.floor).svg, _WIDE)
        for text in (block.foot, block.date):
            if text:
                self._paragraph(text, styles.NORMAL)
        self._break = True
        headings = [(one.level, one.text) for one in _headings(self.document.blocks)]
        # With enough parts these alone are told, so that the contents stay one page.
        parts = sum(level == 1 for level, _text in headings)
        deep = 1 if parts > _FEW_IN_CONTENTS else _IN_CONTENTS
        listed = [one for one in headings if one[0] <= deep]
        if listed and block is self.document.blocks[0]:
            word_parts.add_contents(self.file, listed, deep)

    def _picture_alone(self, svg: str, wide: float) -> None:
        paragraph = self._paragraph("", styles.PICTURE)
        self._picture(paragraph, pictures.small_sign(svg, round(wide * _DOTS_PER_MM)), wide, "")

    def _sign(self, paragraph: WordParagraph, svg: str, wide: float, gap: str = "  ") -> None:
        self._picture(paragraph, pictures.small_sign(svg), wide, "")
        if gap:
            paragraph.add_run(gap)

    def _picture(self, paragraph: WordParagraph, content: bytes, wide: float, alt: str) -> None:
        self._pictures += 1
        shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Mm(wide))
        word_parts.describe(shape, alt, self._pictures)


def _add_right_tab(paragraph: WordParagraph) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDE), WD_TAB_ALIGNMENT.RIGHT)


def _add(paragraph: WordParagraph, text: str, *, bold: bool = False) -> None:
    """Text in a run; its line ends stay line ends."""
    if text:
        run = paragraph.add_run(text)
        if bold:
            run.bold = True


def _resize(paragraph: WordParagraph, size: float) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(size)


def _headings(blocks: Iterable[Block]) -> Iterable[Heading]:
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Together():
                yield from _headings(block.blocks)
            case Beside():
                for part in block.parts:
                    yield from _headings(part)

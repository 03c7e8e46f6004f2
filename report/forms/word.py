"""A document as a file of Word, to go on writing in.

Real styles, one paragraph after the other. What stands side by side on paper stands in a table
without lines, so that nothing jumps when somebody types; headings that Word lists beside the text
stand outside of these, for it does not list those within a table.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial, singledispatchmethod

from docx.shared import Mm, Pt

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    Listed,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Rule,
    Table,
    TileList,
    Together,
)
from report.forms import drawings, pictures, word_cover, word_grid, word_parts
from report.forms import word_styles as styles
from report.forms.prepared import PRODUCT, joined, prepare, proportion
from report.forms.word_fonts import embed_fonts
from report.forms.word_outline import SHORT, deep_of, headings_of, is_short
from report.forms.word_place import WordPlace
from report.forms.word_sections import SIDE, WIDE, PageLook, add_right_tab
from report.forms.word_text import SMALL, add_text, let_bleed, resize, set_flush

_PAPER_WIDE = WIDE + 2 * SIDE
_TALLEST = 150.0
_PARAGRAPHS = {"body": styles.NORMAL, "lead": styles.LEAD, "small": styles.SMALL}
_QUOTES = {1: styles.QUOTE_SMALL, 2: styles.QUOTE, 3: styles.QUOTE_LARGE}
_NARROWEST = 9.0
_WORDS_ABOVE_PICTURE = 3
_BETWEEN_CELLS = 4.0
# Of a sheet, so that it stays one page.
_ON_A_SHEET, _ABOVE_ON_A_SHEET = 0.75, 5
_DOTS_PER_MM = 8
# Of a quiet heading, in points.
_QUIET = 15
_ABOVE_KICKER, _BELOW_KICKER = 18, 2
# Tiles and signs, in mm: above a heading of level 1, before one of another, in a line above it.
_OWN_TILE, _AREA_SIGN, _SMALL_SIGNS, _KICKER_SIGN = 20, 14, (0, 6, 5.5), 11
_TILE_LIST_COLUMNS = 3


def word(document: Document) -> bytes:
    """The document as a .docx file."""
    made = prepare(document)
    writer = _WordWriter(made)
    writer.write_all()
    out = io.BytesIO()
    writer.file.save(out)
    return out.getvalue()


class _WordWriter(WordPlace):
    """Writes blocks into a file of Word."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._drawn = pictures.drawn(document.blocks)
        self._listed = 0
        self._deep = deep_of(document)

    def write_all(self) -> None:
        """The whole document."""
        embed_fonts(self.file)
        document = self.document
        self.file.core_properties.title = document.title
        self.file.core_properties.author = PRODUCT
        if document.kind == "sheet" and (document.head or document.date):
            line = self.paragraph(document.head, styles.SMALL)
            add_right_tab(line)
            line.add_run(f"\t{document.date}")
        self._blocks(document.blocks)

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
        self.rule = True

    @_block.register
    def _page_next(self, block: PageBreak) -> None:
        # Word knows no page that is half full; what follows goes on there.
        self.page_break = not block.soft
        guests = block.guests if block.ground == "floor" else None
        if self.page_break:
            self.look = replace(self.look, guests=guests)

    @_block.register
    def _running_text(self, block: Paragraph) -> None:
        paragraph = self.paragraph("", _PARAGRAPHS[block.style])
        add_text(paragraph, block.strong, bold=True)
        add_text(paragraph, joined(block) + block.text)

    @_block.register
    def _remark(self, block: Remark) -> None:
        paragraph = self.paragraph("", styles.REMARK)
        if block.tile:
            self.sign(paragraph, drawings.tile(block.tile), 4.6, gap="")
            paragraph.add_run("\t")
        else:
            set_flush(paragraph)
        add_text(paragraph, block.text)
        add_text(paragraph, f"\n{block.who}" if block.text and block.who else block.who, muted=True)

    @_block.register
    def _dated(self, block: Dated) -> None:
        for day, what in block.entries:
            paragraph = self.paragraph("", styles.DATED)
            add_text(paragraph, day, bold=True)
            add_text(paragraph, f"\t{what}")

    @_block.register
    def _tile_list(self, block: TileList) -> None:
        columns = max(1, min(_TILE_LIST_COLUMNS, round(self.room * _TILE_LIST_COLUMNS / WIDE)))
        for at in range(0, len(block.entries), columns):
            row = block.entries[at : at + columns]
            parts: list[Callable[[], None]] = [partial(self._tile_entry, one) for one in row]
            parts += [_nothing] * (columns - len(parts))
            self.grid(parts, (1,) * columns, whole=True)

    def _tile_entry(self, entry: Listed) -> None:
        paragraph = self.paragraph("", styles.REMARK)
        self.sign(paragraph, drawings.tile(entry.tile), 6, gap="")
        add_text(paragraph, f"\t{entry.name}", bold=True)
        add_text(paragraph, f"\n{entry.text}" if entry.text else "")

    @_block.register
    def _heading(self, block: Heading) -> None:
        svg = drawings.sign_of(block)
        if block.level == 1:
            own = (block.tile,) if block.tile else self.document.tiles
            self.look = replace(self.look, tiles=own)
            if svg and (block.tile or not block.kicker) and not block.quiet:
                self.picture_alone(svg, _OWN_TILE if block.tile else _AREA_SIGN)
                svg = ""
        # A picture in a heading that the table of contents lists would stand there too.
        inside = block.level > self._deep and not block.large
        if block.kicker:
            self._kicker(block, "" if inside else svg)
        large = block.large and block.level > 1
        usual = styles.HEADINGS[block.level - 1]
        title = self.paragraph("", styles.LARGE if large else usual)
        if svg and inside:
            self.sign(title, svg, _SMALL_SIGNS[block.level - 1])
        add_text(title, block.text)
        if block.level <= self._deep:
            self._listed += 1
            word_parts.mark(title, self._listed)
        if block.kicker:
            title.paragraph_format.space_before = Pt(_BELOW_KICKER)
        elif block.level > 1 and self.document.kind == "sheet":
            title.paragraph_format.space_before = Pt(_ABOVE_ON_A_SHEET)
        if block.quiet:
            resize(title, _QUIET)

    def _kicker(self, block: Heading, svg: str) -> None:
        """The line above a heading. The room above the heading comes above it, so that the two
        stand together."""
        begins_page = self.page_break
        kicker = self.paragraph("", styles.KICKER)
        if svg:
            self.sign(kicker, svg, _KICKER_SIGN)
        first, *rest = block.kicker.split("\n")
        add_text(kicker, first)
        for line in rest:
            add_text(kicker, f"\n{line}", bold=True)
        if block.level > 1 and not block.large and not begins_page:
            kicker.paragraph_format.space_before = Pt(_ABOVE_KICKER)

    @_block.register
    def _bullets(self, block: Bullets) -> None:
        numbering = word_parts.new_numbering(self.file, styles.NUMBER) if block.ordered else 0
        half = -(-len(block.items) // block.columns)
        parts = [items for items in (block.items[:half], block.items[half:]) if items]
        if len(parts) == 1:
            self._items(block, parts[0], numbering)
        else:
            columns = [partial(self._items, block, items, numbering) for items in parts]
            self.grid(columns, (1, 1), whole=len(block.items) <= 2 * SHORT)

    def _items(self, block: Bullets, items: Iterable[str], numbering: int) -> None:
        for item in items:
            paragraph = self.paragraph(item, styles.NUMBER if block.ordered else styles.BULLET)
            if block.small:
                resize(paragraph, SMALL)
            if numbering:
                word_parts.set_numbering(paragraph, numbering)

    @_block.register
    def _quotation(self, block: Quotation) -> None:
        if block.text:
            said = self.paragraph(block.text, _QUOTES[block.size])
            said.paragraph_format.keep_with_next = bool(block.who)
        if block.who:
            paragraph = self.paragraph("", styles.SAID_BY)
            if block.tile:
                self.sign(paragraph, drawings.tile(block.tile), 4.6, gap="")
                paragraph.add_run("\t")
            else:
                set_flush(paragraph)
            add_text(paragraph, block.who)

    @_block.register
    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self.paragraph(block.caption, styles.CAPTION)
            caption.paragraph_format.keep_with_next = True
        elif self.page_break or self.rule:
            self.space()
        shares = [max(part, 1) for part in block.widths or (1,) * len(block.head)]
        columns = [self.room * part / sum(shares) for part in shares]
        table = word_grid.new_table(self.place, self.room, columns)
        word_grid.set_cell_margins(table, _BETWEEN_CELLS)
        for number, row in enumerate((block.head, *block.rows)):
            for cell, text, wide in zip(word_grid.new_row(table), row, columns, strict=True):
                cell.width = Mm(wide)
                paragraph = cell.paragraphs[0]
                self.set_style(paragraph, styles.CELL if number else styles.HEAD_CELL)
                add_text(paragraph, text)
        word_parts.set_table_look(table)
        self.space()

    @_block.register
    def _figure(self, block: Figure) -> None:
        content = block.photo or self._drawn[block.svg]
        bleeds = block.width == "page" and block.share == 1.0 and self.in_body
        room = _PAPER_WIDE if bleeds and self.document.kind != "sheet" else self.room
        wide = max(room * block.share, min(_NARROWEST, room))
        wide = min(wide, _TALLEST * proportion(block))
        if self.document.kind == "sheet":
            wide *= _ON_A_SHEET
        self._keep_opening()
        paragraph = self.paragraph("", styles.PICTURE)
        if wide > self.room:
            let_bleed(paragraph)
        paragraph.paragraph_format.keep_with_next = bool(block.caption)
        self.picture(paragraph, content, wide, block.alt)
        if block.caption:
            self.paragraph(block.caption, styles.CAPTION)

    def _keep_opening(self) -> None:
        """A heading and the few words below it stay with the picture that they are about."""
        few = self.written[-_WORDS_ABOVE_PICTURE:]
        for at in range(len(few) - 1, -1, -1):
            if few[at]._p.style == self.style_ids[styles.HEADINGS[0]]:
                for paragraph in few[at:]:
                    paragraph.paragraph_format.keep_with_next = True
                return

    @_block.register
    def _together(self, block: Together) -> None:
        if not self.in_body and not self.whole:
            # In a cell only a row of its own stays on one page.
            self.grid([partial(self._blocks, block.blocks)], (1,), whole=True)
            return
        first, whole = len(self.written), self.whole
        self.whole = True
        self._blocks(block.blocks)
        self.whole = whole
        for paragraph in self.written[first:-1]:
            paragraph.paragraph_format.keep_with_next = True

    @_block.register
    def _beside(self, block: Beside) -> None:
        parts = [partial(self._blocks, part) for part in block.parts]
        self.grid(parts, block.widths, whole=is_short(block))

    @_block.register
    def _cover(self, block: Cover) -> None:
        begins = block is self.document.blocks[0]
        if block.kicker:
            self.paragraph(block.kicker, styles.SUBTITLE)
        self.paragraph(block.title, styles.TITLE)
        for text in (block.subtitle, block.dedication):
            if text:
                self.paragraph(text, styles.SUBTITLE)
        if block.floor:
            self._cover_floor(block)
        for text in (block.foot, block.date):
            if text:
                self.paragraph(text, styles.NORMAL)
        self.page_break = True
        self.look = PageLook(self.document.tiles)
        headings = [(one.level, one.text) for one in headings_of(self.document.blocks)]
        listed = [one for one in headings if one[0] <= self._deep]
        if listed and begins:
            begun = self.begins_section()
            word_parts.add_contents(self.file, listed, self._deep, on_new_page=not begun)

    def _cover_floor(self, block: Cover) -> None:
        """The floor over the width of the paper, as low as it may stand."""
        floor = word_cover.floor_of(block)
        paragraph = self.paragraph("", styles.PICTURE)
        paragraph.paragraph_format.space_before = Mm(floor.above)
        if floor.wide > self.room:
            let_bleed(paragraph)
        content = pictures.small_sign(floor.svg, round(floor.wide * _DOTS_PER_MM))
        self.picture(paragraph, content, floor.wide, "")


def _nothing() -> None:
    """Leaves a cell empty."""

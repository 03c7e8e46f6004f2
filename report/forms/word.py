"""A document as a file of Word, to go on writing in.

Real styles, one paragraph after the other. What stands side by side on paper stands in a table
without lines, so that nothing jumps when somebody types; headings that Word lists beside the text
stand outside of these, for it does not list those within a table.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, singledispatchmethod

import docx
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt, RGBColor
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
from exercises.kit.drawing.svg import token
from report.forms import drawings, pictures, word_cover, word_grid, word_parts
from report.forms import word_styles as styles
from report.forms.prepared import PRODUCT, joined, prepare, proportion
from report.forms.word_fonts import embed_fonts
from report.forms.word_sections import SIDE, WIDE, PageLook, WordPages, add_right_tab

_PAPER_WIDE = WIDE + 2 * SIDE
_TALLEST = 150.0
_PARAGRAPHS = {"body": styles.NORMAL, "lead": styles.LEAD, "small": styles.SMALL}
_QUOTES = {1: styles.QUOTE_SMALL, 2: styles.QUOTE, 3: styles.QUOTE_LARGE}
_NARROWEST = 9.0
_WORDS_ABOVE_PICTURE = 3
# So many remarks or paragraphs in a column take a third of a page at most.
_SHORT = 6
_SHORT_KINDS = (Remark, Paragraph, Heading, Dated)
_BETWEEN_CELLS = 4.0
# Of a sheet, so that it stays one page.
_ON_A_SHEET, _ABOVE_ON_A_SHEET = 0.75, 5
_IN_CONTENTS, _FEW_IN_CONTENTS = 2, 3
_DOTS_PER_MM = 8
# Letters that are smaller than those of their style, in points.
_QUIET, _SMALL = 15, 9.5
_ABOVE_KICKER, _BELOW_KICKER = 18, 2
# Tiles and signs, in mm: above a heading of level 1, before one of another, in a line above it.
_OWN_TILE, _AREA_SIGN, _SMALL_SIGNS, _KICKER_SIGN = 20, 14, (0, 6, 5.5), 11
_TILE_LIST_COLUMNS = 3


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
    """Writes blocks into a file of Word. `_break` and `_rule`: what the next paragraph begins with;
    `_look`: what pages have in common from there; `_place`: the body, or a cell of a table."""

    document: Document
    drawn: Mapping[str, bytes]
    file: WordDocument = field(default_factory=docx.Document)
    _break: bool = False
    _rule: bool = False
    _pictures: int = 0
    _deep: int = 0
    _listed: int = 0
    _written: list[WordParagraph] = field(default_factory=list)
    _style_ids: Mapping[str, str] = field(default_factory=dict)
    _room: float = WIDE
    _whole: bool = False

    def write_all(self) -> None:
        """The whole document."""
        self._style_ids = styles.set_styles(self.file)
        embed_fonts(self.file)
        document = self.document
        self._place: BlockItemContainer = self.file._body
        self._pages = WordPages(self.file, document.head)
        self._look = PageLook(document.tiles)
        self._deep = _deep_of(document)
        covered = bool(document.blocks) and isinstance(document.blocks[0], Cover)
        if document.kind == "sheet":
            self._pages.set_sheet()
        else:
            self._look = replace(self._look, is_cover=covered)
            self._pages.set_first(self._look)
        self.file.core_properties.title = document.title
        self.file.core_properties.author = PRODUCT
        if document.kind == "sheet" and (document.head or document.date):
            line = self._paragraph(document.head, styles.SMALL)
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
        self._rule = True

    @_block.register
    def _page_next(self, block: PageBreak) -> None:
        # Word knows no page that is half full; what follows goes on there.
        self._break = not block.soft
        guests = block.guests if block.ground == "floor" else None
        if self._break:
            self._look = replace(self._look, guests=guests)

    @_block.register
    def _running_text(self, block: Paragraph) -> None:
        paragraph = self._paragraph("", _PARAGRAPHS[block.style])
        _add(paragraph, block.strong, bold=True)
        _add(paragraph, joined(block) + block.text)

    @_block.register
    def _remark(self, block: Remark) -> None:
        paragraph = self._paragraph("", styles.REMARK)
        if block.tile:
            self._sign(paragraph, drawings.tile(block.tile), 4.6, gap="")
            paragraph.add_run("\t")
        else:
            _set_flush(paragraph)
        _add(paragraph, block.text)
        _add(paragraph, f"\n{block.who}" if block.text and block.who else block.who, muted=True)

    @_block.register
    def _dated(self, block: Dated) -> None:
        for day, what in block.entries:
            paragraph = self._paragraph("", styles.DATED)
            _add(paragraph, day, bold=True)
            _add(paragraph, f"\t{what}")

    @_block.register
    def _tile_list(self, block: TileList) -> None:
        columns = max(1, min(_TILE_LIST_COLUMNS, round(self._room * _TILE_LIST_COLUMNS / WIDE)))
        for at in range(0, len(block.entries), columns):
            row = block.entries[at : at + columns]
            parts: list[Callable[[], None]] = [partial(self._tile_entry, one) for one in row]
            parts += [_nothing] * (columns - len(parts))
            self._grid(parts, (1,) * columns, whole=True)

    def _tile_entry(self, entry: Listed) -> None:
        paragraph = self._paragraph("", styles.REMARK)
        self._sign(paragraph, drawings.tile(entry.tile), 6, gap="")
        _add(paragraph, f"\t{entry.name}", bold=True)
        _add(paragraph, f"\n{entry.text}" if entry.text else "")

    def _grid(
        self, parts: Sequence[Callable[[], None]], widths: Sequence[float], *, whole: bool
    ) -> None:  # fmt: skip
        """Parts beside each other; each writes into its own cell."""
        if self._break or self._rule:
            self._space()
        place, room = self._place, self._room
        cells, rooms = word_grid.add_grid(place, room, widths, whole=whole or self._whole)
        for cell, wide, write in zip(cells, rooms, parts, strict=True):
            self._place, self._room = cell, wide
            at = len(self._written)
            write()
            if self._written[at:]:
                self._written[at].paragraph_format.space_before = Pt(0)
                # A first paragraph that stays with the next keeps the whole row on one page.
                if not (whole or self._whole):
                    self._written[at].paragraph_format.keep_with_next = False
            # A cell comes with an empty line.
            first = cell.paragraphs[0]
            if word_grid.is_filled(cell):
                cell._tc.remove(first._p)
            else:
                self._style_space(first)
        self._place, self._room = place, room
        self._space()

    def _space(self) -> None:
        """A low empty paragraph: where a table stands between others, or begins a page."""
        self._style_space(self._paragraph("", styles.SMALL))

    def _style_space(self, paragraph: WordParagraph) -> None:
        self._set_style(paragraph, styles.SMALL)
        word_grid.make_space(paragraph)

    def _paragraph(self, text: str, style: str) -> WordParagraph:
        """A new paragraph, on a new page or under a line where that was asked."""
        begins_page = self._break and not self._begins_section()
        paragraph = self._place.add_paragraph()
        self._set_style(paragraph, style)
        if begins_page:
            paragraph.paragraph_format.page_break_before = True
        if self._break:
            paragraph.paragraph_format.space_before = Pt(0)
        if self._rule:
            word_parts.rule_above(paragraph)
        self._break = self._rule = False
        self._written.append(paragraph)
        _add(paragraph, text)
        return paragraph

    def _begins_section(self) -> bool:
        """Begin a section where the pages that come look otherwise; whether that was so."""
        if self._look == self._pages.look or self.document.kind == "sheet" or not self._written:
            return False
        last = self.file._body._element[-2]
        found = self._written[-1]
        if last is not found._p:
            found = self.file.add_paragraph()
            self._style_space(found)
        self._pages.begin(self._look, found)
        return True

    def _set_style(self, paragraph: WordParagraph, style: str) -> None:
        # Through the paragraph's own `style`, python-docx searches all styles for each one.
        paragraph._p.style = self._style_ids[style]

    @_block.register
    def _heading(self, block: Heading) -> None:
        svg = drawings.sign_of(block)
        if block.level == 1:
            own = (block.tile,) if block.tile else self.document.tiles
            self._look = replace(self._look, tiles=own)
            if svg and (block.tile or not block.kicker) and not block.quiet:
                self._picture_alone(svg, _OWN_TILE if block.tile else _AREA_SIGN)
                svg = ""
        # A picture in a heading that the table of contents lists would stand there too.
        inside = block.level > self._deep and not block.large
        if block.kicker:
            self._kicker(block, "" if inside else svg)
        large = block.large and block.level > 1
        usual = styles.HEADINGS[block.level - 1]
        title = self._paragraph("", styles.LARGE if large else usual)
        if svg and inside:
            self._sign(title, svg, _SMALL_SIGNS[block.level - 1])
        _add(title, block.text)
        if block.level <= self._deep:
            self._listed += 1
            word_parts.mark(title, self._listed)
        if block.kicker:
            title.paragraph_format.space_before = Pt(_BELOW_KICKER)
        elif block.level > 1 and self.document.kind == "sheet":
            title.paragraph_format.space_before = Pt(_ABOVE_ON_A_SHEET)
        if block.quiet:
            _resize(title, _QUIET)

    def _kicker(self, block: Heading, svg: str) -> None:
        """The line above a heading. The room above the heading comes above it, so that the two
        stand together."""
        begins_page = self._break
        kicker = self._paragraph("", styles.KICKER)
        if svg:
            self._sign(kicker, svg, _KICKER_SIGN)
        first, *rest = block.kicker.split("\n")
        _add(kicker, first)
        for line in rest:
            _add(kicker, f"\n{line}", bold=True)
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
            self._grid(columns, (1, 1), whole=False)

    def _items(self, block: Bullets, items: Iterable[str], numbering: int) -> None:
        for item in items:
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
                self._sign(paragraph, drawings.tile(block.tile), 4.6, gap="")
                paragraph.add_run("\t")
            else:
                _set_flush(paragraph)
            _add(paragraph, block.who)

    @_block.register
    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._paragraph(block.caption, styles.CAPTION)
            caption.paragraph_format.keep_with_next = True
        elif self._break or self._rule:
            self._space()
        shares = [max(part, 1) for part in block.widths or (1,) * len(block.head)]
        columns = [self._room * part / sum(shares) for part in shares]
        table = word_grid.new_table(self._place, self._room, columns)
        word_grid.set_cell_margins(table, _BETWEEN_CELLS)
        for number, row in enumerate((block.head, *block.rows)):
            for cell, text, wide in zip(word_grid.new_row(table), row, columns, strict=True):
                cell.width = Mm(wide)
                paragraph = cell.paragraphs[0]
                self._set_style(paragraph, styles.CELL if number else styles.HEAD_CELL)
                _add(paragraph, text)
        word_parts.set_table_look(table)
        self._space()

    @_block.register
    def _figure(self, block: Figure) -> None:
        content = block.photo or self.drawn[block.svg]
        bleeds = block.width == "page" and block.share == 1.0 and self._place is self.file._body
        room = _PAPER_WIDE if bleeds and self.document.kind != "sheet" else self._room
        wide = max(room * block.share, min(_NARROWEST, room))
        wide = min(wide, _TALLEST * proportion(block))
        if self.document.kind == "sheet":
            wide *= _ON_A_SHEET
        self._keep_opening()
        paragraph = self._paragraph("", styles.PICTURE)
        if wide > self._room:
            _let_bleed(paragraph)
        paragraph.paragraph_format.keep_with_next = bool(block.caption)
        self._picture(paragraph, content, wide, block.alt)
        if block.caption:
            self._paragraph(block.caption, styles.CAPTION)

    def _keep_opening(self) -> None:
        """A heading and the few words below it stay with the picture that they are about."""
        few = self._written[-_WORDS_ABOVE_PICTURE:]
        for at in range(len(few) - 1, -1, -1):
            if few[at]._p.style == self._style_ids[styles.HEADINGS[0]]:
                for paragraph in few[at:]:
                    paragraph.paragraph_format.keep_with_next = True
                return

    @_block.register
    def _together(self, block: Together) -> None:
        if self._place is not self.file._body and not self._whole:
            # In a cell only a row of its own stays on one page.
            self._grid([partial(self._blocks, block.blocks)], (1,), whole=True)
            return
        first, whole = len(self._written), self._whole
        self._whole = True
        self._blocks(block.blocks)
        self._whole = whole
        for paragraph in self._written[first:-1]:
            paragraph.paragraph_format.keep_with_next = True

    @_block.register
    def _beside(self, block: Beside) -> None:
        parts = [partial(self._blocks, part) for part in block.parts]
        self._grid(parts, block.widths, whole=_is_short(block))

    @_block.register
    def _cover(self, block: Cover) -> None:
        begins = block is self.document.blocks[0]
        if block.kicker:
            self._paragraph(block.kicker, styles.SUBTITLE)
        self._paragraph(block.title, styles.TITLE)
        for text in (block.subtitle, block.dedication):
            if text:
                self._paragraph(text, styles.SUBTITLE)
        if block.floor:
            self._cover_floor(block)
        for text in (block.foot, block.date):
            if text:
                self._paragraph(text, styles.NORMAL)
        self._break = True
        self._look = PageLook(self.document.tiles)
        headings = [(one.level, one.text) for one in _headings(self.document.blocks)]
        listed = [one for one in headings if one[0] <= self._deep]
        if listed and begins:
            begun = self._begins_section()
            word_parts.add_contents(self.file, listed, self._deep, on_new_page=not begun)

    def _cover_floor(self, block: Cover) -> None:
        """The floor over the width of the paper, as low as it may stand."""
        floor = word_cover.floor_of(block)
        paragraph = self._paragraph("", styles.PICTURE)
        paragraph.paragraph_format.space_before = Mm(floor.above)
        if floor.wide > self._room:
            _let_bleed(paragraph)
        content = pictures.small_sign(floor.svg, round(floor.wide * _DOTS_PER_MM))
        self._picture(paragraph, content, floor.wide, "")

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


def _is_short(block: Beside) -> bool:
    """Whether nothing is lost when all of it stands on one page."""
    return all(
        len(part) <= _SHORT and all(isinstance(one, _SHORT_KINDS) for one in part)
        for part in block.parts
    )


def _nothing() -> None:
    """Leaves a cell empty."""


def _set_flush(paragraph: WordParagraph) -> None:
    """Without the room for a tile before its lines."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.first_line_indent = Mm(0)


def _let_bleed(paragraph: WordParagraph) -> None:
    """A picture as wide as the paper begins at its edge."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(-SIDE)


def _deep_of(document: Document) -> int:
    """How many levels of headings the contents list: none without a cover or with one part. With
    enough parts these alone are told, so that the contents stay one page."""
    parts = sum(one.level == 1 for one in _headings(document.blocks))
    if parts <= 1 or not isinstance(document.blocks[0], Cover):
        return 0
    return 1 if parts > _FEW_IN_CONTENTS else _IN_CONTENTS


def _add(
    paragraph: WordParagraph, text: str, *, bold: bool = False, muted: bool = False
) -> None:  # fmt: skip
    """Text in a run; its line ends stay line ends."""
    if text:
        run = paragraph.add_run(text)
        if bold:
            run.bold = True
        if muted:
            run.font.size = Pt(_SMALL)
            run.font.color.rgb = RGBColor.from_string(token("muted").lstrip("#"))


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

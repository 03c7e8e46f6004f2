"""Blocks beside each other in Word: tables of one row without lines, whose columns stay as wide as
they are while somebody types; and the paragraph of a few points that parts two tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.blkcntnr import BlockItemContainer
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

GUTTER = 6.0
_SPACE = 2


def add_grid(
    place: BlockItemContainer, room: float, widths: Sequence[float], *, whole: bool
) -> tuple[list[_Cell], list[float]]:
    """A row of cells that fill `room` (mm), as wide as `widths` by each other with a gutter between
    them: the cells, and the room (mm) in each. `whole`: it stays on one page."""
    free = room - GUTTER * (len(widths) - 1)
    rooms = [free * wide / sum(widths) for wide in widths]
    table = new_table(place, room, [wide + GUTTER for wide in rooms[:-1]] + rooms[-1:])
    set_cell_margins(table, GUTTER)
    cells = new_row(table)
    if whole:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    _set_right_margin(cells[-1])
    return cells, rooms


def new_table(place: BlockItemContainer, room: float, columns: Sequence[float]) -> WordTable:
    """A table without rows or lines, with columns of these widths (mm), wherever one may stand."""
    # That of a cell adds an empty line below it.
    table = BlockItemContainer.add_table(place, 0, len(columns), Mm(room))
    table.autofit = False
    _set_width(table, Mm(room))
    for column, wide in zip(table.columns, columns, strict=True):
        column.width = Mm(wide)
    return table


def new_row(table: Any) -> list[_Cell]:
    """The cells of a row at the end of a table."""
    return list(table.add_row().cells)


def is_filled(cell: _Cell) -> bool:
    """Whether a cell holds more than the empty line that it came with."""
    return len(list(cell.iter_inner_content())) > 1


def set_cell_margins(table: WordTable, right: float) -> None:
    """Text begins where that above and below the table does; `right` (mm) parts the columns."""
    margins = OxmlElement("w:tblCellMar")
    for side, wide in (("left", 0.0), ("right", right)):
        margins.append(_margin(side, wide))
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)


def make_space(paragraph: WordParagraph) -> None:
    """Make an empty paragraph as low as the room between two tables."""
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_SPACE)


def _set_width(table: WordTable, wide: Length) -> None:
    width = table._tbl.tblPr.find(qn("w:tblW"))
    if width is None:
        width = OxmlElement("w:tblW")
        table._tbl.tblPr.append(width)
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(wide.twips))


def _set_right_margin(cell: _Cell) -> None:
    """The last column has no gutter."""
    properties = cell._tc.get_or_add_tcPr()
    margins = OxmlElement("w:tcMar")
    margins.append(_margin("right", 0.0))
    properties.append(margins)


def _margin(side: str, wide: float) -> Any:
    margin = OxmlElement(f"w:{side}")
    margin.set(qn("w:w"), str(Mm(wide).twips))
    margin.set(qn("w:type"), "dxa")
    return margin

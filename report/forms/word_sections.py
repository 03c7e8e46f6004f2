"""The pages of a document in Word: margins, head and foot, and what lies behind the text.

What lies behind stands in the head of its pages, where nothing that somebody types can move it.
Pages with another head are a section of their own.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from exercises.kit.drawing.svg import token
from report.forms import drawings, pictures, word_parts
from report.forms.prepared import HEAD_TILES, PRODUCT

WIDE = 162.0
SIDE = 24.0
_TOP, _BOTTOM, _ABOVE_FLOOR = 28, 20, 70
COVER_TOP, COVER_BOTTOM = 33, 12
_SHEET_TOP, _SHEET_BOTTOM = 12, 10
_PAPER_WIDE, _PAPER_HIGH, _UNITS = 210, 297, 10
_GROUND_DOTS = 1240
_FIRST_NUMBER = 10_000


@dataclass(frozen=True)
class PageLook:
    """What pages have in common: the tiles in their head; and on a page with a floor the guests on
    it, None for a white page. A cover is paper, without head and foot."""

    tiles: tuple[int, ...]
    guests: tuple[int, ...] | None = None
    is_cover: bool = False


class WordPages:
    """The sections of one document. `head`: what stands above every page but the first."""

    def __init__(self, file: WordDocument, head: str) -> None:
        self._file = file
        self._head = head
        self._number = _FIRST_NUMBER
        self.look: PageLook | None = None

    def set_sheet(self) -> None:
        """One page without head and foot."""
        word_parts.set_margins(self._file.sections[0], top=_SHEET_TOP, bottom=_SHEET_BOTTOM)

    def set_first(self, look: PageLook) -> None:
        """The first section: a cover, or pages of which the first has no head."""
        section = self._file.sections[0]
        self.look = look
        if look.is_cover:
            word_parts.set_margins(section, top=COVER_TOP, bottom=COVER_BOTTOM)
            self._lay_behind(section.header.paragraphs[0], _behind(None))
            return
        word_parts.set_margins(section, top=_TOP, bottom=_BOTTOM)
        section.different_first_page_header_footer = True
        _set_foot(section)
        self._set_head(section, look)

    def begin(self, look: PageLook, last: WordParagraph) -> None:
        """A new section, on a new page, after the paragraph `last` of the body."""
        section = self._file.sections[-1]
        here: Any = section._sectPr
        last._p.set_sectPr(here.clone())
        for found in here.findall(qn("w:headerReference")):
            here.remove(found)
        section.different_first_page_header_footer = False
        section.header.is_linked_to_previous = False
        word_parts.set_margins(section, top=_TOP, bottom=_BOTTOM)
        if look.guests is not None:
            section.bottom_margin = Mm(_ABOVE_FLOOR)
        if self.look is not None and self.look.is_cover:
            _set_foot(section)
        else:
            for found in here.findall(qn("w:footerReference")):
                here.remove(found)
        self.look = look
        self._set_head(section, look)

    def _set_head(self, section: Section, look: PageLook) -> None:
        head = section.header.paragraphs[0]
        head.add_run(self._head)
        add_right_tab(head)
        head.add_run("\t")
        for number in look.tiles[:HEAD_TILES]:
            self._number += 1
            sign = io.BytesIO(pictures.small_sign(drawings.tile(number)))
            shape = head.add_run().add_picture(sign, width=Mm(4))
            word_parts.describe(shape, "", self._number)
            head.add_run(" ")
        if look.guests is not None:
            self._lay_behind(head, _behind(look.guests))

    def _lay_behind(self, paragraph: WordParagraph, svg: str) -> None:
        """A drawing over the whole page, behind its text."""
        self._number += 1
        content = io.BytesIO(pictures.small_sign(svg, _GROUND_DOTS))
        shape = paragraph.add_run().add_picture(content, width=Mm(_PAPER_WIDE))
        word_parts.describe(shape, "", self._number)
        _unbind(shape._inline)


def add_right_tab(paragraph: WordParagraph) -> None:
    """A place at the right margin, for what comes after a tab."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDE), WD_TAB_ALIGNMENT.RIGHT)


def _set_foot(section: Section) -> None:
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    add_right_tab(foot)
    foot.add_run(f"{PRODUCT}\t")
    word_parts.add_field(foot, "PAGE", "1")


def _behind(guests: Sequence[int] | None) -> str:
    """Paper as large as a page; with guests a floor at its foot."""
    wide, high = _PAPER_WIDE * _UNITS, _PAPER_HIGH * _UNITS
    drawn = f'<path d="M0 0h{wide}v{high}H0z" fill="{token("paper")}"/>'
    if guests is not None:
        ground = drawings.ground(tuple(guests))
        place = f'<svg y="{high - drawings.GROUND_HIGH}" height="{drawings.GROUND_HIGH}" '
        drawn += ground.replace("<svg ", f'{place}width="{wide}" ', 1)
    return drawings.whole(f"0 0 {wide} {high}", drawn)


def _unbind(inline: Any) -> None:
    """Take a picture out of its line, and lay it at the corner of the page behind the text."""
    anchor = OxmlElement("wp:anchor")
    sides = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    flags = {"simplePos": "0", "relativeHeight": "0", "behindDoc": "1", "locked": "0",
             "layoutInCell": "1", "allowOverlap": "1"}  # fmt: skip
    for name, value in (sides | flags).items():
        anchor.set(name, value)
    corner = OxmlElement("wp:simplePos")
    corner.set("x", "0")
    corner.set("y", "0")
    anchor.append(corner)
    for name in ("wp:positionH", "wp:positionV"):
        position = OxmlElement(name)
        position.set("relativeFrom", "page")
        offset = OxmlElement("wp:posOffset")
        offset.text = "0"
        position.append(offset)
        anchor.append(position)
    parts = list(inline)
    anchor.append(parts[0])
    anchor.append(OxmlElement("wp:wrapNone"))
    for part in parts[1:]:
        anchor.append(part)
    inline.getparent().replace(inline, anchor)

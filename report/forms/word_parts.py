"""What python-docx has no call for: fields, contents, alt texts, borders, repeated table heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shape import InlineShape
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from exercises.kit.drawing.svg import token
from report.forms.word_styles import CONTENTS
from state.language import _

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def describe(shape: InlineShape, alt: str, number: int) -> None:
    """Say what a picture shows; "" for one that only decorates. `number`: its own in the file."""
    # python-docx gives no name to the element that holds the description.
    inline = shape._inline
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    properties = inline.docPr
    properties.set("id", str(number))
    properties.set("name", _("Beeld {number}").format(number=number))
    properties.set("descr", alt)
    if not alt:
        properties.append(_decorative(properties))


def _decorative(properties: Any) -> Any:
    """The mark by which Word knows that a picture has nothing to say."""
    listed = properties.makeelement(f"{{{_DRAWING}}}extLst", nsmap={"a": _DRAWING})
    extension = listed.makeelement(f"{{{_DRAWING}}}ext", {"uri": _DECORATIVE_URI})
    mark = listed.makeelement(
        f"{{{_DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": _DECORATIVE}
    )
    extension.append(mark)
    listed.append(extension)
    return listed


def set_margins(section: Section, top: float, bottom: float) -> None:
    """A4, with the margins of our pages; in mm."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.header_distance, section.footer_distance = Mm(15), Mm(12)


def new_numbering(document: WordDocument, style: str) -> int:
    """A numbering of its own for a list in that style, so that it begins with 1."""
    known = document.styles[style].element.pPr.numPr.numId.val
    numbers = document.part.numbering_part.numbering_definitions._numbering
    made = numbers.add_num(numbers.num_having_numId(known).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def set_numbering(paragraph: WordParagraph, numbering: int) -> None:
    """Number the paragraph in that numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def add_field(paragraph: WordParagraph, code: str, shown: str) -> None:
    """A field such as the number of the page; `shown` until Word counts it."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run()._r
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        else:
            words = OxmlElement("w:t" if kind == "shown" else "w:instrText")
            words.text = text
            run.append(words)


def add_contents(
    document: WordDocument, headings: Sequence[tuple[int, str]], deep: int, *, on_new_page: bool
) -> None:  # fmt: skip
    """A table of contents in its own frame, with the headings (level up to `deep`,
    text) as they are now; Word adds the pages when it is opened or refreshed."""
    frame = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    part = OxmlElement("w:docPartObj")
    gallery = OxmlElement("w:docPartGallery")
    gallery.set(qn("w:val"), "Table of Contents")
    part.append(gallery)
    part.append(OxmlElement("w:docPartUnique"))
    properties.append(part)
    content = OxmlElement("w:sdtContent")
    frame.append(properties)
    frame.append(content)
    title = document.add_paragraph(_("Inhoud"), style=CONTENTS)
    title.paragraph_format.page_break_before = on_new_page
    listed = [document.add_paragraph(style=f"TOC {level}") for level, _text in headings]
    listed = listed or [document.add_paragraph()]
    _field_over(listed, [text for _level, text in headings] or [""], deep)
    title._p.addprevious(frame)
    for paragraph in (title, *listed):
        content.append(paragraph._p)


def mark(paragraph: WordParagraph, number: int) -> None:
    """Mark a heading as the one that the contents list in that place, from 1."""
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        found = OxmlElement(name)
        found.set(qn("w:id"), str(number))
        if name == "w:bookmarkStart":
            found.set(qn("w:name"), _marked(number))
            at = 0 if paragraph._p.pPr is None else 1
            paragraph._p.insert(at, found)
        else:
            paragraph._p.append(found)


def _marked(number: int) -> str:
    return f"_Toc{number:09d}"


def _field_over(paragraphs: Sequence[WordParagraph], texts: Sequence[str], deep: int) -> None:
    """One field that runs over paragraphs and shows the texts, each a link to its heading."""
    first = paragraphs[0]
    for kind in ("begin", "code", "separate"):
        run = first.add_run()._r
        if kind == "code":
            run.append(_code(rf' TOC \o "1-{deep}" \h \z \u '))
        else:
            mark_ = _field_mark(kind)
            if kind == "begin":
                mark_.set(qn("w:dirty"), "true")
            run.append(mark_)
    for number, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True), start=1):
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _marked(number))
        link.set(qn("w:history"), "1")
        link.append(paragraph.add_run(text)._r)
        paragraph._p.append(link)
    paragraphs[-1].add_run()._r.append(_field_mark("end"))


def _field_mark(kind: str) -> Any:
    found = OxmlElement("w:fldChar")
    found.set(qn("w:fldCharType"), kind)
    return found


def _code(text: str) -> Any:
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = text
    return words


def rule_above(paragraph: WordParagraph) -> None:
    """A line of ink above a paragraph."""
    borders = OxmlElement("w:pBdr")
    borders.append(_border("top", "ink", 8, 10))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def set_table_look(table: WordTable) -> None:
    """Lines between rows only; the head is repeated on each page, and rows stay whole."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom"):
        borders.append(_border(side, "ink", 8))
    borders.append(_border("insideH", "joint", 4))
    # Word refuses some files in which these stand in another order.
    after = (properties.find(qn(name)) for name in ("w:tblLayout", "w:tblCellMar", "w:tblLook"))
    following = next((one for one in after if one is not None), None)
    if following is None:
        properties.append(borders)
    else:
        following.addprevious(borders)
    for number, row in enumerate(table.rows):
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            row_properties.append(OxmlElement("w:tblHeader"))


def _border(side: str, colour: str, size: int, space: int = 0) -> Any:
    border = OxmlElement(f"w:{side}")
    values = {"val": "single", "sz": size, "space": space, "color": token(colour).lstrip("#")}
    for name, value in values.items():
        border.set(qn(f"w:{name}"), str(value))
    return border

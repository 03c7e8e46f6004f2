"""The styles of a document in Word: Word's own names where it has them, so that its outline and
table of contents know them, and Dutch names for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exercises.kit.drawing.lettering import FAMILY
from exercises.kit.drawing.svg import token
from state.language import _

LANGUAGE = "nl-BE"


@dataclass(frozen=True)
class _Look:
    """`size`, `before`, `after`: points; `indent`: of lines after the first, in mm; `middle`: text
    stands at half the height of a tile on its line."""

    size: float
    bold: bool = False
    muted: bool = False
    before: float = 0
    after: float = 6
    line: float = 1.05
    indent: float = 0
    next_too: bool = False
    whole: bool = False
    middle: bool = False


# Names of Word's own; these are known to Word in every language.
NORMAL, TITLE, SUBTITLE, CAPTION = "Normal", "Title", "Subtitle", "Caption"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
BULLET, NUMBER = "List Bullet", "List Number"
QUOTE, CONTENTS = "Quote", "TOC Heading"
_BUILT_IN = {
    NORMAL: _Look(10.5, after=5),
    TITLE: _Look(40, bold=True, before=24, after=14, line=0.95),
    SUBTITLE: _Look(18, after=14, line=1.1),
    HEADINGS[0]: _Look(28, bold=True, before=24, after=12, line=0.95, next_too=True),
    HEADINGS[1]: _Look(15, bold=True, before=12, after=4, line=1.0, next_too=True, middle=True),
    HEADINGS[2]: _Look(10.5, bold=True, before=8, after=3, next_too=True, middle=True),
    CAPTION: _Look(9.5, muted=True, after=8),
    BULLET: _Look(10.5, after=3),
    NUMBER: _Look(10.5, after=3),
    QUOTE: _Look(22, bold=True, before=10, after=4, line=1.0, next_too=True),
    CONTENTS: _Look(15, bold=True, before=0, after=8, next_too=True),
    "TOC 1": _Look(10.5, after=4),
    "TOC 2": _Look(10.5, after=2),
    "Header": _Look(9.5, muted=True, after=0),
    "Footer": _Look(9.5, muted=True, after=0),
}
LEAD, SMALL, KICKER = _("Aanloop"), _("Klein"), _("Kopregel")
QUOTE_LARGE, QUOTE_SMALL, SAID_BY = _("Citaat groot"), _("Citaat klein"), _("Wie het zei")
REMARK, DATED, PICTURE = _("Genoteerd"), _("Afspraak"), _("Beeld")
CELL, HEAD_CELL = _("Tabeltekst"), _("Tabelkop")
# A small heading in large letters: a part of the outline like the one that it is based on.
LARGE = _("Groot kopje")
_OWN = {
    LEAD: _Look(14, after=8, line=1.1),
    SMALL: _Look(9.5, muted=True),
    LARGE: _Look(28, bold=True, before=4, after=10, line=0.95, next_too=True),
    KICKER: _Look(10.5, before=12, after=0, next_too=True, middle=True),
    QUOTE_LARGE: _Look(36, bold=True, before=18, after=6, line=0.95, next_too=True),
    QUOTE_SMALL: _Look(15, bold=True, before=10, after=4, line=1.15, next_too=True),
    SAID_BY: _Look(10.5, after=12, indent=7.5, middle=True),
    REMARK: _Look(10.5, after=5, indent=8.5, middle=True, whole=True),
    DATED: _Look(10.5, after=4, indent=38),
    PICTURE: _Look(10.5, before=4, after=6, line=1.0, next_too=True),
    CELL: _Look(9.5, before=2, after=2, line=1.2),
    HEAD_CELL: _Look(9.5, bold=True, before=2, after=2, line=1.2, next_too=True),
}


def set_styles(document: WordDocument) -> Mapping[str, str]:
    """Give the document our styles and its language; gives the id of each style by its name."""
    _set_language(document)
    known = {style.name: style for style in document.styles}
    normal = known[NORMAL]
    made = {}
    for name, look in (_BUILT_IN | _OWN).items():
        style = known.get(name)
        if style is None:
            built_in = name in _BUILT_IN
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=built_in)
            style.base_style = known[HEADINGS[-1]] if name == LARGE else normal
            style.quick_style = not built_in
        assert isinstance(style, ParagraphStyle)
        _set(style, look)
        made[name] = str(style.style_id)
    return made


def _set(style: ParagraphStyle, look: _Look) -> None:
    properties = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:tabs"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    font, form = style.font, style.paragraph_format
    for name in ("w:spacing", "w:kern"):
        for found in style.element.get_or_add_rPr().findall(qn(name)):
            style.element.rPr.remove(found)
    font.size, font.bold, font.italic = Pt(look.size), look.bold, False
    font.color.rgb = RGBColor.from_string(token("muted" if look.muted else "ink").lstrip("#"))
    _set_family(style)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, look.line
    form.keep_with_next, form.keep_together = look.next_too, look.next_too or look.whole
    form.widow_control = True
    if look.indent:
        form.left_indent, form.first_line_indent = Mm(look.indent), -Mm(look.indent)
        form.tab_stops.add_tab_stop(Mm(look.indent))
    if look.middle:
        _set_middle(style)


def _set_middle(style: ParagraphStyle) -> None:
    alignment = OxmlElement("w:textAlignment")
    alignment.set(qn("w:val"), "center")
    style.element.get_or_add_pPr().insert_element_before(
        alignment, "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:rPr"
    )


def _set_family(style: ParagraphStyle) -> None:
    """Our font for every kind of script; Word takes another one where it lacks letters."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FAMILY)


def _set_language(document: WordDocument) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    for script in ("val", "eastAsia"):
        language.set(qn(f"w:{script}"), LANGUAGE)
    document.core_properties.language = LANGUAGE

"""Text in paragraphs of Word, and how these stand."""

from __future__ import annotations

from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from exercises.kit.drawing.svg import token
from report.forms.word_sections import SIDE

# Letters that are smaller than those of their style, in points.
SMALL = 9.5


def add_text(
    paragraph: WordParagraph, text: str, *, bold: bool = False, muted: bool = False
) -> None:  # fmt: skip
    """Add text in a run; its line ends stay line ends."""
    if text:
        run = paragraph.add_run(text)
        if bold:
            run.bold = True
        if muted:
            run.font.size = Pt(SMALL)
            run.font.color.rgb = RGBColor.from_string(token("muted").lstrip("#"))


def resize(paragraph: WordParagraph, size: float) -> None:
    """Set all its letters in a size, in points."""
    for run in paragraph.runs:
        run.font.size = Pt(size)


def set_flush(paragraph: WordParagraph) -> None:
    """Take away the room for a tile before its lines."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.first_line_indent = Mm(0)


def let_bleed(paragraph: WordParagraph) -> None:
    """Let a picture that is as wide as the paper begin at its edge."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(-SIDE)

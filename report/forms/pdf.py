"""A document as PDF, accessible (PDF/UA-1), and its pages as pictures.

Typst refuses a document that is not accessible, and one with a character that no font draws.
"""

from __future__ import annotations

from exercises.document import Document
from report.forms import engine
from report.forms.pages import MAIN, laid_out


def pdf(document: Document) -> bytes:
    """The document as a file. Raises engine.NotTypeset, which is a fault of ours: whatever people
    typed can be set."""
    return engine.pdf_file(MAIN, laid_out(document))


def pages_as_png(document: Document, width: int = 900) -> list[bytes]:
    """Each page as a PNG, `width` px wide. Raises as `pdf`."""
    return engine.png_pages(MAIN, laid_out(document), width)

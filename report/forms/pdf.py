"""A document as PDF, accessible (PDF/UA-1), and its pages as pictures.

Typst refuses a document that is not accessible, and one with a character that no font draws. It
lets others run while it works.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from exercises.document import Document
from exercises.kit.drawing.lettering import FONTS as OWN_FONTS
from report.forms.coverage import FONTS
from report.forms.prepared import prepare
from report.forms.typeset import Typeset

_TEMPLATES = Path(__file__).resolve().parent
_A4_INCHES = 210 / 25.4


def pdf(document: Document) -> bytes:
    """The document as a file. Raises typst.TypstError for what it can't set, which is a fault of
    ours: whatever people typed can be set."""
    return cast(bytes, _compiled(document, "pdf", pdf_standards=["ua-1"]))


def pages_as_png(document: Document, width: int = 900) -> list[bytes]:
    """Each page as a PNG, `width` px wide."""
    made = _compiled(document, "png", ppi=width / _A4_INCHES)
    return made if isinstance(made, list) else [made]


def _compiled(
    document: Document, form: Literal["pdf", "png"], **options: Any
) -> bytes | list[bytes]:
    typeset = Typeset(prepare(document))
    files = {"data.json": typeset.json(), **typeset.files, **_templates()}
    with TemporaryDirectory(prefix="odv-") as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        main = Path(folder, "main.typ")
        made = typst.compile(main, root=folder, format=form, font_paths=_fonts(), **options)
    return cast("bytes | list[bytes]", made)


@lru_cache
def _templates() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in _TEMPLATES.glob("*.typ")}


@lru_cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONTS), str(OWN_FONTS)],
    )

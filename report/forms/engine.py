"""Typst: one of our templates with its files, made into pages.

Only the shipped fonts are used, and nothing from outside the given files is read. While it works it
lets other threads of Python run; still, documents are made in `report.worker`, beside the server.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

from report.forms.coverage import FONTS, OWN_FONTS

_TEMPLATES = Path(__file__).resolve().parent
_PAGE_INCHES = 210 / 25.4


class NotTypeset(Exception):
    """Typst refused a document: a fault of ours, since whatever people typed can be set."""


def pdf_file(template: str, files: Mapping[str, bytes]) -> bytes:
    """An accessible PDF. Raises NotTypeset."""
    return _made(template, files, "pdf", None)[0]


def png_pages(template: str, files: Mapping[str, bytes], width: int) -> list[bytes]:
    """Each page as PNG, `width` px for the 210 mm of a page. Raises NotTypeset."""
    return _made(template, files, "png", width / _PAGE_INCHES)


def marks(template: str, files: Mapping[str, bytes], label: str) -> list[dict[str, Any]]:
    """The values of the metadata with that label, in order. Raises NotTypeset."""
    with _compiler(template, files) as compiler:
        found: list[dict[str, Any]] = json.loads(compiler.query(f"<{label}>", field="value"))
        return found


def _made(
    template: str, files: Mapping[str, bytes], form: Literal["pdf", "png"], ppi: float | None
) -> list[bytes]:
    with _compiler(template, files) as compiler:
        made = compiler.compile(
            format=form, ppi=ppi, pdf_standards=["ua-1"] if form == "pdf" else []
        )
    return made if isinstance(made, list) else [made or b""]


@contextmanager
def _compiler(template: str, files: Mapping[str, bytes]) -> Iterator[typst.Compiler]:
    """Typst with the files in a folder of their own. What it laid out before is kept in this
    process, so that the same once more takes little."""
    with TemporaryDirectory(prefix="odv-") as folder:
        for name, content in {**_templates(), **files}.items():
            Path(folder, name).write_bytes(content)
        try:
            yield typst.Compiler(Path(folder, template), root=Path(folder), font_paths=_fonts())
        except typst.TypstError as error:
            raise NotTypeset(f"{error}\n{error.diagnostic}") from error


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

"""Typst: one of our templates with its files, made into pages in a process of its own.

Only the shipped fonts are used, and nothing from outside the given files is read.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from exercises.kit.drawing.lettering import FONTS as OWN_FONTS
from report.forms.coverage import FONTS

_TEMPLATES = Path(__file__).resolve().parent
_ROOT = _TEMPLATES.parent.parent
_PAGE_INCHES = 210 / 25.4
_PATIENCE = 300


class NotTypeset(Exception):
    """Typst refused a document: a fault of ours, since whatever people typed can be set."""


def pdf_file(template: str, files: Mapping[str, bytes]) -> bytes:
    """An accessible PDF. Raises NotTypeset."""
    return _made(template, files, "pdf", None)[0]


def png_pages(template: str, files: Mapping[str, bytes], width: int) -> list[bytes]:
    """Each page as PNG, `width` px for the 210 mm of a page. Raises NotTypeset."""
    return _made(template, files, "png", width / _PAGE_INCHES)


def _made(
    template: str, files: Mapping[str, bytes], form: Literal["pdf", "png"], ppi: float | None
) -> list[bytes]:
    job = {"template": template, "form": form, "ppi": ppi, "fonts": [str(FONTS), str(OWN_FONTS)]}
    with TemporaryDirectory(prefix="odv-") as folder:
        for name, content in {
            **_templates(),
            **files,
            "job.json": json.dumps(job).encode(),
        }.items():
            Path(folder, name).write_bytes(content)
        try:
            subprocess.run(
                [sys.executable, "-m", "report.forms.typst_process", folder],
                cwd=_ROOT, check=True, stderr=subprocess.PIPE, timeout=_PATIENCE,
            )  # fmt: skip
        except subprocess.CalledProcessError as error:
            raise NotTypeset(error.stderr.decode("utf-8", "replace").strip()) from error
        except subprocess.TimeoutExpired as error:
            raise NotTypeset(f"not ready after {_PATIENCE} s") from error
        pages = sorted(Path(folder).glob("page-*.out"), key=lambda path: int(path.stem[5:]))
        return [page.read_bytes() for page in pages]


@lru_cache
def _templates() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in _TEMPLATES.glob("*.typ")}

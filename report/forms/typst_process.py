"""Runs Typst in a process beside the server: `python -m report.forms.typst_process FOLDER`.

A report with many photos takes some 300 MB, which Typst keeps in its cache; in a process of its own
all of it is given back, and by its low priority a running meeting goes first. It imports nothing of
the product, so that it starts within a tenth of a second.

The folder holds job.json and all that the template reads; the pages are written into it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path

import typst

_NICENESS = 15


def main() -> None:
    """Do the job of the folder; ends with what Typst says and code 1 when it refuses."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICENESS)
    folder = Path(sys.argv[1])
    job = json.loads((folder / "job.json").read_text("utf-8"))
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=job["fonts"]
    )
    compiler = typst.Compiler(folder / job["template"], root=folder, font_paths=fonts)
    try:
        made = compiler.compile(
            format=job["form"],
            ppi=job["ppi"],
            pdf_standards=["ua-1"] if job["form"] == "pdf" else [],
        )
    except typst.TypstError as error:
        sys.exit(f"{error}\n{error.diagnostic}")
    for number, page in enumerate(made if isinstance(made, list) else [made or b""]):
        (folder / f"page-{number}.out").write_bytes(page)


if __name__ == "__main__":
    main()

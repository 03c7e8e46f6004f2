"""The template of translations holds every text that people see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "locale" / "odv.pot"


def messages(path: Path) -> set[str]:
    with path.open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id}


def test_the_template_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.pot"
    command = [
        sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "locale/babel.cfg",
        "-k", "_", "-k", "ngettext:1,2", "--no-location", "-o", str(fresh), ".",
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True)
    assert messages(fresh) == messages(TEMPLATE), "run the extract command of README.md"

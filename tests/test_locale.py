"""The template of translations holds every text that people see."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from tests.script_texts import extract

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


def test_texts_within_templates_within_templates_are_found() -> None:
    script = """
        // _("a comment") has none
        /** nor _("this") */
        html`<p>${x && html`<b title=${_("De \\"titel\\"")}>${ngettext(
          "{n} mens",
          "{n} " + "mensen",
          n,
        )}</b>`}</p>`
        other._("not ours")
    """
    found = [
        texts for _line, _name, texts, _comments in extract(io.BytesIO(script.encode()), (), (), {})
    ]
    assert found == ['De "titel"', ("{n} mens", "{n} mensen")]

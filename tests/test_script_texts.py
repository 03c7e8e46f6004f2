"""Every text of a script reaches the translators."""

from __future__ import annotations

import io
import re

from tests.script_texts import extract
from tests.test_scripts import ROOT, files

SCRIPT = b"""
const One = () => html`<p>${open && html`<b>${_("Een {n} van {m}", { n: 1 })}</b>`} ${
  _("Nog een")
}</p>`
const two = ngettext("{n} mens", "{n} mensen", 3) + _("Lang, " +
  "en op twee lijnen") + my_("niet") + data._("ook niet") + _(name) + _("met \\"aanhaling\\"")
"""


def texts(source: bytes) -> list[str | tuple[str, ...]]:
    return [text for _line, _name, text, _comments in extract(io.BytesIO(source), {}, [], {})]


def test_texts_are_found_in_templates_and_over_lines() -> None:
    assert texts(SCRIPT) == [
        "Een {n} van {m}", "Nog een", ("{n} mens", "{n} mensen"), "Lang, en op twee lijnen",
        'met "aanhaling"',
    ]  # fmt: skip


def test_a_text_of_a_script_stands_in_double_quotes() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in files(".js")
        if "tests" not in path.parts
        for found in re.finditer(r"(?<![\w.$])(?:_|ngettext)\(\s*['`].*", path.read_text("utf-8"))
    ]
    assert wrong == []

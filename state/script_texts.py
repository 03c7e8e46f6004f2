"""Finds the texts of scripts for pybabel (see locale/babel.cfg).

Babel's own extractor for JavaScript loses its way in templates within templates, which our views
are made of, and in a text that is written as parts joined by `+`.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

_TEXT = r'"(?:[^"\\\n]|\\.)*"(?:\s*\+\s*"(?:[^"\\\n]|\\.)*")*'
_CALL = re.compile(rf"(?<![\w.$])(?:(_)\(\s*({_TEXT})|(ngettext)\(\s*({_TEXT})\s*,\s*({_TEXT}))")
_JOIN = re.compile(r'"\s*\+\s*"')


def extract(
    file: io.BufferedIOBase, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, str | tuple[str, str], list[str]]]:
    """Each text that is given to `_` or `ngettext`: line, function, text or singular and plural,
    and no comments. Texts stand in double quotes."""
    source = file.read().decode("utf-8")
    for found in _CALL.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        if found[1]:
            yield line, "_", _plain(found[2]), []
        else:
            yield line, "ngettext", (_plain(found[4]), _plain(found[5])), []


def _plain(literal: str) -> str:
    return str(json.loads(_JOIN.sub("", literal)))

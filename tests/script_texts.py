"""Finds the texts of scripts for pybabel. Its own reader of JavaScript doesn't see what stands in a
template within a template, which is where most texts of a view are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

_STRING = r'"(?:[^"\\]|\\.)*"'
_TEXT = rf"{_STRING}(?:\s*\+\s*{_STRING})*"
_CALL = re.compile(rf"(?<![\w.$])(_|ngettext)\(\s*({_TEXT})(?:\s*,\s*({_TEXT}))?")
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)

Found = tuple[int, str, str | tuple[str, ...], list[str]]


def extract(fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """Each `_("...")` and `ngettext("...", "...", n)` of a script: line, name, text or texts, and
    no comments. Texts in parts, "..." + "...", are put together."""
    source = _COMMENT.sub(_blank, fileobj.read().decode("utf-8"))
    for call in _CALL.finditer(source):
        name, first, second = call.groups()
        line = source.count("\n", 0, call.start()) + 1
        if name == "_":
            yield line, name, _joined(first), []
        elif second is not None:
            yield line, name, (_joined(first), _joined(second)), []


def _joined(text: str) -> str:
    return "".join(json.loads(part) for part in re.findall(_STRING, text))


def _blank(comment: re.Match[str]) -> str:
    return "\n" * comment.group().count("\n")

"""Finds and changes ids and aliases within stored JSON text; pure.

Exercises put ids of people, organisations and photos, and aliases, into slots, payloads and
configurations as they like. All of them have twelve characters, so they are found without knowing
an exercise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ID = r"[A-Za-z0-9_-]{12}"
ALIAS = r"[0-9a-f]{12}"
# Each place where one may begin, also within a longer word.
_IDS = re.compile(f"(?=({ID}))")
_ALIASES = re.compile(f"(?=({ALIAS}))")


def found(text: str, known: Mapping[str, str], *, aliases: bool = False) -> dict[str, str]:
    """Which of the keys of `known` occur in a text, with what they stand for."""
    pattern = _ALIASES if aliases else _IDS
    words = {match[1] for match in pattern.finditer(text)}
    return {word: known[word] for word in sorted(words & known.keys())}


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A text with each key of `names` replaced by its value, all at once: what was put in is not
    replaced again."""
    if not names:
        return text
    parts, end = [], 0
    for match in _IDS.finditer(text):
        if match.start() >= end and match[1] in names:
            parts += [text[end : match.start()], names[match[1]]]
            end = match.start() + len(match[1])
    return "".join((*parts, text[end:]))

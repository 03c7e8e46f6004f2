"""Where words may go on to the next line, by the rules of Dutch. Pure.

Browsers on a projector do not always bring the rules of Dutch, and the export has no browser: so
they are asked here, for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import pyphen

from exercises.contract import Json

HYPHEN = "-"
SOFT_HYPHEN = "\u00ad"
# Fewer letters than this do not stand alone on a line.
_SHORTEST = 3
# No line holds more letters of one word than this; an imported word may be far longer.
_MOST = 200
# Words up to here fit on a line wherever names stand.
_NEVER_BROKEN = 8
_OWN_HYPHEN = re.compile("(?<=[-/])(?=.)")
# Between two letters, but never before an accent, a skin tone or the rest of a joined emoji.
_ANYWHERE = re.compile(
    "(?<!\u200d)(?![\u0300-\u036f\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff])(?<=.)(?=.)"
)
# The two parts of a word for each place where it may go on to the next line, the longest first
# part first.
Cuts = Callable[[str], list[tuple[str, str]]]


@lru_cache
def _dutch() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=_SHORTEST, right=_SHORTEST)


def read_rules() -> None:
    """Read the rules of Dutch, some 200 ms of a processor: the server does so as it starts, so that
    the first picture with a long name in it need not wait for them."""
    _dutch()


def whole(word: str) -> list[tuple[str, str]]:
    """Only after a hyphen or stroke of the word's own."""
    ends = [found.start() for found in _OWN_HYPHEN.finditer(word, 0, _MOST)]
    return [(word[:at], word[at:]) for at in reversed(ends)]


@lru_cache(maxsize=4096)
def hyphenated(word: str) -> list[tuple[str, str]]:
    """Where Dutch breaks the word, in its first letters."""
    start, rest = word[:_MOST], word[_MOST:]
    found = [(one + HYPHEN, two + rest) for one, two in _dutch().iterate(start)]
    return sorted([*found, *whole(word)], key=lambda parts: -len(parts[0]))


@lru_cache(maxsize=1024)
def forced(word: str) -> list[tuple[str, str]]:
    """As `hyphenated`; a word that Dutch does not break is broken between any two letters."""
    ends = [found.start() for found in _ANYWHERE.finditer(word, 0, _MOST)]
    return hyphenated(word) or [
        (word[:at] + HYPHEN * word[at - 1].isalpha(), word[at:]) for at in reversed(ends)
    ]


def name_forms(name: str, short: str) -> Json:
    """A name as kit/browser/name.js shows it: `name`; `soft`, the name with soft hyphens where it
    may be broken, when it has any; and `short`, the name for where there is no room, when it
    differs."""
    soft = softened(name)
    return {
        "name": name,
        **({"soft": soft} if soft != name else {}),
        **({"short": softened(short)} if short and short != name else {}),
    }


@lru_cache(maxsize=1024)
def softened(name: str) -> str:
    """A name with soft hyphens in its long words, where Dutch breaks them."""
    return " ".join(
        word if len(word) <= _NEVER_BROKEN else _dutch().inserted(word, SOFT_HYPHEN)
        for word in name.split(" ")
    )

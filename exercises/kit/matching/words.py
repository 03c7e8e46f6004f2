"""The words of a text that say what it is about, so that two texts can be held side by side. Pure.

Words are compared by their stem (the Dutch Snowball stemmer), so that 'straten' meets 'straat';
what is told is the word as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import snowballstemmer

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST = 3
# With fewer organisations than this, a word that half of them use may still say something.
_FEW = 4
# Words that stand in any question or strength, without accents.
_EMPTY_WORDS = Path(__file__).with_name("empty_words.txt")


def content_words(text: str) -> dict[str, str]:
    """Stem -> the word as it was written, in order, without words that say nothing."""
    found: dict[str, str] = {}
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        plain = _plain(word)
        if len(plain) >= _SHORTEST and plain not in _empty():
            found.setdefault(_stem(plain), word.lower())
    return found


def said_by_most(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The stems that more than half of the organisations use, of (organisation, text) pairs: they
    tell nobody apart. None where there are few organisations."""
    of: dict[str, set[str]] = {}
    for organisation, text in texts:
        of.setdefault(organisation, set()).update(content_words(text))
    if len(of) < _FEW:
        return frozenset()
    used = Counter(stem for stems in of.values() for stem in stems)
    return frozenset(stem for stem, times in used.items() if times * 2 > len(of))


def shared(one: Mapping[str, str], other: Mapping[str, str], common: frozenset[str]) -> list[str]:
    """The words of `one` that `other` has too, without those that most use."""
    return [word for stem, word in one.items() if stem in other and stem not in common]


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset(_EMPTY_WORDS.read_text("utf-8").split())


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch")


def _plain(word: str) -> str:
    """In lower case and without accents, as 'prive' is often typed for 'privé'."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).replace("’", "'")

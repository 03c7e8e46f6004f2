"""Finds names of people in texts that were typed, so that they can be left out.

A name is found in each of its parts, in any spelling that people see as the same (`name_key`), and
with an ending: 'katriens', 'Katrien’s'. Better once too often than once too few: the facilitator
sees each of them and may leave it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from state.text_rules import name_key

_WORD = re.compile(r"[^\W\d_]+(?:['’`´-][^\W\d_]+)*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What stands within family names and is a word of everyday besides.
_JOINING = frozenset(
    """de den der des di da do du el al la le les van von ten ter te het 't ben bin bint ibn abu
    abou ould st sint""".split()  # noqa: SIM905
)
_PARTICLES = _JOINING | frozenset(
    "en op in bij uit mevr mevrouw meneer mijnheer dr prof pater zuster".split()  # noqa: SIM905
)
# Names that are words besides: they are names only with a capital.
_EVERYDAY = _PARTICLES | frozenset(
    """beer bloem boer bos dag dijk goede groen groot hart hoop jong kat klein koning lang leen
    lente lief lieve linde maan mees mei merel nacht noord oost prins rein rijk roos smet sterre
    storm trees veld vos vries west wijs wit wolf zomer zon zwart zoet zuid""".split()  # noqa: SIM905
)
_ENDINGS = ("s", " s", "ke", "tje")
_SHORTEST, _SHORT = 2, 3
# Scripts that set no space between words: a name is looked for letter by letter there.
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class KnownName:
    """A name of a person as it is known, and what may stand in its place."""

    name: str
    instead: str

    @cached_property
    def parts(self) -> frozenset[str]:
        """The keys of the parts that give the person away."""
        keys = {name_key(word) for word in _WORD.findall(self.name)}
        long = {key for key in keys if len(key) >= _SHORTEST and key not in _PARTICLES}
        pieces = {piece for key in long for piece in key.split() if piece not in _PARTICLES}
        # A name of particles only is still a name.
        return frozenset(one for one in long | pieces if len(one) >= _SHORTEST) or frozenset(keys)


@dataclass(frozen=True)
class Spotted:
    """A place in a text that tells who somebody is: its `start` and `end`, and what to put there
    instead."""

    start: int
    end: int
    instead: str


def spotted(text: str, known: Sequence[KnownName], leave: Sequence[str] = ()) -> list[Spotted]:
    """Every name in a text, in order, without overlap; names that follow each other are one.

    `leave`: names of organisations, which may hold a name of a person and stay as they are.
    """
    kept = [span for name in leave for span in _places_of(name, text)]
    found = [
        one for one in (*_mails(text), *_words(text, known), *_unspaced(text, known))
        if not any(start <= one.start and one.end <= end for start, end in kept)
    ]  # fmt: skip
    return list(_merged(text, sorted(found, key=lambda one: (one.start, -one.end))))


def without(text: str, found: Iterable[Spotted]) -> str:
    """The text with all of `found` replaced."""
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        text = f"{text[: one.start]}{one.instead}{text[one.end :]}"
    return text


def _places_of(name: str, text: str) -> Iterator[tuple[int, int]]:
    if name:
        yield from (match.span() for match in re.finditer(re.escape(name), text, re.IGNORECASE))


def _mails(text: str) -> Iterator[Spotted]:
    for match in _MAIL.finditer(text):
        yield Spotted(*match.span(), "…")


def _words(text: str, known: Sequence[KnownName]) -> Iterator[Spotted]:
    lower = text == text.lower()
    for match in _WORD.finditer(text) if known else ():
        one = _whose(match.group(), known, lower)
        # 'Lien-Marie' is one word with a name in it.
        pieces = re.findall(r"[^\W\d_]+", match.group()) if one is None else []
        inside = (_whose(piece, known, lower) for piece in pieces if piece != match.group())
        one = one or next(filter(None, inside), None)
        if one is not None:
            yield Spotted(*match.span(), one.instead)


def _whose(word: str, known: Sequence[KnownName], lower: bool) -> KnownName | None:
    key = name_key(word)
    shapes = {key, *(key.removesuffix(end).strip() for end in _ENDINGS if key.endswith(end))}
    fits = lambda part: _may_be(word, part, key, lower)  # noqa: E731
    return next((one for one in known if any(map(fits, shapes & one.parts))), None)


def _may_be(word: str, part: str, key: str, lower: bool) -> bool:
    """Whether a word can be this part of a name: a short name, or one that is a word of everyday,
    only with a capital; in a text without any capital a short one also without."""
    if word[:1] != word[:1].lower() or word[:1] == word[:1].upper():
        return True
    if part in _EVERYDAY:
        return False
    return len(part) > _SHORT or (lower and key == part)


def _unspaced(text: str, known: Sequence[KnownName]) -> Iterator[Spotted]:
    for one in known:
        if _WITHOUT_SPACES.search(one.name):
            yield from (Spotted(*span, one.instead) for span in _places_of(one.name, text))


def _merged(text: str, found: Sequence[Spotted]) -> Iterator[Spotted]:
    """Names that stand next to each other, with particles between them, as one."""
    held: Spotted | None = None
    for one in found:
        if held is None:
            held = one
        elif one.start < held.end:
            held = Spotted(held.start, max(held.end, one.end), held.instead)
        elif one.instead == held.instead and _is_one_name(text[held.end : one.start]):
            held = Spotted(held.start, one.end, held.instead)
        else:
            yield held
            held = one
    if held is not None:
        yield held


def _is_one_name(between: str) -> bool:
    words = between.split()
    return (
        not set(between) - set(" '’-") or all(name_key(word) in _JOINING for word in words)
    ) and "\n" not in between  # fmt: skip

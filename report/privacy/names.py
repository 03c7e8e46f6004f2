"""Finds names of people in texts that were typed, so that they can be left out.

A name is found in each of its parts, in any spelling that people see as the same (`name_key`), and
with an ending: 'katriens', 'Katrien’s'. Better once too often than once too few: the facilitator
sees each of them and may leave it as it is.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from state.language import _
from state.text_rules import name_key


def _marks() -> str:
    """The accents and vowel signs of all scripts, as they stand in a set of an expression."""
    found = (chr(one) for one in range(0x300, sys.maxunicode + 1)
             if unicodedata.category(chr(one)) in ("Mn", "Mc"))  # fmt: skip
    return "".join(found)


# Without their signs, names in Hindi or Arabic with vowels would fall apart into letters.
_LETTERS = rf"(?:[^\W\d_][{_marks()}]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:['’`´-]{_LETTERS})*")
_PIECE = re.compile(_LETTERS)
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
EVERYDAY = _PARTICLES | frozenset(
    """beer bloem boer bos dag dijk goede groen groot hart hoop jong kat klein koning lang leen
    lente lief lieve linde maan mees mei merel nacht noord oost prins rein rijk roos smet sterre
    storm trees veld vos vries west wijs wit wolf zomer zon zwart zoet zuid""".split()  # noqa: SIM905
)
_ENDINGS = ("s", " s", "ke", "tje")
_SHORTEST, _SHORT = 2, 3
# The text before the first word of a sentence or a line, perhaps with a quotation mark.
_SENTENCE_BEGINS = re.compile(r"(?:^|\n|[.!?…][’”\"')]?\s)\s*[‘“„\"'(]?$")
# How far before a name its particles are looked for.
_NEAR = 30
# 'And', 'to' and the like are written as one word with what comes after, in Arabic.
_ATTACHED = ("وال", "بال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "يا")
# Scripts that set no space between words: a name is looked for letter by letter there.
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class KnownName:
    """A name of a person as it is known, and what may stand in its place: "" for somebody who may
    be named, whose name stays where nobody else can be meant."""

    name: str
    instead: str

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its words, in order."""
        return tuple(key for word in _WORD.findall(self.name) if (key := name_key(word)))

    @cached_property
    def parts(self) -> frozenset[str]:
        """The keys of the parts that give the person away."""
        long = {key for key in self.keys if len(key) >= _SHORTEST and key not in _PARTICLES}
        pieces = {piece for key in long for piece in key.split() if piece not in _PARTICLES}
        # 'Anne-Marie' is also written as 'Annemarie', and 'Van den Bossche' as 'Vandenbossche'.
        joined = {key.replace(" ", "") for key in long} | set(self._with_particles())
        # A name of particles only is still a name.
        return frozenset(
            one for one in long | pieces | joined if len(one) >= _SHORTEST
        ) or frozenset(self.keys)  # fmt: skip

    def _with_particles(self) -> Iterator[str]:
        before = ""
        for key in self.keys:
            if key in _JOINING:
                before += key
            elif before:
                yield before + key.replace(" ", "")
                before = ""


@dataclass(frozen=True)
class Spotted:
    """A place in a text that tells who somebody is: its `start` and `end`, what to put there
    instead, and whose name it can be."""

    start: int
    end: int
    instead: str
    names: frozenset[KnownName] = frozenset()


@dataclass(frozen=True)
class _Hit:
    """A place where a name of one of `names` stands."""

    start: int
    end: int
    names: frozenset[KnownName]


class NameFinder:
    """Finds names in texts. `leave`: names of organisations, which may hold a name of a person and
    stay as they are."""

    def __init__(self, known: Iterable[KnownName], leave: Sequence[str] = ()) -> None:
        self._by_part: dict[str, set[KnownName]] = {}
        letters: dict[str, set[KnownName]] = {}
        for one in known:
            for part in one.parts:
                self._by_part.setdefault(part, set()).add(one)
            if not one.parts or _WITHOUT_SPACES.search(one.name):
                letters.setdefault(one.name.casefold(), set()).add(one)
        self._letters = letters
        self._literal = _any_of(letters)
        self._leave = _any_of(leave)

    def spotted(self, text: str) -> list[Spotted]:
        """Every name in a text, in order, without overlap; names that follow each other are one."""
        kept = [match.span() for match in self._leave.finditer(text)] if self._leave else []
        hits = [
            one for one in (*self._words(text), *self._unspaced(text))
            if not any(start <= one.start and one.end <= end for start, end in kept)
        ]  # fmt: skip
        merged = _merged(text, sorted(hits, key=lambda one: (one.start, -one.end)))
        named = [
            Spotted(one.start, one.end, _instead(one.names), one.names)
            for one in merged if any(name.instead for name in one.names)
        ]  # fmt: skip
        # A name within an address goes with the address.
        mails = [_mail(match, named) for match in _MAIL.finditer(text)]
        alone = [one for one in named if not any(_overlap(one, mail) for mail in mails)]
        return sorted((*alone, *mails), key=lambda one: one.start)

    def _words(self, text: str) -> Iterator[_Hit]:
        if not self._by_part:
            return
        lower = text == text.lower()
        for match in _WORD.finditer(text):
            word = match.group()
            names = self._named_by(word, lower)
            if not names:
                # 'Lien-Marie' is one word with a name in it.
                pieces = (piece for piece in _PIECE.findall(word) if piece != word)
                found = (self._named_by(piece, lower) for piece in pieces)
                names = next(filter(None, found), frozenset())
            if names:
                yield _Hit(*match.span(), names)

    def _named_by(self, word: str, lower: bool) -> frozenset[KnownName]:
        """Whose name a word can be."""
        key = name_key(word)
        for shape in _shapes(key):
            names = self._by_part.get(shape)
            if names and _may_be(word, shape, key, lower):
                return frozenset(names)
        return frozenset()

    def _unspaced(self, text: str) -> Iterator[_Hit]:
        for match in self._literal.finditer(text) if self._literal else ():
            names = self._letters.get(match.group().casefold())
            if names:
                yield _Hit(*match.span(), frozenset(names))


def without(text: str, found: Iterable[Spotted]) -> str:
    """The text with all of `found` replaced; what begins a sentence gets a capital."""
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        instead = one.instead
        if _SENTENCE_BEGINS.search(text[: one.start]):
            instead = instead[:1].upper() + instead[1:]
        text = f"{text[: one.start]}{instead}{text[one.end :]}"
    return text


def _mail(match: re.Match[str], named: Sequence[Spotted]) -> Spotted:
    bare = Spotted(*match.span(), "…")
    inside = (one.names for one in named if _overlap(one, bare))
    return Spotted(bare.start, bare.end, bare.instead, frozenset().union(*inside))


def _overlap(one: Spotted, other: Spotted) -> bool:
    return one.start < other.end and other.start < one.end


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """An expression for any of these, the longest first; None for none."""
    longest = sorted(filter(None, set(words)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)), re.IGNORECASE) if longest else None


def _shapes(key: str) -> Iterator[str]:
    """What a word may be a form of: itself, then without an ending or what is attached to it."""
    yield key
    yield from (key.removesuffix(end).strip() for end in _ENDINGS if key.endswith(end))
    yield from (key.removeprefix(one) for one in _ATTACHED if key.startswith(one))


def _may_be(word: str, part: str, key: str, lower: bool) -> bool:
    """Whether a word can be this part of a name: a short name, or one that is a word of everyday,
    only with a capital; in a text without any capital a short one also without."""
    if word[:1] != word[:1].lower() or word[:1] == word[:1].upper():
        return True
    if part in EVERYDAY:
        return False
    return len(part) > _SHORT or (lower and key == part)


def _instead(names: Iterable[KnownName]) -> str:
    """What may stand for any of these; of people of several organisations nobody is guessed at."""
    found = {one.instead for one in names}
    return found.pop() if len(found) == 1 else _("iemand")


def _merged(text: str, found: Sequence[_Hit]) -> Iterator[_Hit]:
    """Names that stand next to each other, with particles between them, as one."""
    held: _Hit | None = None
    for one in found:
        if held is not None and (
            one.start < held.end
            or (_of_one(held, one) and _is_one_name(text[held.end : one.start]))
        ):
            both = held.names & one.names or held.names | one.names
            held = _Hit(held.start, max(held.end, one.end), both)
        else:
            if held is not None:
                yield held
            held = _with_article(text, one, held.end if held else 0)
    if held is not None:
        yield held


def _of_one(one: _Hit, other: _Hit) -> bool:
    """Whether two hits can be of one person, or would be replaced by the same words."""
    return bool(one.names & other.names) or _instead(one.names) == _instead(other.names)


def _with_article(text: str, one: _Hit, after: int) -> _Hit:
    """With the particles of the family name that stand right before it: 'De Smet'."""
    start = one.start
    words = list(_WORD.finditer(text, max(after, one.start - _NEAR), one.start))
    while words and not text[words[-1].end() : start].strip(" ") and _belongs(words[-1][0], one):
        start = words.pop().start()
    return _Hit(start, one.end, one.names)


def _belongs(word: str, one: _Hit) -> bool:
    key = name_key(word)
    return key in _JOINING and any(key in name.keys for name in one.names)


def _is_one_name(between: str) -> bool:
    words = between.split()
    return (
        not set(between) - set(" '’-") or all(name_key(word) in _JOINING for word in words)
    ) and "\n" not in between  # fmt: skip

"""Short names of organisations, for where a full name has no room. Pure.

The facilitator gives one; where none was given, one is proposed. No two organisations have the
same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Protocol, TypeVar

from state.text_rules import name_key

SHORT_LIMIT = 30
# A name up to here needs no shorter form.
_SHORT_ENOUGH = 20
# A proposal is rather no longer than this.
_SHORT = 24
_LEGAL = re.compile(
    r"[\s,(]+(?:vzw|asbl|ivzw|bv|bvba|nv|cv|cvba|ocmw|agb|stichting|feitelijke vereniging)\b.*$",
    re.IGNORECASE,
)
_LEGAL_FIRST = re.compile(r"^(?:vzw|asbl|ivzw|bv|bvba|nv|cv|cvba|agb)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\([^)]*\)|\[[^]]*\])\s*|\s+[-–—|/:]\s+.*$")
# Words that do not end a name, and that give initials no letter.
_SMALL = frozenset((
    "de", "het", "een", "en", "of", "van", "voor", "in", "op", "aan", "te", "bij", "met", "der",
    "den", "des", "tot", "uit", "naar", "’t", "'t",
))  # fmt: skip
_REGION = frozenset({"regio", "afdeling", "gemeente", "provincie", "district", "arrondissement"})


class Named(Protocol):
    """What has a name and perhaps a short name that was given."""

    @property
    def name(self) -> str: ...
    @property
    def short(self) -> str: ...


N = TypeVar("N", bound=Named)


def in_use(organisations: Sequence[Named]) -> tuple[str, ...]:
    """The short name of each, in order: the given one, else a proposal of at most 30 characters
    that is not the name or short name of another; the name itself when that is short."""
    given = {name_key(one.short) for one in organisations if one.short}
    names = [name_key(one.name) for one in organisations]
    found: list[str] = []
    for at, one in enumerate(organisations):
        others = given | {*names[:at], *names[at + 1 :]} | {name_key(short) for short in found}
        rivals = [*names[:at], *names[at + 1 :]]
        found.append(one.short or _first_free(one.name, others, rivals))
    return tuple(found)


def _first_free(name: str, taken: set[str], rivals: Sequence[str]) -> str:
    """`rivals`: the names of the others, as keys: what one of them begins with is no short name."""
    return next(
        short
        for short in _candidates(name)
        if short
        and (key := name_key(short)) not in taken
        and not any(rival.startswith(f"{key} ") for rival in rivals)
    )


def _candidates(name: str) -> Iterator[str]:
    """Ever less attractive short names, without end."""
    if len(name) <= _SHORT_ENOUGH:
        yield name
    plain = _without_asides(name)
    if len(plain) <= _SHORT_ENOUGH:
        yield plain
    words = plain.split()
    if len(words) == 1:
        yield f"{plain[: SHORT_LIMIT - 1]}…" if len(plain) > SHORT_LIMIT else plain
    yield from _before_a_region(words)
    yield from _with_initials(words)
    for number in count(2):
        ending = f" {number}"
        yield plain[: SHORT_LIMIT - len(ending)].rstrip() + ending


def _without_asides(name: str) -> str:
    """The name without legal words and what follows them, and without what stands apart."""
    for part in (_LEGAL_FIRST, _ASIDE, _LEGAL):
        rest = part.sub(" ", name).strip(" ,-")
        name = rest or name
    return " ".join(name.split())


def _before_a_region(words: list[str]) -> Iterator[str]:
    """The words before 'Regio' and the like, where there is more than one."""
    cut = next((at for at, word in enumerate(words) if word.lower() in _REGION), 0)
    short = " ".join(words[:cut])
    if cut > 1 and words[cut - 1].lower() not in _SMALL and len(short) <= _SHORT:
        yield short


def _with_initials(words: list[str]) -> Iterator[str]:
    """The first words whole and of the others the initials, the longest beginning first."""
    cut = next((at for at, word in enumerate(words) if at and word.lower() in _REGION), len(words))
    found = [
        short
        for end in range(cut, 0, -1)
        if words[end - 1].lower() not in _SMALL
        for short in _endings(words[:end], words[end:])
    ]
    for most in (_SHORT, SHORT_LIMIT):
        yield from (short for short in found if len(short) <= most)


def _endings(first: list[str], tail: list[str]) -> Iterator[str]:
    """The first words with the initials of the tail. One letter says nothing: it is left out; where
    two would then be the same, the last word tells them apart."""
    letters = _initials(tail)
    for last in (letters if len(letters) > 1 else "", *tail[-1:]):
        yield " ".join([*first, last] if last else first)


def _initials(words: list[str]) -> str:
    """The first letters of words, also of the parts of 'Zuid-Oost-Vlaanderen'."""
    parts = [part for word in words for part in word.split("-") if part.lower() not in _SMALL]
    letters = [next((char for char in part if char.isalnum()), "") for part in parts]
    return "".join(letters).upper()[:SHORT_LIMIT]

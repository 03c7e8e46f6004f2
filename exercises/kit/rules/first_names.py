"""Shorter forms of the names of people in a room, for where there is no place for all of a name.
Pure.

A person is called by the first name, so that stays as long as it can. No two people who have other
names get the same shorter form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

_BETWEEN = re.compile(r"[\s'’-]")
_PART = re.compile(r"[^\s-]+")
# Of a first name that is too long itself at least this many letters stay.
_FIRST_LETTERS = 8
# Ways to shorten a name, the best one first. Each is a list of ever longer forms, of which the
# first one counts that nobody else could be called.
_Ways = tuple[tuple[str, ...], ...]


class ShorterName(NamedTuple):
    """Shorter forms of a name, the best one first. `called`: with the whole first name,
    'Marie-Christine V.', and 'Marie-Christine' where nobody else is called so; `initials`:
    'M.-C. V.', which only who knows the name can read. `apart`: for a name that differs further
    on, 'An V. Pe.' and 'An V.…rs'. These are empty for one short word. `numbered`: 'An 3' and
    'A. 3', for where none of the others fits; empty where no other name in the room begins so."""

    called: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()

    def after(self, name: str) -> tuple[str, ...]:
        """All ways to write a name, the best one first."""
        return (name, *self.called, *self.initials, *self.apart, *self.numbered)


@lru_cache(maxsize=64)
def shorter(names: tuple[str, ...]) -> tuple[ShorterName, ...]:
    """The shorter forms of each of the names of a room."""
    ways = {name: _ways(name) for name in dict.fromkeys(names)}
    owners = _owners(ways)
    numbers = _numbers(owners, names)
    return tuple(_shorter(name, ways[name], owners, numbers[_key(name)]) for name in names)


def _shorter(
    name: str, ways: tuple[_Ways, _Ways, _Ways], owners: dict[str, set[str]], number: int
) -> ShorterName:  # fmt: skip
    called, initials, apart = (_free(name, lists, owners) for lists in ways)
    return ShorterName(called, initials, apart, _numbered(name, number))


def _owners(ways: Mapping[str, tuple[_Ways, ...]]) -> dict[str, set[str]]:
    """The key of each form, and who could be called so."""
    found: dict[str, set[str]] = {}
    for name, all_ways in ways.items():
        for form in (name, *(form for way in all_ways for forms in way for form in forms)):
            found.setdefault(_key(form), set()).add(_key(name))
    return found


def _key(form: str) -> str:
    """A form without what the eye takes for the same: 'An Van D.' and 'An Vand.'."""
    return _BETWEEN.sub("", form).casefold()


def _free(name: str, ways: _Ways, owners: dict[str, set[str]]) -> tuple[str, ...]:
    own = {_key(name)}
    found = (next((form for form in forms if owners[_key(form)] == own), "") for forms in ways)
    return tuple(dict.fromkeys(form for form in found if form and len(form) < len(name)))


def _ways(name: str) -> tuple[_Ways, _Ways, _Ways]:
    first, _space, family = " ".join(name.split()).partition(" ")
    initials = _initials(first)
    letters = tuple(f"{first[:at]}." for at in range(_FIRST_LETTERS, len(first) - 1))
    if not family:
        return (), (letters,), ()
    called = (_with_letters(first, family), (first,))
    ends = (
        _with_part(first, family), _with_part(initials, family),
        _with_end(first, family), _with_end(initials, family),
    )  # fmt: skip
    return called, (_with_letters(initials, family), letters), ends


def _initials(first: str) -> str:
    return _PART.sub(lambda part: f"{part[0][0]}.", first)


def _with_letters(first: str, family: str) -> tuple[str, ...]:
    """'An V.', 'An Va.', ...: one letter of the family name more each time."""
    ends = (family[:at] for at in range(1, len(family)))
    return tuple(f"{first} {end}." for end in ends if not end.endswith((" ", "-", "'", "’")))


def _with_part(first: str, family: str) -> tuple[str, ...]:
    """'An V. P.', 'An V. Pe.', ...: letters of a further part of the family name, behind the first
    letters of those before it; the shortest first."""
    parts = _PART.findall(family)
    found = [
        f"{first} {''.join(f'{one[0]}.' for one in parts[:at])} {parts[at][:letters]}."
        for at in range(1, len(parts))
        for letters in range(1, len(parts[at]))
    ]
    return tuple(sorted(found, key=len))


def _with_end(first: str, family: str) -> tuple[str, ...]:
    """'An V.…s', 'An V.…rs', ...: one letter of the end of the family name more each time."""
    ends = (family[-at:] for at in range(1, len(family) - 1))
    return tuple(f"{first} {family[0]}.…{end}" for end in ends if _PART.match(end[0]))


def _numbers(owners: dict[str, set[str]], names: tuple[str, ...]) -> dict[str, int]:
    """A number for each name among those with the same first letter, by the key of the name; 0
    where it is the only one. No number makes a form that somebody else could be called."""
    alike: dict[str, dict[str, str]] = {}
    for name in names:
        alike.setdefault(_key(name)[:1], {})[_key(name)] = name
    found = {}
    for of in alike.values():
        taken = 0
        for key, name in sorted(of.items()):
            taken += 1
            while len(of) > 1 and any(_key(one) in owners for one in _numbered(name, taken)):
                taken += 1
            found[key] = taken if len(of) > 1 else 0
    return found


def _numbered(name: str, number: int) -> tuple[str, ...]:
    if not number:
        return ()
    first = " ".join(name.split()).partition(" ")[0]
    cut = (f"{first[:letters]}. {number}" for letters in (_FIRST_LETTERS, 1) if first[letters:])
    return tuple(one for one in (f"{first} {number}", *cut) if len(one) < len(name))

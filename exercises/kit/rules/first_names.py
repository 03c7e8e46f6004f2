"""Shorter forms of the names of people in a room, for where there is no place for all of a name.
Pure.

A person is called by the first name, so that stays as long as it can. No two people who have other
names get the same shorter form.
"""

from __future__ import annotations

import re
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
    'M.-C. V.', which only who knows the name can read. Both are empty for one short word."""

    called: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def shorter(names: tuple[str, ...]) -> tuple[ShorterName, ...]:
    """The shorter forms of each of the names of a room."""
    ways = {name: _ways(name) for name in dict.fromkeys(names)}
    owners = _owners(ways)
    return tuple(
        ShorterName(*(_free(name, lists, owners) for lists in ways[name])) for name in names
    )


def _owners(ways: dict[str, tuple[_Ways, _Ways]]) -> dict[str, set[str]]:
    """The key of each form, and who could be called so."""
    found: dict[str, set[str]] = {}
    for name, (called, initials) in ways.items():
        for form in (name, *(form for forms in (*called, *initials) for form in forms)):
            found.setdefault(_key(form), set()).add(_key(name))
    return found


def _key(form: str) -> str:
    """A form without what the eye takes for the same: 'An Van D.' and 'An Vand.'."""
    return _BETWEEN.sub("", form).casefold()


def _free(name: str, ways: _Ways, owners: dict[str, set[str]]) -> tuple[str, ...]:
    own = {_key(name)}
    found = (next((form for form in forms if owners[_key(form)] == own), "") for forms in ways)
    return tuple(dict.fromkeys(form for form in found if form and len(form) < len(name)))


def _ways(name: str) -> tuple[_Ways, _Ways]:
    first, _space, family = " ".join(name.split()).partition(" ")
    initials = _PART.sub(lambda part: f"{part[0][0]}.", first)
    letters = tuple(f"{first[:at]}." for at in range(_FIRST_LETTERS, len(first) - 1))
    if not family:
        return (), (letters,)
    called = (_with_letters(first, family), (first,))
    return called, (_with_letters(initials, family), letters)


def _with_letters(first: str, family: str) -> tuple[str, ...]:
    """'An V.', 'An Va.', ...: one letter of the family name more each time."""
    ends = (family[:at] for at in range(1, len(family)))
    return tuple(f"{first} {end}." for end in ends if not end.endswith((" ", "-", "'", "’")))

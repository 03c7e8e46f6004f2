"""The top 3 of hosts: never the own organisation, nobody twice.

A top is three ids of organisations, "" where nobody was chosen. A phone sends the top as it sees
it (`hosts`) and the one it started from (`base`), so that of two colleagues who each choose
another place both are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exercises.contract import Json

PLACES = 3
Top = tuple[str, ...]
NOBODY: Top = ("",) * PLACES


def read(sent: Any) -> Top | None:
    """Three ids from what a browser or the store holds; None for anything else."""
    if not isinstance(sent, list | tuple) or len(sent) != PLACES:
        return None
    return tuple(sent) if all(isinstance(one, str) for one in sent) else None


def stored(payload: Json | None) -> Top:
    """The top in a stored answer, nobody where it holds nothing readable; nobody twice."""
    return single(read((payload or {}).get("hosts")) or NOBODY)


def has_twice(top: Sequence[str]) -> bool:
    """Whether somebody stands on two places."""
    chosen = [one for one in top if one]
    return len(set(chosen)) < len(chosen)


def single(top: Top) -> Top:
    """The top with each host only at its highest place."""
    return tuple("" if one in top[:place] else one for place, one in enumerate(top))


def merge(base: Top, now: Top, wanted: Top) -> Top:
    """`now` with what `wanted` changed in `base`. A host that is put on another place leaves its
    old one; the two hosts swap where possible."""
    result = list(now)
    changed = [place for place in range(PLACES) if wanted[place] != base[place]]
    for place in changed:
        host = wanted[place]
        if host and host in result:
            result[result.index(host)] = ""
        result[place] = host
    return single(tuple(result))

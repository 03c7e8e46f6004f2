"""Lists in a configuration, pure: reading a pasted one, and moving an entry; entries.py draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from state import pasted
from state.problems import Refused


class Keyed(Protocol):
    """An entry with a key that stays when its text or place changes."""

    @property
    def key(self) -> str:
        """Answers hang on it."""
        ...


T = TypeVar("T")
K = TypeVar("K", bound=Keyed)


def read_pasted(text: str, make: Callable[[str], T], *, nothing: str, unfit: str) -> tuple[T, ...]:
    """What `make` makes of each entry of a pasted list.

    Refused with `nothing` when there is none; when one doesn't fit with `unfit`, in which
    `{number}` is its place and `{reason}` what is wrong. Of a single entry only the reason is said.
    """
    entries = pasted.items(text)
    if not entries:
        raise Refused(nothing)
    made = []
    for number, entry in enumerate(entries, start=1):
        try:
            made.append(make(entry))
        except Refused as refusal:
            if len(entries) == 1:
                raise
            raise Refused(unfit.format(number=number, reason=refusal)) from refusal
    return tuple(made)


def moved(entries: Sequence[K], key: str, by: int) -> tuple[K, ...]:
    """With one entry up (negative) or down, as far as it goes; a key that is gone moves nothing."""
    keys = [item.key for item in entries]
    order = list(entries)
    if key in keys:
        item = order.pop(keys.index(key))
        order.insert(max(0, min(len(order), keys.index(key) + by)), item)
    return tuple(order)

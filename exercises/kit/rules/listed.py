"""Lists in a configuration, pure: reading a pasted one, and changing it; entries.py draws them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from state import pasted
from state.problems import Refused


class Keyed(Protocol):
    """An entry with a text, and a key that stays when its text or place changes."""

    @property
    def key(self) -> str:
        """Answers are stored under it."""
        ...

    @property
    def text(self) -> str:
        """As people read it."""
        ...


T = TypeVar("T")
C = TypeVar("C")
K = TypeVar("K", bound=Keyed)


@dataclass(frozen=True)
class EntryList(Generic[C, K]):
    """A list of entries in a configuration: the name of its field, and how many fit.

    `too_many` is said when there would be more, with `{limit}` and `{count}`. Each function gives
    the configuration with the changed list; a key that is gone changes nothing.
    """

    field: str
    most: int
    too_many: str

    def of(self, config: C) -> tuple[K, ...]:
        """The entries."""
        found: tuple[K, ...] = getattr(config, self.field)
        return found

    def put(self, config: C, entries: tuple[K, ...]) -> C:
        """With these entries, however many."""
        holder: Any = config
        changed: C = replace(holder, **{self.field: entries})
        return changed

    def add(self, config: C, entries: tuple[K, ...]) -> C:
        """With entries at the end; Refused when they are too many."""
        return self._fitting(config, (*self.of(config), *entries))

    def change_to(self, config: C, entries: tuple[K, ...]) -> C:
        """With entries in the place of the present ones; Refused when they are too many. A text
        that was in the list keeps its key, so that answers stay with it."""
        present = {one.text: one for one in self.of(config)}
        return self._fitting(config, tuple(present.pop(one.text, one) for one in entries))

    def change(self, config: C, key: str, change: Callable[[K], K]) -> C:
        """With one entry changed."""
        return self.put(
            config, tuple(change(one) if one.key == key else one for one in self.of(config))
        )

    def without(self, config: C, key: str) -> C:
        """Without one entry."""
        return self.put(config, tuple(one for one in self.of(config) if one.key != key))

    def move(self, config: C, key: str, by: int) -> C:
        """With one entry moved up (negative) or down, as far as it goes."""
        return self.put(config, moved(self.of(config), key, by))

    def _fitting(self, config: C, entries: tuple[K, ...]) -> C:
        if len(entries) > self.most:
            raise Refused(self.too_many.format(limit=self.most, count=len(entries)))
        return self.put(config, entries)


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

"""Lists in a configuration, pure: reading a pasted one, and changing it; entries.py draws them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from state import pasted
from state.ids import new_id
from state.problems import Refused


class Keyed(Protocol):
    """An entry with a text, and a key that stays when its text is said better or its place changes;
    another text gets another key."""

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

    `too_many` is said when there would be more, with `{limit}` and `{count}`. `removed`: the field
    that keeps entries which were removed after somebody answered, for the export; "" keeps none.
    `answered`: the keys that have answers. Each function gives the configuration with the changed
    list; a key that is gone changes nothing.
    """

    field: str
    most: int
    too_many: str
    removed: str = ""

    def of(self, config: C) -> tuple[K, ...]:
        """The entries."""
        found: tuple[K, ...] = getattr(config, self.field)
        return found

    def says_the_same(self, config: C, entries: tuple[K, ...]) -> bool:
        """Whether the list is the same as these entries, whatever their keys."""
        present: tuple[Any, ...] = self.of(config)
        return tuple(replace(one, key="") for one in present) == tuple(
            replace(one, key="") for one in list[Any](entries)
        )

    def put(self, config: C, entries: tuple[K, ...]) -> C:
        """With these entries, however many."""
        holder: Any = config
        changed: C = replace(holder, **{self.field: entries})
        return changed

    def add(self, config: C, entries: tuple[K, ...]) -> C:
        """With entries at the end; Refused when they are too many."""
        return self._fitting(config, (*self.of(config), *entries))

    def removed_of(self, config: C) -> tuple[K, ...]:
        """The entries that were removed and have answers."""
        found: tuple[K, ...] = getattr(config, self.removed) if self.removed else ()
        return found

    def change_to(self, config: C, entries: tuple[K, ...], answered: Collection[str] = ()) -> C:
        """With entries in the place of the present ones; Refused when they are too many. A text
        that is in the list, or was, has its key again, so that its answers stay with it; any other
        gets a key that no text had before."""
        known = {one.text: one.key for one in (*self.removed_of(config), *self.of(config))}
        fresh: list[Any] = list(entries)
        keyed = tuple(replace(one, key=known.pop(one.text, "") or new_id()) for one in fresh)
        return self._kept(config, self._fitting(config, keyed), answered)

    def taken_over(self, config: C, other: C, answered: Collection[str] = ()) -> C:
        """Another configuration, with the keys and the removed entries of this one."""
        holder: Any = other
        bare = {self.field: self.of(config)}
        if self.removed:
            bare[self.removed] = self.removed_of(config)
        return self.change_to(replace(holder, **bare), self.of(other), answered)

    def another(self, config: C, key: str, entry: K, answered: Collection[str] = ()) -> C:
        """With another entry in the place of one; it has a key of its own, the former one keeps its
        answers."""
        entries = tuple(entry if one.key == key else one for one in self.of(config))
        return self._kept(config, self.put(config, entries), answered)

    def change(self, config: C, key: str, change: Callable[[K], K]) -> C:
        """With one entry changed."""
        return self.put(
            config, tuple(change(one) if one.key == key else one for one in self.of(config))
        )

    def without(self, config: C, key: str, answered: Collection[str] = ()) -> C:
        """Without one entry."""
        left = tuple(one for one in self.of(config) if one.key != key)
        return self._kept(config, self.put(config, left), answered)

    def undone(
        self, config: C, before: tuple[K, ...], after: tuple[K, ...], answered: Collection[str] = ()
    ) -> C:
        """With one change undone, that from the entries `before` to those `after`; what was changed
        or added since stays. Refused when they become too many."""
        restored = undone(before, after, self.of(config))
        return self._kept(config, self._fitting(config, restored), answered)

    def move(self, config: C, key: str, by: int) -> C:
        """With one entry moved up (negative) or down, as far as it goes."""
        return self.put(config, moved(self.of(config), key, by))

    def _kept(self, former: C, changed: C, answered: Collection[str]) -> C:
        """A change, with the answered entries that it took away among the removed ones."""
        if not self.removed:
            return changed
        here = {one.key for one in self.of(changed)}
        left = {one.key: one for one in self.removed_of(former) if one.key not in here}
        taken = (one for one in self.of(former) if one.key not in here and one.key in answered)
        left.update({one.key: one for one in taken})
        holder: Any = changed
        kept: C = replace(holder, **{self.removed: tuple(left.values())})
        return kept

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


def undone(before: Sequence[K], after: Sequence[K], now: Sequence[K]) -> tuple[K, ...]:
    """The entries `now` without one earlier change, that from `before` to `after`.

    What it took away is back at its place, what it brought is gone, and what it reordered or
    changed is as before unless that was changed again since.
    """
    was, became = ({one.key: one for one in entries} for entries in (before, after))
    both = was.keys() & became.keys()
    kept = [
        was[one.key] if one.key in both and one == became[one.key] else one
        for one in now
        if one.key in was or one.key not in became
    ]
    kept = _in_former_order(kept, list(was), list(became))
    present = [one.key for one in kept]
    for at, one in enumerate(before):
        if one.key in became or one.key in present:
            continue
        ahead = [present.index(other.key) for other in before[:at] if other.key in present]
        place = ahead[-1] + 1 if ahead else 0
        kept.insert(place, one)
        present.insert(place, one.key)
    return tuple(kept)


def _in_former_order(kept: list[K], was: list[str], became: list[str]) -> list[K]:
    """Entries in the order of the keys `was`, when they still stand in that of `became`."""
    shared = {one.key for one in kept} & set(was) & set(became)
    if [one.key for one in kept if one.key in shared] != [one for one in became if one in shared]:
        return kept
    by_key = {one.key: one for one in kept}
    former = iter(by_key[one] for one in was if one in shared)
    return [next(former) if one.key in shared else one for one in kept]

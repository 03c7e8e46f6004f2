"""The groups of one round: made, mended when people come or go, and changed by hand. Pure.

A group has a key that is never given again in its round (notes hang on it) and the number of the
spot where it meets. Each change moves as few people as possible: an existing pair stays together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from typing import Any

from exercises.duo_conversation import model_matching as matching

_PAIR = 2
# What a pair costs, from bad to worse: as it is now, met before (each time), moved for nothing,
# colleagues.
_SAME_AS_NOW, _MET, _MOVED, _COLLEAGUES = 1, 10**4, 10**8, 10**12
_MOST_MET = 50


@dataclass(frozen=True)
class Group:
    """Two people, or three, or one who waits; in the order in which they came together."""

    key: int
    spot: int
    people: tuple[str, ...]

    def without(self, person: str) -> Group:
        """This group when that person is gone."""
        return replace(self, people=tuple(one for one in self.people if one != person))


@dataclass(frozen=True)
class Arrangement:
    """All groups of a round. `aside`: people whom the facilitator gave a pause; `former`: groups
    that are no more, so that what was written in them keeps its place; `made`: rises with each
    change; `came`: people who joined a group that was talking already, in order."""

    groups: tuple[Group, ...] = ()
    aside: tuple[str, ...] = ()
    former: tuple[Group, ...] = ()
    made: int = 0
    came: tuple[str, ...] = ()

    def of(self, person: str) -> Group | None:
        """The group that somebody is in."""
        return next((group for group in self.groups if person in group.people), None)

    def was_in(self, person: str, key: int) -> bool:
        """Whether somebody is, or was, in the group with that key."""
        return any(g.key == key and person in g.people for g in (*self.groups, *self.former))

    def to_json(self) -> dict[str, Any]:
        """As stored."""
        return {
            "groups": [_group_json(group) for group in self.groups], "aside": list(self.aside),
            "former": [_group_json(group) for group in self.former], "made": self.made,
            "came": list(self.came),
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Arrangement:
        """From storage."""
        return cls(
            tuple(_group(one) for one in stored["groups"]), tuple(stored["aside"]),
            tuple(_group(one) for one in stored["former"]), stored["made"],
            tuple(stored.get("came", ())),
        )  # fmt: skip


@dataclass(frozen=True)
class Guests:
    """Who is present, in order of arrival, of which organisation, and who met whom how often
    before (both ways round are one: `pair`)."""

    party: Mapping[str, str]
    met: Mapping[tuple[str, str], int]

    def cost(self, one: str, other: str) -> int:
        """What it costs to put two people together."""
        same = _COLLEAGUES if self.party[one] == self.party[other] else 0
        times = self.met.get(pair(one, other), 0) if self.met else 0
        return same + _MET * min(_MOST_MET, times)


def pair(one: str, other: str) -> tuple[str, str]:
    """Two people, the same whoever is named first."""
    return (one, other) if one < other else (other, one)


def count_met(groups: Iterable[Group]) -> dict[tuple[str, str], int]:
    """How often people were together in these groups."""
    counted: dict[tuple[str, str], int] = {}
    for one, other in chain.from_iterable(matching.pairs_of(group.people) for group in groups):
        counted[pair(one, other)] = counted.get(pair(one, other), 0) + 1
    return counted


def make(now: Arrangement, guests: Guests, seed: str) -> Arrangement:
    """All groups anew, of everybody who is not aside. `seed` (a round) decides among equals."""
    together = count_met(now.groups)

    def cost(one: str, other: str) -> int:
        again = _SAME_AS_NOW if pair(one, other) in together else 0
        return guests.cost(one, other) + again

    salt = f"{seed}:{now.made}"
    order = sorted(_free(now, guests), key=lambda one: (_shuffled(salt, one), one))
    found = matching.groups(order, cost if together else guests.cost)
    first = _next_key(now)
    groups = tuple(Group(first + at, at + 1, people) for at, people in enumerate(found))
    return Arrangement(groups, now.aside, (*now.former, *now.groups), now.made + 1)


def mend(
    now: Arrangement, guests: Guests, keep: int | None = None, *, talking: bool = False
) -> Arrangement:
    """The groups after people came or went; the same arrangement when nobody did.

    Who lost a partner or just came gets together with another like that, or else joins a pair.
    A three lends one of its people when the number is even again. `keep`: the key of a group that
    takes nobody in while another can. `talking`: a three that is in a conversation lends nobody,
    as long as whoever is alone can join a pair.
    """
    mended = _without_absent(now, guests)
    if not talking or not any(len(group.people) == _PAIR for group in mended.groups):
        mended = _without_needless_threes(mended, guests)
    loners = [group for group in mended.groups if len(group.people) == 1]
    placed = set(chain.from_iterable(group.people for group in mended.groups))
    newcomers = [one for one in _free(mended, guests) if one not in placed]
    singles = [*(group.people[0] for group in loners), *newcomers]
    if len(singles) == 1:
        mended = _join_a_pair(mended, singles[0], guests, keep)
    elif singles:
        mended = _bring_together(mended, singles, {g.people[0] for g in loners}, guests)
    groups = tuple(sorted(mended.groups, key=lambda group: group.spot))
    if groups == now.groups:
        return now
    came = _came(now, groups) if talking else ()
    return replace(mended, groups=groups, made=now.made + 1, came=came)


def _came(now: Arrangement, groups: Sequence[Group]) -> tuple[str, ...]:
    """Who joined a group that was there already: those of before who are still in one, then the
    new ones."""
    before = {group.key: group.people for group in now.groups}
    present = [one for group in groups for one in group.people]
    new = [
        one for group in groups if group.key in before for one in group.people
        if one not in before[group.key]
    ]  # fmt: skip
    return (*(one for one in now.came if one in present and one not in new), *new)


def set_aside(
    now: Arrangement, person: str, guests: Guests, *, talking: bool = False
) -> Arrangement:
    """Give somebody a pause; the partner finds another."""
    if person in now.aside:
        return now
    return _stepped(now, mend(replace(now, aside=(*now.aside, person)), guests, talking=talking))


def bring_back(
    now: Arrangement, person: str, guests: Guests, *, talking: bool = False
) -> Arrangement:
    """End somebody's pause."""
    if person not in now.aside:
        return now
    left = tuple(one for one in now.aside if one != person)
    return _stepped(now, mend(replace(now, aside=left), guests, talking=talking))


def put_together(now: Arrangement, one: str, other: str, guests: Guests) -> Arrangement:
    """Make two people a pair, whatever it costs; whom they leave behind find each other."""
    if one == other or not {one, other} <= set(guests.party):
        return now
    theirs = now.of(other) or now.of(one)
    if theirs is not None and set(theirs.people) == {one, other}:
        return now
    aside = tuple(person for person in now.aside if person not in (one, other))
    groups = tuple(group.without(one).without(other) for group in now.groups)
    made = Group(_next_key(now), _free_spot(groups), (other, one))
    emptied = tuple(g for g, left in zip(now.groups, groups, strict=True) if not left.people)
    changed = Arrangement(
        (*(group for group in groups if group.people), made), aside,
        (*now.former, *emptied), now.made,
    )  # fmt: skip
    mended = mend(changed, guests, keep=made.key)
    # A lower spot may have become free: use that one.
    others = tuple(group for group in mended.groups if group.key != made.key)
    settled = replace(mended.of(one) or made, spot=_free_spot(others))
    groups = tuple(sorted((*others, settled), key=lambda group: group.spot))
    return _stepped(now, replace(mended, groups=groups))


def _stepped(before: Arrangement, after: Arrangement) -> Arrangement:
    """One change is one step, also when there was nothing to mend."""
    return replace(after, made=before.made + 1)


def _without_absent(now: Arrangement, guests: Guests) -> Arrangement:
    here = set(_free(now, guests))
    groups = tuple(
        replace(group, people=tuple(one for one in group.people if one in here))
        for group in now.groups
    )
    emptied = tuple(old for old, new in zip(now.groups, groups, strict=True) if not new.people)
    left = tuple(group for group in groups if group.people)
    return replace(now, groups=left, former=(*now.former, *emptied))


def _without_needless_threes(now: Arrangement, guests: Guests) -> Arrangement:
    """Threes only where the number of people asks for one: the others lend somebody."""
    threes = [group for group in now.groups if len(group.people) > _PAIR]
    wanted = len(_free(now, guests)) % _PAIR
    # The first three stays; one that is needed for nothing gives its last comer, or a cheaper one.
    for group in threes[wanted:]:
        others = [one for one in _unplaced_or_alone(now, guests) if one not in group.people]
        leaving = _who_leaves(group, others, guests)
        groups = tuple(one.without(leaving) if one == group else one for one in now.groups)
        now = replace(now, groups=groups)
    return now


def _who_leaves(group: Group, others: Sequence[str], guests: Guests) -> str:
    """Of a three: whoever leaves it at the least cost, else who came last."""

    def cost(person: str) -> int:
        stay = matching.total((group.without(person).people,), guests.cost)
        return stay + min((guests.cost(person, other) for other in others), default=0)

    return min(reversed(group.people), key=cost)


def _unplaced_or_alone(now: Arrangement, guests: Guests) -> list[str]:
    placed = {one for group in now.groups if len(group.people) > 1 for one in group.people}
    return [one for one in _free(now, guests) if one not in placed]


def _join_a_pair(
    now: Arrangement, person: str, guests: Guests, keep: int | None
) -> Arrangement:  # fmt: skip
    """Somebody alone makes a three of the pair that suits best; stays alone without any pair."""
    own = now.of(person)
    pairs = [group for group in now.groups if len(group.people) == _PAIR]
    if not pairs:
        return now if own else _with_group(now, (person,))
    best = min(
        [group for group in pairs if group.key != keep] or pairs,
        key=lambda group: (sum(guests.cost(person, one) for one in group.people), group.spot),
    )
    groups = tuple(
        replace(group, people=(*group.people, person)) if group == best else group
        for group in now.groups if group != own
    )  # fmt: skip
    former = (*now.former, own) if own else now.former
    return replace(now, groups=groups, former=former)


def _bring_together(
    now: Arrangement, singles: Sequence[str], alone: set[str], guests: Guests
) -> Arrangement:
    """Put people without a group together, at a spot where one of them already is."""

    def cost(one: str, other: str) -> int:
        moved = _MOVED if one in alone and other in alone else 0
        return guests.cost(one, other) + moved

    for people in matching.groups(singles, cost):
        spots = [group for group in now.groups if group.people[0] in people]
        if not spots:
            now = _with_group(now, people)
            continue
        home = min(spots, key=lambda group: group.spot)
        joined = (*home.people, *(one for one in people if one not in home.people))
        groups = tuple(
            replace(group, people=joined) if group == home else group
            for group in now.groups if group == home or group not in spots
        )  # fmt: skip
        ended = tuple(group for group in spots if group != home)
        now = replace(now, groups=groups, former=(*now.former, *ended))
    return now


def _with_group(now: Arrangement, people: tuple[str, ...]) -> Arrangement:
    return replace(now, groups=(*now.groups, Group(_next_key(now), _free_spot(now.groups), people)))


def _free(now: Arrangement, guests: Guests) -> list[str]:
    """Who is present and not aside, in order of arrival."""
    aside = set(now.aside)
    return [person for person in guests.party if person not in aside]


def _next_key(now: Arrangement) -> int:
    return max((group.key for group in (*now.groups, *now.former)), default=0) + 1


def _free_spot(groups: Sequence[Group]) -> int:
    """The lowest number where nobody meets."""
    taken = {group.spot for group in groups if group.people}
    return next(spot for spot in range(1, len(taken) + 2) if spot not in taken)


def _shuffled(salt: str, person: str) -> bytes:
    return blake2b(f"{salt}:{person}".encode("utf-8", "replace"), digest_size=8).digest()


def _group_json(group: Group) -> dict[str, Any]:
    return {"key": group.key, "spot": group.spot, "people": list(group.people)}


def _group(stored: Mapping[str, Any]) -> Group:
    return Group(stored["key"], stored["spot"], tuple(stored["people"]))

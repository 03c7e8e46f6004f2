"""What goes into a matching: organisations, wishes, questions and strengths, and rules. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

# "fixed": the organiser keeps a couple that was proposed; "must": agreed from the start; "again":
# they met in an earlier track, less than two years ago; "called_off": they had a visit that was
# called off; "done": the visit was already made, which nobody can change; "most_people": at most so
# many visitors.
RuleKind = Literal["fixed", "must", "must_not", "again", "called_off", "done", "most_people"]
OF_A_COUPLE = ("fixed", "must", "must_not", "again", "called_off", "done")
# Of a couple that is in every proposal.
WANTED = ("fixed", "must", "done")
# A host that receives two visits is usual, one that receives three is not.
USUAL_MOST = 2


@dataclass(frozen=True)
class MatchOrganisation:
    """Takes part in the matching. `sends`: how many people each group has that goes out, (2,) for
    one duo, (2, 2) for two, () for nobody. `most_visits`: how many groups it can host, 0 when it
    may not receive. `is_visited`: whether a proposal without a visit to it is refused."""

    id: str
    name: str
    sends: tuple[int, ...] = (2,)
    most_visits: int = USUAL_MOST
    is_visited: bool = True


@dataclass(frozen=True)
class RankedHost:
    """A host that an organisation wants to visit. `visitor` and `host` are ids; `rank` from 1."""

    visitor: str
    host: str
    rank: int
    why: str = ""


@dataclass(frozen=True)
class Sought:
    """What an organisation (an id) wants to see or wants more of. `is_question`: a learning
    question, which it may take to its host; otherwise a wish. `area`: 1 to 4, or None."""

    organisation: str
    text: str
    area: int | None = None
    is_question: bool = True


@dataclass(frozen=True)
class StrongPoint:
    """What an organisation (an id) is strong in. `area`: 1 to 4, or None."""

    organisation: str
    text: str
    area: int | None = None


@dataclass(frozen=True)
class MatchRule:
    """A rule of the organiser: `visitor` and `host` are ids of a couple; for "most_people" only
    `host` and `people` count. `why` is in the organiser's words, or ""."""

    kind: RuleKind
    visitor: str = ""
    host: str = ""
    people: int = 0
    why: str = ""


@dataclass(frozen=True)
class Couple:
    """A visit: `people` (1 or more) of `visitor` go to `host`, both ids."""

    visitor: str
    host: str
    people: int = 2

    @property
    def pair(self) -> tuple[str, str]:
        """Who goes to whom."""
        return (self.visitor, self.host)


@dataclass(frozen=True)
class MatchCase:
    """All that a matching is made from. Make it with `MatchCase.of`, which leaves out what cannot
    count."""

    organisations: tuple[MatchOrganisation, ...] = ()
    wishes: tuple[RankedHost, ...] = ()
    asked: tuple[Sought, ...] = ()
    shown: tuple[StrongPoint, ...] = ()
    rules: tuple[MatchRule, ...] = ()

    @classmethod
    def of(
        cls,
        organisations: Iterable[MatchOrganisation],
        wishes: Iterable[RankedHost] = (),
        asked: Iterable[Sought] = (),
        shown: Iterable[StrongPoint] = (),
        rules: Iterable[MatchRule] = (),
    ) -> MatchCase:
        """Without wishes and rules about oneself or about who takes no part; of a host that is
        wished for twice by one organisation the best rank counts."""
        there = tuple(organisations)
        ids = {one.id for one in there}
        best: dict[tuple[str, str], RankedHost] = {}
        for wish in wishes:
            pair = (wish.visitor, wish.host)
            if _is_pair(pair, ids) and (pair not in best or wish.rank < best[pair].rank):
                best[pair] = wish
        return cls(
            there,
            tuple(best.values()),
            tuple(one for one in asked if one.organisation in ids),
            tuple(one for one in shown if one.organisation in ids),
            tuple(dict.fromkeys(one for one in rules if _counts(one, ids))),
        )

    @cached_property
    def by_id(self) -> dict[str, MatchOrganisation]:
        """The organisations by id."""
        return {one.id: one for one in self.organisations}

    @cached_property
    def rank_of(self) -> dict[tuple[str, str], int]:
        """(visitor, host) -> the rank of that host with that visitor."""
        return {(one.visitor, one.host): one.rank for one in self.wishes}

    @cached_property
    def wishers(self) -> frozenset[str]:
        """The ids of organisations of which a wish is known."""
        return frozenset(one.visitor for one in self.wishes)

    def name(self, organisation: str) -> str:
        """The name of an organisation, "" for one that takes no part."""
        found = self.by_id.get(organisation)
        return found.name if found else ""

    def without(self, organisation: str) -> MatchCase:
        """The same without one organisation, its wishes, and the rules about it."""
        left = (one for one in self.organisations if one.id != organisation)
        return MatchCase.of(left, self.wishes, self.asked, self.shown, self.rules)

    def ruled(self, *more: MatchRule, without: Iterable[MatchRule] = ()) -> MatchCase:
        """The same with other rules."""
        gone = set(without)
        rules = tuple(one for one in self.rules if one not in gone)
        return replace(self, rules=tuple(dict.fromkeys((*rules, *more))))


def _is_pair(pair: tuple[str, str], ids: set[str]) -> bool:
    return pair[0] != pair[1] and pair[0] in ids and pair[1] in ids


def _counts(rule: MatchRule, ids: set[str]) -> bool:
    if rule.kind == "most_people":
        return rule.host in ids
    return _is_pair((rule.visitor, rule.host), ids)

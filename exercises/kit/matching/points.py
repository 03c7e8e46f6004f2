"""What a couple and a whole proposal are worth: numbers for the solver, never shown to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from exercises.kit.matching.affinity import MOST_AFFINITY, NO_AFFINITY, Affinity, affinities
from exercises.kit.matching.case import Couple, MatchCase

# By rank; a second choice can win of a first one only by what question and strength share.
_OF_RANK = {1: 40, 2: 28, 3: 20}
_LATER_RANK = 12
# Each two that visit each other; each visit to a host beyond its first.
BOTH_WAYS = 25
ONE_MORE = 10
MOST_POINTS = max(_OF_RANK.values()) + MOST_AFFINITY


@dataclass(frozen=True)
class Worth:
    """What couples of a case are worth."""

    case: MatchCase

    @cached_property
    def affinity_of(self) -> Mapping[tuple[str, str], Affinity]:
        """(visitor, host) -> how they meet, of those that do."""
        return affinities(self.case)

    def affinity(self, pair: tuple[str, str]) -> Affinity:
        """How a visitor and a host meet."""
        return self.affinity_of.get(pair, NO_AFFINITY)

    def points(self, pair: tuple[str, str]) -> int:
        """What one couple is worth: 0 to `MOST_POINTS`."""
        return rank_points(self.case.rank_of.get(pair)) + self.affinity(pair).points

    def value(self, couples: Sequence[Couple]) -> int:
        """What a proposal is worth: the couples, less what is to be avoided."""
        pairs = [one.pair for one in couples]
        both = sum((host, visitor) in pairs for visitor, host in pairs) // 2
        received = Counter(one.host for one in couples)
        more = sum(count - 1 for count in received.values())
        return sum(map(self.points, pairs)) - BOTH_WAYS * both - ONE_MORE * more


def rank_points(rank: int | None) -> int:
    """What a rank is worth; nothing without one."""
    return 0 if rank is None else _OF_RANK.get(rank, _LATER_RANK)

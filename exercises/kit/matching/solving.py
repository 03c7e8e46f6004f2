"""The best proposal of a case, or why there is none. Exact; see highs_model.py. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kit.matching.case import Couple, MatchCase
from exercises.kit.matching.conflict import Conflict, conflict
from exercises.kit.matching.highs_model import HighsModel
from exercises.kit.matching.points import Worth


@dataclass(frozen=True)
class Proposal:
    """Who goes to whom, in the order of the organisations."""

    case: MatchCase
    couples: tuple[Couple, ...]

    def hosts_of(self, visitor: str) -> tuple[str, ...]:
        """The ids of those that an organisation goes to."""
        return tuple(one.host for one in self.couples if one.visitor == visitor)


def solved(case: MatchCase, keep: Sequence[Couple] = ()) -> Proposal | Conflict:
    """The proposal that is worth most (points.py) of all that meet every demand; among equals the
    one that keeps most of `keep`. Raises TooHard when that takes too long."""
    found = HighsModel(case, Worth(case)).best(keep)
    return conflict(case) if found is None else Proposal(case, found)


def tried(case: MatchCase, keep: Sequence[Couple] = ()) -> Proposal | None:
    """As `solved`, without asking why where there is none."""
    found = HighsModel(case, Worth(case)).best(keep)
    return None if found is None else Proposal(case, found)


def repaired(case: MatchCase, agreed: Sequence[Couple]) -> Proposal | Conflict:
    """The proposal that keeps most of what was agreed, and of several such the one that is worth
    most. `case` holds who still takes part. Raises TooHard as `solved`."""
    found = HighsModel(case, Worth(case)).best(agreed, change_first=True)
    return conflict(case) if found is None else Proposal(case, found)

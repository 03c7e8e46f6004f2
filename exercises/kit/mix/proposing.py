"""A mix that covers most, by HiGHS: a help for the organiser, never a verdict.

    in[c] in {0, 1}      candidate c is in the mix; 1 for a yes, 0 for a no
    place[p] <= sum of in[c] over the candidates of region or sector p
    area1[a] + area2[a] <= sum of in[c] over who shows something in area a
    met[q]  <= in[who asks q],  met[q] <= sum of in[c] over who could answer q

What something is worth is in `points` below; the numbers are whole and never shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import highspy
import numpy as np

from exercises.kit.mix.case import MixCandidate, MixCase
from exercises.kit.mix.effect import MixEffect, effect
from exercises.kit.mix.seen import AREAS
from exercises.kit.solver import CHOSEN, LinearRows, solver

# A first region, sector, area; a second organisation that shows something in an area; a question
# that somebody could answer; a chair that is taken.
REGION, SECTOR, AREA, AREA_AGAIN, QUESTION, CHAIR = 6, 8, 16, 6, 4, 2
# Who can't receive guests, or whose team does not stand behind it; the organiser's own leaning.
NO_HOST, NOT_CARRIED, MAYBE, WAITING = -8, -6, 1, -1
# A page must not wait longer; the best one found by then is proposed.
_SECONDS = 1.5


@dataclass(frozen=True)
class MixProposal:
    """`members`: the ids of a mix, in the order of the candidates; `added`: what each of them that
    had no yes means for that mix. `proven`: whether no other mix covers more. `over`: how many
    people too many those with a yes are already; then nothing is added."""

    members: tuple[str, ...]
    added: tuple[MixEffect, ...] = ()
    proven: bool = True
    over: int = 0


def proposed(case: MixCase) -> MixProposal:
    """The mix of everybody with a yes and of those of the others, without a no, that together cover
    most within the limit."""
    kept = [one.id for one in case.chosen("yes")]
    over = sum(case.by_id[one].people for one in kept) - case.limit
    if over > 0:
        return MixProposal(tuple(kept), over=over)
    candidates = [one for one in case.candidates if one.verdict != "no"]
    if not candidates:
        return MixProposal(())
    chosen, proven = _MixProgramme(case, candidates).solved()
    members = tuple(one.id for one in candidates if one.id in chosen)
    added = tuple(effect(case, members, one) for one in members if one not in set(kept))
    return MixProposal(members, added, proven)


def points(one: MixCandidate) -> int:
    """What a candidate is worth by itself, whatever the others are."""
    own = CHAIR * one.people
    own += NO_HOST if one.hosts is False else 0
    own += NOT_CARRIED if one.carried is False else 0
    return own + {"maybe": MAYBE, "waiting": WAITING}.get(one.verdict, 0)


@dataclass
class _MixColumns:
    """The columns of the programme: what each is worth, and the largest it can be."""

    worth: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)

    def add(self, worth: float, upper: float = 1.0) -> int:
        self.worth.append(worth)
        self.upper.append(upper)
        return len(self.worth) - 1


class _MixProgramme:
    """The programme of one case, with the candidates that may be in the mix."""

    def __init__(self, case: MixCase, candidates: Iterable[MixCandidate]) -> None:
        self._case = case
        self._columns = _MixColumns()
        self._rows = LinearRows()
        self._inf = float(highspy.kHighsInf)
        self._in = {one.id: self._columns.add(points(one)) for one in candidates}
        self._limit()
        self._places(lambda one: one.region_key, REGION)
        self._places(lambda one: one.sector_key, SECTOR)
        self._areas()
        self._questions()

    def solved(self) -> tuple[frozenset[str], bool]:
        """The ids of the best mix that was found, and whether it is proven to be the best."""
        whole = list(self._in.values())
        highs = solver(np.array(self._columns.upper), whole, self._rows, seconds=_SECONDS)
        size = len(self._columns.worth)
        highs.changeColsCost(size, np.arange(size, dtype=np.int32), np.array(self._columns.worth))
        highs.run()
        proven = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        values = highs.getSolution().col_value
        if not values:
            return frozenset(one.id for one in self._case.chosen("yes")), False
        return frozenset(one for one, at in self._in.items() if values[at] > CHOSEN), proven

    def _limit(self) -> None:
        people = ((at, float(self._case.by_id[one].people)) for one, at in self._in.items())
        self._rows.add(0, self._case.limit, people)
        for one, at in self._in.items():
            if self._case.by_id[one].verdict == "yes":
                self._rows.add(1, 1, [(at, 1)])

    def _covered(self, column: int, who: Iterable[str]) -> None:
        """The column is at most the number of `who` in the mix."""
        there = ((self._in[one], -1.0) for one in who if one in self._in)
        self._rows.add(-self._inf, 0, [(column, 1), *there])

    def _places(self, key: Callable[[MixCandidate], str], worth: int) -> None:
        of: dict[str, list[str]] = {}
        for one in self._in:
            if place := key(self._case.by_id[one]):
                of.setdefault(place, []).append(one)
        for who in of.values():
            self._covered(self._columns.add(worth), who)

    def _areas(self) -> None:
        for area in AREAS:
            who = [one for one in self._in if area in self._case.by_id[one].shows]
            first, again = self._columns.add(AREA), self._columns.add(AREA_AGAIN)
            there = [(self._in[one], -1.0) for one in who]
            self._rows.add(-self._inf, 0, [(first, 1), (again, 1), *there])

    def _questions(self) -> None:
        for question, answering in self._case.answers.items():
            if question.candidate in self._in and answering:
                met = self._columns.add(QUESTION)
                self._covered(met, [question.candidate])
                self._covered(met, answering)

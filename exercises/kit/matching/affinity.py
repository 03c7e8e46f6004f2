"""How well what an organisation asks meets what another is strong in, in words that can be told.

A question and a strength meet in the content words that they share, and in the area of the
framework that both are about. Words that more than half of the organisations use do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from exercises.kit.matching.case import MatchCase, Sought, StrongPoint
from exercises.kit.matching.words import content_words, said_by_most, shared

# For the first, second and third shared word; more words add nothing.
WORD_POINTS = (5, 3, 2)
AREA_POINTS, MOST_AREAS = 4, 2
MOST_AFFINITY = sum(WORD_POINTS) + AREA_POINTS * MOST_AREAS


@dataclass(frozen=True)
class QuestionMet:
    """What a visitor asks and a host is strong in, with the words that they share; none where they
    only meet in their area."""

    asked: Sought
    shown: StrongPoint
    words: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """For the words, 0 to 10."""
        return sum(WORD_POINTS[: len(self.words)])


@dataclass(frozen=True)
class Affinity:
    """How a visitor and a host meet: in the question and strength that share most words, None when
    no two share any; and in areas, each with what is wished and shown there. `points`: 0 to 18."""

    met: QuestionMet | None = None
    areas: tuple[QuestionMet, ...] = ()

    @property
    def points(self) -> int:
        """What it counts for in a matching."""
        counted = min(len(self.areas), MOST_AREAS) * AREA_POINTS
        return (self.met.points if self.met else 0) + counted


NO_AFFINITY = Affinity()


def affinities(case: MatchCase) -> Mapping[tuple[str, str], Affinity]:
    """(visitor, host) -> how they meet, only of those that do."""
    return _affinities(case.asked, case.shown)


# Another choice is another case with the same questions and strengths.
@lru_cache(maxsize=8)
def _affinities(
    questions: tuple[Sought, ...], strengths: tuple[StrongPoint, ...]
) -> Mapping[tuple[str, str], Affinity]:
    common = said_by_most((one.organisation, one.text) for one in strengths)
    asked = {one: content_words(one.text) for one in questions}
    shown = {one: content_words(one.text) for one in strengths}
    asked_by: dict[str, list[Sought]] = {}
    shown_by: dict[str, list[StrongPoint]] = {}
    for question in asked:
        asked_by.setdefault(question.organisation, []).append(question)
    for strength in shown:
        shown_by.setdefault(strength.organisation, []).append(strength)

    def of(visitor: str, host: str) -> Affinity:
        met = [
            QuestionMet(one, other, tuple(words[: len(WORD_POINTS)]))
            for one in asked_by.get(visitor, ())
            for other in shown_by.get(host, ())
            if (words := shared(asked[one], shown[other], common))
        ]
        # A learning question before a wish, where both share as many words.
        best = max(met, key=lambda one: (one.points, one.asked.is_question), default=None)
        return Affinity(best, _areas(asked_by.get(visitor, []), shown_by.get(host, []), best))

    found = {
        (visitor, host): of(visitor, host)
        for visitor in asked_by for host in shown_by if visitor != host
    }  # fmt: skip
    return {pair: one for pair, one in found.items() if one.points}


def _areas(
    asked: list[Sought], shown: list[StrongPoint], best: QuestionMet | None
) -> tuple[QuestionMet, ...]:
    """The areas in which one wants more and the other is strong, in order; that of the best
    meeting first, so that what is told is what was counted."""
    strong = {one.area: one for one in reversed(shown) if one.area is not None}
    wanted = {one.area: one for one in reversed(asked) if one.area in strong}
    first = best.asked.area if best else None
    order = sorted(
        (area for area in wanted if area is not None), key=lambda area: (area != first, area)
    )
    return tuple(QuestionMet(wanted[area], strong[area]) for area in order)

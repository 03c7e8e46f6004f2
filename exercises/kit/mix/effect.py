"""What changes in a mix when one candidate comes into it, or leaves it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exercises.kit.mix.case import MixCandidate, MixCase, MixQuestion
from exercises.kit.mix.seen import AREAS, seen


@dataclass(frozen=True)
class MixEffect:
    """What one candidate makes of a mix, against the same mix without it. `people`: how many there
    are with it; `over`: how many too many. `only_region`, `only_sector`: nobody else in the mix is
    of it ("" otherwise). `first_in`: the areas in which nobody else shows something, `also_in`
    those in which others do too. `answers`: the questions of others that only it could answer;
    `asks_in_vain`: its own that nobody in the mix could."""

    candidate: MixCandidate
    people: int
    over: int
    only_region: str
    only_sector: str
    first_in: tuple[int, ...]
    also_in: tuple[int, ...]
    answers: tuple[MixQuestion, ...]
    asks_in_vain: tuple[MixQuestion, ...]

    @property
    def adds_nothing(self) -> bool:
        """Whether the mix has all of it without this candidate."""
        return not (self.only_region or self.only_sector or self.first_in or self.answers)


def effect(case: MixCase, ids: Iterable[str], candidate_id: str) -> MixEffect:
    """What the candidate means for the mix of `ids`, whether it is among them or not. Raises
    KeyError for an unknown candidate."""
    one = case.by_id[candidate_id]
    others = [other for other in dict.fromkeys(ids) if other != candidate_id]
    without = seen(case, others)
    there = [other.id for other in without.members]
    regions = {other.region_key for other in without.members}
    sectors = {other.sector_key for other in without.members}
    people = without.people + one.people
    return MixEffect(
        one, people, max(0, people - case.limit),
        one.region if one.region_key not in regions else "",
        one.sector if one.sector_key not in sectors else "",
        tuple(area for area in AREAS if area in one.shows and not without.shown[area]),
        tuple(area for area in AREAS if area in one.shows and without.shown[area]),
        tuple(asked for asked in without.unanswered if candidate_id in case.answers[asked]),
        tuple(asked for asked in case.questions
              if asked.candidate == candidate_id and not case.answering(asked, there)),
    )  # fmt: skip

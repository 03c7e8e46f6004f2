"""What a mix has and lacks: people, regions, sectors, what is shown, and questions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exercises.kit.mix.case import MixCandidate, MixCase, MixQuestion

AREAS = (1, 2, 3, 4)
SEVERAL = 2


@dataclass(frozen=True)
class CountedPlace:
    """A region or sector as it is written, and how many organisations of the mix are of it."""

    name: str
    count: int


@dataclass(frozen=True)
class MixSeen:
    """A mix. `people`, against `limit`; `regions`: most first; `sectors`: those of the mix, most
    first, and `lacking` those of which only others applied. `shown`: area -> the organisations that
    show something there. Of the questions of the mix: `unanswered` are those that nobody in it
    could answer, `answered` those that several could, with the ids of who. Questions are in the
    order of the candidates."""

    members: tuple[MixCandidate, ...]
    people: int
    limit: int
    regions: tuple[CountedPlace, ...]
    sectors: tuple[CountedPlace, ...]
    lacking: tuple[str, ...]
    shown: Mapping[int, tuple[MixCandidate, ...]]
    unanswered: tuple[MixQuestion, ...]
    answered: Mapping[MixQuestion, tuple[str, ...]]

    @property
    def free(self) -> int:
        """How many chairs are free; less than 0 where there are too many people."""
        return self.limit - self.people


def seen(case: MixCase, ids: Iterable[str]) -> MixSeen:
    """The mix of the candidates with these ids; others do not count."""
    wanted = set(ids)
    members = tuple(one for one in case.candidates if one.id in wanted)
    there = [one.id for one in members]
    asked = [one for one in case.questions if one.candidate in wanted]
    answering = {one: case.answering(one, there) for one in asked}
    sectors = _counted((one.sector_key, one.sector) for one in members)
    here = {one.sector_key for one in members}
    others = _counted((one.sector_key, one.sector) for one in case.candidates
                      if one.sector_key not in here and one.verdict != "no")  # fmt: skip
    return MixSeen(
        members, sum(one.people for one in members), case.limit,
        _counted((one.region_key, one.region) for one in members), sectors,
        tuple(one.name for one in others),
        {area: tuple(one for one in members if area in one.shows) for area in AREAS},
        tuple(one for one in asked if not answering[one]),
        {one: found for one, found in answering.items() if len(found) >= SEVERAL},
    )  # fmt: skip


def _counted(named: Iterable[tuple[str, str]]) -> tuple[CountedPlace, ...]:
    """How often each key comes, with the name of the first; most first, then in order. What has no
    name is left out."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for key, name in named:
        if key:
            names.setdefault(key, name)
            counts[key] = counts.get(key, 0) + 1
    found = [CountedPlace(names[key], count) for key, count in counts.items()]
    return tuple(sorted(found, key=lambda one: -one.count))

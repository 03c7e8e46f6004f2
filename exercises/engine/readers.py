"""Who reads which results; pure. `exercises.results` says the rule, here it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from exercises.contract import Exercise, Member, Party, Phase, Role, alias
from exercises.results import LinePosition, Origin, Quote, Result


@dataclass(frozen=True)
class Asker:
    """Who asks: a role, and on a phone whose it is. `checked`: False for a phone of which nobody
    checked yet that it is this person's; it reads what colleagues may, and nothing more.
    `outside`: it is told to readers outside the group. `insider`: False for somebody of whom nobody
    knows yet that they are of the organisation."""

    role: Role
    me: Member | None = None
    checked: bool = True
    outside: bool = False
    insider: bool = True

    def reads(self, result: Result) -> Result | None:
        """What is given of a result: all of it, a part, or nothing."""
        if self.checked and self.me is not None and result.person == self.me.id:
            return result
        return _told(result) if self._is_among(result) else None

    def _is_among(self, result: Result) -> bool:
        """Whether others than its person may read a result, this asker among them."""
        readers = result.readers
        if readers in ("everybody", "person"):
            return readers == "everybody"
        if readers == "facilitator" and self.role == "console":
            return True
        # Who reads that it belongs to the own organisation, is told which organisation it is of.
        own = result.own_to if result.naming != "nobody" and self.insider else ()
        return self.me is not None and self.me.organisation_id in filter(None, own)


# What others read of an exercise comes from what the console may see.
FOR_OTHERS = Asker("console")
FOR_OUTSIDE = Asker("console", outside=True)


def read_by(
    asker: Asker, for_others: Iterable[Result], own: Iterable[Result] = ()
) -> tuple[Result, ...]:
    """What an asker reads of what an exercise gave from the view of the console (`for_others`) and,
    on a phone, from the view of that phone."""
    # First what the phone itself has: that is all of the own sheet, in its order. Each once, by
    # whose it is: of two people of whom neither is named both are told.
    first = dict.fromkeys(own)
    rest = (one for one in for_others if one not in first) if first else for_others
    told = map(asker.reads, (*first, *rest))
    return tuple(one for one in told if one is not None)


def given(
    exercise: Exercise[Any, Any], config: Any, view: Any, phase: Phase, asker: Asker
) -> tuple[Result, ...]:
    """What an exercise gives from `view`, all of its answers, as `public` leaves it for an asker;
    each result once. Not yet what that asker may read: see `read_by`."""
    if exercise.results is None:
        return ()
    seen = exercise.public(view, phase, asker.role, asker.me)
    return tuple(dict.fromkeys(exercise.results(config, seen)))


def completed(
    results: Iterable[Result], origin: Origin, members: Mapping[str, Member],
    parties: Iterable[Party], track_id: str = "",
) -> Iterator[Result]:  # fmt: skip
    """The results with where they come from and, where they are a person's, the name and the
    organisation. Left out are those of people who are in `members` no more, of organisations that
    the track never had, and those that say nothing without an organisation that left.

    `origin`: where they all come from; each has its own step. `track_id` keys pseudonyms.
    """
    known = {party.id: party for party in parties}
    here = {party.id for party in known.values() if not party.gone}
    origins: dict[str, Origin] = {}
    for one in results:
        member = members.get(one.person)
        organisation = member.organisation_id if member else one.organisation
        # A member of no organisation stands for an author who wants neither told.
        hidden = member is not None and member.nameless and not organisation
        if (one.person and member is None) or (organisation not in known and not hidden):
            continue
        if here.issuperset(one.needs):
            step = one.origin.step
            if step not in origins:
                origins[step] = replace(origin, step=step)
            name = member.name if member else ""
            found = replace(one, organisation=organisation, name=name, origin=origins[step])
            yield _with_pseudonym(found, track_id)


def _with_pseudonym(result: Result, track_id: str) -> Result:
    """A position on a line with a key that joins those of the same person on the same statement,
    and nothing else of that person."""
    if not isinstance(result, LinePosition):
        return result
    return replace(result, pseudonym=alias(track_id, result.about, result.person))


def told_outside(result: Result, asker: Asker, named: Collection[str]) -> Result:
    """A result as readers outside the group are told it: who consented (`named`, ids) with the
    name, others by their organisation only. A quote has consent of its own."""
    own = asker.checked and asker.me is not None and result.person == asker.me.id
    if own or result.person in named or isinstance(result, Quote):
        return result
    return replace(result, person="", name="")


def _told(result: Result) -> Result:
    """A result as others than its person are told it."""
    if result.naming == "names":
        return result
    organisation = result.organisation if result.naming == "organisations" else ""
    return replace(result, person="", name="", organisation=organisation)

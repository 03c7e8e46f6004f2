"""Who stands on the floor and in the door: the people of a visit, as far as they are known."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.announcement.model import AnnouncementContext
from exercises.contract import Member, TrackVisit
from exercises.kit.rules.prose import listed
from state.language import _

# A figure that stands for somebody whose name is not known.
_POSES = ("staat", "zij", "zwaait", "koffie")
_DUO = 2


def guests(context: AnnouncementContext, visit: TrackVisit) -> tuple[Member | None, ...]:
    """The people who go, as many as do; None for each who is not in the room. Where nobody is
    named, the people of the organisation go as long as there are not more than go."""
    if visit.people:
        return tuple(context.members.get(one) for one in visit.people)
    there = _of(context, visit.visitor)
    named = there if len(there) <= visit.count else ()
    return (*named, *(None,) * (visit.count - len(named)))


def hosts(context: AnnouncementContext, visit: TrackVisit) -> tuple[Member | None, ...]:
    """The people of the host who are in the room; two unknown ones when nobody is."""
    return _of(context, visit.host) or (None,) * _DUO


def _of(context: AnnouncementContext, organisation: str) -> tuple[Member, ...]:
    return tuple(one for one in context.members.values() if one.organisation_id == organisation)


def names(people: Sequence[Member | None]) -> tuple[str, ...]:
    """The names that are known."""
    return tuple(one.name for one in people if one is not None and not one.nameless)


def told(people: Sequence[Member | None]) -> str:
    """The people in a few words: their names, and how many more there are; "" when no name is
    known."""
    known = names(people)
    more = len(people) - len(known)
    if not known:
        return ""
    if not more:
        return listed(known)
    return listed([*known, _("nog {n}").format(n=more)])


def pose(person: Member | None, at: int) -> str:
    """How somebody stands; who is not known stands as the place in the row says."""
    return person.pose if person is not None else _POSES[at % len(_POSES)]


def name_of(context: AnnouncementContext, organisation: str) -> str:
    """The name of an organisation, also of one that left."""
    party = context.party_by_id.get(organisation)
    return party.name if party else _("een organisatie die vertrok")


def short_of(context: AnnouncementContext, organisation: str) -> str:
    """The short name of an organisation."""
    party = context.party_by_id.get(organisation)
    return party.short if party else ""


def tile_of(context: AnnouncementContext, organisation: str) -> int | None:
    """The tile of an organisation; None for a stranger."""
    party = context.party_by_id.get(organisation)
    return party.tile if party else None

"""Who stands on the floor and in the door: the people of a visit, as far as they are known."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.announcement.model import AnnouncementContext
from exercises.contract import Member, TrackVisit
from exercises.kit.rules.prose import in_words, listed
from state.language import _, ngettext

# A figure that stands for somebody whose name is not known.
_POSES = ("staat", "zij", "zwaait", "koffie")
_DUO = 2


def guests(context: AnnouncementContext, visit: TrackVisit) -> tuple[Member | None, ...]:
    """The people who go, as many as do; None for each who is not in the room. As long as nobody
    was chosen they are all unknown: who is in the room need not be who goes."""
    if visit.people:
        return tuple(context.members.get(one) for one in visit.people)
    return (None,) * visit.count


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
    others = ngettext("een collega", "{n} collega’s", more)
    return listed([*known, others.format(n=in_words(more))])


def counted(context: AnnouncementContext, visit: TrackVisit) -> str:
    """How many go and from where, for a visit of which no name is told: 'één persoon van Tjoek'."""
    of = short_of(context, visit.visitor) or name_of(context, visit.visitor)
    return ngettext(
        "{n} persoon van {organisation}", "{n} personen van {organisation}", visit.count
    ).format(n=in_words(visit.count), organisation=of)


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

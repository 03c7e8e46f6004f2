"""Whose a sheet is: a person's, an organisation's, or that of the people of a visit.

A holder owns the answers of its sheet (`Accepted.owner`). All cells of it stand in slots that begin
with "sheet."; a phone may hold the sheets of several visits, so that these have the id of the visit
in them:

    sheet.<cell>   at.<alias>              of a person or an organisation
    sheet.<visit>:<cell>   at.<visit>:<alias>      of a visit
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from exercises.contract import Context, Entry, Json, Member, Party, TrackVisit
from exercises.kit.rules import joint
from exercises.kit.sheet.form import STEP, ForWhom, HolderKind, SheetForm
from state.language import _
from state.models import FACILITATOR

_MARK = ":"
AnyContext = Context[Any, Any]
AnyEntry = Entry[Any, Any]


@dataclass(frozen=True)
class Holder:
    """Whose a sheet is. `id` owns its answers; `key` is what browsers know it by. `people`: who are
    in the room and fill it in; `parties`: the organisations it is of, of a visit the visitor first.
    """

    kind: HolderKind
    id: str
    key: str
    name: str
    people: tuple[Member, ...] = ()
    parties: tuple[Party, ...] = ()
    short: str = ""

    @property
    def mark(self) -> str:
        """What the names of its cells begin with in slots."""
        return f"{self.id}{_MARK}" if self.kind == "visit" else ""

    @property
    def tiles(self) -> tuple[int, ...]:
        """The tiles of its organisations."""
        return tuple(party.tile for party in self.parties)

    def side_of(self, member: Member | None) -> ForWhom:
        """On which side of a visit somebody fills it in; "all" on another sheet."""
        if self.kind != "visit" or member is None:
            return "all"
        return "guests" if member.organisation_id == self.parties[0].id else "host"

    def slot(self, name: str) -> str:
        """The slot of a cell."""
        return f"{STEP}.{self.mark}{name}"

    def presence(self, who: str) -> str:
        """The slot in which somebody (an alias) says in which field they are."""
        return f"{joint.PRESENCE}{self.mark}{who}"


def cell_name(slot: str, owner: str = "") -> str | None:
    """The name of the cell in a slot of that owner; None when it is no slot of a sheet."""
    step, _dot, rest = slot.partition(".")
    mark, colon, name = rest.rpartition(_MARK)
    if step != STEP or not name or (colon and owner and mark != owner):
        return None
    return name


def presence_of(slot: str) -> str | None:
    """The alias in a slot of presence; None for another slot."""
    if not slot.startswith(joint.PRESENCE):
        return None
    return slot.removeprefix(joint.PRESENCE).rpartition(_MARK)[2]


def writing(form: SheetForm, entry: AnyEntry) -> Holder | None:
    """For whom the author of an answer writes; None when there is no such sheet, or it is not
    theirs. The facilitator names the holder in `for`, by its `key`."""
    everybody = tuple(entry.people().values())
    if form.holder == "person":
        if entry.author != FACILITATOR:
            return _of_person(entry.member, entry.parties(), entry.alias)
        wanted = entry.payload.get("for")
        found = next((one for one in everybody if entry.alias(one.id) == wanted), None)
        return _of_person(found, entry.parties(), entry.alias)
    if form.holder == "visit":
        return _of_visit_slot(entry, everybody)
    owner = joint.owner_of(entry)
    party = entry.parties().get(owner or "")
    return of_party(party, everybody) if party else None


def on_phone(form: SheetForm, context: AnyContext) -> tuple[Holder, ...]:
    """Whose sheets the person of this phone fills in: none where it is nobody's phone."""
    me = context.me
    if me is None:
        return ()
    if form.holder == "person":
        found = _of_person(me, context.party_by_id, context.alias)
        return (found,) if found else ()
    if form.holder == "visit":
        mine = context.my_visits
        houses = {house for one in mine for house in (one.host, one.visitor)}
        # Asked once, since a hall has hundreds of people and a visit a few.
        near = tuple(one for one in context.members.values() if one.organisation_id in houses)
        of = (of_visit(one, context.party_by_id, near) for one in mine)
        return tuple(one for one in of if one)
    party = context.party_by_id.get(me.organisation_id) or Party(
        me.organisation_id, me.organisation, "", me.tile
    )
    return (of_party(party, context.members.values()),)


def everyone(form: SheetForm, context: AnyContext, *, gone: bool = False) -> tuple[Holder, ...]:
    """Whose sheets there are, in order. `gone`: also of organisations that left and of visits that
    were called off."""
    people = tuple(context.members.values())
    if form.holder == "visit":
        visits = (one for one in context.visits if gone or one.stands)
        of = (of_visit(one, context.party_by_id, people) for one in visits)
        return tuple(one for one in of if one)
    if form.holder == "person":
        found = (_of_person(one, context.party_by_id, context.alias)
                 for one in context.members.values())  # fmt: skip
        return tuple(one for one in found if one)
    known: Iterable[Party] = context.party_by_id.values() if gone else context.organisations
    return tuple(of_party(one, people) for one in known)


def stored(context: AnyContext, holder: Holder) -> Mapping[str, Json]:
    """What is stored on a sheet of the person of this phone: slot -> payload."""
    if holder.kind == "visit":
        return context.of_visit(holder.id)
    return context.mine if holder.kind == "person" else context.ours


def of_party(party: Party, people: Iterable[Member]) -> Holder:
    """An organisation, with those of these people who are its own."""
    own = tuple(one for one in people if one.organisation_id == party.id)
    return Holder("organisation", party.id, party.id, party.name, own, (party,), party.short)


def of_visit(
    visit: TrackVisit, parties: Mapping[str, Party], people: Iterable[Member]
) -> Holder | None:
    """The people of a visit, with the visiting organisation first; None when one of the two is not
    known any more."""
    visitor, host = parties.get(visit.visitor), parties.get(visit.host)
    if visitor is None or host is None:
        return None
    among = tuple(one for one in people if visit.takes_part(one.id, one.organisation_id))
    said = _("{visitor} bij {host}")
    return Holder(
        "visit", visit.id, visit.id, said.format(visitor=visitor.name, host=host.name), among,
        (visitor, host),
        said.format(visitor=visitor.short or visitor.name, host=host.short or host.name),
    )  # fmt: skip


def _of_visit_slot(entry: AnyEntry, people: Iterable[Member]) -> Holder | None:
    """The visit in the slot of an answer; None when the author has no part in it, or when it was
    called off."""
    wanted = entry.slot.partition(".")[2].partition(_MARK)[0]
    visit = next((one for one in entry.visits() if one.id == wanted and one.stands), None)
    if visit is None:
        return None
    member = entry.member
    among = member is not None and visit.takes_part(member.id, member.organisation_id)
    if entry.author != FACILITATOR and not among:
        return None
    return of_visit(visit, entry.parties(), people)


def others(context: AnyContext, holder: Holder) -> tuple[Member, ...]:
    """Who else fills it in on a phone, and did not go home."""
    me = context.me.id if context.me else ""
    return tuple(
        one for one in holder.people
        if one.id != me and not one.by_hand and one.id in context.here
    )  # fmt: skip


def _of_person(member: Member | None, parties: Mapping[str, Party], alias: Any) -> Holder | None:
    if member is None:
        return None
    party = parties.get(member.organisation_id)
    return Holder("person", member.id, alias(member.id), member.name, (member,),
                  (party,) if party else ())  # fmt: skip

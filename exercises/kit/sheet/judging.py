"""Judges what comes in on a sheet: words, choices, pictures, whether others may read it, and who is
in which field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from exercises.contract import Accepted, Entry, Json
from exercises.kit.rules import joint
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import values
from exercises.kit.sheet.form import SHARED, Cell, SheetForm
from exercises.kit.sheet.holder import Holder
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

AnyEntry = Entry[Any, Any]
# Judges a field of kind "own": gets the answer and whose sheet it is on, gives what is stored.
OwnJudge = Callable[[AnyEntry, Holder], Json]


def accept(
    form: SheetForm, entry: AnyEntry, *,
    starts: Callable[[Holder], Mapping[str, str]] = lambda holder: {},
    own: Mapping[str, OwnJudge] | None = None,
) -> Accepted:  # fmt: skip
    """Check what was filled in in a cell, a choice to share, or a heartbeat.

    Words are also accepted once the sheets are shown, so that somebody who was without Wi-Fi for a
    while loses nothing. `starts`: name of a cell -> what
    stands there as long as nobody wrote, the same as in `views.phone`; `own`: name of a field ->
    what judges it. Refused with a sentence for everything else.
    """
    holder = holders.writing(form, entry)
    name = holders.cell_name(entry.slot, holder.id if holder else "")
    who = holders.presence_of(entry.slot)
    if holder is None:
        raise Refused(_("Je organisatie doet niet meer mee. Vraag het aan de begeleider."))
    if form.opened == "holder" and entry.author == FACILITATOR:
        _check_for_others(entry, holder, name or "")
    if who is not None:
        return _presence(form, entry, holder)
    if name == SHARED and form.opened == "holder":
        return _shared(entry, holder)
    cell = form.find(name) if name else None
    if cell is None or not _is_there(cell, entry, holder):
        raise Refused(_("Dit deel staat niet meer op de fiche. Je hoeft niets meer te doen."))
    _check_whose(cell, entry, holder)
    if cell.field.is_written:
        start = starts(holder).get(cell.name, "")
        what = cell.field.called or cell.field.label
        return joint.accept(entry, cell.field.limit, what, start, owner=holder.id)
    judge = (own or {}).get(cell.field.key)
    stored = judge(entry, holder) if judge else values.judged(cell.field, entry)
    return Accepted(stored, holder.id, "party")


def _presence(form: SheetForm, entry: AnyEntry, holder: Holder) -> Accepted:
    aliases = [entry.alias(one.id) for one in holder.people]
    cells = form.cells_of(aliases, list(entry.parties()))
    return joint.accept_presence(
        entry, (holder.slot(cell.name) for cell in cells), owner=holder.id,
        sign=holder.presence(entry.alias(entry.author)),
    )  # fmt: skip


def _shared(entry: AnyEntry, holder: Holder) -> Accepted:
    on = entry.payload.get("on")
    if not isinstance(on, bool):
        raise Refused(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    return Accepted({"on": on}, holder.id, "party")


def _is_there(cell: Cell, entry: AnyEntry, holder: Holder) -> bool:
    """Whether a cell for one person or organisation is that of one that there is."""
    if cell.asked.each == "person":
        return cell.whose in {entry.alias(one.id) for one in holder.people}
    if cell.asked.each == "party":
        own = {party.id for party in holder.parties}
        return cell.whose in entry.parties() and cell.whose not in own
    return True


def _check_whose(cell: Cell, entry: AnyEntry, holder: Holder) -> None:
    """Refuses somebody in the cell of another, or in what the other side of a visit fills in."""
    if entry.author == FACILITATOR:
        return
    if cell.asked.each == "person" and cell.whose != entry.alias(entry.author):
        raise Refused(_("Dit schreef iemand anders. Jouw zin staat eronder."))
    side = holder.side_of(entry.member)
    if cell.asked.for_whom not in ("all", side):
        raise Refused(
            _("Dit vullen de bezoekers in.") if cell.asked.for_whom == "guests"
            else _("Dit vult de gastorganisatie in.")
        )  # fmt: skip


def _check_for_others(entry: AnyEntry, holder: Holder, name: str) -> None:
    """Refuses the facilitator on a sheet that is filled in on phones, or that others wrote on."""
    if not name or any(not one.by_hand for one in holder.people):
        raise Refused(_("Alleen de organisatie zelf schrijft op haar fiche."))
    taken = entry.load().of(holder.id).taken
    if name in taken or (name == SHARED and taken):
        raise Refused(_("Hier schreef de organisatie zelf al iets. Dat blijft van haar."))

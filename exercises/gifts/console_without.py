"""For whom there is no gift yet, why, and whether the group can still be asked for one."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import Json, Party
from exercises.gifts.model_gift import GROUP, Gift, gives
from exercises.gifts.views import GiftsContext
from exercises.kit.rules.prose import listed
from state.language import _


def rows(context: GiftsContext) -> list[Json]:
    """Each organisation without a gift, with why, and whether to offer to ask the group."""
    return [
        {
            "id": party.id, "name": party.name, "here": party.id in present(context),
            "why": _why_nothing(context, party), "slot": f"{GROUP}{party.id}.ask",
            "ask": _may_ask(context, party),
        }
        for party in without_gift(context)
    ]  # fmt: skip


def without_gift(context: GiftsContext) -> tuple[Party, ...]:
    """The organisations of the track for which no gift has anything in it."""
    served = {gift.host for gift in context.view.gifts.values() if gift.count or gift.opened}
    return tuple(party for party in context.organisations if party.id not in served)


def _why_nothing(context: GiftsContext, party: Party) -> str:
    """Why there is nothing for a host yet, in a few words."""
    if not context.view.for_host(party.id):
        return _("niemand ging er op bezoek")
    if _is_asked_for(context, party):
        return _("gevraagd aan de groep, nog leeg")
    if _may_expect(context, party):
        return _("nog leeg")
    return _("wie er op bezoek was, is niet in de zaal")


def _may_expect(context: GiftsContext, party: Party) -> bool:
    """Whether somebody in the room can still fill a gift for a host."""
    gifts = context.view.for_host(party.id)
    return any(gift.group or giver_here(context, gift) for gift in gifts)


def _may_ask(context: GiftsContext, party: Party) -> bool:
    """Whether to offer a gift of the group for a host: at once when it can expect no other, at the
    table always."""
    if _is_asked_for(context, party) or not _can_fill(context):
        return False
    return context.phase.stage == "table" or not _may_expect(context, party)


def _is_asked_for(context: GiftsContext, party: Party) -> bool:
    """Whether the group was asked for a gift for a host."""
    return f"{GROUP}{party.id}" in context.view.gifts


def _can_fill(context: GiftsContext) -> bool:
    """Whether phones let people fill a gift, at the table one that is not wrapped yet."""
    return context.phase.stage in ("", "fill", "table")


def present(context: GiftsContext) -> frozenset[str]:
    """The organisations of which somebody is in the room."""
    return frozenset(member.organisation_id for member in context.members.values())


def giver_here(context: GiftsContext, gift: Gift) -> bool:
    """Whether somebody who may fill a gift is in the room."""
    return any(gives(gift, member) for member in context.members.values())


def without_anything(context: GiftsContext) -> str:
    """For whom there is nothing yet once somebody filled a gift, and what was asked of the group
    for them; "" when nobody is without."""
    begun = any(gift.count for gift in context.view.gifts.values())
    none = without_gift(context) if begun and context.phase.stage != "after" else ()
    if not none:
        return ""
    told = [_("Voor {names} ligt er nog niets.").format(names=_names(none))]
    asked = [party for party in none if _is_asked_for(context, party)]
    if asked:
        told.append(_("Voor {names} vroeg je het al aan de groep.").format(names=_names(asked)))
    if len(asked) < len(none) and _can_fill(context):
        told.append(_("Je kunt de groep om een cadeautje vragen."))
    return " ".join(told)


def _names(parties: Iterable[Party]) -> str:
    return listed([party.name for party in parties])

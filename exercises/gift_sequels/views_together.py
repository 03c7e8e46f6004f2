"""All sequels together at the end: who told, of whose gift, and what became of it, on pages."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.contract import Json, Party
from exercises.gift_sequels.content import NOTHING
from exercises.gift_sequels.model import PAGE
from exercises.gift_sequels.views_gifts import (
    SequelGift,
    SequelsContext,
    gifts,
    parcel,
    party_json,
)
from exercises.kit.rules.one_by_one import OneByOne, numbered

# So many are still read from the back of a room.
PAGE_SIZE = 3


@dataclass(frozen=True)
class ToldGift:
    """What was told on the screen: of a gift, or, without one, of what the organisation gave."""

    party: Party
    text: str
    gift: SequelGift | None = None


def told_gifts(context: SequelsContext) -> list[ToldGift]:
    """What was told, in the order of organisations and gifts; only what was on the screen."""
    found: list[ToldGift] = []
    for party in context.organisations:
        own = context.view.of(party.id)
        found += [
            ToldGift(party, own[one.key].text or NOTHING, one)
            for one in gifts(context, party.id)
            if one.key in own and own[one.key].said and own[one.key].shown
        ]
        turn = context.view.turns.get(party.id)
        gave = context.view.gave.get(party.id)
        if gave and turn is not None and turn.told:
            found.append(ToldGift(party, gave))
    return found


def pages(context: SequelsContext) -> OneByOne[list[ToldGift]]:
    """The pages of what was told; none when nothing was."""
    found = told_gifts(context)
    cut = [found[at : at + PAGE_SIZE] for at in range(0, len(found), PAGE_SIZE)]
    return numbered(PAGE, cut, context.view.page, "at")


def together(context: SequelsContext) -> Json:
    """The page that is on the screen; no rows when nothing was told."""
    found = pages(context)
    return {
        "rows": [_row(context, one) for one in found.now or ()],
        "page": found.at + 1, "pages": len(found.things),
    }  # fmt: skip


def _row(context: SequelsContext, one: ToldGift) -> Json:
    return {
        "party": party_json(one.party), "text": one.text,
        "gift": None if one.gift is None else parcel(context, one.gift),
    }  # fmt: skip

"""What the facilitator is given of the sequels: who wrote, whose turn it is, and a way to write for
who has no phone. What was not on the screen yet is not read here either."""

from __future__ import annotations

from collections.abc import Collection

from exercises.contract import Json, LackPlace, Panel, Party, Scene
from exercises.gift_sequels import console_turns, model
from exercises.gift_sequels.accept import TEXT_LIMIT
from exercises.gift_sequels.content import NOTHING
from exercises.gift_sequels.model import TELL, TELLING
from exercises.gift_sequels.views import waiting_gifts
from exercises.gift_sequels.views_gifts import (
    SequelsContext,
    current,
    gifts,
    given_to,
    still_wrapped,
    with_gifts,
)
from exercises.kit.rules.counts import of_all
from exercises.results import UnwrappedGift, WrappedGift
from state.language import _, ngettext


def panel(context: SequelsContext) -> Panel:
    """How many organisations wrote of all of their gifts, and the way through the turns."""
    asked = with_gifts(context)
    done = {one.id for one in asked if not _left(context, one)}
    known = {one.id for one in asked}
    return Panel(
        answered=_people_of(context, done),
        # Who received nothing may tell what giving brought; silence is as well.
        unasked=frozenset(context.members) - _people_of(context, known),
        done_word=_("klaar"), waiting_word=_("denkt nog na"),
        summary=of_all(
            len(done), len(asked), alone=_("organisatie is klaar"),
            one=_("organisaties is klaar"), more=_("organisaties zijn klaar"),
        ),
        count=len(done), total=len(asked), questions=context.config.questions,
        moves=console_turns.moves(context), onward=console_turns.onward(context),
        backward=console_turns.backward(context), page=console_turns.page(context),
    )  # fmt: skip


def _people_of(context: SequelsContext, organisations: Collection[str]) -> frozenset[str]:
    return frozenset(
        one.id for one in context.members.values() if one.organisation_id in organisations
    )


def lacks(context: SequelsContext) -> str:
    """That no gift was unwrapped yet, and how many still wait to be."""
    wrapped = wrapped_yet(len(context.track.of(WrappedGift)))
    if context.track.of(UnwrappedGift) or wrapped:
        return wrapped
    return _(
        "Er is in dit traject nog geen cadeautje uitgepakt. De tafel blijft dan leeg; vertellen kan"
        " wel."
    )


def lacks_at(context: SequelsContext) -> tuple[LackPlace, ...]:
    """To the links by which hosts unwrap."""
    return ("mails",) if context.track.of(WrappedGift) else ()


def wrapped_yet(count: int) -> str:
    """How many gifts are wrapped still, and how their hosts can unwrap them; "" for none."""
    if not count:
        return ""
    return ngettext(
        "{n} cadeautje is nog ingepakt. Wie het kreeg, pakt het uit met de eigen link, nu of"
        " thuis. Die links, en wat thuis openstaat, vind je bij ‘Links en e-mail’ van het traject.",
        "{n} cadeautjes zijn nog ingepakt. Wie ze kreeg, pakt ze uit met de eigen link, nu of"
        " thuis. Die links, en wat thuis openstaat, vind je bij ‘Links en e-mail’ van het traject.",
        count,
    ).format(n=count)


def unfinished(context: SequelsContext) -> str:
    """How many organisations did not tell, how many sentences were not on the screen, and how many
    gifts nothing was said of."""
    silent = [one for one in with_gifts(context) if console_turns.waits(context, one)]
    told = []
    if silent:
        told.append(ngettext(
            "{n} organisatie vertelde nog niet.", "{n} organisaties vertelden nog niet.",
            len(silent),
        ).format(n=len(silent)))  # fmt: skip
    unseen = sum(len(console_turns.unseen(context, one)) for one in with_gifts(context))
    if unseen:
        told.append(ngettext(
            "{n} zin kwam nog niet op het scherm.", "{n} zinnen kwamen nog niet op het scherm.",
            unseen,
        ).format(n=unseen))  # fmt: skip
    left = len(waiting_gifts(context))
    if left:
        told.append(ngettext(
            "Bij {n} cadeautje staat nog niets.", "Bij {n} cadeautjes staat nog niets.", left
        ).format(n=left))  # fmt: skip
    return " ".join(told)


def _left(context: SequelsContext, party: Party) -> int:
    own = gifts(context, party.id)
    return sum(not context.view.has_written(party.id, one.key) for one in own)


def console(context: SequelsContext) -> Scene:
    """Every organisation with its gifts, how far it is, and whether it had its turn."""
    now = current(context) if context.phase.stage == TELLING else None
    here = console_turns.present(context)
    data: Json = {
        "wrapped": wrapped_yet(
            sum(len(still_wrapped(context, one.id)) for one in context.organisations)
        ),
        "stage": context.phase.stage, "limit": TEXT_LIMIT, "nothing": NOTHING,
        "rows": [
            {**_row(context, one), "here": one.id in here, "on": now is not None and now == one}
            for one in context.organisations
        ],
    }  # fmt: skip
    return Scene("console.js", ("console.css",), data)


def _row(context: SequelsContext, party: Party) -> Json:
    turn = context.view.turns.get(party.id)
    unseen = {one.key for one in console_turns.unseen(context, party)}
    return {
        "id": party.id, "name": party.name, "tile": party.tile, "slot": TELL + party.id,
        "gave_slot": model.GAVE, "gave_to": [one.name for one in given_to(context, party.id)],
        "told": turn is not None and turn.told, "skip": turn is not None and turn.skip,
        "gift": turn.gift if turn else "", "unseen": len(unseen),
        "wrapped": len(still_wrapped(context, party.id)),
        "gifts": [
            {
                "key": one.key, "giver": one.giver,
                "from": console_turns.from_giver(context, one.giver),
                "slot": model.slot(one.key, "text"),
                "written": context.view.has_written(party.id, one.key),
                "unseen": one.key in unseen,
            }
            for one in gifts(context, party.id)
        ],
    }  # fmt: skip

"""The way through the telling: who tells, with which gift, and the pages of all together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exercises.contract import Accepted, Move, Party
from exercises.gift_sequels.model import AFTER, PAGE, TELL, TELLING
from exercises.gift_sequels.views_gifts import SequelsContext, current, gifts, giver_name
from exercises.gift_sequels.views_together import page_at, pages
from state.language import _

_MOST_CHOICES = 12


def settle(context: SequelsContext) -> Mapping[str, Accepted]:
    """The first organisation tells as soon as the telling begins."""
    if context.phase.stage != TELLING or any(one.told for one in context.view.turns.values()):
        return {}
    first = next(iter(waiting_parties(context)), None)
    if first is None:
        return {}
    turn = {"gift": "", "seen": [""], "skip": False}
    return {TELL + first.id: Accepted(turn, notifies="everybody")}


def waits(context: SequelsContext, party: Party) -> bool:
    """Whether an organisation had no turn yet and was not passed over."""
    turn = context.view.turns.get(party.id)
    return turn is None or not (turn.told or turn.skip)


def waiting_parties(context: SequelsContext) -> list[Party]:
    """Who may still tell: first who received something, then the others."""
    left = [one for one in context.organisations if waits(context, one)]
    return sorted(left, key=lambda one: not gifts(context, one.id))


def moves(context: SequelsContext) -> tuple[Move, ...]:
    """What the facilitator does next: the first of them is the main button, until all told."""
    if context.phase.stage == AFTER:
        return tuple(_pages(context))
    return tuple(_telling(context)) if context.phase.stage == TELLING else ()


def _telling(context: SequelsContext) -> Iterator[Move]:
    now, further = current(context), False
    if now is not None:
        own = gifts(context, now.id)
        keys = ["", *(one.key for one in own)]
        names = ["", *(from_giver(context, one.giver) for one in own)]
        shown = context.view.turns[now.id].gift
        at = keys.index(shown) if shown in keys else 0
        further = at + 1 < len(keys)
        if further:
            label = _("Volgend cadeautje") if len(own) > 1 else _("Toon het cadeautje")
            slot = TELL + now.id
            yield Move(label, slot, {"gift": keys[at + 1]}, names[at + 1], main=True)
        if at:
            back = _("Vorig cadeautje") if at > 1 else _("Alle cadeautjes samen")
            yield Move(back, TELL + now.id, {"gift": keys[at - 1]}, names[at - 1])
    left = waiting_parties(context)
    for number, party in enumerate(left[:_MOST_CHOICES]):
        next_one = number == 0 and not further
        turn = {"gift": ""}
        yield Move(_("Laat vertellen"), TELL + party.id, turn, party.name, main=next_one)
    if left:
        skipped = {"gift": "", "skip": True}
        yield Move(_("Sla over"), TELL + left[0].id, skipped, left[0].name)


def _pages(context: SequelsContext) -> Iterator[Move]:
    """Through the pages of all sequels together; without a move when one page holds them."""
    at, last = page_at(context), len(pages(context)) - 1
    if at < last:
        yield Move(_("Volgend blad"), PAGE, {"at": at + 1}, main=True)
    if at:
        yield Move(_("Vorig blad"), PAGE, {"at": at - 1})


def from_giver(context: SequelsContext, giver: str) -> str:
    """Of whom a gift is, in words."""
    return _("van {giver}").format(giver=giver_name(context, giver))

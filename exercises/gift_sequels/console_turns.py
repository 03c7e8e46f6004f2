"""The way through the telling: who tells, with which gift, and the pages of all together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exercises.contract import Accepted, Move, Party
from exercises.gift_sequels.model import AFTER, TELL, TELLING
from exercises.gift_sequels.views_gifts import (
    SequelGift,
    SequelsContext,
    current,
    gifts,
    giver_name,
)
from exercises.gift_sequels.views_together import pages
from state.language import _

_MOST_CHOICES = 12


def settle(context: SequelsContext) -> Mapping[str, Accepted]:
    """The first organisation tells as soon as the telling begins."""
    if context.phase.stage != TELLING or any(one.told for one in context.view.turns.values()):
        return {}
    # Where nobody told the app that they are here, the first one tells all the same.
    first = next(iter(_who_can_tell(context) or waiting_parties(context)), None)
    if first is None:
        return {}
    turn = {"gift": "", "seen": [""], "skip": False}
    return {TELL + first.id: Accepted(turn, notifies="everybody")}


def waits(context: SequelsContext, party: Party) -> bool:
    """Whether an organisation had no turn yet and was not passed over."""
    turn = context.view.turns.get(party.id)
    return turn is None or not (turn.told or turn.skip)


def unseen(context: SequelsContext, party: Party) -> list[SequelGift]:
    """The gifts of an organisation of which a sentence stands written that was not on the screen
    yet."""
    turn = context.view.turns.get(party.id)
    seen = turn.seen if turn else ()
    return [
        one for one in gifts(context, party.id)
        if context.view.has_written(party.id, one.key) and one.key not in seen
    ]  # fmt: skip


def waiting_parties(context: SequelsContext) -> list[Party]:
    """Who may still tell: first who received something, then the others; last who is not in the
    room."""
    left = [one for one in context.organisations if waits(context, one)]
    here = present(context)
    return sorted(left, key=lambda one: (one.id not in here, not gifts(context, one.id)))


def present(context: SequelsContext) -> frozenset[str]:
    """The organisations of which somebody is in the room."""
    return frozenset(one.organisation_id for one in context.here.values())


def _who_can_tell(context: SequelsContext) -> list[Party]:
    """Who may still tell and is in the room."""
    here = present(context)
    return [one for one in waiting_parties(context) if one.id in here]


def onward(context: SequelsContext) -> Move | None:
    """What the main button does: the next gift of who tells, then the next organisation that is in
    the room, then all together page by page; None to go on to the next stage."""
    if context.phase.stage == AFTER:
        return pages(context).onward(_("Volgend blad"))
    if context.phase.stage != TELLING:
        return None
    found = _next_gift(context)
    if found is not None:
        gift, slot = found
        label = _("Volgend cadeautje: {giver}").format(giver=from_giver(context, gift.giver))
        return Move(label, slot, {"gift": gift.key})
    left = _who_can_tell(context)
    if not left:
        return None
    label = _("Laat vertellen: {name}").format(name=left[0].name)
    return Move(label, TELL + left[0].id, {"gift": ""})


def backward(context: SequelsContext) -> Move | None:
    """The page before; None to go back to the stage before."""
    return pages(context).backward(_("Vorig blad")) if context.phase.stage == AFTER else None


def page(context: SequelsContext) -> str:
    """What is on the screen now, in words; "" where that goes without saying."""
    if context.phase.stage == AFTER:
        found = pages(context)
        told = _("blad {n} van {m}").format(n=found.at + 1, m=len(found.things))
        return told if len(found.things) > 1 else ""
    now = current(context)
    if context.phase.stage != TELLING or now is None:
        return ""
    at, count = _gift_at(context, now), len(gifts(context, now.id))
    if not at:
        return _("{name} vertelt").format(name=now.name)
    return _("{name}: cadeautje {n} van {m}").format(name=now.name, n=at, m=count)


def moves(context: SequelsContext) -> tuple[Move, ...]:
    """The other ways while organisations tell: back to the gift before, to another organisation,
    or past one."""
    return tuple(_others(context)) if context.phase.stage == TELLING else ()


def _others(context: SequelsContext) -> Iterator[Move]:
    now = current(context)
    if now is not None and (at := _gift_at(context, now)):
        before = gifts(context, now.id)[at - 2] if at > 1 else None
        back = _("Vorig cadeautje") if before else _("Alle cadeautjes samen")
        named = from_giver(context, before.giver) if before else ""
        yield Move(back, TELL + now.id, {"gift": before.key if before else ""}, named)
    left = waiting_parties(context)
    for party in left[:_MOST_CHOICES]:
        yield Move(_("Laat vertellen"), TELL + party.id, {"gift": ""}, party.name)
    if left:
        skipped = {"gift": "", "skip": True}
        yield Move(_("Sla over"), TELL + left[0].id, skipped, left[0].name)


def _gift_at(context: SequelsContext, now: Party) -> int:
    """Which gift of who tells is on the screen, from 1; 0 for all of them together."""
    shown = context.view.turns[now.id].gift
    keys = [one.key for one in gifts(context, now.id)]
    return keys.index(shown) + 1 if shown in keys else 0


def _next_gift(context: SequelsContext) -> tuple[SequelGift, str] | None:
    """The gift after the one on the screen, with the slot of its turn."""
    now = current(context)
    if now is None:
        return None
    own, at = gifts(context, now.id), _gift_at(context, now)
    return (own[at], TELL + now.id) if at < len(own) else None


def from_giver(context: SequelsContext, giver: str) -> str:
    """Of whom a gift is, in words."""
    return _("van {giver}").format(giver=giver_name(context, giver))

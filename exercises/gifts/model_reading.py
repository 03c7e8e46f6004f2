"""Who may read what is in gifts, and until when: nobody before it is unwrapped, but one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.contract import Answer, Member, Phase, Role
from exercises.gifts.model import GiftsView
from exercises.gifts.model_gift import Gift, gives, receives
from exercises.gifts.model_notes import Note, as_note, kind_of


def public(view: GiftsView, phase: Phase, role: Role, me: Member | None) -> GiftsView:
    """What a role may see: no note of a gift that is not unwrapped, but one's own while it is
    open; of an unwrapped one the host reads as far as the group does, the screen the note that
    is on and what the host says, unless results are hidden, and the console, which also exports,
    all of it. Once the room is done with unwrapping, each host reads all that it unwrapped.
    """
    if phase.stage == "after" or phase.over:
        view = GiftsView(_alone(view.gifts), _alone(view.removed))
    seen = {}
    for key, gift in view.gifts.items():
        if role == "screen" and not phase.shown:
            seen[key] = replace(gift, notes=(), question="", share="")
            continue
        seen[key] = replace(gift, notes=_readable(gift, role, me))
    removed = {
        key: replace(one, notes=_readable(one, role, me))
        for key, one in view.removed.items() if _still_told(one, role, me)
    }  # fmt: skip
    return GiftsView(seen, removed)


def sealed(view: GiftsView, answer: Answer) -> bool:
    """Whether nobody may read an answer: a note that was not in a gift when it was unwrapped.

    An earlier version of a note, changed before the gift was unwrapped, thus stays sealed for good.
    """
    key, _dot, part = answer.slot.rpartition(".")
    kind = kind_of(part)
    if not kind:
        return False
    gift = view.gifts.get(key) or view.removed.get(key)
    if gift is None or not gift.opened:
        return True
    return as_note(answer.author, kind, answer.payload) not in gift.notes


def unread(answer: Answer) -> Answer | None:
    """What a phone that may not read a note is told of it: that it is in the gift."""
    kind = kind_of(answer.slot.rpartition(".")[2])
    if not kind or as_note(answer.author, kind, answer.payload).empty:
        return None
    return replace(answer, payload={"unread": True})


def _alone(gifts: Mapping[str, Gift]) -> dict[str, Gift]:
    return {key: replace(gift, alone=True) for key, gift in gifts.items()}


def _still_told(gift: Gift, role: Role, me: Member | None) -> bool:
    """Whether a role hears of a gift whose visit was called off: the facilitator, on a phone who
    put something in it, and who unwrapped it before."""
    if role == "console":
        return True
    if role == "screen" or me is None:
        return False
    return receives(gift, me) if gift.opened else me.id in gift.filled


def _readable(gift: Gift, role: Role, me: Member | None) -> tuple[Note, ...]:
    if gift.opened:
        return _read_so_far(gift, role, me)
    own = role == "phone" and me is not None and gives(gift, me)
    if own and me is not None and (gift.ended or not gift.wrapped):
        return tuple(note for note in gift.notes if note.person == me.id)
    return ()


def _read_so_far(gift: Gift, role: Role, me: Member | None) -> tuple[Note, ...]:
    if role == "console":
        return gift.notes
    if role == "screen":
        return gift.notes[gift.page - 1 : gift.page] if gift.page and not gift.done else ()
    if not receives(gift, me):
        return ()
    return gift.notes if gift.host_reads_all else gift.notes[: gift.page]

"""Who did what is asked now: of givers to fill and wrap, of hosts to unwrap and read."""

from __future__ import annotations

from exercises.contract import Member
from exercises.gifts.model import UNWRAPPING, GiftsView
from exercises.gifts.model_gift import Gift, gives, receives
from state.language import _


def done_word(stage: str) -> str:
    """What stands beside the name of who is ready in a stage."""
    return _("uitgepakt") if stage in UNWRAPPING else _("klaar")


def is_ready(view: GiftsView, stage: str, member: Member) -> bool | None:
    """Whether somebody did what is asked in a stage; None for whom nothing is."""
    if stage in UNWRAPPING:
        return _has_unwrapped([one for one in view.on_table if receives(one, member)])
    return _has_wrapped(
        [one for one in view.gifts.values() if gives(one, member) and not one.aside], member
    )


def _has_unwrapped(own: list[Gift]) -> bool | None:
    """Whether a host unwrapped and read all that lay for it."""
    return all(one.opened and not one.unfinished for one in own) if own else None


def _has_wrapped(mine: list[Gift], member: Member) -> bool | None:
    """Whether somebody has nothing left to wrap: of a gift of the group, which the facilitator
    wraps, it is enough to have put something in."""
    if not mine:
        return None
    left = [one for one in mine if not (one.wrapped or one.opened)]
    if all(one.group for one in mine):
        return all(member.id in one.filled for one in left)
    return all(one.group for one in left)

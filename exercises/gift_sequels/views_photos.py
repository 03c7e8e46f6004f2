"""Which photos of gifts are seen in the sequels, and by whom.

A phone sees those that its organisation was given, the screen the one beside what is told now, the
facilitator those of what was told.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercises.gift_sequels.model import TELLING
from exercises.gift_sequels.views_gifts import SequelsContext, current, words_of
from exercises.results import GiftNote, GiftSequel


def noted(context: SequelsContext) -> frozenset[str]:
    """The ids of the notes of notebooks that these photos are of."""
    return frozenset(one.noted for one in _seen(context) if one.photo)


def photos(context: SequelsContext) -> frozenset[str]:
    """The ids of the photos that a role and person see here."""
    return frozenset(one.photo for one in _seen(context) if one.photo)


def given(context: SequelsContext, organisation: str, gift_key: str) -> list[GiftNote]:
    """The notes that were in a gift, for who received it."""
    return [
        one for one in context.track.of(GiftNote)
        if one.organisation == organisation and one.gift_key == gift_key
    ]  # fmt: skip


def headings(notes: list[GiftNote]) -> list[str]:
    """What the notes of a gift are for; several photos are told apart by a number."""
    several = sum(bool(one.photo) for one in notes) > 1
    number, found = 0, []
    for one in notes:
        number += bool(one.photo)
        found.append(f"{one.heading} ({number})" if one.photo and several else one.heading)
    return found


def _seen(context: SequelsContext) -> Iterator[GiftNote | GiftSequel]:
    if context.role == "phone":
        own = context.me.organisation_id if context.me else ""
        yield from (one for one in context.track.of(GiftNote) if own and one.organisation == own)
        return
    found = words_of(context)
    if context.role == "console":
        yield from found.values()
        return
    now = current(context) if context.phase.stage == TELLING and context.phase.shown else None
    shown = found.get((now.id, context.view.turns[now.id].gift)) if now else None
    if shown is not None:
        yield shown

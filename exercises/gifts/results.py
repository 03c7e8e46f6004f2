"""What Cadeautjestijd gives to other exercises and to the own page: visits that only its own list
tells of, and what each host received."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import TypeVar

from exercises.gifts.config import GiftsConfig
from exercises.gifts.content import HEADINGS
from exercises.gifts.model import GiftsView
from exercises.gifts.model_gift import Gift
from exercises.gifts.model_notes import Note
from exercises.results import GiftNote, GivenGift, Result, UnwrappedGift, Visit, WrappedGift

Told = TypeVar("Told", bound=GivenGift)


def results(config: GiftsConfig, view: GiftsView) -> Iterator[Result]:
    """The visits of the list of an earlier version that are no visits of the track, in its order,
    once something is in a gift; everybody reads them. The list has no days. Then which gifts were
    unwrapped and which wait for their host, as everybody saw. Last, for that host and the
    facilitator, the notes of each that its host has read to the end or that the room reads no more;
    also of visits that were called off later."""
    if any(gift.count for gift in view.gifts.values()):
        for one in config.only_here:
            yield Visit(organisation=one.visitor, host=one.host, guests=one.count, took_place=True)
    everything = (*view.gifts.values(), *view.removed.values())
    for gift in everything:
        if gift.opened:
            yield _told(UnwrappedGift, gift)
    for gift in view.gifts.values():
        if gift.awaits:
            yield _told(WrappedGift, gift)
    for gift in everything:
        if gift.host_reads_all:
            for note in gift.notes:
                yield GiftNote(
                    organisation=gift.host, giver=gift.visitor, heading=HEADINGS[note.kind],
                    text=note.text, drawing=note.items, photo=note.photo, noted=note.noted,
                    readers="facilitator", gift=gift.key, note=_key(gift.key, note),
                )  # fmt: skip


def _told(kind: type[Told], gift: Gift) -> Told:
    return kind(
        organisation=gift.host, giver=gift.visitor, gift=gift.key, paper=gift.paper,
        ribbon=gift.ribbon,
    )  # fmt: skip


def _key(gift: str, note: Note) -> str:
    """Which note it is. Who does not know the id of its person can't tell whose it is."""
    whose = f"{gift}:{note.kind}:{note.person}" + (f":{note.photo}" if note.photo else "")
    return blake2b(whose.encode("utf-8", "replace"), digest_size=8).hexdigest()

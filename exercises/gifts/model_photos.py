"""Which photos of notebooks a view of gifts holds; who is given that view may see them."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.gifts.content import PHOTO
from exercises.gifts.model import GiftsView
from exercises.gifts.model_notes import Note


def noted(view: GiftsView) -> frozenset[str]:
    """The ids of the notes of notebooks of which a photo is in a gift."""
    return frozenset(one.noted for one in _in(view))


def photos(view: GiftsView) -> frozenset[str]:
    """The ids of the photos in gifts."""
    return frozenset(one.photo for one in _in(view))


def _in(view: GiftsView) -> Iterator[Note]:
    for gift in (*view.gifts.values(), *view.removed.values()):
        yield from (note for note in gift.notes if note.kind == PHOTO)

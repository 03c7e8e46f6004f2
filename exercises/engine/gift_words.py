"""Fills in what the gift said beside what became of it, and leaves out photos that were taken back.

A host chooses one note of a gift that others may read. Only which note is stored with the sequel,
so that a note that was withdrawn or corrected is so wherever the sequel is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from exercises.results import GiftNote, GiftSequel, Result, chosen_note
from state.notebook import NotebookEntry

Notes = Callable[[], Iterable[GiftNote]]


def still_shared(
    results: Iterable[Result], shared: Callable[[], Iterable[NotebookEntry]]
) -> Iterator[Result]:  # fmt: skip
    """The results without the photos in gifts that their writers share no more. `shared`: the notes
    of notebooks that are shared in the track; called only where there is a photo."""
    known: dict[str, tuple[str, ...]] | None = None
    for one in results:
        if isinstance(one, GiftNote) and one.photo:
            if known is None:
                known = {note.id: note.photos for note in shared() if note.may_be_shared}
            if one.photo not in known.get(one.noted, ()):
                continue
        yield one


def filled(results: Iterable[Result], notes: Notes) -> Iterator[Result]:
    """The results, with the words of the chosen note in each sequel. `notes`: all of the track that
    the facilitator may read; called only where a sequel has one."""
    known: tuple[GiftNote, ...] | None = None
    for one in results:
        if not isinstance(one, GiftSequel) or not one.note:
            yield one
            continue
        if known is None:
            known = tuple(notes())
        yield _with_words(one, known)


def _with_words(sequel: GiftSequel, notes: Iterable[GiftNote]) -> GiftSequel:
    """Only notes of the gifts of the own organisation count, whatever a phone asked for."""
    found = [
        one for one in notes
        if one.organisation == sequel.organisation and one.gift_key == sequel.gift_key
    ]  # fmt: skip
    chosen = chosen_note(found, sequel.note, sequel.words, sequel.photo)
    if chosen is None:
        return replace(sequel, photo="")
    return replace(
        sequel, heading=chosen.heading, gift=chosen.text, drawing=chosen.drawing,
        photo=chosen.photo, noted=chosen.noted,
    )  # fmt: skip

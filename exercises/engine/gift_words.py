"""Fills in what the gift said beside what became of it.

A host chooses one note of a gift that others may read. Only which note is stored with the sequel,
so that a note that was withdrawn or corrected is so wherever the sequel is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from exercises.results import GiftNote, GiftSequel, Result

Notes = Callable[[], Iterable[GiftNote]]


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
    chosen = next((one for one in found if one.note == sequel.note), None)
    if chosen is None:
        # A track that was read in as a copy has other ids, and the same words.
        chosen = next((one for one in found if one.words_key == sequel.words), None)
    if chosen is None:
        return sequel
    return replace(sequel, heading=chosen.heading, gift=chosen.text, drawing=chosen.drawing)

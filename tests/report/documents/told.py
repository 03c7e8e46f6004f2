"""The told track as documents read it, with names as a report has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from exercises.document import Beside, Block, Together
from report.documents.reading import WholeTrack
from report.privacy import nameless
from state import consent, copies
from state.database import Store
from tests.told_track import told_track


@contextmanager
def told(folder: Path, *, within: bool = False) -> Iterator[WholeTrack]:
    """The track from a copy; `within`: for who is in the group, so named unless refused."""
    store = Store(folder)
    track_id = told_track(store)
    with copies.in_memory(store) as db:
        kept = consent.may_be_named(db, track_id, unless_refused=within)
        nameless.take_out(db, track_id, kept)
        yield WholeTrack(db, track_id)
    store.close()


def flat(blocks: Sequence[Block]) -> list[Block]:
    """All blocks, also those within others, in the order in which they are read."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Together):
            found += flat(block.blocks)
        elif isinstance(block, Beside):
            found += [inner for part in block.parts for inner in flat(part)]
        else:
            found.append(block)
    return found

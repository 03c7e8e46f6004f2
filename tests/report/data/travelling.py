"""Takes a track out and looks at what is stored of it, for the tests of both ways."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from report import sealing
from report.data import archive, reading_in
from state import copies, erasing
from state.database import Store
from tests.report.data.canonical import canonical


def taken_out(store: Store, track_id: str) -> BytesIO:
    """The ZIP of a track."""
    return BytesIO(b"".join(archive.stream_track(store, track_id)))


def read_in(store: Store, sent: BytesIO, *, as_copy: bool = False) -> str:
    """Read a file in; gives the id of the track."""
    return reading_in.store_track(store, reading_in.opened(sent), as_copy=as_copy)


def stored(store: Store, track_id: str) -> str:
    """What is stored of a track, as far as it may leave, in canonical form."""
    with copies.in_memory(store) as db:
        sealing.take_out(db, track_id)
        erasing.drop_pictures(db, datetime.now(UTC))
        return canonical(db, track_id)

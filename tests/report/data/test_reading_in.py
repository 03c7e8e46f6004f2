"""Reading a track in where somebody of it was erased meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from state import erasing, tracks
from state.database import Store
from tests.report.data.travelling import read_in, taken_out


def test_who_was_erased_here_does_not_come_back_by_an_older_file(
    store: Store, track: str, join: Callable[..., str]
) -> None:
    join("Idris")
    gone = join("Wilhelmina", 1)
    file = taken_out(store, track)
    erasing.person(store, gone)

    copy = read_in(store, file, as_copy=True)

    assert [one.name for one in tracks.people(store, copy)] == ["Idris"]
    with store.read() as db:
        assert "Wilhelmina" not in "\n".join(db.conn.iterdump())

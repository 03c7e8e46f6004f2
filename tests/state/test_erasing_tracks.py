"""A track that is erased is nowhere in the data folder any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from state import agreements, backups, erasing_tracks, meetings, report_parts, tracks
from state.database import Store
from state.problems import Refused


def test_a_track_goes_for_good_with_all_that_is_its_own(
    store: Store, track: str, meeting: str, join: Callable[..., str]
) -> None:
    other = tracks.add_track(store, "Dit blijft")
    kept = meetings.add(store, other, "Ook dit")
    activity = meetings.add_activity(store, meeting, "line", {"version": 1}, 5)
    person = join("Uniekenaam")
    with store.write() as db:
        db.table("contribution").insert({
            "activity_id": activity, "author": person, "slot": "a.1", "payload": "{}",
            "by_hand": 0, "created_at": "x", "updated_at": "x", "by_person": "",
        })  # fmt: skip
    agreements.add(store, meeting, "Soep")
    agreements.add(store, kept, "Brood")
    report_parts.write(store, track, "foreword", "Woord vooraf")
    tracks.remove_track(store, track)
    backups.make(store._writer.conn, store.folder)

    erasing_tracks.erase(store, track)

    with store.read() as db:
        left = {
            name: db.conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in db.table_names()
        }
        assert [row["id"] for row in db.query("SELECT id FROM meeting")] == [kept]
        assert [row["text"] for row in db.query("SELECT text FROM agreement")] == ["Brood"]
        assert db.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    empty = {"contribution", "contribution_history", "picture", "activity", "attendance", "device",
             "own_link", "organisation", "guest", "person", "report_part", "removal"}  # fmt: skip
    assert {name for name in empty if left[name]} == set()
    files = list(store.folder.rglob("*.db"))
    assert len(files) > 1
    assert [path for path in files if b"Uniekenaam" in path.read_bytes()] == []
    with pytest.raises(Refused):
        erasing_tracks.erase(store, track)


def test_it_is_told_what_goes(store: Store, track: str, meeting: str, join: Callable[..., str]
) -> None:  # fmt: skip
    join("An")
    tracks.remove_track(store, track)
    with store.read() as db:
        assert [one.id for one in erasing_tracks.removed_tracks(db)] == [track]
        counts = erasing_tracks.counts_of_track(db, track)
    assert (counts.organisations, counts.people, counts.meetings) == (3, 1, 1)
    assert (counts.answers, counts.photos) == (0, 0)

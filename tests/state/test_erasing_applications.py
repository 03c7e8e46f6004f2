"""What goes for good with an application, a person or a track, here and in the backups."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from state import (
    applications,
    applying,
    backups,
    calls,
    copies,
    erasing,
    erasing_applications,
    erasing_tracks,
    tracks,
)
from state.application_rows import of_token
from state.database import Store
from state.ids import new_token

FULL = {
    "organisation": "De Regenton", "person-1": "Uniekenaam", "function-1": "buurtwerker",
    "person-2": "Samir", "contact": "uniekenaam", "phone": "0470 99 88 77",
}  # fmt: skip


@pytest.fixture
def track(store: Store) -> str:
    track_id = tracks.add_track(store, "Proef", "")
    calls.set_state(store, track_id, "open")
    return track_id


def sent(store: Store, track: str) -> str:
    token = new_token()
    call = calls.of_track(store, track)
    applying.begin(store, call, token, FULL, opened_at=datetime.now(UTC))
    applying.send(store, token)
    with store.read() as db:
        one = of_token(db, token)
    assert one is not None
    return one.id


def everywhere(store: Store) -> bytes:
    """The data and every backup."""
    return b"".join(path.read_bytes() for path in store.folder.rglob("*.db*"))


def backed_up(store: Store) -> None:
    with store.read() as db:
        db.conn.execute("COMMIT")
        backups.make(db.conn, store.folder)


def test_an_application_goes_from_the_backups_too(store: Store, track: str) -> None:
    one = sent(store, track)
    backed_up(store)
    assert everywhere(store).count(b"Uniekenaam") >= 2
    erasing_applications.remove(store, [one])
    assert b"Uniekenaam" not in everywhere(store)


def test_whoever_is_erased_goes_from_the_own_application(store: Store, track: str) -> None:
    one = sent(store, track)
    applications.accept(store, one)
    person = next(each for each in tracks.people(store, track) if each.name == "Uniekenaam")
    erasing.person(store, person.id)
    found = applications.application(store, one)
    assert [each.name for each in found.answers.people] == ["Samir"]
    assert (found.answers.contact, found.answers.phone) == ("", "")
    assert b"0470 99 88 77" not in everywhere(store)


def test_a_track_takes_its_call_and_applications_along(store: Store, track: str) -> None:
    sent(store, track)
    backed_up(store)
    erasing_tracks.erase(store, track)
    assert b"Uniekenaam" not in everywhere(store)
    with store.read() as db:
        for table in ("call", "application", "application_link"):
            assert db.table(table).count == 0


def test_nobody_who_applied_is_in_the_copy_of_a_track(store: Store, track: str) -> None:
    one = sent(store, track)
    applications.note(store, one, "doubts", "Twijfelwoord")
    code = calls.of_track(store, track).code
    with copies.in_memory(store) as db:
        content = copies.one_track(db, track)
    for word in (b"Uniekenaam", b"Twijfelwoord", code.encode()):
        assert word not in content

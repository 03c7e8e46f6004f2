"""Who changed what: noted by whatever writes, in the same transaction."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from state import (
    access,
    changes,
    erasing_tracks,
    meetings,
    organisers,
    people,
    sharing,
    tracks,
)
from state.database import Store
from state.problems import Refused
from state.track_access import Acting, acting
from tests.conftest import Join


@pytest.fixture
def an(store: Store, track: str) -> Acting:
    """The first organiser, who owns the track."""
    token = access.give_pass(store, "facilitator")
    return Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)


def told(store: Store, track_id: str, **which: str) -> list[tuple[str, str, str, int]]:
    with store.read() as db:
        found = changes.of_track(db, track_id, **which)  # type: ignore[arg-type]
    return [(one.what, one.action, one.columns, one.times) for one in found]


def test_nothing_is_noted_with_one_passcode(store: Store, track: str, meeting: str) -> None:
    assert told(store, track) == []


def test_each_kind_of_change_is_told(store: Store, track: str, an: Acting) -> None:
    with acting(an):
        tracks.change_track(store, track, "Nieuwe naam", "gezinnen in armoede")
        made = meetings.add(store, track, "Start")
        meetings.remove(store, made)
    assert told(store, track) == [
        ("meeting", "remove", "removed_at", 1), ("meeting", "add", "", 1),
        ("track", "change", "name", 1),
    ]  # fmt: skip


def test_what_somebody_goes_on_changing_is_one_entry(store: Store, track: str, an: Acting) -> None:
    with acting(an):
        for name in ("Een", "Twee", "Twee"):
            tracks.change_track(store, track, name, "")
    assert told(store, track) == [("track", "change", "name theme", 2)]


def test_a_refused_change_leaves_no_entry(store: Store, track: str, an: Acting) -> None:
    with acting(an), pytest.raises(Refused):
        tracks.add_organisation(store, track, "")
    assert told(store, track) == []


def test_what_participants_do_is_not_noted(
    store: Store, track: str, meeting: str, organisations: tuple[str, ...], join: Join
) -> None:
    token = access.give_pass(store, "facilitator")
    an = Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)
    join("Els")
    assert told(store, track) == []
    with acting(an):
        people.join(store, meeting, "gsm", organisations[0], "Jan")
    assert {what for what, *_rest in told(store, track)} == {"person", "attendance"}


def test_entries_are_found_by_organiser_and_kind(store: Store, track: str, an: Acting) -> None:
    with acting(an):
        bo = Acting(organisers.add(store, "Bo", "wachtwoord van bo"), False)
        sharing.share(store, track, bo.organiser_id, "helper")
    with acting(bo):
        meetings.add(store, track, "Start")
    assert told(store, track, organiser=bo.organiser_id) == [("meeting", "add", "", 1)]
    assert told(store, track, what="sharing") == [("sharing", "add", "", 1)]


def test_a_write_on_a_track_of_somebody_else_is_undone(
    store: Store, track: str, meeting: str
) -> None:
    token = access.give_pass(store, "facilitator")
    an = Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)
    with acting(an):
        bo = Acting(organisers.add(store, "Bo", "wachtwoord van bo"), False)
    before = meetings.room(store, meeting).meeting
    with acting(bo):
        for act in (
            lambda: meetings.change(store, meeting, "Gekaapt", "", ""),
            lambda: meetings.add_activity(store, meeting, "welcome", {}, 5),
            lambda: tracks.add_organisation(store, track, "Gekaapt"),
        ):
            with pytest.raises(Refused, match="is er niet, of niet voor jou"):
                act()
    assert meetings.room(store, meeting).meeting == before


def test_whether_somebody_may_is_asked_once_for_a_track(
    store: Store, track: str, meeting: str, an: Acting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    may = changes._may

    def counting(db: Database, organiser: str, of: str) -> bool:
        asked.append((organiser, of))
        return may(db, organiser, of)

    monkeypatch.setattr(changes, "_may", counting)
    with acting(an), store.write() as db:
        db.table("track").update(track, {"name": "Anders"})
        db.table("meeting").update(meeting, {"title": "Ook anders"})
    assert asked == [(an.organiser_id, track)]


def test_the_log_goes_with_the_track(store: Store, track: str, an: Acting) -> None:
    with acting(an):
        tracks.change_track(store, track, "Nieuwe naam", "")
        erasing_tracks.erase(store, track)
    with store.read() as db:
        for table in ("track_change", "track_organiser"):
            assert db.table(table).count == 0


def test_every_table_is_decided(store: Store) -> None:
    with store.read() as db:
        tables = set(db.table_names())
    assert tables == changes.WATCHED.keys() | changes.LEFT_OUT

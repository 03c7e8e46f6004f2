"""Backups are whole and few, and going back shows the truth everywhere."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from exercises.engine import moment as moments
from state import (
    access,
    backups,
    contributions,
    erasing,
    meetings,
    opening,
    people,
    restore,
    tracks,
)
from state.backups import Backup
from state.clock import BRUSSELS
from state.contributions import Judged
from state.database import FILE_NAME, Store
from state.ids import new_id
from state.problems import StateError, damaged
from state.upkeep import Upkeep

Join = Callable[..., str]
START = datetime(2026, 11, 27, 14, 0, tzinfo=BRUSSELS)


def back_up(store: Store, moment: datetime | None = None) -> Backup:
    with store.read() as db:
        return backups.make(db.conn, store.folder, moment=moment)


def names_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in copy.execute("SELECT name FROM track ORDER BY position")]


def test_a_backup_holds_all_and_is_one_file(store: Store) -> None:
    tracks.add_track(store, "Gent")
    made = back_up(store, START)
    assert made.path.name == "000001_2026-11-27_1400.db"
    assert names_in(made.path) == ["Gent"]
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_where_nothing_changed_no_backup_is_made(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("state.database._CHECK_SECONDS", 0)
    made = back_up(store)
    for _time in range(3):
        assert store.check() is None
    assert back_up(store) == made
    tracks.add_track(store, "Gent")
    assert back_up(store).number == made.number + 1


def test_what_can_not_be_proved_leaves_the_older_ones(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = [_changed(store, START + timedelta(minutes=n)) for n in range(backups.LATEST)]
    prove = opening.prove

    def fail(path: Path) -> None:
        prove(path)
        raise StateError(damaged())

    with monkeypatch.context() as patch:
        patch.setattr(opening, "prove", fail)
        with pytest.raises(StateError):
            _changed(store, START + timedelta(hours=1))
    assert backups.listed(store.folder) == kept[::-1]
    assert len(list((store.folder / backups.FOLDER).iterdir())) == backups.LATEST


def _changed(store: Store, moment: datetime) -> Backup:
    tracks.add_track(store, f"{moment:%d %H:%M}")
    return back_up(store, moment)


def test_the_last_six_stay_and_one_a_day_of_two_weeks() -> None:
    made = [
        Backup(Path(str(number)), number, START + timedelta(hours=6 * number), 1)
        for number in range(120)
    ][::-1]
    gone = {one.number for one in backups.superfluous(made)}
    kept = [one for one in made if one.number not in gone]
    assert [one.number for one in kept[:6]] == [119, 118, 117, 116, 115, 114]
    days = [one.day for one in kept]
    assert len(set(days)) == backups.DAYS
    assert all(days.count(day) == 1 for day in set(days[6:]) - set(days[:6]))
    last = {day: max(one.number for one in made if one.day == day) for day in set(days)}
    assert set(last.values()) <= {one.number for one in kept}


def test_a_clock_that_is_set_back_lets_no_new_backup_go(store: Store) -> None:
    for hour in range(8):
        _changed(store, START + timedelta(days=300, hours=hour))
    made = [_changed(store, START + timedelta(hours=hour)) for hour in range(7)]
    listed = backups.listed(store.folder)
    assert listed[:6] == made[:0:-1]


def test_a_backup_is_made_at_the_start_while_a_meeting_runs_and_when_it_closes(
    store: Store, meeting: str
) -> None:
    def count() -> int:
        return len(backups.listed(store.folder))

    upkeep = Upkeep(store)
    upkeep.turn(1.0)
    assert count() == 1
    tracks.add_track(store, "Gent")
    upkeep.turn(300.0)
    assert count() == 1
    upkeep.turn(602.0)
    assert count() == 2
    meetings.close(store, meeting)
    upkeep.turn(604.0)
    assert count() == 3
    tracks.add_track(store, "Aalst")
    upkeep.turn(5000.0)
    assert count() == 3
    meetings.open_doors(store, meeting)
    upkeep.turn(5002.0)
    assert count() == 4


def answer(store: Store, activity: str, author: str, text: str) -> None:
    contributions.put(
        store, activity, author, "s1.why", new_id(), lambda _db, _row: Judged({"text": text})
    )


def shown(store: Store, meeting: str) -> tuple[list[str], list[str], int]:
    """Answers and people as pages are given them, and the revision."""
    with store.read() as db:
        moment = moments.at(store, db, meeting)
        found = moment.answers(moment.room.agenda[0]).all()
        names = [one.person.name for one in moment.attendees]
        return sorted(one.payload["text"] for one in found), names, moment.rev


def test_pages_show_what_was_restored_and_then_what_comes_after(
    store: Store, meeting: str, join: Join
) -> None:
    activity = meetings.add_activity(store, meeting, "line", {"version": 1}, 10)
    an = join("An")
    answer(store, activity, an, "een")
    made = back_up(store)
    answer(store, activity, an, "twee")
    bo = join("Bo")
    answer(store, activity, bo, "drie")
    texts, names, before = shown(store, meeting)
    assert (texts, names) == (["drie", "twee"], ["An", "Bo"])
    told: list[int] = []
    store.listeners.append(lambda: told.append(1))
    restore.restore(store, made.path)
    texts, names, after = shown(store, meeting)
    assert (texts, names) == (["een"], ["An"])
    assert after > before and told
    # Numbers of answers are used again, and nothing remembered of before may pass for them.
    answer(store, activity, an, "vier")
    assert shown(store, meeting)[0] == ["vier"]
    cy = join("Cy")
    answer(store, activity, cy, "vijf")
    assert shown(store, meeting)[:2] == (["vier", "vijf"], ["An", "Cy"])


def test_going_back_can_be_undone_and_keeps_who_is_signed_in(store: Store) -> None:
    tracks.add_track(store, "Gent")
    made = back_up(store)
    tracks.add_track(store, "Aalst")
    token = access.give_pass(store, "facilitator")
    restore.restore(store, made.path)
    assert [one.name for one in tracks.all_tracks(store)] == ["Gent"]
    with store.read() as db:
        assert access.holds(db, token, "facilitator")
    (before, *_older) = backups.listed(store.folder)
    restore.restore(store, before.path)
    assert [one.name for one in tracks.all_tracks(store)] == ["Gent", "Aalst"]


def test_who_was_erased_since_stays_erased(store: Store, meeting: str, join: Join) -> None:
    who = join("An")
    made = back_up(store)
    elsewhere = store.folder.parent / "export.db"
    elsewhere.write_bytes(made.path.read_bytes())
    erasing.person(store, who)
    restore.restore(store, elsewhere)
    assert [one.person.name for one in people.attendees(store, meeting)] == ["iemand van De Brug"]


def test_what_is_damaged_is_not_restored(store: Store, tmp_path: Path) -> None:
    tracks.add_track(store, "Gent")
    (tmp_path / "wrong.db").write_bytes(b"boodschappenlijst" * 1000)
    with pytest.raises(StateError, match="beschadigd"):
        restore.restore(store, tmp_path / "wrong.db")
    assert len(tracks.all_tracks(store)) == 1


def test_one_command_goes_back_while_the_app_runs(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ODV_DATA", str(store.folder))
    tracks.add_track(store, "Gent")
    made = back_up(store)
    tracks.add_track(store, "Aalst")
    seen = store.data_version()
    assert restore.main([]) == 0
    assert "1 traject, 0 bijeenkomsten" in capsys.readouterr().out
    assert restore.main([str(made.number)]) == 0
    assert store.data_version() != seen
    assert [one.name for one in tracks.all_tracks(store)] == ["Gent"]
    tracks.add_track(store, "Brugge")
    assert restore.main(["77"]) == 1


def test_one_command_goes_back_from_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    with closing(Store(tmp_path)) as store:
        tracks.add_track(store, "Gent")
        made = back_up(store)
    (tmp_path / FILE_NAME).write_bytes(b"kapot" * 5000)
    assert restore.main([str(made.number)]) == 0
    assert len(list(tmp_path.glob("beschadigd-*.db"))) == 1
    with closing(Store(tmp_path)) as store:
        assert [one.name for one in tracks.all_tracks(store)] == ["Gent"]


def test_a_backup_leaves_room_for_answers_and_leftovers_go(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(store)
    tracks.add_track(store, "Gent")
    old, new = (made.path.with_name(f"00000{n}_x.nieuw") for n in (7, 8))
    for path in (old, new):
        path.write_text("half")
    os.utime(old, (0, 0))
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=1_000_000))
        with pytest.raises(StateError, match="te weinig plaats"):
            back_up(store)
    back_up(store)
    assert (old.exists(), new.exists()) == (False, True)

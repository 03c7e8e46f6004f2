"""A data folder that closes, vanishes, is replaced and comes back, while the app runs.

The tests run as root too, whom no right to write stops: one lets a child that is not root meet real
rights, the others make a connection refuse, or put other things in the place of folder and file.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from state import backups, database, opening, settings, tracks
from state.database import Store
from state.problems import StateError

NOBODY = 65534


@pytest.fixture(autouse=True)
def _check_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_CHECK_SECONDS", 0)


def test_a_check_really_writes(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other:
        before = other.execute("PRAGMA data_version").fetchone()
        assert store.check() is None
        assert other.execute("PRAGMA data_version").fetchone() != before


def test_a_check_finds_trouble_before_anybody_writes_and_sees_it_go(store: Store) -> None:
    store._writer.conn.execute("PRAGMA query_only = ON")
    problem = store.check()
    assert problem is not None and "mag niet schrijven" in problem.text
    troubles = store.troubles
    store.look_after()
    assert (store.problem, store.troubles) == (None, troubles + 1)


def test_what_was_opened_while_writing_was_not_allowed_writes_once_it_is(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.put(store, "n", "1")
    connect = opening.connect
    monkeypatch.setattr(opening, "connect", lambda path, mode="rw": connect(path, "ro"))
    # Another connection keeps the log in place, as a second process would.
    with closing(Store(store.folder)) as later:
        assert settings.get(later, "n") == "1"
        with pytest.raises(StateError, match="mag niet schrijven"):
            settings.put(later, "n", "2")
        assert later.check() is not None
        monkeypatch.setattr(opening, "connect", connect)
        later.look_after()
        assert later.check() is None
        settings.put(later, "n", "2")
    assert settings.get(store, "n") == "2"


@pytest.mark.parametrize("in_use", [False, True])
def test_rights_that_are_taken_and_given_back_need_no_restart(in_use: bool) -> None:
    """`in_use`: another process has the file open, so that its log is there, closed to writing."""
    # pytest's own folders can't be entered by the user that the child becomes.
    folder = Path(tempfile.mkdtemp(prefix="odv-test-"))
    with closing(Store(folder)) as store:
        settings.put(store, "n", "1")
        other = opened_elsewhere(store) if in_use else None
    try:
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555 if in_use else 0o777)
        ask, told = start_as_another_user(folder)
        if in_use:
            ask.send("read")
            assert told() == "1"
        for asked in ("write", "check"):
            ask.send(asked)
            assert "mag niet schrijven" in told()
        folder.chmod(0o777)
        for path in folder.iterdir():
            if path.stat().st_uid == 0:
                path.chmod(0o666)
        for asked in ("check", "write"):
            ask.send(asked)
            assert told() == "ok"
        ask.send("read")
        assert told() == "2"
        ask.send("stop")
    finally:
        if other is not None:
            other.kill()
            other.wait()
        shutil.rmtree(folder)


def opened_elsewhere(store: Store) -> subprocess.Popen[str]:
    """A process that has the file open until its input ends. What SQLite knows of a log it would
    share with a child that is forked from here."""
    code = (
        "import sqlite3, sys\n"
        "opened = sqlite3.connect(sys.argv[1])\n"
        "print(opened.execute('SELECT count(*) FROM setting').fetchone(), flush=True)\n"
        "sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(store.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    return process


def start_as_another_user(folder: Path) -> tuple[Any, Callable[[], str]]:
    """A child with its own store that does what it is asked, and what it says of it."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def run() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        store = Store(folder)
        while (asked := theirs.recv()) != "stop":
            try:
                if asked == "read":
                    store.data_version()
                    theirs.send(settings.get(store, "n"))
                    continue
                if asked == "write":
                    settings.put(store, "n", "2")
                problem = store.check()
                theirs.send(problem.text if problem else "ok")
            except StateError as error:
                theirs.send(error.problem.text)

    context.Process(target=run, daemon=True).start()

    def told() -> str:
        assert ours.poll(20), "the child says nothing"
        return str(ours.recv())

    return ours, told


@pytest.mark.parametrize("instead", ["nothing", "a file", "an empty folder"])
def test_a_folder_that_vanishes_and_comes_back_is_used_again(store: Store, instead: str) -> None:
    """Whatever lies at its place meanwhile, as long as nobody can write there."""
    settings.put(store, "before", "1")
    elsewhere = store.folder.with_name("elsewhere")
    store.folder.rename(elsewhere)
    if instead == "a file":
        store.folder.write_text("geen map")
        with pytest.raises(StateError, match="kan nu niet bij haar gegevensmap"):
            settings.put(store, "during", "1")
        assert store.check() is not None
        store.folder.unlink()
        elsewhere.rename(store.folder)
        assert store.check() is None
    elif instead == "an empty folder":
        store.folder.mkdir()
    store.look_after()
    assert store.path.exists()
    settings.put(store, "after", "2")
    assert_kept(store, before="1", after="2")


def test_a_folder_in_the_place_of_the_file_stops_writing_until_it_is_empty(store: Store) -> None:
    settings.put(store, "before", "1")
    store.path.unlink()
    store.path.mkdir()
    (store.path / "foto.jpg").write_text("x")
    with pytest.raises(StateError, match="kan nu niet bij haar gegevensmap"):
        settings.put(store, "during", "1")
    (store.path / "foto.jpg").unlink()
    store.look_after()
    settings.put(store, "after", "2")
    assert_kept(store, before="1", after="2")


def test_a_log_that_is_deleted_loses_nothing(store: Store) -> None:
    settings.put(store, "before", "1")
    log = Path(f"{store.path}-wal")
    assert log.stat().st_size > 0
    log.unlink()
    store.look_after()
    settings.put(store, "after", "2")
    assert_kept(store, before="1", after="2")


def test_another_file_that_is_put_there_is_used_and_ours_kept(store: Store, tmp_path: Path) -> None:
    track = tracks.add_track(store, "Van daarnet")
    with closing(Store(tmp_path / "other")) as other:
        settings.put(other, "whose", "other")
        there = other.path
    # As `mv` does it: another file by the same name, with our log beside it.
    there.replace(store.path)
    store.look_after()
    settings.put(store, "after", "2")
    assert_kept(store, whose="other", after="2")
    (kept,) = backups.listed(store.folder)
    with closing(sqlite3.connect(kept.path)) as copy:
        assert copy.execute("SELECT id FROM track").fetchall() == [(track,)]


def test_what_is_no_database_of_ours_is_not_taken_and_nothing_is_lost(store: Store) -> None:
    settings.put(store, "before", "1")
    wrong = store.folder / "wrong"
    wrong.write_bytes(b"boodschappenlijst" * 1000)
    wrong.replace(store.path)
    with pytest.raises(StateError, match="beschadigd"):
        settings.put(store, "during", "1")
    store.path.unlink()
    settings.put(store, "after", "2")
    assert_kept(store, before="1", after="2")


def test_a_reader_that_ends_late_does_not_take_the_log_of_the_file_laid_back(store: Store) -> None:
    settings.put(store, "before", "1")
    with store.read():
        shutil.rmtree(store.folder)
        store.look_after()
        settings.put(store, "after", "2")
    assert Path(f"{store.path}-wal").exists()
    assert_kept(store, before="1", after="2")


def assert_kept(store: Store, **expected: str) -> None:
    """Also by another store, which reads only what is on disk."""
    assert {key: settings.get(store, key) for key in expected} == expected
    with closing(Store(store.folder)) as later:
        assert {key: settings.get(later, key) for key in expected} == expected
        with later.read() as db:
            assert db.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)

"""The database file survives what happens to laptops."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from queue import Empty

import pytest

from state import settings, tracks
from state.database import FILE_NAME, Store
from state.pool import READERS
from state.problems import Refused, StateError

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


def count_up(store: Store) -> int:
    """Read a number and write the next one, in one transaction."""
    with store.write() as db:
        row = db.conn.execute("SELECT value FROM setting WHERE key = 'n'").fetchone()
        number = int(row[0]) + 1 if row else 1
        db.conn.execute("INSERT OR REPLACE INTO setting VALUES ('n', ?)", [str(number)])
    return number


def fill(store: Store, key: str, size: int = 20_000) -> None:
    settings.put(store, key, "x" * size)


def python(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


COUNT_UP = """
import sys
from pathlib import Path
from state.database import Store
store = Store(Path(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    with store.write() as db:
        row = db.conn.execute("SELECT value FROM setting WHERE key = 'n'").fetchone()
        number = int(row[0]) + 1 if row else 1
        db.conn.execute("INSERT OR REPLACE INTO setting VALUES ('n', ?)", [str(number)])
    print(number, flush=True)
"""


def test_what_is_written_is_read_also_by_a_store_opened_later(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store:
        settings.put(store, "n", "Ayşe 👋🏽 مرحبا")
        assert settings.get(store, "n") == "Ayşe 👋🏽 مرحبا"
    with closing(Store(tmp_path)) as store:
        assert settings.get(store, "n") == "Ayşe 👋🏽 مرحبا"


def test_an_exception_in_a_write_rolls_back_all_of_it(store: Store) -> None:
    settings.put(store, "n", "1")
    with pytest.raises(Refused), store.write() as db:
        db.table("setting").insert({"key": "a", "value": "b"})
        db.conn.execute("UPDATE setting SET value = '2' WHERE key = 'n'")
        raise Refused("nee")
    assert (settings.get(store, "a"), settings.get(store, "n")) == (None, "1")
    assert store.problem is None


def test_an_error_of_sqlite_in_a_write_rolls_back_all_of_it(store: Store) -> None:
    with pytest.raises(StateError), store.write() as db:
        db.table("setting").insert({"key": "a", "value": "b"})
        db.conn.execute("INSERT INTO nowhere VALUES (1)")
    assert settings.get(store, "a") is None
    assert store.problem is not None
    settings.put(store, "a", "c")
    assert store.problem is None


def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(StateError), store.read() as db:
        db.conn.execute("DELETE FROM setting")


def test_a_read_sees_one_state_while_others_write(store: Store) -> None:
    settings.put(store, "n", "1")
    query = "SELECT value FROM setting WHERE key = 'n'"
    with store.read() as db:
        before = db.conn.execute(query).fetchone()
        settings.put(store, "n", "2")
        assert db.conn.execute(query).fetchone() == before
    assert settings.get(store, "n") == "2"


def test_listeners_are_told_of_commits_and_not_what_was_rolled_back(store: Store) -> None:
    told: list[int] = []
    store.listeners.append(lambda: told.append(1))
    settings.put(store, "n", "1")
    with pytest.raises(Refused), store.write():
        raise Refused("nee")
    assert len(told) == 1


def test_eight_threads_that_read_and_then_write_never_lock_each_other_out(store: Store) -> None:
    def work(_: int) -> None:
        for _time in range(100):
            count_up(store)
            settings.get(store, "n")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert settings.get(store, "n") == "800"


def test_a_second_process_may_write_at_the_same_time(store: Store) -> None:
    other = python(COUNT_UP, str(store.folder), "200")
    own = 0
    while other.poll() is None:
        count_up(store)
        own += 1
    assert other.returncode == 0
    assert own > 0 and settings.get(store, "n") == str(own + 200)
    other.communicate()


HARDLY_PAUSE = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
while True:
    connection.execute("BEGIN IMMEDIATE")
    time.sleep(0.1)
    connection.execute("COMMIT")
    print("free", flush=True)
    time.sleep(0.001)
"""


def test_a_process_that_writes_nearly_all_the_time_keeps_nobody_out(store: Store) -> None:
    other = python(HARDLY_PAUSE, str(store.path))
    assert other.stdout is not None and other.stdout.readline() == "free\n"
    try:
        for number in range(1, 9):
            assert count_up(store) == number
            # Until the other process writes again.
            time.sleep(0.02)
    finally:
        other.kill()
        other.communicate()


def test_the_watcher_sees_the_commits_of_other_processes(store: Store) -> None:
    before = store.data_version()
    python(COUNT_UP, str(store.folder), "1").communicate(timeout=60)
    assert store.data_version() != before


def test_processes_that_start_together_all_open_a_new_data_folder(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")

    def open_it(folder: Path, barrier: threading.Barrier) -> None:
        barrier.wait()
        Store(folder).close()

    for attempt in range(4):
        barrier = context.Barrier(4)
        processes = [
            context.Process(target=open_it, args=(tmp_path / str(attempt), barrier))
            for _ in range(4)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        assert [process.exitcode for process in processes] == [0] * 4


def test_all_that_was_reported_saved_is_there_after_a_kill_in_the_middle_of_writing(
    tmp_path: Path,
) -> None:
    for _time in range(3):
        writer = python(COUNT_UP, str(tmp_path), "100000")
        assert writer.stdout is not None
        reported = [int(writer.stdout.readline()) for _ in range(60)]
        os.kill(writer.pid, signal.SIGKILL)
        reported += [int(line) for line in writer.stdout.readlines() if line.endswith("\n")]
        writer.wait()
        writer.stdout.close()
        with closing(Store(tmp_path)) as store:
            assert int(settings.get(store, "n") or 0) >= reported[-1]
            with store.read() as db:
                assert db.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("with_sidecars", [False, True])
def test_a_file_deleted_under_a_running_app_is_laid_back_at_the_next_write(
    store: Store, with_sidecars: bool
) -> None:
    settings.put(store, "before", "1")
    remove_file(store, with_sidecars)
    settings.put(store, "after", "2")
    assert_laid_back(store)


def test_a_deleted_folder_is_laid_back(store: Store) -> None:
    settings.put(store, "before", "1")
    shutil.rmtree(store.folder)
    settings.put(store, "after", "2")
    assert_laid_back(store)


def test_a_deleted_file_is_laid_back_also_when_many_read_before_anybody_writes(
    store: Store,
) -> None:
    settings.put(store, "before", "1")
    remove_file(store, with_sidecars=True)
    ready = threading.Barrier(READERS)

    def read(_: int) -> str | None:
        ready.wait()
        with store.read() as db:
            # At the same time, so that the pool has to open new connections.
            ready.wait()
            row = db.conn.execute("SELECT value FROM setting WHERE key = 'before'").fetchone()
            return str(row[0])

    with ThreadPoolExecutor(READERS) as pool:
        assert list(pool.map(read, range(READERS))) == ["1"] * READERS
    settings.put(store, "after", "2")
    assert_laid_back(store)


def remove_file(store: Store, with_sidecars: bool) -> None:
    store.path.unlink()
    if with_sidecars:
        for suffix in ("-wal", "-shm"):
            Path(f"{store.path}{suffix}").unlink(missing_ok=True)


def assert_laid_back(store: Store) -> None:
    assert [settings.get(store, key) for key in ("before", "after")] == ["1", "2"]
    store.close()
    with closing(Store(store.folder)) as later:
        assert [settings.get(later, key) for key in ("before", "after")] == ["1", "2"]


@pytest.mark.parametrize("writable", ["nothing", "folder"])
def test_a_read_only_data_folder_is_said_in_dutch(writable: str) -> None:
    # pytest's own folders can't be entered by the user that the child becomes.
    folder = Path(tempfile.mkdtemp(prefix="odv-test-"))
    try:
        with closing(Store(folder)) as store:
            settings.put(store, "n", "1")
        (folder / FILE_NAME).chmod(0o444)
        folder.chmod(0o777 if writable == "folder" else 0o555)
        assert "mag niet schrijven in haar gegevensmap" in sentence_of_another_user(folder)
        folder.chmod(0o755)
        (folder / FILE_NAME).chmod(0o644)
        with closing(Store(folder)) as store:
            assert settings.get(store, "n") == "1"
    finally:
        shutil.rmtree(folder)


def sentence_of_another_user(folder: Path) -> str:
    """What the store says to somebody who isn't root, whom no right to write would stop."""
    context = multiprocessing.get_context("fork")
    answers = context.Queue()

    def open_it() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        try:
            settings.put(Store(folder), "n", "2")
            answers.put("it wrote")
        except StateError as error:
            answers.put(f"{error.problem.text} {error.problem.fix}")

    process = context.Process(target=open_it)
    process.start()
    try:
        return str(answers.get(timeout=20))
    except Empty:
        return "nothing came back"
    finally:
        process.join()


def test_a_write_that_is_not_allowed_says_so_and_later_writes_work(store: Store) -> None:
    settings.put(store, "n", "1")
    store._writer.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(StateError, match="mag niet schrijven"):
        settings.put(store, "n", "2")
    assert store.problem is not None and "Geef schrijfrechten" in store.problem.fix
    assert settings.get(store, "n") == "1"
    store._writer.conn.execute("PRAGMA query_only = OFF")
    settings.put(store, "n", "3")
    assert store.problem is None and settings.get(store, "n") == "3"


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store, store.write() as db:
        db.table("_sqlite_migrations").insert(
            {"migration_set": "odv", "name": "of_next_year", "applied_at": "2027-01-01"}
        )
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StateError, match="nieuwere versie") as caught:
        Store(tmp_path)
    assert "Start de nieuwste versie" in caught.value.problem.fix
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"boodschappenlijst" * 1000)
    with pytest.raises(StateError, match="beschadigd"):
        Store(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == b"boodschappenlijst" * 1000


def test_a_data_folder_that_is_a_file_is_said_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("geen map")
    with pytest.raises(StateError, match="gegevensmap"):
        Store(tmp_path / "data")


def test_a_full_disk_loses_nothing_and_the_meeting_goes_on(store: Store) -> None:
    track = tracks.add_track(store, "Gent")
    writer = store._writer.conn
    (pages,) = writer.execute("PRAGMA page_count").fetchone()
    writer.execute(f"PRAGMA max_page_count = {pages + 8}")
    saved = []
    with pytest.raises(StateError, match="schijf van deze laptop is vol") as caught:
        for number in range(100):
            fill(store, f"key {number}")
            saved.append(number)
    assert saved and caught.value.problem == store.problem
    assert "sturen hun antwoord vanzelf opnieuw" in caught.value.problem.fix
    assert all(settings.get(store, f"key {number}") is not None for number in saved)
    assert settings.get(store, f"key {len(saved)}") is None
    assert tracks.track(store, track).name == "Gent"

    writer.execute("PRAGMA max_page_count = 1000000")
    fill(store, "once there is room")
    assert store.problem is None
    assert settings.get(store, "once there is room") is not None


def test_a_copy_made_while_others_write_is_consistent(store: Store, tmp_path: Path) -> None:
    stop = threading.Event()

    def write_pairs() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with store.write() as db:
                for key in ("left", "right"):
                    db.conn.execute(
                        "INSERT OR REPLACE INTO setting VALUES (?, ?)", [key, str(number)]
                    )

    with_writer(write_pairs, stop, lambda: copy_and_check(store, tmp_path))


def copy_and_check(store: Store, tmp_path: Path) -> None:
    for number in range(10):
        target = tmp_path / f"copy-{number}.db"
        store.copy_to(target)
        with closing(sqlite3.connect(target)) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            values = copy.execute("SELECT value FROM setting").fetchall()
        assert len(set(values)) <= 1 and len(values) in (0, 2)


def with_writer(write: Callable[[], None], stop: threading.Event, work: Callable[[], None]) -> None:
    thread = threading.Thread(target=write)
    thread.start()
    try:
        time.sleep(0.05)
        work()
    finally:
        stop.set()
        thread.join()


def test_a_write_within_a_write_is_part_of_the_outer_one(store: Store) -> None:
    with store.write():
        settings.put(store, "a", "1")
        with pytest.raises(Refused), store.write():
            settings.put(store, "b", "2")
            raise Refused("toch niet")
        settings.put(store, "c", "3")
    assert [settings.get(store, key) for key in "abc"] == ["1", None, "3"]


def test_when_the_outer_write_fails_nothing_of_the_inner_one_is_left(store: Store) -> None:
    with pytest.raises(Refused), store.write():
        settings.put(store, "a", "1")
        raise Refused("toch niet")
    assert settings.get(store, "a") is None


def test_the_outer_write_tells_once(store: Store) -> None:
    told: list[int] = []
    store.listeners.append(lambda: told.append(1))
    with store.write():
        settings.put(store, "a", "1")
        settings.put(store, "b", "2")
    assert told == [1]

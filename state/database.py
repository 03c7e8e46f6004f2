"""The database file: connections to read with, and the one function that writes.

SQLite in WAL mode with `synchronous=FULL`: what `write` has committed survives kill -9 and a
pulled plug. Readers come from a small pool, because each script run has a thread of its own.
"""

from __future__ import annotations

import logging
import os
import queue
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from state.problems import Problem, StateError, from_sqlite, newer_version
from state.schema import migrations

FILE_NAME = "over-de-vloer.db"
_BUSY_MS = 5000
_START_MS = 30_000
READERS = 4
_log = logging.getLogger(__name__)


def data_folder() -> Path:
    """The folder of ODV_DATA, by default `data` in the current folder."""
    return Path(os.environ.get("ODV_DATA", "data")).resolve()


class Store:
    """One data folder. Safe to use from many threads.

    `problem` holds the trouble of the latest failed write until a write succeeds again, and
    `troubles` rises whenever it changes;
    `listeners` are called without arguments after each commit, from the thread that wrote.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.problem: Problem | None = None
        self.troubles = 0
        self.listeners: list[Callable[[], None]] = []
        self._lock = threading.RLock()
        self._readers: queue.LifoQueue[Database] = queue.LifoQueue()
        self._turns = threading.BoundedSemaphore(READERS)
        self._mine = threading.local()
        self._generation = 0
        self._watcher: Database | None = None
        self._watched = 0
        self._writer = self._open_writer()

    @contextmanager
    def read(self) -> Iterator[Database]:
        """Lend a connection that sees one consistent state of the data.

        A read within a read sees the same state. Raises StateError when SQLite can't read.
        """
        outer: Database | None = getattr(self._mine, "reader", None)
        if outer is not None:
            yield outer
            return
        # After a step three hundred phones ask at once. Sharing a few connections is faster than
        # opening one for each, as only one thread runs Python at a time anyhow.
        with self._turns, self._reader() as db:
            self._mine.reader = db
            try:
                db.conn.execute("BEGIN")
                yield db
            except sqlite3.Error as error:
                raise StateError(from_sqlite(error)) from error
            finally:
                self._mine.reader = None

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Lend the writing connection within one transaction, committed at the end.

        Any exception rolls back everything. SQLite's own errors become StateError. A write within
        a write belongs to the outer one: an exception rolls back its own part, and what is left
        is committed with the whole.
        """
        with self._lock:
            if self._writer.conn.in_transaction:
                with _part_of(self._writer):
                    yield self._writer
                return
            self._heal_missing_file()
            connection = self._writer.conn
            try:
                # IMMEDIATE: a plain BEGIN that reads first and writes later fails when
                # another process wrote in between.
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield self._writer
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                _log.warning("write failed: %s", error)
                raise self._failed(from_sqlite(error)) from error
            if self.problem is not None:
                self.problem, self.troubles = None, self.troubles + 1
        self._tell()

    def data_version(self) -> int:
        """A number that changes with each commit of another connection or process."""
        if self._watcher is None or self._watched != self._generation:
            self._watcher, self._watched = self._connect(), self._generation
        (version,) = self._watcher.conn.execute("PRAGMA data_version").fetchone()
        return int(version)

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the database to the file `target`, while others go on."""
        with closing(sqlite3.connect(target)) as copy:
            self.copy_into(copy)

    def copy_into(self, copy: sqlite3.Connection) -> None:
        """Fill another database with a consistent copy, while others go on."""
        with self.read() as db:
            db.conn.execute("COMMIT")
            db.conn.backup(copy)

    def close(self) -> None:
        """Close all connections; the store can't be used after this."""
        self._generation += 1
        while not self._readers.empty():
            self._readers.get_nowait().conn.close()
        self._writer.conn.close()

    def _failed(self, problem: Problem) -> StateError:
        if self.problem != problem:
            self.problem, self.troubles = problem, self.troubles + 1
            self._tell()
        return StateError(problem)

    def _tell(self) -> None:
        for listener in self.listeners:
            listener()

    @contextmanager
    def _reader(self) -> Iterator[Database]:
        """A connection of the pool, or a new one, that goes back when it still belongs there."""
        generation = self._generation
        try:
            db = self._readers.get_nowait()
        except queue.Empty:
            db = self._open_reader()
        try:
            yield db
        finally:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            if generation == self._generation:
                self._readers.put(db)
            else:
                db.conn.close()

    def _connect(self, mode: Literal["rw", "rwc"] = "rw") -> Database:
        # Only the writer may create the file (rwc). If a reader created an empty one after a
        # deletion, the writer would not notice that it has to restore the file. isolation_level
        # None: transactions are ours to begin and end.
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}", uri=True,
            isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000,
        )  # fmt: skip
        connection.execute("PRAGMA foreign_keys = ON")
        return Database(connection)

    def _open_reader(self) -> Database:
        if not self.path.exists():
            with self._lock:
                self._heal_missing_file()
        try:
            db = self._connect()
            db.conn.execute("PRAGMA query_only = ON")
        except sqlite3.Error as error:
            raise StateError(from_sqlite(error)) from error
        return db

    def _open_writer(self) -> Database:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            db = self._connect("rwc")
            # Wait longer at the start, since several processes may be creating the tables.
            db.conn.execute(f"PRAGMA busy_timeout = {_START_MS}")
            _switch_to_wal(db.conn)
            db.conn.execute("PRAGMA synchronous = FULL")
            _migrate(db)
            db.conn.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        except sqlite3.Error as error:
            raise StateError(from_sqlite(error)) from error
        except OSError as error:
            raise StateError(from_sqlite(sqlite3.OperationalError("unable to open"))) from error
        return db

    def _heal_missing_file(self) -> None:
        """Restore the database file when it was moved or deleted while the app runs.

        The open connection still holds every page, so nothing is lost by copying it out.
        """
        if self.path.exists():
            return
        try:
            self._lay_back()
        except (sqlite3.Error, OSError) as error:
            raise self._failed(from_sqlite(sqlite3.OperationalError("unable to open"))) from error

    def _lay_back(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        rescue = self.path.with_suffix(".terug")
        with sqlite3.connect(rescue) as copy:
            self._writer.conn.backup(copy)
        copy.close()
        self.close()
        for suffix in ("-wal", "-shm"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        shutil.move(rescue, self.path)
        self._writer = self._open_writer()
        _log.warning("the database file was missing and has been laid back: %s", self.path)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    # Of processes that start together one switches to WAL; for this SQLite ignores the timeout of
    # the others, so they retry here.
    deadline = time.monotonic() + _START_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


@contextmanager
def _part_of(writer: Database) -> Iterator[None]:
    writer.conn.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        # On a full disk SQLite may have rolled back the whole transaction itself.
        if writer.conn.in_transaction:
            writer.conn.execute("ROLLBACK TO part")
            writer.conn.execute("RELEASE part")
        raise
    writer.conn.execute("RELEASE part")


def _migrate(db: Database) -> None:
    """Bring the tables up to this version; refuse a file of a later one."""
    known = {migration.name for migration in migrations._migrations}
    if any(applied.name not in known for applied in migrations.applied(db)):
        raise StateError(newer_version())
    if migrations.pending(db):
        # Two processes may start at the same time: the second waits here, and finds all done.
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            migrations.apply(db)
            db.conn.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise

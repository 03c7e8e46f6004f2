"""The database file: connections to read with, and the one function that writes.

SQLite in WAL mode with `synchronous=FULL`: what `write` has committed survives kill -9 and a
pulled plug. Readers come from a small pool (`state/pool.py`).
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from state import backups, changes, opening, revisions
from state.pool import ReaderPool
from state.problems import Problem, StateError, from_sqlite, not_reached, read_only

FILE_NAME = "over-de-vloer.db"
_CHECK_SECONDS = 1.0
_CHECKS = 1_000_000
_HOLD_SECONDS = 1.0
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
        self._readers = ReaderPool(self.path, self._make_present)
        self._mine = threading.local()
        self._watcher: Database | None = None
        self._watched = 0
        self._checked = -_CHECK_SECONDS
        # Whether the last write failed: the next one opens the file anew.
        self._doubted = False
        # Whether something that was deleted may still be in the file or its log.
        self._remains = False
        # Whether there is no open connection to write with.
        self._closed = False
        self._retired: list[Database] = []
        self._writer = opening.writer(self.path)
        self._file = self._here()

    @contextmanager
    def read(self) -> Iterator[Database]:
        """Lend a connection that sees one consistent state of the data.

        A read within a read sees the same state. Raises StateError when SQLite can't read.
        """
        outer: Database | None = getattr(self._mine, "reader", None)
        if outer is not None:
            yield outer
            return
        with self._readers.lend() as db:
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
            if self._in_write():
                with _part_of(self._writer):
                    yield self._writer
                return
            self._heal()
            connection = self._writer.conn
            try:
                opening.begin_writing(connection)
                try:
                    yield self._writer
                    changes.record(self._writer)
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                _log.warning("write failed: %s", error)
                self._doubted = True
                raise self._failed(from_sqlite(error)) from error
            if self.problem is not None:
                self.problem, self.troubles = None, self.troubles + 1
        self._tell()

    def data_version(self) -> int:
        """A number that changes with each commit of another connection or process."""
        if self._watcher is None or self._watched != self._readers.generation:
            self._watcher, self._watched = opening.connect(self.path), self._readers.generation
        (version,) = self._watcher.conn.execute("PRAGMA data_version").fetchone()
        return int(version)

    def check(self) -> Problem | None:
        """Whether data can be written now, found out by writing: None when it can.

        What a transaction holds back until its end proves nothing of the disk, so one small number
        of the file that nothing else uses (`user_version`) is really stored; at most once a second.
        """
        with self._lock:
            if self._in_write():
                return self.problem
            if time.monotonic() - self._checked >= _CHECK_SECONDS:
                with suppress(StateError), self.write() as db:
                    (number,) = db.conn.execute("PRAGMA user_version").fetchone()
                    db.conn.execute(f"PRAGMA user_version = {(number + 1) % _CHECKS}")
                self._checked = time.monotonic()
            return self.problem

    def look_after(self) -> None:
        """Heal what can be healed without anybody writing; call it every few seconds."""
        with self._lock:
            if self._here() != self._file or self.problem is not None:
                self.check()
            if self._remains and self.problem is None:
                self.compact()

    def compact(self) -> bool:
        """Write the file anew, so that nothing of what was deleted is left in it or in its log.

        False, with the reason logged, when that was not possible now: `look_after` tries again.
        """
        with self._lock:
            self._heal()
            self._remains = True
            try:
                self._writer.conn.execute("VACUUM")
                busy, *_pages = self._writer.conn.execute(
                    "PRAGMA wal_checkpoint(TRUNCATE)"
                ).fetchone()
            except sqlite3.Error as error:
                _log.warning("the file could not be written anew: %s", error)
                return False
            self._remains = bool(busy)
            return not busy

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the database to the file `target`, while others go on."""
        with closing(sqlite3.connect(target)) as copy:
            self.copy_into(copy)

    def copy_into(self, copy: sqlite3.Connection) -> None:
        """Fill another database with a consistent copy, while others go on."""
        with self.read() as db:
            db.conn.execute("COMMIT")
            db.conn.backup(copy)

    def fill_from(self, source: sqlite3.Connection) -> None:
        """Put the content of another database in the place of all there is, in one transaction.
        Raises StateError, with nothing changed."""
        with self._lock:
            self._heal()
            try:
                source.backup(self._writer.conn)
            except sqlite3.Error as error:
                self._doubted = True
                raise self._failed(from_sqlite(error)) from error
        self._tell()

    def close(self) -> None:
        """Close all connections; the store can't be used after this."""
        self._readers.empty()
        for one in (self._writer, *self._retired):
            one.conn.close()

    def _failed(self, problem: Problem) -> StateError:
        if self.problem != problem:
            self.problem, self.troubles = problem, self.troubles + 1
            self._tell()
        return StateError(problem)

    def _tell(self) -> None:
        for listener in self.listeners:
            listener()

    def _in_write(self) -> bool:
        return not self._closed and self._writer.conn.in_transaction

    def _make_present(self) -> None:
        with self._lock:
            self._heal()

    def _here(self) -> opening.Identity:
        return opening.identity(self.path)

    def _heal(self) -> None:
        """Make writing possible again where the file was moved, replaced or closed to writing.

        Cheap while nothing happened. Raises StateError while nothing can be done.
        """
        here = self._here()
        if here == self._file and not self._doubted:
            return
        try:
            if self._closed:
                self._open_closed()
            elif here[0] is None or (here[0] == self._file[0] and here != self._file):
                self._lay_back()
            elif here[0] != self._file[0]:
                self._take_what_was_put_there()
            else:
                self._open_again()
        except StateError as error:
            raise self._failed(error.problem) from error
        except sqlite3.Error as error:
            raise self._failed(from_sqlite(error)) from error
        except OSError as error:
            raise self._failed(not_reached()) from error

    def _open_again(self) -> None:
        """Open the same file anew: SQLite goes on refusing on a connection that it opened while
        writing was not allowed."""
        if self.problem != read_only():
            doubted = self._writer
            self._go_on_with(opening.writer(self.path))
            self._retired.remove(doubted)
            doubted.conn.close()
            return
        # What SQLite found of the log it keeps for all connections of a process, for as long as one
        # of them is open.
        with self._readers.held_back(_HOLD_SECONDS) as alone:
            if not alone:
                raise StateError(read_only())
            for one in (self._watcher, self._writer):
                if one is not None:
                    one.conn.close()
            self._watcher, self._closed = None, True
            self._open_closed()

    def _open_closed(self) -> None:
        """Open the file after everything was closed, or when that failed before."""
        if self._here()[0] is None:
            raise StateError(not_reached())
        self._writer = opening.writer(self.path)
        self._file, self._doubted, self._closed = self._here(), False, False

    def _lay_back(self) -> None:
        """Restore the file, or its log, that was moved or deleted while the app runs: the open
        connection still holds every page, so nothing is lost by copying it out."""
        self.folder.mkdir(parents=True, exist_ok=True)
        rescue = self.path.with_suffix(".terug")
        rescue.unlink(missing_ok=True)
        with closing(sqlite3.connect(rescue)) as copy:
            self._writer.conn.backup(copy)
        if self.path.is_dir():
            # Only an empty folder goes away by this; one with files in it is for a person to judge.
            self.path.rmdir()
        opening.remove_log(self.path)
        rescue.replace(self.path)
        self._go_on_with(opening.writer(self.path))
        _log.warning("the database file was missing and has been laid back: %s", self.path)

    def _take_what_was_put_there(self) -> None:
        """Go on with another file that somebody put in the place of ours; ours is kept as a
        backup."""
        opening.prove(self.path)
        backups.make(self._writer.conn, self.folder)
        if self._here()[1] == self._file[1]:
            # SQLite would carry out our log on the file that it does not belong to.
            opening.remove_log(self.path)
        found = opening.writer(self.path)
        with opening.closed_on_failure(found):
            revisions.rise_above(found, revisions.everything(self._writer))
        self._go_on_with(found)
        _log.warning("another database file was found and is used from now on: %s", self.path)

    def _go_on_with(self, writer: Database) -> None:
        """Use another connection from now on. The last connection to a file deletes, by its name,
        the log beside it, which may be that of the new file by now: one stays open for good."""
        self._retired.append(self._writer)
        self._readers.empty()
        self._writer = writer
        self._file, self._doubted = self._here(), False


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

"""Opens the database file: connections, the tables of this version, and which file it is."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from sqlite_utils import Database
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random

from state import changes
from state.problems import (
    StateError,
    damaged,
    from_sqlite,
    newer_version,
    not_reached,
    read_only,
)
from state.schema import migrations

_BUSY_MS = 5000
_START_MS = 30_000
_TRY_AGAIN_S = 0.005
Identity = tuple[tuple[int, int] | None, tuple[int, int] | None]


def connect(path: Path, mode: Literal["ro", "rw", "rwc"] = "rw") -> Database:
    """A connection to the file; transactions are the caller's to begin and end.

    Only a writer may create the file (`rwc`): if a reader created an empty one after a deletion,
    the writer would not notice that it has to restore the file.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True,
        isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000,
    )  # fmt: skip
    connection.execute("PRAGMA foreign_keys = ON")
    return Database(connection)


def writer(path: Path) -> Database:
    """The connection that writes, with all tables of this version; the folder is made when it is
    not there. Raises StateError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _open_log_to_writing(path)
        db = connect(path, "rwc")
        with closed_on_failure(db):
            # Wait longer at the start, since several processes may be creating the tables.
            db.conn.execute(f"PRAGMA busy_timeout = {_START_MS}")
            _switch_to_wal(db.conn)
            db.conn.execute("PRAGMA synchronous = FULL")
            # What is deleted is overwritten, so that nothing of it is left in the file.
            db.conn.execute("PRAGMA secure_delete = ON")
            migrate(db)
            changes.watch(db)
            db.conn.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    except sqlite3.Error as error:
        closed = "unable to open" in str(error) and path.is_file()
        raise StateError(read_only() if closed else from_sqlite(error)) from error
    except OSError as error:
        raise StateError(not_reached()) from error
    return db


def begin_writing(connection: sqlite3.Connection) -> None:
    """Begin a transaction that may write, as soon as no other process writes.

    Raises sqlite3.OperationalError ('database is locked') after the timeout of the connection.
    """
    # IMMEDIATE: a plain BEGIN that reads first and writes later fails when another process wrote in
    # between.
    _as_soon_as_free(connection, "BEGIN IMMEDIATE")


def identity(path: Path) -> Identity:
    """Which files lie at the path and beside it as its log (`-wal`), as the disk numbers them.

    Another number means that somebody put another file there; None that there is none.
    """
    return _number(path), _number(Path(f"{path}-wal"))


def remove_log(path: Path) -> None:
    """Delete the log beside a database file, and its index."""
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def connect_unused(path: Path) -> sqlite3.Connection:
    """A connection that only reads a file which nobody changes, and leaves nothing beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def prove(path: Path) -> None:
    """Check that a file that nobody uses is a whole database of ours, without changing anything.

    Raises StateError when it is damaged, no database of ours, or of a later version.
    """
    try:
        with closing(connect_unused(path)) as connection:
            whole = connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
            db = Database(connection)
            ours = {"person", "revision"} <= set(db.table_names())
            if not whole or not ours:
                raise StateError(damaged())
            if unknown_migrations(db):
                raise StateError(newer_version())
    except sqlite3.Error as error:
        raise StateError(from_sqlite(error)) from error


@contextmanager
def closed_on_failure(db: Database) -> Iterator[None]:
    """Close a connection when what is done with it fails."""
    try:
        yield
    except BaseException:
        db.conn.close()
        raise


def unknown_migrations(db: Database) -> bool:
    """Whether a later version of the app made tables in this database."""
    known = {migration.name for migration in migrations._migrations}
    return any(applied.name not in known for applied in migrations.applied(db))


def migrate(db: Database) -> None:
    """Bring the tables up to this version; refuse a file of a later one."""
    if unknown_migrations(db):
        raise StateError(newer_version())
    if migrations.pending(db):
        # Two processes may start at the same time: the second waits here, and finds all done.
        begin_writing(db.conn)
        try:
            migrations.apply(db)
            db.conn.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


def _number(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    # A folder in the place of the file holds no data: it counts as nothing being there.
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _open_log_to_writing(path: Path) -> None:
    # SQLite makes the log with the rights of the file. Where those were taken and given back, the
    # log stays closed to writing unless it gets them too.
    for beside in (Path(f"{path}-wal"), Path(f"{path}-shm")):
        with suppress(OSError):
            mode = stat.S_IMODE(path.stat().st_mode)
            if stat.S_IMODE(beside.stat().st_mode) != mode:
                beside.chmod(mode)


def _as_soon_as_free(connection: sqlite3.Connection, statement: str) -> None:
    # SQLite itself waits up to 0.1 s between two attempts, and a process that writes all the time
    # leaves the file free for less than a millisecond: the other one would hardly ever get it.
    (timeout_ms,) = connection.execute("PRAGMA busy_timeout").fetchone()
    attempts = Retrying(
        retry=retry_if_exception(_is_locked),
        wait=wait_random(0, _TRY_AGAIN_S),
        stop=stop_after_delay(timeout_ms / 1000),
        reraise=True,
    )
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        attempts(connection.execute, statement)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {timeout_ms}")


def _is_locked(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    # Of processes that start together one switches to WAL; for this SQLite ignores the timeout of
    # the others.
    _as_soon_as_free(connection, "PRAGMA journal_mode = WAL")

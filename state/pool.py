"""A few connections that only read, lent to whoever asks."""

from __future__ import annotations

import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from state import opening
from state.problems import StateError, from_sqlite

READERS = 4


class ReaderPool:
    """Connections to the file at `path`. `make_present` is called when no file lies there, to lay
    it back; it raises StateError when it can't."""

    def __init__(self, path: Path, make_present: Callable[[], None]) -> None:
        self._path = path
        self._make_present = make_present
        self._free: queue.LifoQueue[Database] = queue.LifoQueue()
        self._turns = threading.BoundedSemaphore(READERS)
        # Rises when all connections become useless, because another file lies at the path.
        self.generation = 0

    @contextmanager
    def lend(self) -> Iterator[Database]:
        """A connection that is free, or a new one; it goes back when it still belongs here."""
        # After a step three hundred phones ask at once. Sharing a few connections is faster than
        # opening one for each, as only one thread runs Python at a time anyhow.
        with self._turns:
            generation = self.generation
            try:
                db = self._free.get_nowait()
            except queue.Empty:
                db = self._open()
            try:
                yield db
            finally:
                if db.conn.in_transaction:
                    db.conn.execute("ROLLBACK")
                if generation == self.generation:
                    self._free.put(db)
                else:
                    db.conn.close()

    @contextmanager
    def held_back(self, seconds: float) -> Iterator[bool]:
        """Lend nothing meanwhile; gives whether all that was lent came back within these seconds,
        and was closed."""
        deadline = time.monotonic() + seconds
        back = 0
        while back < READERS and self._turns.acquire(timeout=max(0, deadline - time.monotonic())):
            back += 1
        try:
            if back == READERS:
                self.empty()
            yield back == READERS
        finally:
            for _turn in range(back):
                self._turns.release()

    def empty(self) -> None:
        """Close what is free, and what is lent when it comes back."""
        self.generation += 1
        while not self._free.empty():
            self._free.get_nowait().conn.close()

    def _open(self) -> Database:
        if opening.identity(self._path)[0] is None:
            self._make_present()
        try:
            db = opening.connect(self._path)
            db.conn.execute("PRAGMA query_only = ON")
        except sqlite3.Error as error:
            raise StateError(from_sqlite(error)) from error
        return db

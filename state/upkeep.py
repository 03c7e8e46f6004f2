"""What the server does for the data of itself, every few seconds, while it runs."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from time import monotonic

from state import backups, erasing, meetings
from state.database import Store
from state.problems import StateError

_TURN_SECONDS = 2.0
_BACKUP_SECONDS = 600.0
_SWEEP_SECONDS = 24 * 3600.0
_log = logging.getLogger(__name__)


class Upkeep:
    """Looks after one store: heals it, makes backups and lets go what is to go.

    A backup is made at the start, every ten minutes while a meeting runs, and when one closes.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sweep_at = 0.0
        self._backup_at = 0.0
        self._running: frozenset[str] = frozenset()

    async def run(self) -> None:
        """Take a turn every two seconds, until cancelled."""
        while True:
            await asyncio.to_thread(self.turn, monotonic())
            await asyncio.sleep(_TURN_SECONDS)

    def turn(self, moment: float) -> None:
        """Do what is due; `moment` is in seconds of a clock that is never set."""
        for duty in (self._heal, self._back_up, self._sweep):
            try:
                duty(moment)
            except (StateError, sqlite3.Error, OSError) as error:
                _log.warning("looking after the data: %s", error)
            except Exception:
                # One duty that fails must not end the others, nor the next turns.
                _log.exception("looking after the data failed")

    def _heal(self, _moment: float) -> None:
        self._store.look_after()

    def _back_up(self, moment: float) -> None:
        with self._store.read() as db:
            running = meetings.running(db)
        closed = self._running - running
        due = moment >= self._backup_at and (running or not self._backup_at)
        self._running = running
        if due or closed:
            self._backup_at = moment + _BACKUP_SECONDS
            with self._store.read() as db:
                backups.make(db.conn, self._store.folder)

    def _sweep(self, moment: float) -> None:
        if moment >= self._sweep_at:
            self._sweep_at = moment + _SWEEP_SECONDS
            erasing.sweep(self._store)

"""Backups of all data in the data folder, each proved to be whole before an older one goes.

A name such as `000042_2026-11-27_1428.db` begins with a number that only rises: a laptop whose
clock is set back still knows which backup is the latest. The day and hour are those of the clock.
"""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from state import opening
from state.clock import BRUSSELS
from state.problems import StateError, as_state_error, no_room_for_backups, not_reached

FOLDER = "backups"
LATEST = 6
DAYS = 14
_NAME = re.compile(r"(\d{6,})_(\d{4}-\d\d-\d\d)_(\d{4})\.db")
# The header of a database file counts writes; what comes after it is content.
_HEADER = 100
# A backup needs this many times the room of the data, and what answers may need meanwhile.
_TIMES = 3
_SPARE = 100_000_000
_HALF_MADE_SECONDS = 3600
# One at a time makes or changes backups.
_lock = threading.RLock()
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Backup:
    """A backup on disk. `bytes` is its size, `at` when it was made, by the laptop's clock."""

    path: Path
    number: int
    at: datetime
    bytes: int

    @property
    def day(self) -> date:
        """The day it was made on."""
        return self.at.date()


def listed(folder: Path) -> list[Backup]:
    """The backups of a data folder, the latest first."""
    found = [_read(path) for path in (folder / FOLDER).glob("*.db")]
    return sorted((one for one in found if one), key=lambda one: one.number, reverse=True)


def make(connection: sqlite3.Connection, folder: Path, *, moment: datetime | None = None) -> Backup:
    """Copy a database that may be in use, prove the copy, and let older ones go.

    Gives the latest backup instead when it holds the same. Raises sqlite3.Error, OSError or
    StateError; older backups then stay as they were.
    """
    with _lock:
        before = listed(folder)
        _check_room(connection, folder)
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        _clear_leftovers(folder)
        at = moment or datetime.now(BRUSSELS)
        number = before[0].number + 1 if before else 1
        target = folder / FOLDER / f"{number:06}_{at:%Y-%m-%d_%H%M}.db"
        unproved = target.with_suffix(".nieuw")
        unproved.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(unproved)) as copy:
                connection.backup(copy)
                # A log beside a backup would have to be moved along with it.
                copy.execute("PRAGMA journal_mode = DELETE")
            opening.prove(unproved)
            if before and _content(unproved) == _content(before[0].path):
                return before[0]
            unproved.replace(target)
        finally:
            unproved.unlink(missing_ok=True)
        made = Backup(target, number, at.replace(second=0, microsecond=0), target.stat().st_size)
        for one in superfluous([made, *before]):
            one.path.unlink(missing_ok=True)
        return made


def change_all(folder: Path, act: Callable[[Database], bool]) -> None:
    """Carry out `act` on every backup, and write those anew for which it gives True.

    A damaged backup is deleted: what was to go from it must not stay in it. Raises StateError when
    one that is whole could not be changed.
    """
    with _lock:
        _clear_leftovers(folder)
        for one in listed(folder):
            changed = one.path.with_suffix(".nieuw")
            try:
                shutil.copyfile(one.path, changed)
                if _change(changed, act):
                    changed.replace(one.path)
            except (sqlite3.Error, StateError) as error:
                if _is_whole(one.path):
                    raise as_state_error(error) from error
                _log.warning("a damaged backup was deleted: %s", one.path)
                one.path.unlink(missing_ok=True)
            except OSError as error:
                raise StateError(not_reached()) from error
            finally:
                changed.unlink(missing_ok=True)
                opening.remove_log(changed)


def _check_room(connection: sqlite3.Connection, folder: Path) -> None:
    """Refuse a backup that would leave no room for answers."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if shutil.disk_usage(folder).free < _TIMES * pages * size + _SPARE:
        raise StateError(no_room_for_backups())


def _clear_leftovers(folder: Path) -> None:
    """Delete what a process that was killed left half made; another one may be at work now."""
    for path in (folder / FOLDER).glob("*.nieuw*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _HALF_MADE_SECONDS:
                path.unlink()


def _is_whole(path: Path) -> bool:
    try:
        opening.prove(path)
    except StateError:
        return False
    return True


def _change(path: Path, act: Callable[[Database], bool]) -> bool:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        db = Database(connection)
        connection.execute("PRAGMA secure_delete = ON")
        opening.migrate(db)
        connection.execute("BEGIN")
        changed = act(db)
        connection.execute("COMMIT")
        if changed:
            connection.execute("VACUUM")
    if changed:
        opening.prove(path)
    return changed


def superfluous(found: list[Backup]) -> list[Backup]:
    """Of backups, the latest first, those that may go: all but the latest six, and the last one of
    each day of two weeks."""
    if not found:
        return []
    newest = found[0].day
    kept = {one.number for one in found[:LATEST]}
    days: set[date] = set()
    for one in found:
        if one.day not in days and newest - timedelta(days=DAYS) < one.day <= newest:
            days.add(one.day)
            kept.add(one.number)
    return [one for one in found if one.number not in kept]


def _read(path: Path) -> Backup | None:
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    try:
        at = datetime.strptime(f"{parts[2]} {parts[3]}", "%Y-%m-%d %H%M").replace(tzinfo=BRUSSELS)
        return Backup(path, int(parts[1]), at, path.stat().st_size)
    except (ValueError, OSError):
        return None


def _content(path: Path) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        file.seek(_HEADER)
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.digest()

"""Going back to a backup, or to the database of an export: `python -m state.restore`.

Without more it lists the backups; with a number or a file it goes back to that one. The app may be
running: its pages then show the restored data at once. A backup of the present is made first.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from state import backups, erasing, opening, revisions
from state.backups import Backup
from state.clock import now
from state.database import FILE_NAME, Store, data_folder
from state.language import _, ngettext
from state.problems import StateError, as_state_error, damaged, not_reached

# Of the installation, not of what was done with it: who is signed in stays so.
_KEPT = ("setting", "pass", "organiser")


@dataclass(frozen=True)
class Holds:
    """How much there is in a backup."""

    tracks: int
    meetings: int
    people: int
    answers: int


def holds(path: Path) -> Holds | None:
    """What is in a backup; None when it can't be read."""
    counts = (
        ("track", "removed_at IS NULL"),
        ("meeting", "removed_at IS NULL AND track_id IN"
         " (SELECT id FROM track WHERE removed_at IS NULL)"),
        ("person", "removed_at IS NULL"),
        ("contribution", "removed_at IS NULL"),
    )  # fmt: skip
    try:
        with closing(opening.connect_unused(path)) as connection:
            found = [
                connection.execute(f"SELECT count(*) FROM {table} WHERE {which}").fetchone()[0]
                for table, which in counts
            ]
    except sqlite3.Error:
        return None
    return Holds(*found)


def restore(store: Store, source: Path) -> None:
    """Put what is in `source` in the place of the present data, of which a backup is made first.

    Who is signed in stays so; who was erased stays erased. Numbers of revisions rise, so that open
    pages show the restored data. Raises StateError, with nothing changed.
    """
    prepared = store.folder / "terug-te-zetten.nieuw"
    try:
        opening.prove(source)
        shutil.copyfile(source, prepared)
        with store.read() as db:
            backups.make(db.conn, store.folder)
        with closing(sqlite3.connect(prepared, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            with store.read() as db:
                _prepare(Database(connection), db)
            store.fill_from(connection)
    except sqlite3.Error as error:
        raise as_state_error(error) from error
    except OSError as error:
        raise StateError(not_reached()) from error
    finally:
        prepared.unlink(missing_ok=True)
        opening.remove_log(prepared)


def _prepare(restored: Database, present: Database) -> None:
    opening.migrate(restored)
    for table in _KEPT:
        rows = present.conn.execute(f"SELECT * FROM {table}").fetchall()
        restored.conn.execute(f"DELETE FROM {table}")
        for row in rows:
            marks = ", ".join("?" * len(row))
            restored.conn.execute(f"INSERT INTO {table} VALUES ({marks})", row)
    _keep_sharing(restored, present)
    erasing.erase_as_in(restored, present)
    revisions.rise_above(restored, revisions.everything(present))


def _keep_sharing(restored: Database, present: Database) -> None:
    """Of tracks that are here now, who may open them stays as it is: a track that is no longer
    shared does not come back to somebody by a backup."""
    here = {row[0] for row in present.conn.execute("SELECT id FROM track").fetchall()}
    for track_id in here:
        restored.conn.execute("DELETE FROM track_organiser WHERE track_id = ?", [track_id])
    restored.conn.execute(
        "DELETE FROM track_organiser WHERE organiser_id NOT IN (SELECT id FROM organiser)"
    )
    there = {row[0] for row in restored.conn.execute("SELECT id FROM track").fetchall()}
    for row in present.conn.execute("SELECT * FROM track_organiser").fetchall():
        if row[0] in there:
            restored.conn.execute("INSERT INTO track_organiser VALUES (?, ?, ?, ?)", row)


def _open(folder: Path) -> Store:
    """The store, also where its file is damaged: that is then laid aside."""
    try:
        return Store(folder)
    except StateError as error:
        if error.problem != damaged():
            raise
    aside = folder / f"beschadigd-{now()[:19].replace(':', '')}.db"
    (folder / FILE_NAME).replace(aside)
    opening.remove_log(folder / FILE_NAME)
    print(_("Het beschadigde bestand ligt nu opzij als {name}.").format(name=aside.name))
    return Store(folder)


def line(one: Backup) -> str:
    """A backup in one line: its number, when, how large, and what is in it."""
    inside = holds(one.path)
    when = f"{one.number:>6}  {one.at:%Y-%m-%d %H:%M}  {one.bytes / 1e6:6.1f} MB  "
    if inside is None:
        return when + _("niet te lezen")
    counted = (
        ngettext("{count} traject", "{count} trajecten", inside.tracks).format(count=inside.tracks),
        ngettext("{n} bijeenkomst", "{n} bijeenkomsten", inside.meetings).format(n=inside.meetings),
        ngettext("{n} mens", "{n} mensen", inside.people).format(n=inside.people),
        ngettext("{n} antwoord", "{n} antwoorden", inside.answers).format(n=inside.answers),
    )
    return when + ", ".join(counted)


def _chosen(folder: Path, asked: str) -> Path:
    found = next((one.path for one in backups.listed(folder) if str(one.number) == asked), None)
    return found or Path(asked)


def main(arguments: list[str]) -> int:
    """List the backups, or go back to the one that is asked for; gives the exit code."""
    folder = data_folder()
    if not arguments:
        found = backups.listed(folder)
        print("\n".join(map(line, found)) if found else _("Er zijn nog geen veilige kopieën."))
        print(_("Teruggaan: python -m state.restore NUMMER (of een bestand)"))
        return 0
    source = _chosen(folder, arguments[0])
    if not source.is_file():
        print(_("Er is geen veilige kopie met dat nummer, en geen bestand dat zo heet."))
        return 1
    try:
        opening.prove(source)
        with closing(_open(folder)) as store:
            restore(store, source)
    except StateError as error:
        print(error.problem.text, error.problem.fix)
        return 1
    print(_("Teruggezet. Van wat er was, ligt een kopie in {folder}.").format(
        folder=folder / backups.FOLDER))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

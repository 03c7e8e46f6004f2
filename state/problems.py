"""Errors of storage and refused requests, with the sentences that people see."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from state.language import _


@dataclass(frozen=True)
class Problem:
    """A trouble with the data folder: what is the matter, and how the facilitator mends it."""

    text: str
    fix: str


class StateError(Exception):
    """A write or read that did not happen. Nothing was changed."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


class Refused(Exception):
    """A request that the rules do not allow; `str()` is the sentence for who asked."""


def newer_version() -> Problem:
    """The database was made by a later version of the app than this one."""
    return Problem(
        _("De gegevens zijn gemaakt met een nieuwere versie van Over de vloer."),
        _("Start de nieuwste versie van de app, of kies met ODV_DATA een andere gegevensmap."),
    )


def _full() -> Problem:
    return Problem(
        _("De schijf van deze laptop is vol. Nieuwe antwoorden worden nog niet bewaard."),
        _("Maak plaats op de schijf. De telefoons sturen hun antwoord vanzelf opnieuw."),
    )


def read_only() -> Problem:
    """Files in the data folder, or the folder itself, may not be changed."""
    return Problem(
        _("De app mag niet schrijven in haar gegevensmap."),
        _("Geef schrijfrechten op de map. De telefoons sturen hun antwoord vanzelf opnieuw."),
    )


def not_reached() -> Problem:
    """The data folder is gone, or something else lies in its place."""
    return Problem(
        _("De app kan nu niet bij haar gegevensmap."),
        _(
            "Zet de map terug waar ze stond, met schrijfrechten. De app gaat dan vanzelf verder,"
            " en de telefoons sturen hun antwoord opnieuw."
        ),
    )


def no_room_for_backups() -> Problem:
    """The disk has room for answers, and not for a copy of all there is."""
    return Problem(
        _("Er is te weinig plaats op de schijf voor een veilige kopie."),
        _("Maak plaats op de schijf. Antwoorden worden intussen gewoon bewaard."),
    )


def damaged() -> Problem:
    """The file is no database, or a broken one."""
    return Problem(
        _("Het gegevensbestand is beschadigd of is geen gegevensbestand van Over de vloer."),
        _("Stop de app en zet een veilige kopie terug: python -m state.restore"),
    )


def from_sqlite(error: sqlite3.Error) -> Problem:
    """Translate an error of SQLite into a Dutch sentence and a remedy."""
    text = str(error).lower()
    if "full" in text:
        return _full()
    if "readonly" in text or "read-only" in text:
        return read_only()
    if "unable to open" in text:
        return not_reached()
    if "malformed" in text or "not a database" in text:
        return damaged()
    return Problem(
        _("De app kan nu niet bij haar gegevens."),
        _("Kijk of de gegevensmap er nog is. De app probeert het vanzelf opnieuw."),
    )


def as_state_error(error: sqlite3.Error | StateError) -> StateError:
    """An error of SQLite as one with a Dutch sentence; one of ours stays as it is."""
    return StateError(from_sqlite(error)) if isinstance(error, sqlite3.Error) else error

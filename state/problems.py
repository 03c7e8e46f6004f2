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


def _read_only() -> Problem:
    return Problem(
        _("De app mag niet schrijven in haar gegevensmap."),
        _("Geef schrijfrechten op de map. De telefoons sturen hun antwoord vanzelf opnieuw."),
    )


def _damaged() -> Problem:
    return Problem(
        _("Het gegevensbestand is beschadigd of is geen gegevensbestand van Over de vloer."),
        _("Zet een kopie uit een eerdere uitvoer terug in de gegevensmap en start opnieuw."),
    )


def from_sqlite(error: sqlite3.Error) -> Problem:
    """Translate an error of SQLite into a Dutch sentence and a remedy."""
    text = str(error).lower()
    if "full" in text:
        return _full()
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return _read_only()
    if "malformed" in text or "not a database" in text:
        return _damaged()
    return Problem(
        _("De app kan nu niet bij haar gegevens."),
        _("Kijk of de gegevensmap er nog is en start de app opnieuw. Technisch: {error}").format(
            error=error
        ),
    )

"""A prepared meeting in a server's data folder, and what is really stored there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from exercises import line
from exercises.line.config import LineConfig, Statement
from state import contributions, meetings, people, tracks
from state.database import FILE_NAME, Store

FIRST = "Bij ons voelt iedereen zich welkom."
SECOND = "Ik weet wat gezinnen kan tegenhouden."
ORGANISATIONS = (
    ("Inloophuis", "De Regenton"),
    ("Ouderpunt", "De Vensterbank"),
    ("Kinderopvang", "Kattenstaart"),
)


def two_statements(**changes: Any) -> LineConfig:
    """A short line: as the usual one, with two statements of our own."""
    statements = (Statement("s1", FIRST, 1), Statement("s2", SECOND, 2))
    return replace(line.EXERCISE.sample, statements=statements, **changes)


@dataclass(frozen=True)
class Setting:
    """A track with one meeting and one line on its agenda."""

    store: Store
    meeting: str
    code: str
    activity: str

    @classmethod
    def make(
        cls, store: Store, config: LineConfig | None = None, *, opened: bool = True
    ) -> Setting:
        """Three organisations without people yet, and a meeting with a short line."""
        track = tracks.add_track(store, "Samen sterk rond gezinnen")
        for sector, name in ORGANISATIONS:
            tracks.add_organisation(store, track, name, sector)
        meeting = meetings.add(store, track, "Kennismaking", "2026-11-22", "Zaal De Linde")
        stored = (config or two_statements()).to_json()
        activity = meetings.add_activity(store, meeting, "line", stored, 40)
        if opened:
            meetings.open_doors(store, meeting)
        return cls(store, meeting, meetings.room(store, meeting).meeting.code, activity)

    def standing(self, slot: str) -> dict[str, float]:
        """Who stands where, by name: the places stored in a slot such as "s1.1"."""
        return {name: payload["at"] for name, payload in self.stored(slot).items()}

    def words(self, slot: str) -> dict[str, str]:
        """What people wrote, by name."""
        return {name: payload["text"] for name, payload in self.stored(slot).items()}

    def stored(self, slot: str) -> dict[str, Any]:
        """What is in the database file for a slot now, by name."""
        names = {item.person.id: item.person.name for item in self.present()}
        with self.store.read() as db:
            found = contributions.of_activity(db, self.activity)
        return {names.get(item.author, item.author): item.payload
                for item in found if item.slot == slot}  # fmt: skip

    def present(self) -> tuple[Any, ...]:
        """Who has joined."""
        return people.attendees(self.store, self.meeting)


def cold_places(folder: Path, slot: str) -> list[float]:
    """The places of a slot, read from the disk without any code of ours."""
    file = f"{(folder / FILE_NAME).as_uri()}?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as db:
        query = "SELECT json_extract(payload, '$.at') FROM contribution WHERE slot = ?"
        return [row[0] for row in db.execute(query, [slot])]

"""What was stored by an earlier version is put right once, when it is opened."""

from __future__ import annotations

import json
from pathlib import Path

from state import attendance, contributions, meetings, people, rows, same_person, tracks
from state.contributions import Judged
from state.database import Store


class Joined:
    """Els came in, and is Els Janssens of the list; both answered in the same place. Stored as by
    a version that left such a name on the list."""

    def __init__(self, folder: Path, *, elsewhere: bool = False) -> None:
        self.folder = folder
        self.store = Store(folder)
        self.track = tracks.add_track(self.store, "Samen")
        house = tracks.add_organisation(self.store, self.track, "De Brug")
        if elsewhere:
            first = meetings.add(self.store, self.track, "Eerste")
            meetings.open_doors(self.store, first)
            people.join(self.store, first, "van vroeger", house, "Els")
        self.meeting = meetings.add(self.store, self.track, "Tweede")
        meetings.open_doors(self.store, self.meeting)
        listed = tracks.add_person(self.store, house, "Els Janssens")
        self.els = people.join(self.store, self.meeting, "gsm", house, "Els", take_over=True)
        activity = meetings.add_activity(self.store, self.meeting, "line", {}, 10)
        for who in (self.els, listed):
            contributions.put(
                self.store, activity, who, "s1.why", who, lambda _db, _one: Judged({"text": "x"})
            )
        same_person.merge(self.store, self.meeting, self.els, listed, lambda one, who: who)
        with self.store.write() as db:
            for removal, changes in db.conn.execute("SELECT id, changes FROM removal").fetchall():
                kept = [one for one in json.loads(changes) if one[0] != "person"]
                db.conn.execute(
                    "UPDATE removal SET changes = ? WHERE id = ?", [json.dumps(kept), removal]
                )
            db.conn.execute("UPDATE person SET removed_at = NULL")
            db.conn.execute("DELETE FROM absence")
            db.conn.execute(
                "DELETE FROM _sqlite_migrations WHERE name = 'joined_names_leave_the_list'"
            )

    def opened(self) -> None:
        """Open it with this version."""
        self.store.close()
        self.store = Store(self.folder)

    @property
    def names(self) -> list[str]:
        return sorted(one.name for one in tracks.people(self.store, self.track))

    def undo(self) -> None:
        with self.store.read() as db:
            (removal,) = rows.removals(db, self.meeting)
        tracks.undo_removal(self.store, removal["id"], self.track)


def test_a_joined_name_leaves_the_list_and_comes_back_when_that_is_undone(tmp_path: Path) -> None:
    before = Joined(tmp_path)
    assert before.names == ["Els", "Els Janssens"]
    before.opened()
    assert before.names == ["Els Janssens"]
    before.opened()
    before.undo()
    assert before.names == ["Els", "Els Janssens"]


def test_a_joined_name_with_a_past_stays_and_is_not_waited_for(tmp_path: Path) -> None:
    before = Joined(tmp_path, elsewhere=True)
    before.opened()
    assert before.names == ["Els", "Els Janssens"]
    with before.store.read() as db:
        assert attendance.read_absent(db, before.meeting) == {before.els}


def test_a_name_that_came_in_again_or_was_parted_stays(tmp_path: Path) -> None:
    before = Joined(tmp_path)
    before.undo()
    before.opened()
    assert before.names == ["Els", "Els Janssens"]

"""A stored track with meetings in which exercises were held, answered as their phones would."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import exercises
from exercises.contract import Json, Phase, Role
from exercises.engine import moment, results, running
from exercises.results import TrackResults
from state import meetings, people, tracks
from state.contributions import Judged, put
from state.database import Store
from state.ids import new_id

HOUSES = ("De Brug", "Huis van het Kind", "De Vensterbank")


@dataclass
class HeldTrack:
    """A track with three organisations; `people` are ids by name."""

    store: Store
    track: str
    parties: tuple[str, ...]
    people: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, houses: tuple[str, ...] = HOUSES) -> HeldTrack:
        """A track without meetings."""
        track = tracks.add_track(store, "Over de vloer in Gent")
        parties = tuple(tracks.add_organisation(store, track, name) for name in houses)
        return cls(store, track, parties)

    def meets(self, title: str, date: str = "") -> str:
        """A meeting whose doors are open; gives its id."""
        meeting = meetings.add(self.store, self.track, title, date)
        meetings.open_doors(self.store, meeting)
        return meeting

    def joins(self, meeting: str, name: str, organisation: int = 0) -> str:
        """Somebody comes in with a phone that holds the name as token; gives the id."""
        found = people.join(self.store, meeting, name, self.parties[organisation], name)
        self.people[name] = found
        return found

    def begins(self, meeting: str, kind: str, config: Any = None) -> str:
        """An exercise begins, with its sample by default; gives the id of the activity."""
        exercise = exercises.of_kind(kind)
        assert exercise is not None
        stored = (config or exercise.sample).to_json()
        activity = meetings.add_activity(self.store, meeting, kind, stored, 30)
        running.start(self.store, activity)
        return activity

    def goes_to(self, activity: str, stage: str, **switched: Any) -> None:
        """An exercise is at a stage, with switches of the console."""
        running.change_phase(
            self.store, activity,
            lambda exercise, _config, _phase: exercise.with_switches(
                Phase(stage=stage, options=switched)
            ),
        )  # fmt: skip

    def says(
        self, activity: str, owner: str, slot: str, payload: Json | str, by: str = ""
    ) -> None:  # fmt: skip
        """An answer is stored as it is, in the name of `owner`; a text may stand for {"text"}."""
        kept = {"text": payload} if isinstance(payload, str) else payload
        put(
            self.store, activity, by or owner, slot, new_id(),
            lambda _db, _activity: Judged(kept, owner),
        )  # fmt: skip

    def read(self, meeting: str, role: Role = "console", me: str = "") -> TrackResults:
        """What a role may read at a meeting, on a phone the person named `me`."""
        with self.store.read() as db:
            here = moment.at(self.store, db, meeting)
            found = results.of_track(here, role, here.members[self.people[me]] if me else None)
            # Read now: the connection goes back.
            assert isinstance(found.all, tuple)
        return found


def shared_sheet(held: HeldTrack, meeting: str, organisation: int = 0, mark: str = "") -> str:
    """A reflection sheet that an organisation filled in and shared; gives the activity."""
    activity = held.begins(meeting, "reflection_sheet")
    owner, other = held.parties[organisation], held.parties[organisation - 1]
    for part, text in (("1-strong", "onthaal"), ("1-sugar", "taal"), ("2-beans", "tuin"),
                       ("points", "warm"), ("learn", "luisteren"), ("question1", "hoe"),
                       (f"why-{other}", "nabij")):  # fmt: skip
        held.says(activity, owner, f"sheet.{part}", f"{mark}{text}")
    held.says(activity, owner, "sheet.top", {"hosts": [other, "", ""]})
    held.says(activity, owner, "sheet.shared", {"on": True})
    return activity

"""A stored track with maps that were really played: pawns placed through the room's own door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from exercises import neighbourhood_map
from exercises.engine import flow, running
from state import meetings, tracks
from state.database import Store
from state.ids import new_id
from state.models import FACILITATOR

EXERCISE = neighbourhood_map.EXERCISE
FOUNTAIN, SCHOOL, BRIDGE, FIELD = (715, 556), (284, 738), (1145, 512), (1448, 856)
Point = tuple[float, float]
NAMES = ("De Regenton", "De Vensterbank", "Kattenstaart", "Zevenhoek")


@dataclass(frozen=True)
class MapMeeting:
    """A meeting with a map on its agenda."""

    store: Store
    meeting: str
    activity: str
    parties: Mapping[str, str]

    def puts(self, name: str, at: Point, why: str = "", number: int = 1) -> None:
        """Place a pawn for an organisation, and say why."""
        self._send(f"map.{number}", {"party": self.parties[name], "x": at[0], "y": at[1]})
        if why:
            self._send(f"map.why{number}", {"party": self.parties[name], "text": why})

    def opens(self, name: str) -> None:
        """Show a pawn large; "" for none."""
        self._send("map.open", {"party": self.parties[name] if name else ""})

    def goes_to(self, stage: str, **options: Any) -> None:
        """Go to a stage of the map, with switches of the console."""
        running.change_phase(
            self.store, self.activity,
            lambda ex, config, phase: flow.go_to(ex, config, phase, flow.position(phase), 0, stage),
        )  # fmt: skip
        if options:
            running.change_phase(
                self.store, self.activity,
                lambda _ex, _config, phase: replace(phase, options={**phase.options, **options}),
            )  # fmt: skip

    def ends(self) -> None:
        """The map is done, and the meeting too."""
        running.close(self.store, self.activity)
        meetings.close(self.store, self.meeting)

    def _send(self, slot: str, payload: dict[str, Any]) -> None:
        room = meetings.room(self.store, self.meeting)
        running.send(self.store, room, self.activity, FACILITATOR, slot, payload, new_id(),
                     by_hand=True)  # fmt: skip


@dataclass(frozen=True)
class MapTrack:
    """A track, and the ids of its organisations by name."""

    id: str
    parties: Mapping[str, str]


def a_track(store: Store, names: tuple[str, ...] = NAMES) -> MapTrack:
    """A track with these organisations."""
    track = tracks.add_track(store, "Samen sterk rond gezinnen")
    return MapTrack(track, {name: tracks.add_organisation(store, track, name) for name in names})


def a_meeting(
    store: Store, track: MapTrack, title: str, date: str = "", stage: str = "place"
) -> MapMeeting:
    """A meeting whose map has begun."""
    meeting = meetings.add(store, track.id, title, date)
    config = EXERCISE.sample.to_json()
    activity = meetings.add_activity(store, meeting, EXERCISE.kind, config, 30)
    meetings.open_doors(store, meeting)
    running.start(store, activity)
    found = MapMeeting(store, meeting, activity, track.parties)
    found.goes_to(stage)
    return found

"""A track of six organisations in which reflection sheets tell who wants to visit whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exercises import example
from exercises.engine import running
from exercises.reflection_sheet import EXERCISE
from state import contributions, meetings, tracks
from state.contributions import Judged
from state.database import Store
from state.ids import new_id
from state.models import Json

# In the order of `example.ORGANISATIONS`: hosts, best first; a learning question; a strength with
# its area. The last one did not share its sheet.
TOLD: tuple[tuple[Sequence[int], str, str], ...] = (
    ((4, 2), "Hoe krijgen jullie ouders aan tafel om mee te beslissen?",
     "Iedereen mag binnen zonder afspraak."),
    ((4, 5), "Hoe laten we ouders zelf kiezen wat er gebeurt?",
     "Stille ouders vinden hier een stoel aan het raam."),
    ((3, 0), "Hoe gaan we naar buiten, de straat op?", "De eerste vijf minuten aan de deur."),
    ((1, 2), "Hoe bereiken we stille ouders?", "Elke week trekken we de straat op, met soep."),
    ((2, 3), "Wat doen jullie in de eerste vijf minuten?",
     "Ouders beslissen mee, rond de tafel in de keuken."),
    ((0, 1), "Een plek zonder afspraak, hoe doe je dat?", "Ouders beheren zelf de uitleen."),
)  # fmt: skip


@dataclass(frozen=True)
class MatchTrack:
    """A track with its organisations, by name, and the reflection sheets of its kick-off."""

    store: Store
    track: str
    meeting: str
    activity: str
    parties: Mapping[str, str]

    def id(self, name: str) -> str:
        return self.parties[name]

    def writes(self, name: str, part: str, payload: Json) -> None:
        """Store an answer of an organisation as the sheet stores it."""
        owner = self.parties[name]
        contributions.put(
            self.store, self.activity, owner, f"sheet.{part}", new_id(),
            lambda _db, _activity: Judged(payload, owner),
        )  # fmt: skip

    def shares(self, name: str, hosts: Sequence[str], question: str, strength: str) -> None:
        """Fill in and share the sheet of an organisation."""
        chosen = [self.parties[host] for host in hosts]
        self.writes(name, "top", {"hosts": [*chosen, "", "", ""][:3]})
        for part, text in (("question1", question), ("2-strong", strength)):
            self.writes(name, part, {"text": text})
        self.writes(name, "shared", {"on": True})


def match_track(
    store: Store, silent: Sequence[str] = (), *, without: str = "", closed: bool = True
) -> MatchTrack:
    """The track; the sheets of `silent` (names) are written and not shared, that of `without` is
    still empty. Not `closed`: people may go on with their sheets."""
    track = tracks.add_track(store, example.NAME, example.THEME)
    parties = {}
    for sector, name, place, people in example.ORGANISATIONS:
        parties[name] = tracks.add_organisation(store, track, name, sector, place)
        for person, function in people:
            tracks.add_person(store, parties[name], person, function)
    meeting = meetings.add(store, track, "Kennismaking", "2026-09-24")
    meetings.open_doors(store, meeting)
    activity = meetings.add_activity(store, meeting, EXERCISE.kind, EXERCISE.sample.to_json(), 30)
    running.start(store, activity)
    made = MatchTrack(store, track, meeting, activity, parties)
    names = list(parties)
    for name, (hosts, question, strength) in zip(names, TOLD, strict=True):
        if name == without:
            continue
        made.shares(name, [names[at] for at in hosts], question, strength)
        if name in silent:
            made.writes(name, "shared", {"on": False})
    if closed:
        running.close(store, activity)
    return made

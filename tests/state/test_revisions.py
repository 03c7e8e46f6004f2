"""The numbers of changes of a meeting and of a whole track."""

from __future__ import annotations

from state import contributions, meetings, revisions, tracks
from state.contributions import Judged
from state.database import Store
from tests.conftest import Join


def of_track(store: Store, track: str) -> int:
    with store.read() as db:
        return revisions.of_track(db, track)


def test_each_change_in_any_meeting_of_a_track_raises_its_number(
    store: Store, track: str, meeting: str, join: Join
) -> None:
    later = meetings.add(store, track, "Later")
    activity = meetings.add_activity(store, later, "line", {"version": 1}, 30)
    seen = [of_track(store, track)]
    person = join("An")
    seen.append(of_track(store, track))
    contributions.put(store, activity, person, "s1.1", "a", lambda _db, _a: Judged({"at": 0.5}))
    seen.append(of_track(store, track))
    meetings.remove(store, later)
    seen.append(of_track(store, track))
    assert seen == sorted(set(seen))


def test_another_track_has_a_number_of_its_own(store: Store, track: str, meeting: str) -> None:
    before = of_track(store, track)
    other = tracks.add_track(store, "Elders")
    assert of_track(store, other) == 0
    meetings.open_doors(store, meetings.add(store, other, "Kick-off"))
    assert (of_track(store, track), of_track(store, other)) == (before, 1)

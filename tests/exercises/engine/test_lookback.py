"""What is handed to an exercise that looks back: every meeting in which it was begun."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from exercises.engine import lookback
from exercises.engine.lookback import Explored
from state import framework as areas
from state import meetings, people, tracks
from state.database import Store
from tests.exercises.neighbourhood_map.played import (
    EXERCISE,
    FIELD,
    SCHOOL,
    MapMeeting,
    a_meeting,
    a_track,
)

ROOT = Path(__file__).resolve().parents[3]


def two_meetings(store: Store) -> tuple[str, MapMeeting, MapMeeting]:
    track = a_track(store)
    first = a_meeting(store, track, "Kennismaking", "2026-11-22")
    first.puts("De Regenton", SCHOOL, "Aan de poort.")
    first.ends()
    second = a_meeting(store, track, "Slotmoment")
    second.puts("De Regenton", FIELD)
    return track.id, first, second


def only(found: list[Explored]) -> Explored:
    (one,) = found
    return one


def test_a_track_without_anything_begun_has_nothing(store: Store) -> None:
    track = a_track(store)
    meeting = meetings.add(store, track.id, "Kennismaking")
    meetings.add_activity(store, meeting, EXERCISE.kind, EXERCISE.sample.to_json(), 30)
    assert lookback.explored(store, track.id) == []


def test_every_meeting_comes_in_order_with_what_was_done_in_it(store: Store) -> None:
    track, first, second = two_meetings(store)
    one = only(lookback.explored(store, track))
    assert one.exercise is EXERCISE
    assert [(held.meeting, held.title, held.date) for held in one.meetings] == [
        (first.meeting, "Kennismaking", "2026-11-22"), (second.meeting, "Slotmoment", ""),
    ]  # fmt: skip
    party = first.parties["De Regenton"]
    spots = [held.context.view.pawns[party].now for held in one.meetings]
    assert [(spot.x, spot.y) for spot in spots] == [SCHOOL, FIELD]
    assert {held.context.role for held in one.meetings} == {"console"}


def test_a_context_knows_the_meetings_before_it_and_the_framework_of_the_track(
    store: Store,
) -> None:
    track, first, _second = two_meetings(store)
    framework = areas.renamed(areas.usual(), 4, "De wijk")
    tracks.change_framework(store, track, framework.to_text())
    one = only(lookback.explored(store, track))
    assert [len(held.context.earlier) for held in one.meetings] == [0, 1]
    (earlier,) = one.meetings[1].context.earlier
    assert (earlier.title, earlier.date) == ("Kennismaking", "2026-11-22")
    assert earlier.view.pawns.keys() == {first.parties["De Regenton"]}
    assert {held.context.framework.name(4) for held in one.meetings} == {"De wijk"}


def test_people_and_organisations_that_left_are_known(store: Store) -> None:
    track, first, second = two_meetings(store)
    people.add_by_hand(store, second.meeting, first.parties["Kattenstaart"], "Lien", "")
    tracks.remove_organisation(store, first.parties["De Regenton"])
    one = only(lookback.explored(store, track))
    names = [{who.name for who in held.context.members.values()} for held in one.meetings]
    assert names == [set(), {"Lien"}]
    gone = one.meetings[0].context.party_by_id[first.parties["De Regenton"]]
    assert (gone.name, gone.gone) == ("De Regenton", True)


def test_another_track_and_a_removed_meeting_do_not_count(store: Store) -> None:
    track, first, _second = two_meetings(store)
    two_meetings(store)
    meetings.remove(store, first.meeting)
    one = only(lookback.explored(store, track))
    assert [held.title for held in one.meetings] == ["Slotmoment"]


def test_who_does_not_look_back_loads_neither_streamlit_nor_pydeck() -> None:
    told = (
        "import sys, exercises, exercises.engine.running, report.data.archive;"
        "print([one for one in ('streamlit', 'pydeck') if one in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"

"""What the look back goes by: every exercise that was begun, in all meetings of a track."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exercises.engine.lookback import begun, in_meetings
from state import framework as areas
from state import meetings, people, revisions, tracks
from state.database import Store
from state.problems import Refused
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


def test_a_track_without_anything_begun_has_nothing(store: Store) -> None:
    track = a_track(store)
    meeting = meetings.add(store, track.id, "Kennismaking")
    meetings.add_activity(store, meeting, EXERCISE.kind, EXERCISE.sample.to_json(), 30)
    assert begun(store, track.id) == []


def test_every_meeting_comes_in_order_with_what_was_done_in_it(store: Store) -> None:
    track, first, second = two_meetings(store)
    found = begun(store, track)
    held = in_meetings(found)
    assert {one.exercise for one in found} == {EXERCISE}
    assert {one.title for one in found} == {EXERCISE.title}
    assert [(one.meeting, one.title, one.date) for one in held] == [
        (first.meeting, "Kennismaking", "2026-11-22"), (second.meeting, "Slotmoment", ""),
    ]  # fmt: skip
    party = first.parties["De Regenton"]
    spots = [one.context.view.pawns[party].now for one in held]
    assert [(spot.x, spot.y) for spot in spots] == [SCHOOL, FIELD]
    assert {one.context.role for one in held} == {"console"}


def test_a_context_knows_the_meetings_before_it_and_the_framework_of_the_track(
    store: Store,
) -> None:
    track, first, _second = two_meetings(store)
    framework = areas.renamed(areas.usual(), 4, "De wijk")
    tracks.change_framework(store, track, framework.to_text())
    found = begun(store, track)
    held = in_meetings(found)
    assert [len(one.context.earlier) for one in held] == [0, 1]
    (earlier,) = held[1].context.earlier
    assert (earlier.title, earlier.date) == ("Kennismaking", "2026-11-22")
    assert earlier.view.pawns.keys() == {first.parties["De Regenton"]}
    assert {one.context.framework.name(4) for one in held} == {"De wijk"}


def test_people_and_organisations_that_left_are_known(store: Store) -> None:
    track, first, second = two_meetings(store)
    people.add_by_hand(store, second.meeting, first.parties["Kattenstaart"], "Lien", "")
    tracks.remove_organisation(store, first.parties["De Regenton"])
    found = begun(store, track)
    held = in_meetings(found)
    names = [{who.name for who in one.context.members.values()} for one in held]
    assert names == [set(), {"Lien"}]
    gone = held[0].context.party_by_id[first.parties["De Regenton"]]
    assert (gone.name, gone.gone) == ("De Regenton", True)


def test_another_track_and_a_removed_meeting_do_not_count(store: Store) -> None:
    track, first, _second = two_meetings(store)
    two_meetings(store)
    meetings.remove(store, first.meeting)
    found = begun(store, track)
    held = in_meetings(found)
    assert [one.title for one in held] == ["Slotmoment"]


def test_a_kind_of_a_later_version_is_there_by_its_name_and_has_no_context(store: Store) -> None:
    track, first, _second = two_meetings(store)
    with store.write() as db:
        db.table("activity").update(first.activity, {"kind": "iets_nieuws"})
        revisions.raise_revision(db, first.meeting, "steps")
    found = begun(store, track)
    assert [(one.title, one.exercise is None) for one in found] == [
        ("iets_nieuws", True), (EXERCISE.title, False),
    ]  # fmt: skip
    with pytest.raises(Refused, match="nog niet in deze versie"):
        found[0].context()


def test_who_does_not_look_back_loads_neither_streamlit_nor_pydeck() -> None:
    told = (
        "import sys, exercises, exercises.engine.running, report.data.archive;"
        "print([one for one in ('streamlit', 'pydeck') if one in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"

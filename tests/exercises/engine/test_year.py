"""The year of a track for its picture: what each role may know of, and each thing once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exercises.actions import EXERCISE as ACTIONS
from exercises.contract import Role
from exercises.engine import moment, year
from exercises.kit.drawing import year_words
from exercises.kit.drawing.year import TrackYear, YearMeeting, YearVisit
from state import meetings, tracks, visits
from state.database import Store
from state.models import TrackVisit, VisitDay, VisitKind
from tests.exercises.engine.held import HeldTrack

ROLES: tuple[Role, ...] = ("console", "screen", "phone")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[HeldTrack]:
    store = Store(tmp_path)
    yield HeldTrack.of(store)
    store.close()


def seen(held: HeldTrack, meeting: str, role: Role = "console") -> TrackYear:
    with held.store.read() as db:
        return year.of_track(moment.at(held.store, db, meeting), role)


def visit(
    held: HeldTrack, guest: int, host: int, *days: str, announced: bool = True,
    kind: VisitKind = "jobshadowing",
) -> str:  # fmt: skip
    told = TrackVisit(
        "", held.parties[host], held.parties[guest], announced=announced,
        kind=kind,
        days=tuple(VisitDay(day) for day in days),
    )  # fmt: skip
    return visits.add(held.store, held.track, told)


def test_meetings_with_who_was_there_in_the_order_of_the_track(held: HeldTrack) -> None:
    first = held.meets("Start", "2026-10-06")
    held.begins(first, "line")
    held.joins(first, "Greet", 1)
    # Doors that are open are no meeting yet.
    held.meets("Slot")
    found = seen(held, first)
    assert found.meetings == (
        YearMeeting("Start", "2026-10-06", True, frozenset({held.parties[1]})),
        YearMeeting("Slot", "", False, frozenset()),
    )
    assert [one.name for one in found.parties] == ["De Brug", "Huis van het Kind", "De Vensterbank"]
    assert not found.is_empty


def test_a_visit_that_was_called_off_or_not_announced(held: HeldTrack) -> None:
    here = held.meets("Start")
    visit(held, 0, 1, "2099-01-12", "2099-01-13")
    visit(held, 1, 2, announced=False)
    visits.set_state(held.store, [visit(held, 2, 0)], "called_off")
    one, two, _three = held.parties
    first = YearVisit(one, two, ("2099-01-12", "2099-01-13"), made=False)
    assert seen(held, here).visits == (first, YearVisit(two, held.parties[2], made=False))
    assert seen(held, here, "screen").visits == (first,)
    assert seen(held, here, "phone").visits == (first,)


def test_a_visit_that_is_ahead_is_told_so_and_a_kijkstage_ahead_is_told_nobody(
    held: HeldTrack,
) -> None:
    here = held.meets("Start")
    visit(held, 0, 1, "2020-01-12", "2099-01-12")
    visit(held, 1, 2, "2099-01-12")
    visit(held, 2, 0, "2099-01-12", kind="kijkstage")
    visit(held, 2, 1, "2020-01-12", kind="kijkstage")
    for role in ROLES:
        found = seen(held, here, role)
        assert [(one.host, one.made) for one in found.visits] == [
            (held.parties[1], True), (held.parties[2], False), (held.parties[1], True),
        ]  # fmt: skip
    assert "Eén bezoek moet nog komen." in year_words.alt(found)
    assert "geen dag" not in year_words.alt(found).replace("bijeenkomst heeft nog geen dag", "")


def test_who_left_stands_there_only_with_what_was_done(held: HeldTrack) -> None:
    here = held.meets("Start")
    visit(held, 0, 1, "2027-01-12")
    tracks.remove_organisation(held.store, held.parties[0])
    tracks.remove_organisation(held.store, held.parties[2])
    found = seen(held, here)
    assert [(one.name, one.gone) for one in found.parties] == [
        ("Huis van het Kind", False), ("De Brug", True),
    ]  # fmt: skip
    assert "De Brug doet niet meer mee." in year_words.alt(found)


def test_a_gift_is_there_once_it_is_unwrapped(held: HeldTrack) -> None:
    here = held.meets("Uitwisseling", "2027-03-23")
    key = visit(held, 0, 1, "2027-01-12")
    gifts = held.begins(here, "gifts")
    held.says(gifts, held.parties[0], f"{key}.wrap",
              {"wrapped": True, "paper": "tile", "ribbon": "red"})  # fmt: skip
    roles: tuple[Role, ...] = ("console", "screen", "phone")
    for role in roles:
        assert seen(held, here, role).gifts == ()
    held.says(gifts, held.parties[1], f"{key}.open", {"open": True, "turn": 1})
    for role in roles:
        (gift,) = seen(held, here, role).gifts
        assert (gift.giver, gift.host, gift.day) == (*held.parties[:2], "2027-03-23")


def test_actions_are_on_the_screen_once_they_are_shown_and_gone_when_dropped(
    held: HeldTrack,
) -> None:
    here = held.meets("Acties", "2027-05-11")
    activity = held.begins(here, "actions")
    held.says(activity, held.parties[0], "sheet.what1", "Soep op dinsdag")
    found = seen(held, here)
    assert [one.text for one in found.actions] == ["Soep op dinsdag"]
    assert seen(held, here, "screen").actions == ()
    held.goes_to(activity, ACTIONS.stages[-1].key)
    assert len(seen(held, here, "screen").actions) == 1
    dropped = {"said": [{"state": "dropped", "text": "Te veel.", "day": "2027-05-12"}]}
    held.says(activity, held.parties[0], "sheet.state1", dropped)
    assert seen(held, here).actions == ()


def test_a_context_of_an_exercise_knows_the_meetings(held: HeldTrack) -> None:
    here = held.meets("Start", "2026-10-06")
    activity = held.begins(here, "line")
    meetings.add(held.store, held.track, "Slot", "2027-06-01")
    with held.store.read() as db:
        now = moment.at(held.store, db, here)
        (line,) = [one for one in now.room.exercises if one.id == activity]
        found = now.context(line, "screen").meetings
    assert [(one.title, one.date, one.held) for one in found] == [
        ("Start", "2026-10-06", True), ("Slot", "2027-06-01", False),
    ]  # fmt: skip
    assert found[0].id == here

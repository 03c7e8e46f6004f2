"""What people choose of who may read what they gave: whose choice counts, and until when."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from state import consent, meetings, restrictions, revisions, tracks
from state.clock import local, now
from state.database import Store
from state.problems import Refused
from state.restrictions import Limit, Thing


@pytest.fixture
def place(tmp_path: Path) -> tuple[Store, str, str, str]:
    """A store, a track, a meeting and an exercise."""
    store = Store(tmp_path)
    track = tracks.add_track(store, "Samen", "")
    meeting = meetings.add(store, track, "Eerste", "", "")
    activity = meetings.add_activity(store, meeting, "line", {}, 10)
    return store, track, meeting, activity


def limits(store: Store, track: str) -> dict[tuple[str, str], Limit]:
    with store.read() as db:
        return restrictions.narrowest(restrictions.of_track(db, track))


def test_of_what_colleagues_chose_the_narrowest_counts(place: tuple[Store, str, str, str]) -> None:
    store, track, _meeting, activity = place
    thing = Thing(activity, "house", ("sheet.a", "sheet.b"))
    restrictions.choose(store, track, "an", [thing], "self", "names")
    restrictions.choose(store, track, "bo", [thing], "report", "nobody")
    both = Limit("self", "nobody", "sheet.a")
    assert limits(store, track) == {("house", "sheet.a"): both, ("house", "sheet.b"): both}
    with store.read() as db:
        assert restrictions.count(db, track) == 1
    restrictions.choose(store, track, "an", [thing], "report", "names")
    assert set(limits(store, track).values()) == {Limit("report", "nobody", "sheet.a")}
    restrictions.choose(store, track, "bo", [thing], "report", "names")
    assert limits(store, track) == {}


def test_every_open_page_of_the_track_is_told(place: tuple[Store, str, str, str]) -> None:
    store, track, meeting, activity = place
    later = meetings.add(store, track, "Tweede", "", "")
    restrictions.choose(store, track, "an", [Thing(activity, "an", ("s1.1",))], "group", "names")
    with store.read() as db:
        for one in (meeting, later):
            numbers = revisions.of_meeting(db, one)
            assert (numbers["restrictions"], numbers["results"], numbers["table"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("where", "naming"), [("", "names"), ("group", ""), ("everybody", "names"), ("self", "none")]
)
def test_what_is_no_choice_is_refused(
    place: tuple[Store, str, str, str], where: str, naming: str
) -> None:
    store, track, _meeting, activity = place
    with pytest.raises(Refused):
        restrictions.choose(store, track, "an", [Thing(activity, "an", ("s",))], where, naming)
    with pytest.raises(Refused):
        restrictions.choose(store, track, "an", [], "group", "names")


def test_after_the_day_of_printing_nothing_changes(place: tuple[Store, str, str, str]) -> None:
    store, track, _meeting, activity = place
    thing = Thing(activity, "an", ("s1.1",))
    today = local(now()).date()
    restrictions.print_on(store, track, today.isoformat())
    restrictions.choose(store, track, "an", [thing], "group", "names")
    restrictions.print_on(store, track, (today - timedelta(days=1)).isoformat())
    with pytest.raises(Refused):
        restrictions.choose(store, track, "an", [thing], "self", "names")
    assert set(limits(store, track).values()) == {Limit("group", "names", "s1.1")}
    restrictions.print_on(store, track, "")
    restrictions.choose(store, track, "an", [thing], "report", "names")
    assert limits(store, track) == {}
    with pytest.raises(Refused):
        restrictions.print_on(store, track, "morgen")


def test_keeping_a_track_says_nothing_of_printing(place: tuple[Store, str, str, str]) -> None:
    store, track, _meeting, _activity = place
    consent.keep_until(store, track, "2030-01-01")
    (found,) = tracks.all_tracks(store)
    assert (found.keep_until, found.print_day) == ("2030-01-01", "")

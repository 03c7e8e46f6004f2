"""Who is expected, here, away and awaited is counted the same way on every page."""

from __future__ import annotations

import pytest

from exercises import EXERCISES, closing
from exercises.engine import moment as moments
from exercises.engine import running
from pages.live import scenes
from state import guests, meetings, people, tracks
from state.database import Store
from state.listener import Listener
from state.live import Hub
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import console_data, screen_data


def expected(store: Store, meeting: str) -> set[int]:
    found = meetings.room(store, meeting).meeting
    lobby = screen_data(store, found)["lobby"]
    return {lobby["expected"], console_data(store, found)["expected"]}


def test_everybody_of_the_track_is_expected_until_the_facilitator_says_a_number(
    store: Store, meeting: str, organisations: tuple[str, ...]
) -> None:
    tracks.add_person(store, organisations[0], "An")
    assert expected(store, meeting) == {1}
    meetings.expect(store, meeting, 14)
    assert expected(store, meeting) == {14}
    meetings.expect(store, meeting, None)
    assert expected(store, meeting) == {1}


def test_more_people_than_expected_are_all_counted(store: Store, meeting: str, join: Join) -> None:
    meetings.expect(store, meeting, 1)
    join("An")
    join("Bart")
    assert expected(store, meeting) == {2}


@pytest.mark.parametrize("number", [0, -3, meetings.MOST_EXPECTED + 1])
def test_a_number_that_can_not_be_is_refused(store: Store, meeting: str, number: int) -> None:
    with pytest.raises(Refused, match="1 tot 500"):
        meetings.expect(store, meeting, number)


def test_who_left_is_awaited_no_more_unless_an_answer_stands(
    store: Store, meeting: str, join: Join
) -> None:
    sample = EXERCISES[0].sample
    activity_id = meetings.add_activity(store, meeting, EXERCISES[0].kind, sample.to_json(), 40)
    here, left = join("An"), join("Bart")
    with store.read() as db:
        moment = moments.at(store, db, meeting)
        activity = moment.room.activity(activity_id)
        assert activity is not None
        context = moment.context(activity, "screen", away=frozenset({left}))
        assert context.awaited() == 1
        assert context.awaited({left}) == 2
        assert context.awaited({here}) == 1
        everybody = scenes.on_screen(moment, activity, frozenset())
        fewer = scenes.on_screen(moment, activity, frozenset({left}))
    assert (everybody["data"]["present"], fewer["data"]["present"]) == (2, 1)


def test_somebody_added_at_the_desk_is_on_an_open_console(
    store: Store, meeting: str, organisations: tuple[str, ...]
) -> None:
    found = meetings.room(store, meeting).meeting
    assert console_data(store, found)["people"] == []
    tracks.add_person(store, organisations[0], "Cem")
    assert [one["name"] for one in console_data(store, found)["people"]] == ["Cem"]
    people.let_in(store, meeting, tracks.people(store, found.track_id)[0].id)
    assert [one["joined"] for one in console_data(store, found)["people"]] == [True]


def test_guests_are_counted_beside_the_people_of_the_track(
    store: Store, meeting: str, join: Join
) -> None:
    added = meetings.add_activity(store, meeting, "closing", closing.EXERCISE.sample.to_json(), 40)
    found = meetings.room(store, meeting).meeting
    join("An")
    assert screen_data(store, found)["lobby"]["guests"] == 0
    running.start(store, added)
    guest = guests.join(store, meeting, "gast")
    running.close(store, added)
    hub = Hub(store)
    # Until the page of that guest is open, nobody is there.
    assert screen_data(store, found, hub)["lobby"]["guests"] == 0
    hub.add(Listener(meeting, frozenset(), guest, "guest", guest=True))
    lobby = screen_data(store, found, hub)["lobby"]
    assert (len(lobby["people"]), lobby["guests"]) == (1, 1)
    assert console_data(store, found, hub)["guests"] == 1

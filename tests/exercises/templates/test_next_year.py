"""A track once more for another year: without the people, with what the facilitator made."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import exercises
from exercises.engine import stored
from exercises.engine.moment import alone
from exercises.templates.next_year import NextYear, afresh, duplicate, proposed_name
from state import agenda, agreements, copies, meetings, tracks, visits
from state.database import Store
from tests.full_track import full_track


@pytest.fixture
def played(store: Store) -> str:
    """A track in which everything was done, with answers of people."""
    return full_track(store, photos=1)


def rows(store: Store, query: str, *values: Any) -> list[Any]:
    with store.read() as db:
        return [tuple(row) for row in db.conn.execute(query, list(values)).fetchall()]


def test_nobody_comes_along_and_nothing_they_said(store: Store, played: str) -> None:
    made = duplicate(store, played, NextYear("Volgend jaar"))
    assert tracks.people(store, made) == () and tracks.organisations(store, made) == ()
    old = [one.id for one in meetings.of_track(store, played)]
    new = [one.id for one in meetings.of_track(store, made)]
    assert len(old) == len(new) and not set(old) & set(new)
    for meeting in new:
        room = meetings.room(store, meeting)
        assert room.meeting.state == "prepared"
        for item in room.agenda:
            assert (item.state, item.phase, item.at_home) == ("planned", "{}", 0)
            assert rows(store, "SELECT 1 FROM contribution WHERE activity_id = ?", item.id) == []
    text = json.dumps([item.config for one in new for item in meetings.room(store, one).agenda])
    known = rows(store, "SELECT id, name FROM person WHERE track_id = ?", played)
    for person_id, name in known:
        assert person_id not in text, name
    for one in tracks.organisations(store, played):
        assert one.id not in text
    assert visits.of_track(store, made) == ()


def test_agendas_minutes_and_own_content_are_the_same(store: Store, played: str) -> None:
    first = meetings.of_track(store, played)[0]
    line = next(one for one in meetings.room(store, first.id).exercises if one.kind == "line")
    config = stored.config_of(line)
    own = replace(config, questions=("Een eigen vraag?",))
    meetings.configure(store, line.id, own.to_json())
    meetings.entitle(store, line.id, "Onze lijn")
    agenda.add_interlude(store, first.id, "break", "Middag", 60, "soep")
    agenda.set_start(store, first.id, "09:30")
    agenda.set_bring(store, first.id, "een foto")
    made = duplicate(store, played, NextYear("Volgend jaar"))
    again = meetings.of_track(store, made)[0]
    assert (again.start, again.bring, again.title) == ("09:30", "een foto", first.title)
    before, after = (meetings.room(store, one.id).agenda for one in (first, again))
    assert [(one.kind, one.title, one.minutes, one.note) for one in before] == [
        (one.kind, one.title, one.minutes, one.note) for one in after
    ]
    copied = next(one for one in after if one.kind == "line")
    assert stored.config_of(copied).questions == ("Een eigen vraag?",)


def test_days_are_a_year_later_on_the_same_weekday_or_gone(store: Store, track: str) -> None:
    meetings.add(store, track, "Met dag", "2028-02-29")
    meetings.add(store, track, "Zonder dag")
    later = duplicate(store, track, NextYear("Later"))
    found = [one.date for one in meetings.of_track(store, later)]
    assert found == ["2029-02-27", ""]
    assert date(2029, 2, 27).weekday() == date(2028, 2, 29).weekday()
    without = duplicate(store, track, NextYear("Zonder", days=None))
    assert [one.date for one in meetings.of_track(store, without)] == ["", ""]


def test_organisations_come_along_without_their_people(store: Store, played: str) -> None:
    made = duplicate(store, played, NextYear("Volgend jaar", organisations=True))
    before, after = (tracks.organisations(store, one) for one in (played, made))
    assert [(one.name, one.tile, one.sector, one.place) for one in before] == [
        (one.name, one.tile, one.sector, one.place) for one in after
    ]
    assert not {one.id for one in before} & {one.id for one in after}
    assert tracks.people(store, made) == ()
    for meeting in meetings.of_track(store, made):
        with copies.in_memory(store) as db:
            here = alone(db, meeting.id)
            for item in here.room.exercises:
                context = here.context(item, "console")
                context.exercise.panel(context)
                context.exercise.screen(here.context(item, "screen"))


def test_the_framework_comes_along_and_agreements_do_not(store: Store, track: str) -> None:
    meeting = meetings.add(store, track, "M")
    agreements.add(store, meeting, "Wout belt")
    tracks.change_framework(store, track, '{"version": 1}')
    made = duplicate(store, track, NextYear("Later"))
    assert tracks.track(store, made).framework == '{"version": 1}'
    (copied,) = meetings.of_track(store, made)
    with store.read() as db:
        assert agreements.of_meeting(db, copied.id) == ()


def test_what_belongs_to_who_does_not_come_is_left_out_of_content() -> None:
    config = {
        "version": 1, "until": "2027-01-31", "note": "blijft", "who": "aaaaaaaaaaaa",
        "list": [{"host": "aaaaaaaaaaaa"}, {"host": "bbbbbbbbbbbb"}, "aaaaaaaaaaaa", "vrij"],
    }  # fmt: skip
    found = afresh("later", config, 364, {"bbbbbbbbbbbb": "cccccccccccc"}, {"aaaaaaaaaaaa"})
    assert found == {
        "version": 1, "until": "2028-01-30", "note": "blijft", "who": "",
        "list": [{"host": "cccccccccccc"}, "vrij"],
    }  # fmt: skip
    assert afresh("later", {"until": "2027-01-31"}, None, {}, set()) == {"until": ""}


def test_content_that_can_not_be_read_any_more_begins_anew() -> None:
    line = exercises.EXERCISES[0]
    assert afresh(line.kind, {"version": 1}, 364, {}, set()) == line.sample.to_json()


def test_a_name_is_proposed_with_the_next_year_in_it(store: Store, track: str) -> None:
    for name, proposed in (
        ("Traject 2026", "Traject 2027"), ("Jaar 2026-2027", "Jaar 2027-2028"),
        ("Samen", "Samen, volgend jaar"),
    ):  # fmt: skip
        tracks.change_track(store, track, name, "")
        assert proposed_name(store, tracks.track(store, track)) == proposed
    tracks.add_track(store, "Samen, volgend jaar")
    assert proposed_name(store, tracks.track(store, track)) == "Samen, volgend jaar 2"
    tracks.change_track(store, track, "x" * 120, "")
    assert len(proposed_name(store, tracks.track(store, track))) <= 120

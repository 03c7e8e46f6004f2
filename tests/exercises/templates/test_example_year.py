"""The example of a year in progress: every page has something to show, and nothing fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import exercises
from exercises import example
from exercises.contract import Role
from exercises.engine import results
from exercises.engine.moment import Moment, at
from exercises.engine.year import of_track
from exercises.kit.visits.programme import latest_parts
from exercises.results import (
    Action,
    GiftNote,
    HostWish,
    LearningQuestion,
    ProgrammePart,
    Quote,
    StoryRemark,
    Strength,
    UnwrappedGift,
    WarmWelcome,
    latest_actions,
)
from exercises.templates import example_year
from report.data.reading_in import opened, store_track
from report.documents.reading import WholeTrack
from report.documents.track_report import track_report
from report.forms import pdf
from state import copies, meetings, notebook, tracks, visits
from state.database import Store
from tests.report.data.travelling import taken_out

TODAY = date(2027, 2, 3)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    store = Store(tmp_path_factory.mktemp("year"))
    yield store, example_year.make(store, TODAY)
    store.close()


def moments(store: Store, track: str) -> list[Moment]:
    with store.read() as db:
        return [at(store, db, meeting.id) for meeting in meetings.of_track(store, track)]


def test_four_meetings_were_held_and_the_closing_is_to_come(year: tuple[Store, str]) -> None:
    found = meetings.of_track(*year)
    assert [one.state for one in found] == ["closed"] * 4 + ["prepared"]
    assert [one.date < TODAY.isoformat() for one in found] == [True] * 4 + [False]
    assert all(date.fromisoformat(one.date).weekday() == 1 for one in found)


def test_every_exercise_that_was_held_is_drawn_for_every_role(year: tuple[Store, str]) -> None:
    store, track = year
    drawn = set()
    for here in moments(store, track):
        for activity in here.room.exercises:
            roles: tuple[Role, ...] = ("console", "screen")
            for role in roles:
                context = here.context(activity, role)
                context.exercise.screen(context)
            console = here.context(activity, "console")
            console.exercise.panel(console)
            list(console.exercise.rows(console))
            list(console.exercise.pictures(console))
            for member in list(here.members.values())[:3]:
                console.exercise.phone(here.context(activity, "phone", member))
            if activity.state == "done":
                drawn.add(activity.kind)
                assert console.exercise.summary(console) is not None or activity.kind not in (
                    "line", "domino", "neighbourhood_map",
                )  # fmt: skip
    assert {"organisation_sheet", "line", "reflection_sheet", "announcement", "recall", "gifts",
            "actions", "quotes"} <= drawn  # fmt: skip


def test_each_organisation_tells_what_the_matching_asks(year: tuple[Store, str]) -> None:
    store, track = year
    found = results.of_track(moments(store, track)[0], "console", None)
    parties = {one.id for one in tracks.organisations(store, track)}
    for kind in (LearningQuestion, HostWish, Strength):
        assert {one.organisation for one in found.of(kind)} == parties, kind
    visited = {(one.organisation, one.host) for one in found.of(HostWish) if one.rank == 1}
    agreed = {(one.visitor, one.host) for one in visits.of_track(store, track)}
    assert visited <= agreed


def test_each_visit_has_a_programme_on_its_own_days(year: tuple[Store, str]) -> None:
    store, track = year
    found = results.of_track(moments(store, track)[0], "console", None).of(ProgrammePart)
    for visit in visits.of_track(store, track):
        parts = latest_parts(found, visit.id)
        assert {one.date for one in parts} == {day.date for day in visit.days}
        assert {"welcome", "meal", "look_back"} <= {one.form for one in parts}
        assert all(guest in visit.people for one in parts for guest in one.guests)


def test_visits_are_behind_and_ahead_with_notes_of_guests(year: tuple[Store, str]) -> None:
    store, track = year
    found = visits.of_track(store, track)
    assert {one.state for one in found} == {"done", "agreed"}
    for one in found:
        days = [date.fromisoformat(day.date) for day in one.days]
        assert days == [days[0] + timedelta(days=n) for n in range(3)] and days[-1].weekday() < 5
        assert one.announced and len(one.people) == one.count
        assert (one.state == "done") == (days[-1] < TODAY)
    pairs = [(one.visitor, one.host, one.count) for one in found]
    lines = [line.partition(" -> ") for line in example.VISITS.strip().splitlines()]
    names = {one.id: one.name for one in tracks.organisations(store, track)}
    told = {(names[a], f"{names[b]} ({count})") for a, b, count in pairs}
    assert told == {(a, b) for a, _arrow, b in lines}
    with store.read() as db:
        shared = notebook.shared_of_track(db, track)
        total = db.conn.execute("SELECT count(*) FROM visit_note").fetchone()[0]
    assert 0 < len(shared) < total
    assert {one.kind for one in shared} >= {"note", "quote"}
    assert all(one.day <= TODAY.isoformat() for one in shared)


@pytest.mark.parametrize(
    "day", [TODAY + timedelta(days=n) for n in (2, 4, 5)] + [date(2028, 2, 29)]
)
def test_it_can_be_made_on_any_day(tmp_path: Path, day: date) -> None:
    store = Store(tmp_path)
    track = example_year.make(store, day)
    assert len(meetings.of_track(store, track)) == 5 and len(visits.of_track(store, track)) == 7
    again = example_year.make(store, day)
    assert tracks.track(store, again).name == f"{example.NAME} 2"
    store.close()


def test_its_report_comes_out_and_it_travels(year: tuple[Store, str], tmp_path: Path) -> None:
    store, track = year
    with copies.in_memory(store) as db:
        assert pdf.pdf(track_report(WholeTrack(db, track))).startswith(b"%PDF")
    other = Store(tmp_path)
    again = store_track(other, opened(taken_out(store, track)))
    assert [one.title for one in meetings.of_track(other, again)] == [
        one.title for one in meetings.of_track(store, track)
    ]
    before, after = (
        [(item.kind, item.title, item.minutes, item.note)
         for meeting in meetings.of_track(*one)
         for item in meetings.room(one[0], meeting.id).agenda]
        for one in ((store, track), (other, again))
    )  # fmt: skip
    assert before == after and any(kind == "break" for kind, *_rest in before)
    other.close()


def test_it_has_answers_for_kinds_that_exist_only() -> None:
    told = example_year._told()["answers"].keys()
    assert [kind for kind in told if exercises.of_kind(kind) is None] == []


def test_what_the_exchange_and_the_actions_gave(year: tuple[Store, str]) -> None:
    store, track = year
    found = results.of_track(moments(store, track)[0], "console", None)
    parties = {one.id for one in tracks.organisations(store, track)}
    # Each received a gift, and marked slips of the recall are a warm welcome.
    assert {one.organisation for one in found.of(UnwrappedGift)} == parties
    assert len(found.of(WarmWelcome)) == 6 and len(found.of(GiftNote)) >= 13
    actions = latest_actions(found.of(Action))
    assert {one.organisation for one in actions} == parties
    assert {one.state for one in actions} == {"planned", "busy", "done", "dropped"}
    assert any(one.helpers for one in actions) and all(one.date for one in actions)
    quotes = found.of(Quote)
    assert {one.naming for one in quotes} == {"names", "organisations", "nobody"}


def test_its_year_is_drawn_with_all_of_it(year: tuple[Store, str]) -> None:
    store, track = year
    drawn = of_track(moments(store, track)[0])
    assert [len(one) for one in (drawn.meetings, drawn.visits, drawn.gifts)] == [5, 7, 7]
    assert len(drawn.actions) >= 8


def test_what_became_of_every_gift_was_told_to_the_room(year: tuple[Store, str]) -> None:
    store, track = year
    with copies.in_memory(store) as db:
        said = str(track_report(WholeTrack(db, track)))
    assert "Vier kwamen langs achter." in said and "in de zaal niet op het scherm" not in said


def test_each_remark_was_made_through_the_lens_that_asks_it(year: tuple[Store, str]) -> None:
    found = results.of_track(moments(*year)[0], "console", None).of(StoryRemark)
    told = {one.text: one.lens for one in found}
    assert told["Wie ruimt er op?"] == "Praktische bril"
    assert told["Niemand moest iets bewijzen."] == "Waarderende bril"
    assert told["Wie past op de kleintjes?"] == "Bril van gezinnen"
    assert {one.lens for one in found} == {
        "Kritische bril", "Waarderende bril", "Praktische bril", "Bril van gezinnen",
    }  # fmt: skip

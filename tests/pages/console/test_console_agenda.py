"""The agenda on the console."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises import EXERCISES
from exercises.contract import Step
from state import meetings, tracks, visits
from state.database import Store
from state.models import TrackVisit
from state.problems import Refused
from tests.conftest import Join
from tests.pages.console.at_console import Desk


def test_a_second_exercise_ends_the_first(desk: Desk, activity: str, store: Store) -> None:
    exercise = EXERCISES[0]
    second = meetings.add_activity(
        store, desk.meeting, exercise.kind, exercise.sample.to_json(), 10
    )
    desk.act("start", activity=activity)
    desk.act("start", activity=second)
    assert [item["state"] for item in desk.page()["agenda"]] == ["left", "running"]
    desk.act("reopen", activity=activity)
    assert [item["state"] for item in desk.page()["agenda"]] == ["running", "left"]


def test_the_agenda_tells_what_an_exercise_lacks_and_leaves_undone(
    desk: Desk, store: Store, meeting: str, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = {**EXERCISES[0].sample.to_json(), "statements": []}
    bare = meetings.add_activity(store, meeting, EXERCISES[0].kind, empty, 40)
    assert [one["lacks"] for one in desk.page()["agenda"]] == [
        "", "Er staan nog geen stellingen op de lijst."
    ]  # fmt: skip
    desk.act("start", activity=bare)
    whole = replace(EXERCISES[0], unfinished=lambda context: "Niet af.")
    monkeypatch.setattr("exercises.of_kind", lambda kind: whole)
    told = desk.page()["agenda"]
    assert [(one["lacks"], one["unfinished"]) for one in told] == [("", ""), ("", "Niet af.")]
    # Closed with something left, it says so: the agenda does not call it done.
    desk.act("close", activity=bare)
    steps = replace(whole, steps=lambda config: (Step("a", ""), Step("b", "")))
    monkeypatch.setattr("exercises.of_kind", lambda kind: steps)
    assert [one["unfinished"] for one in desk.page()["agenda"]] == ["", "Niet af."]


def test_what_lacks_in_the_visits_leads_to_their_page(
    desk: Desk, store: Store, meeting: str
) -> None:
    for about in (one for one in EXERCISES if one.hidden_visits):
        meetings.add_activity(store, meeting, about.kind, about.sample.to_json(), 40)
    page = desk.page()
    told = [one["lacks_at"] for one in page["agenda"] if one["lacks"]]
    assert told and all(one == ["visits"] for one in told)
    assert page["links"]["visits"].startswith("/bezoeken?t=")
    assert page["links"]["mails"].startswith("/mailtekst?t=")


def test_it_is_asked_which_visits_were_made_before_what_is_about_them(
    desk: Desk, store: Store, meeting: str, activity: str
) -> None:
    about = next(one for one in EXERCISES if one.looks_back)
    config = about.sample.to_json()
    activity_about = meetings.add_activity(store, meeting, about.kind, config, 40)
    track = meetings.room(store, meeting).track.id
    host, guest = (tracks.add_organisation(store, track, name) for name in ("Gastheer", "Gast"))
    visit = visits.add(store, track, TrackVisit("", host, guest, announced=True))
    asked = {one["id"]: one["unsaid"] for one in desk.page()["agenda"]}
    assert asked[activity] == []
    assert asked[activity_about] == [{"id": visit, "visitor": "Gast", "host": "Gastheer"}]
    with pytest.raises(Refused):
        desk.act("visits_made", visits="alles")
    desk.act("visits_made", visits=[visit])
    assert [one["unsaid"] for one in desk.page()["agenda"]] == [[], []]
    assert visits.visit(store, visit).state == "done"


@pytest.mark.parametrize(
    ("kind", "label"),
    [("reflection_sheet", "In te vullen tegen"), ("gifts", "Uit te pakken tegen")],
)
def test_the_day_at_home_says_what_is_done_by_then(
    desk: Desk, store: Store, meeting: str, kind: str, label: str
) -> None:
    exercise = next(one for one in EXERCISES if one.kind == kind)
    made = meetings.add_activity(store, meeting, kind, exercise.sample.to_json(), 40)
    desk.act("start", activity=made)
    (item,) = desk.page()["homework"]["items"]
    assert item["due_label"] == label


def test_a_closed_meeting_tells_what_is_left_to_do_at_home(
    desk: Desk, store: Store, meeting: str, join: Join
) -> None:
    sheet = next(one for one in EXERCISES if one.kind == "reflection_sheet")
    config = sheet.sample.to_json()
    made = meetings.add_activity(store, meeting, sheet.kind, config, 40)
    join("An")
    desk.act("start", activity=made)
    (running,) = desk.page()["homework"]["items"]
    desk.act("end_meeting")
    (over,) = desk.page()["homework"]["items"]
    assert (running["left"], over["left"]) == (0, 1)
    desk.act("homework", activity=made, value=True, due=over["until"])
    (opened,) = desk.page()["homework"]["items"]
    assert (opened["left"], opened["open"], opened["due"]) == (0, True, over["until"])

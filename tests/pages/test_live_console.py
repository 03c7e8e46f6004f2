"""What a console is sent, and what its buttons do."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from exercises import EXERCISES
from exercises.contract import Json, Move, Panel, Step
from exercises.engine import running
from pages.live import actions, html
from pages.live.roles import console, screen
from report.data import gather
from state import meetings, people, tracks, visits
from state.database import Store
from state.live import Hub
from state.models import TrackVisit
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import console_data, phone_data, remote_data


class Desk:
    """A console without a browser."""

    def __init__(self, store: Store, meeting: str) -> None:
        self.store, self.meeting, self.sent = store, meeting, 0

    def page(self) -> Json:
        found = meetings.room(self.store, self.meeting).meeting
        page = console_data(self.store, found)
        json.dumps(page)
        return page

    def act(self, name: str, /, **payload: object) -> None:
        self.sent += 1
        message = {"name": name, "id": f"m{self.sent}", "payload": payload}
        actions.receive(self.store, self.meeting, message)


@pytest.fixture
def desk(store: Store, meeting: str) -> Desk:
    return Desk(store, meeting)


def act(store: Store, meeting: str, name: str, /, **payload: object) -> None:
    actions.receive(store, meeting, {"name": name, "id": "act", "payload": payload})


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    exercise = EXERCISES[0]
    return meetings.add_activity(store, meeting, exercise.kind, exercise.sample.to_json(), 40)


def test_an_empty_meeting_has_a_page(desk: Desk) -> None:
    page = desk.page()
    assert page["current"] is None
    assert page["agenda"] == []


def test_starting_turns_the_agenda_and_the_face(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    page = desk.page()
    assert page["meeting"]["state"] == "running"
    assert page["agenda"][0]["state"] == "running"
    assert page["current"]["at"] == "1:statement"


def test_two_consoles_pressing_next_at_once_move_one_stage(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    desk.act("forward", at="1:statement")
    with pytest.raises(Refused, match="al een stap verder"):
        desk.act("forward", at="1:statement")
    assert desk.page()["current"]["at"] == "1:choose"


def test_going_back_and_forth_over_statements(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    desk.act("goto", step=3, stage="look", at="1:statement")
    desk.act("forward", at="3:look")
    assert desk.page()["current"]["at"] == "4:statement"
    desk.act("back", at="4:statement")
    assert desk.page()["current"]["at"] == "3:look"


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


def test_pause_and_lobby_come_back_to_the_exercise(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    for name in ("pause", "lobby"):
        desk.act(name, value=True)
        assert desk.page()["meeting"]["state"] == name
        desk.act(name, value=False)
        assert desk.page()["meeting"]["state"] == "running"


def test_a_break_stops_the_clock_of_the_exercise(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    desk.act("timer", minutes=2)
    desk.act("pause", value=True)
    assert "left_ms" in desk.page()["current"]["timer"]
    desk.act("pause", value=False)
    assert "ends_at" in desk.page()["current"]["timer"]


def test_the_lobby_knows_that_the_meeting_has_begun(desk: Desk, activity: str) -> None:
    assert not desk.page()["meeting"]["begun"]
    desk.act("start", activity=activity)
    desk.act("close", activity=activity)
    assert desk.page()["meeting"]["begun"]


def test_a_clock_runs_waits_and_stops(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    desk.act("timer", minutes=2)
    assert "ends_at" in desk.page()["current"]["timer"]
    desk.act("timer", pause=True)
    left = desk.page()["current"]["timer"]["left_ms"]
    assert 110_000 < left <= 120_000
    desk.act("timer", resume=True)
    desk.act("timer", add=1)
    desk.act("timer", pause=True)
    assert desk.page()["current"]["timer"]["left_ms"] > 160_000
    desk.act("timer", stop=True)
    assert desk.page()["current"]["timer"] is None


@pytest.mark.parametrize("minutes", [-1, 100_000, "vijf", None])
def test_a_clock_that_makes_no_sense_is_refused(desk: Desk, activity: str, minutes: object) -> None:
    desk.act("start", activity=activity)
    with pytest.raises(Refused):
        desk.act("timer", minutes=minutes)


def test_an_answer_on_behalf_is_marked_and_can_be_taken_away_and_back(
    desk: Desk, activity: str, store: Store, organisations: tuple[str, ...]
) -> None:
    desk.act("start", activity=activity)
    desk.act("forward", at="1:statement")
    desk.act("add_person", organisation=organisations[0], name="Oma", function="")
    oma = desk.page()["people"][0]
    assert oma["byhand"]
    assert oma["answered"] is False
    place = {"slot": "s1.1", "payload": {"at": 0.3}}
    desk.act("answer_for", activity=activity, person=oma["id"], **place)
    assert desk.page()["people"][0]["answered"] is True
    desk.act("remove_answer", person=oma["id"], slot="s1.1")
    assert desk.page()["people"][0]["answered"] is False
    desk.act("undo", id=desk.page()["undo"][0]["id"])
    assert desk.page()["people"][0]["answered"] is True


def test_a_removed_person_can_come_back(desk: Desk, join: Join) -> None:
    person = join("An")
    desk.act("remove_person", person=person)
    assert not any(item["joined"] for item in desk.page()["people"])
    desk.act("undo", id=desk.page()["undo"][0]["id"])
    assert [item["name"] for item in desk.page()["people"] if item["joined"]] == ["An"]


def test_a_take_over_is_seen_and_can_be_turned_back(
    desk: Desk, store: Store, meeting: str, join: Join, organisations: tuple[str, ...]
) -> None:
    person = join("An", token="first")
    people.join(store, meeting, "second", organisations[0], "An", take_over=True)
    assert desk.page()["people"][0]["takeover"] == person
    desk.act("undo_takeover", id=person)
    assert desk.page()["people"][0]["takeover"] is None
    with store.read() as db:
        assert people.person_of_device(db, meeting, "first") is not None
        assert people.person_of_device(db, meeting, "second") is None


def test_people_of_the_track_who_are_not_in_are_listed_as_such(
    desk: Desk, store: Store, meeting: str, join: Join
) -> None:
    person = join("An")
    join("Bo", 1)
    people.remove(store, meeting, person)
    waiting = [item["name"] for item in desk.page()["people"] if not item["joined"]]
    assert waiting == ["An"]


def test_a_note_is_kept_with_its_statement(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    note = desk.page()["current"]["note"]
    desk.act("note", activity=activity, slot=note["slot"], text="Welkom is meer dan een open deur.")
    assert desk.page()["current"]["note"]["text"] == "Welkom is meer dan een open deur."


def test_a_switch_that_the_exercise_does_not_have_is_refused(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    for key, value in (("visibility", "iedereen"), ("iets", True)):
        with pytest.raises(Refused):
            desk.act("control", key=key, value=value)


def test_ending_and_reopening_a_meeting(desk: Desk, activity: str) -> None:
    desk.act("start", activity=activity)
    desk.act("end_meeting")
    assert desk.page()["meeting"]["state"] == "closed"
    desk.act("reopen_meeting")
    assert desk.page()["meeting"]["state"] == "lobby"


def test_an_unknown_button_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.act("verzonnen")


def test_trouble_with_the_disk_stands_on_the_console(desk: Desk, store: Store) -> None:
    from state.problems import Problem

    store.problem = Problem("De schijf is vol.", "Maak plaats.")
    assert desk.page()["notices"][0]["text"] == "De schijf is vol."


def test_an_exercise_that_fails_leaves_the_console_standing(
    desk: Desk, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.act("start", activity=activity)

    def fail(_reading: object, _activity: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(console, "_parts", fail)
    page = desk.page()
    assert page["current"] is None
    assert page["agenda"][0]["state"] == "running"
    assert any("kan nu niet getoond worden" in notice["text"] for notice in page["notices"])


@pytest.mark.parametrize(
    ("panel", "counted"),
    [
        (Panel(frozenset({"a", "b"}), summary="mensen"), (2, 5)),
        (Panel(frozenset({"a", "b"}), count=0, total=3), (0, 3)),
    ],
)
def test_an_exercise_may_count_something_else_than_people(
    store: Store, activity: str, panel: Panel, counted: tuple[int, int]
) -> None:
    with store.read() as db:
        found = meetings.activity(db, activity)
    summary = console._panel(found, panel, 5)["summary"]
    assert (summary["count"], summary["total"]) == counted


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


@pytest.mark.parametrize(("asks", "told"), [(False, ""), (True, "Niet af.")])
def test_going_on_to_a_stage_that_asks_tells_what_is_left_undone(
    desk: Desk, activity: str, monkeypatch: pytest.MonkeyPatch, asks: bool, told: str
) -> None:
    desk.act("start", activity=activity)
    stages = tuple(replace(one, asks=asks) for one in EXERCISES[0].stages)
    whole = replace(EXERCISES[0], unfinished=lambda context: "Niet af.", stages=stages)
    monkeypatch.setattr("exercises.of_kind", lambda kind: whole)
    assert desk.page()["current"]["forward"]["ask"] == told


def test_the_main_button_shows_all_of_a_step_before_the_next_one_on_console_and_remote(
    desk: Desk, store: Store, meeting: str, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.act("start", activity=activity)
    on, back = Move("Volgende: 2 van de 3", "x.page", {"page": 1}), Move("Vorige", "x.page", {})
    panel = Panel(onward=on, backward=back, page="Op het scherm: 1 van de 3")
    whole = replace(EXERCISES[0], panel=lambda context: panel)
    monkeypatch.setattr("exercises.of_kind", lambda kind: whole)
    room = meetings.room(store, meeting)
    for page in (desk.page(), remote_data(store, room.meeting)):
        current = page["current"]
        assert current["forward"]["label"] == on.label
        assert current["forward"]["move"] == {"slot": "x.page", "payload": {"page": 1}}
        assert current["back"]["label"] == "Vorige"
        assert current["back"]["move"] == {"slot": "x.page", "payload": {}}
        assert current["page"] == "Op het scherm: 1 van de 3"
    panel = Panel()
    assert desk.page()["current"]["forward"]["move"] is None


def test_what_is_left_of_a_step_is_skipped_only_after_asking(
    desk: Desk, store: Store, meeting: str, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.act("start", activity=activity)
    further = desk.page()["current"]["forward"]
    assert desk.page()["current"]["skip"] is None
    on = Move("Stel de eerste vraag", "x.now", {"n": 1}, "Hoe werd je begroet?")
    panel = Panel(onward=on, skip="Vijf vragen zijn nog niet gesteld.")
    whole = replace(EXERCISES[0], panel=lambda context: panel)
    monkeypatch.setattr("exercises.of_kind", lambda kind: whole)
    for page in (desk.page(), remote_data(store, meetings.room(store, meeting).meeting)):
        current = page["current"]
        assert current["forward"]["about"] == "Hoe werd je begroet?"
        assert current["skip"]["label"] == further["label"]
        assert current["skip"]["ask"] == "Vijf vragen zijn nog niet gesteld."
        assert current["skip"]["move"] is None
    panel = Panel(skip="Niets is nog te doen.")
    assert desk.page()["current"]["skip"] is None


def test_a_title_of_its_own_is_on_every_page_and_in_file_names(
    desk: Desk, store: Store, meeting: str, activity: str, join: Join
) -> None:
    meetings.entitle(store, activity, "  Lijn over   gezinnen ")
    person = join("An")
    desk.act("start", activity=activity)
    page, room = desk.page(), meetings.room(store, meeting)
    assert page["agenda"][0]["title"] == page["current"]["title"] == "Lijn over gezinnen"
    assert remote_data(store, room.meeting)["current"]["title"] == "Lijn over gezinnen"
    assert page["current"]["scene"]["own_title"] == "Lijn over gezinnen"
    attendee = next(
        one.person for one in people.attendees(store, meeting) if one.person.id == person
    )
    assert phone_data(store, room.meeting, attendee)["scene"]["title"] == "Lijn over gezinnen"
    with store.read() as db:
        (part,) = gather.gather(db, meeting).parts
    assert (part.title, part.folder) == ("Lijn over gezinnen", "01-lijn-over-gezinnen")
    meetings.entitle(store, activity, " ")
    assert desk.page()["current"]["title"] == EXERCISES[0].title
    assert desk.page()["current"]["scene"]["own_title"] == ""


def test_a_title_that_is_too_long_is_refused(store: Store, activity: str) -> None:
    meetings.entitle(store, activity, "x" * 60)
    with pytest.raises(Refused, match="te lang"):
        meetings.entitle(store, activity, "x" * 61)


def test_a_remote_is_sent_the_note_and_no_drawing(desk: Desk, store: Store, meeting: str) -> None:
    own_part = EXERCISES[1]
    added = meetings.add_activity(store, meeting, own_part.kind, own_part.sample.to_json(), 40)
    desk.act("start", activity=added)
    shown = desk.page()["current"]
    assert shown["scene"] and shown["console"]["module"].endswith("console.js")
    assert html._scenes({"current": shown}) == [shown["scene"], shown["console"]]
    small = remote_data(store, meetings.room(store, meeting).meeting)["current"]
    assert small["note"] == shown["note"] and not {"scene", "console"} & set(small)


def test_who_went_home_keeps_the_answers_and_is_not_waited_for(
    desk: Desk, store: Store, meeting: str, activity: str, join: Join
) -> None:
    one, other = join("An"), join("Bart")
    desk.act("start", activity=activity)
    desk.act("forward", at="1:statement")
    room = meetings.room(store, meeting)
    running.send(store, room, activity, one, "s1.1", {"at": 0.5}, "c1")
    hub = Hub(store)
    seat = console.ConsoleSeat(store, hub, room.meeting)

    def says(person: str, *, home: bool) -> None:
        seat.receive({"name": "went_home", "payload": {"person": person, "value": home}})

    def counted() -> tuple[int, int]:
        summary = console_data(store, room.meeting, hub)["current"]["summary"]
        return summary["count"], summary["total"]

    assert counted() == (1, 2)
    says(other, home=True)
    assert counted() == (1, 1)
    says(one, home=True)
    assert counted() == (1, 1), "what was answered stays"
    page = console_data(store, room.meeting, hub)
    assert [person["home"] for person in page["people"]] == [True, True]
    says(other, home=False)
    assert counted() == (1, 2)
    with pytest.raises(Refused):
        says("iemand anders", home=True)


def test_a_screen_that_may_fall_asleep_is_told_of(store: Store, meeting: str) -> None:
    hub = Hub(store)
    found = meetings.room(store, meeting).meeting
    projected = screen.ScreenSeat(store, hub, found)

    def warned() -> bool:
        notices = console_data(store, found, hub)["notices"]
        return any("in slaap vallen" in one["text"] for one in notices)

    projected.receive({"name": "awake", "payload": {"value": False}})
    assert not warned(), "no screen is open"
    hub.add(projected.listener)
    assert warned()
    projected.receive({"name": "awake", "payload": {"value": True}})
    assert not warned()
    with pytest.raises(Refused):
        projected.receive({"name": "forward", "payload": {}})


def test_a_name_that_is_taken_says_how_two_become_one(
    store: Store, meeting: str, join: Join
) -> None:
    els, listed = join("Els"), join("Els Janssens")
    with pytest.raises(Refused, match="al op de lijst staat"):
        act(store, meeting, "rename", person=els, name="Els Janssens")
    act(store, meeting, "same_person", person=els, into=listed)
    here = console_data(store, meetings.room(store, meeting).meeting)["people"]
    assert [one["name"] for one in here if one["joined"]] == ["Els Janssens"]


def test_the_console_asks_about_new_names_and_phones_and_takes_a_word(
    store: Store, meeting: str, join: Join
) -> None:
    join("An")
    room = meetings.room(store, meeting)
    later = meetings.add(store, room.track.id, "Later")
    meetings.open_doors(store, later)
    house = room.organisations[0].id
    people.join(store, later, "vreemd", house, "An")
    nieuw = people.join(store, later, "nieuw", house, "Nieuw")

    def asked() -> dict[str, tuple[bool, bool]]:
        here = console_data(store, meetings.room(store, later).meeting)["people"]
        return {one["name"]: (one["newcomer"], one["unproven"]) for one in here if one["joined"]}

    assert asked() == {"An": (False, True), "Nieuw": (True, False)}
    act(store, later, "confirm_all")
    assert asked() == {"An": (False, False), "Nieuw": (True, False)}
    act(store, later, "settle_takeover", id=nieuw)
    assert asked()["Nieuw"] == (False, False)


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

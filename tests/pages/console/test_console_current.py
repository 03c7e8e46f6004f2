"""The exercise that is on, on the console, and what its buttons do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises import EXERCISES
from exercises.contract import Move, Panel
from pages.live.roles import console_current
from state import meetings
from state.database import Store
from state.problems import Refused
from tests.live_pages import remote_data
from tests.pages.console.at_console import Desk


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


def test_every_button_steps_over_what_is_skipped(desk: Desk, store: Store) -> None:
    ordered = next(one for one in EXERCISES if one.order)
    config = ordered.sample
    there = meetings.add_activity(store, desk.meeting, ordered.kind, config.to_json(), 40)
    desk.act("start", activity=there)
    keys = [one.key for one in ordered.steps(config)]
    now = desk.page()["current"]["step"]["number"]
    chosen = [1, now, 4, 2]
    desk.act("order", keys=[keys[one - 1] for one in chosen])
    for here, before, after in ((now, 1, 4), (4, now, 2), (2, 4, None)):
        current = desk.page()["current"]
        step = current["step"]
        assert (step["number"], step["before"], step["after"]) == (here, before, after)
        assert current["at"].partition(":")[0] == str(here)
        desk.act("forward", at=current["at"])
    current = desk.page()["current"]
    desk.act("goto", step=current["step"]["before"], stage="chapter", at=current["at"])
    assert desk.page()["current"]["step"]["number"] == 4


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


def test_an_exercise_that_fails_leaves_the_console_standing(
    desk: Desk, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.act("start", activity=activity)

    def fail(_reading: object, _activity: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(console_current, "_parts", fail)
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
    summary = console_current._panel(found, panel, 5)["summary"]
    assert (summary["count"], summary["total"]) == counted


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


def test_the_dialog_for_somebody_is_told_the_limit_and_what_is_asked(
    desk: Desk, store: Store
) -> None:
    recall = next(one for one in EXERCISES if one.kind == "recall")
    there = meetings.add_activity(store, desk.meeting, recall.kind, recall.sample.to_json(), 40)
    desk.act("start", activity=there)
    desk.act("forward", at=desk.page()["current"]["at"])
    behalf = desk.page()["current"]["on_behalf"]
    assert (behalf["limit"], behalf["label"]) == (
        70,
        "Wat komt er op het briefje van deze persoon?",
    )


def test_a_stage_in_which_nothing_can_be_answered_has_no_switch_for_it(
    desk: Desk, activity: str
) -> None:
    desk.act("start", activity=activity)
    found = {}
    for stage in ("statement", "choose", "talk", "move", "look"):
        now = desk.page()["current"]["at"]
        if not now.endswith(stage):
            desk.act("goto", step=1, stage=stage, at=now)
        found[stage] = desk.page()["current"]["open"]
    assert found == {"statement": None, "choose": True, "talk": None, "move": True, "look": None}

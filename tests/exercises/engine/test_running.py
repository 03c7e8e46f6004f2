"""Exercises on what is stored: starting, answering, closing, the clock."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

import exercises
from exercises.contract import Phase, Role
from exercises.engine import flow, moment, running, stored
from exercises.engine.contexts import AnyContext
from pages.live import scenes
from state import contributions, meetings, people, restrictions
from state.database import Store
from state.models import FACILITATOR, Activity, Json, Room
from state.problems import Refused
from tests.exercises.engine.held import HeldTrack

LINE = exercises.EXERCISES[0]
Send = Callable[..., None]
Join = Callable[..., str]


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """The id of De lijn on the agenda, running, where everybody chooses at statement 1."""
    activity_id = meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)
    running.start(store, activity_id)
    go_on(store, activity_id)
    return activity_id


@pytest.fixture
def send(store: Store, meeting: str, activity: str) -> Send:
    """Sends a place: send("An", 0.5), with a slot and client id of its own unless given."""
    count = iter(range(1000))

    def send_it(author: str, at: Any, slot: str = "s1.1", client: Any = None, **more: Any) -> None:
        room = meetings.room(store, meeting)
        client = f"client {next(count)}" if client is None else client
        payload = at if isinstance(at, list | str) else {"at": at}
        running.send(store, room, activity, author, slot, payload, client, **more)

    return send_it


def go_on(store: Store, activity_id: str) -> None:
    running.change_phase(
        store, activity_id, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
    )


def find(store: Store, activity_id: str) -> Activity:
    with store.read() as db:
        return meetings.activity(db, activity_id)


def phase_of(store: Store, activity_id: str) -> Phase:
    return Phase.from_json(find(store, activity_id).phase_json())


def mine(store: Store, activity_id: str, author: str) -> dict[str, Json]:
    with store.read() as db:
        return contributions.of_author(db, activity_id, author)


def test_starting_turns_screen_and_phones_to_the_exercise(
    store: Store, meeting: str, activity: str
) -> None:
    room = meetings.room(store, meeting)
    assert room.current is not None and room.current.id == activity
    assert (room.meeting.face, room.current.state) == ("exercise", "running")
    assert phase_of(store, activity) == Phase(0, "choose", open=True, shown=True)


def test_an_answer_is_stored_as_the_exercise_accepted_it(
    store: Store, activity: str, send: Send
) -> None:
    send("An", 0.123456)
    assert mine(store, activity, "An") == {"s1.1": {"at": 0.1235}}


def test_an_answer_to_a_locked_exercise_is_refused_and_nothing_lost(
    store: Store, activity: str, send: Send
) -> None:
    send("An", 0.1)
    go_on(store, activity)
    with pytest.raises(Refused, match="vastgezet"):
        send("An", 0.9, slot="s1.2")
    assert mine(store, activity, "An") == {"s1.1": {"at": 0.1}}


def test_an_answer_to_a_past_statement_is_refused_and_nothing_lost(
    store: Store, activity: str, send: Send
) -> None:
    send("An", 0.1)
    for _ in range(5):
        go_on(store, activity)
    with pytest.raises(Refused, match="al voorbij"):
        send("An", 0.9)
    assert mine(store, activity, "An") == {"s1.1": {"at": 0.1}}


def test_an_answer_beside_the_line_is_refused(send: Send) -> None:
    with pytest.raises(Refused, match="naast de lijn"):
        send("An", 1.0001)


@pytest.mark.parametrize(
    "wrong",
    [{"at": []}, {"at": "no object"}, {"at": 0.5, "slot": None}, {"at": 0.5, "slot": ""},
     {"at": 0.5, "slot": {"a": 1}}, {"at": 0.5, "slot": "\ud800"}, {"at": 0.5, "client": {}},
     {"at": 0.5, "client": "\ud800"}, {"at": 0.5, "client": ""}, {"at": 0.5, "client": 3},
     {"at": 0.5, "client": "x" * 10_000}],
)  # fmt: skip
def test_garbage_is_refused_in_dutch_and_is_no_problem_of_the_database(
    store: Store, activity: str, send: Send, wrong: dict[str, Any]
) -> None:
    with pytest.raises(Refused, match="niet te lezen"):
        send("An", **wrong)
    assert store.problem is None
    assert contributions.history(store, activity) == []


def test_answers_are_refused_before_the_start_and_after_the_close(
    store: Store, meeting: str, activity: str, send: Send
) -> None:
    running.close(store, activity)
    with pytest.raises(Refused, match="Deze oefening is gedaan"):
        send("An", 0.5)
    room = meetings.room(store, meeting)
    planned = meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)
    with pytest.raises(Refused):
        running.send(store, room, planned, "An", "s1.1", {"at": 0.5}, "c")


def test_answers_are_refused_in_a_closed_meeting(store: Store, meeting: str, send: Send) -> None:
    meetings.close(store, meeting)
    with pytest.raises(Refused):
        send("An", 0.5)


def test_the_facilitator_answers_for_somebody_also_when_the_line_is_locked(
    store: Store, meeting: str, activity: str, send: Send
) -> None:
    go_on(store, activity)
    send("An", 0.7, slot="s1.2", by_hand=True)
    with store.read() as db:
        (answer,) = contributions.of_activity(db, activity)
    assert (answer.payload, answer.by_hand) == ({"at": 0.7}, True)
    with pytest.raises(Refused):
        send("An", 7, slot="s1.2", by_hand=True)


def test_a_note_is_kept_beside_its_statement_and_no_phone_can_write_one(
    store: Store, meeting: str, activity: str, send: Send
) -> None:
    room = meetings.room(store, meeting)
    for number, text in enumerate(("Onthouden", "Nog beter onthouden")):
        running.send(
            store, room, activity, FACILITATOR, "s1.note", {"text": text}, f"n{number}",
            by_hand=True,
        )  # fmt: skip
    with pytest.raises(Refused):
        running.send(store, room, activity, "An", "s1.note", {"text": "van mij"}, "c")
    assert mine(store, activity, FACILITATOR) == {"s1.note": {"text": "Nog beter onthouden"}}


def test_two_consoles_pressing_next_at_once_move_one_place(store: Store, activity: str) -> None:
    seen = flow.position(phase_of(store, activity))

    def press(_: int) -> bool:
        try:
            running.change_phase(store, activity, lambda e, c, p: flow.forward(e, c, p, seen))
        except flow.Stale:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(press, range(12))) == 1
    assert phase_of(store, activity).stage == "talk"


def test_closing_leads_back_to_the_lobby_and_starting_again_goes_on(
    store: Store, meeting: str, activity: str, send: Send
) -> None:
    send("An", 0.4)
    running.close(store, activity)
    room = meetings.room(store, meeting)
    assert (room.current, room.meeting.face, room.agenda[0].state) == (None, "lobby", "done")
    running.start(store, activity)
    phase = phase_of(store, activity)
    assert (phase.step, phase.stage) == (0, "choose")
    assert mine(store, activity, "An") == {"s1.1": {"at": 0.4}}


def test_starting_another_exercise_ends_the_one_that_runs(
    store: Store, meeting: str, activity: str
) -> None:
    other = meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 10)
    running.start(store, other)
    room = meetings.room(store, meeting)
    assert [item.state for item in room.agenda] == ["done", "running"]
    assert room.current is not None and room.current.id == other


def test_a_configuration_that_changes_while_it_runs_is_used_at_once(
    store: Store, activity: str, send: Send
) -> None:
    config = LINE.sample.to_json()
    send("An", 0.2)
    meetings.configure(store, activity, {**config, "statements": config["statements"][1:]})
    with pytest.raises(Refused, match="weggehaald"):
        send("An", 0.3)
    send("An", 0.3, slot="s2.1")
    meetings.configure(store, activity, config)
    assert set(mine(store, activity, "An")) == {"s1.1", "s2.1"}


def test_an_exercise_of_a_later_version_is_refused_in_dutch(store: Store, meeting: str) -> None:
    later = meetings.add_activity(store, meeting, "dans", {}, 10)
    with pytest.raises(Refused, match="zit nog niet in deze versie"):
        running.start(store, later)
    assert meetings.room(store, meeting).meeting.face == "lobby"


@pytest.mark.parametrize("role", ["phone", "screen"])
def test_what_a_browser_gets_is_json_with_step_stage_and_clock(
    store: Store, meeting: str, activity: str, join: Join, send: Send, role: Role
) -> None:
    send(join("An"), 0.5)
    send(join("<script>"), 0.6)
    running.set_timer(store, activity, {"minutes": 5})
    ctx, found = context(store, meeting, activity, role)
    scene = ctx.exercise.phone(ctx) if role == "phone" else ctx.exercise.screen(ctx)
    sent = json.loads(json.dumps(scenes.dressed(ctx, scene, found), allow_nan=False))
    assert sent["step"] == {"index": 1, "total": 14, "label": "stelling", "key": "s1"}
    assert (sent["stage"], sent["open"], sent["shown"]) == ("choose", True, True)
    assert set(sent["timer"]) == {"ends_at"}
    assert sent["area_name"] == "Warm onthaal"


def test_the_step_shown_is_one_of_the_list_also_when_steps_were_removed(
    store: Store, meeting: str, activity: str
) -> None:
    for _ in range(30):
        go_on(store, activity)
    config = LINE.sample.to_json()
    meetings.configure(store, activity, {**config, "statements": config["statements"][:2]})
    ctx, found = context(store, meeting, activity, "screen")
    sent = scenes.dressed(ctx, ctx.exercise.screen(ctx), found)
    assert (sent["step"]["index"], sent["step"]["key"]) == (2, "s2")


def context(store: Store, meeting: str, activity: str, role: Role) -> tuple[AnyContext, Activity]:
    with store.read() as db:
        here = moment.at(store, db, meeting)
    found = here.room.activity(activity)
    assert found is not None
    return here.context(found, role), found


def test_answers_are_read_only_when_something_looks_at_them(
    store: Store, meeting: str, activity: str
) -> None:
    ctx, _found = context(store, meeting, activity, "phone")

    def read() -> Any:
        raise AssertionError("a phone that shows its own answer reads no others")

    own = replace(ctx, people=read, seen=read)
    own.exercise.phone(own)


def test_all_answers_are_read_once_to_judge_one_and_anew_for_the_next(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Any] = []

    def accept(entry: Any) -> Any:
        found.append((entry.load(), entry.people(), entry.parties()))
        again = (entry.load(), entry.people(), entry.parties())
        assert all(one is other for one, other in zip(found[-1], again, strict=True))
        return LINE.accept(entry)

    monkeypatch.setattr(running, "exercise_of", lambda activity: replace(LINE, accept=accept))
    send("An", 0.5)
    send("Bo", 0.6)
    # What was stored meanwhile is seen by who comes next.
    assert found[0][0] != found[1][0]


def test_people_whose_organisation_was_removed_are_no_members(
    store: Store, meeting: str, join: Join
) -> None:
    join("An")
    room = meetings.room(store, meeting)
    attendees = people.attendees(store, meeting)
    assert [member.name for member in stored.members(room, attendees).values()] == ["An"]
    bare = Room(room.meeting, room.track, (), room.agenda)
    assert stored.members(bare, attendees) == {}


def timer(store: Store, activity: str, **change: Any) -> Json | None:
    running.set_timer(store, activity, change)
    return find(store, activity).timer_json()


def test_a_countdown_starts_lengthens_pauses_goes_on_and_stops(
    store: Store, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1_000_000]
    monkeypatch.setattr(running, "now_ms", lambda: clock[0])
    assert timer(store, activity, minutes=5) == {"ends_at": 1_300_000}
    clock[0] += 60_000
    assert timer(store, activity, add=2) == {"ends_at": 1_420_000}
    assert timer(store, activity, pause=True) == {"left_ms": 360_000, "paused": True}
    clock[0] += 500_000
    assert timer(store, activity, add=1) == {"left_ms": 420_000, "paused": True}
    assert timer(store, activity, resume=True) == {"ends_at": clock[0] + 420_000}
    clock[0] += 900_000
    assert timer(store, activity, pause=True) == {"left_ms": 0, "paused": True}
    assert timer(store, activity, stop=True) is None
    assert timer(store, activity, pause=True) is None


@pytest.mark.parametrize("minutes", [-1, 241, float("nan"), "5", None])
def test_a_countdown_of_unfit_minutes_is_refused(store: Store, activity: str, minutes: Any) -> None:
    with pytest.raises(Refused, match="minuten"):
        timer(store, activity, minutes=minutes)


def test_closing_an_exercise_takes_its_countdown_away(store: Store, activity: str) -> None:
    timer(store, activity, minutes=5)
    running.close(store, activity)
    assert find(store, activity).timer is None


def test_what_is_done_with_a_stone_without_a_name_is_done_with_that_of_its_author(
    store: Store,
) -> None:
    """The console is only told who stands in for the author."""
    held = HeldTrack.of(store)
    meeting = held.meets("Kennismaking")
    lien, wout = held.joins(meeting, "Lien"), held.joins(meeting, "Wout", 1)
    domino = held.begins(meeting, "domino")
    held.goes_to(domino, "lay")
    for number, person in enumerate((lien, wout), start=1):
        for slot, payload in (("stone.top", {"text": "soep"}), ("stone.flop", {"text": "regen"}),
                              ("stone.lay", {"on": True, "number": number})):  # fmt: skip
            held.says(domino, person, slot, payload)
    thing = restrictions.Thing(domino, lien, ("stone.top", "stone.flop", "stone.lay"))
    room = meetings.room(store, meeting)
    restrictions.choose(store, room.track.id, lien, [thing], "report", "nobody")
    with store.read() as db:
        here = moment.at(store, db, meeting).context(find(store, domino), "console")
        (stone,) = (here.alias(one) for one in here.view.lying if one not in (lien, wout))
        wouts, liens = here.alias(wout), here.alias(lien)
    send_it(store, room, domino, "table.word", {"stone": stone})
    send_it(store, room, domino, f"table.thread-{wouts}-{stone}", {"text": "buren"})
    own = mine(store, domino, FACILITATOR)
    assert own["table.word"]["stone"] == lien
    assert own[f"table.thread-{wouts}-{liens}"]["target"] == lien
    assert f"table.thread-{wouts}-{stone}" not in own


def send_it(store: Store, room: Room, activity_id: str, slot: str, payload: Json) -> None:
    running.send(store, room, activity_id, FACILITATOR, slot, payload, f"client {slot}")

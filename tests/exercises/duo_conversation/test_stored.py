"""Duo-gesprek as stored: pairs are written with the step, phones are notified, words are kept."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import exercises
from exercises.contract import Phase
from exercises.duo_conversation import EXERCISE
from exercises.duo_conversation.model_arrangement import Arrangement
from exercises.engine import flow, running
from exercises.engine import moment as moments
from pages.live import actions
from pages.live.roles.phone import PhoneSeat
from report.data.archive import write_meeting_zip
from state import contributions, meetings, people, revisions
from state.database import Store
from state.models import FACILITATOR
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import console_data, phone_seat, screen_data

MARK = "ZEEHOND"
Steps = Callable[[], None]


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """A conversation that has begun, before anybody is asked to stand together."""
    added = meetings.add_activity(store, meeting, EXERCISE.kind, EXERCISE.sample.to_json(), 45)
    running.start(store, added)
    return added


@pytest.fixture
def hall(join: Join) -> list[str]:
    """Six people of three organisations."""
    return [
        join(name, number % 3) for number, name in enumerate(("An", "Bo", "Cis", "Do", "El", "Fa"))
    ]


def go_on(store: Store, activity: str) -> None:
    running.change_phase(store, activity, lambda e, c, p: flow.forward(e, c, p, flow.position(p)))


def pairs(store: Store, activity: str, key: str = "r1") -> Arrangement:
    with store.read() as db:
        stored = contributions.of_author(db, activity, FACILITATOR)
    return Arrangement.from_json(stored[f"{key}.pairs"])


def send(store: Store, meeting: str, activity: str, who: str, slot: str, payload: Any) -> None:
    room = meetings.room(store, meeting)
    by_hand = who == FACILITATOR
    running.send(
        store, room, activity, who, slot, payload, f"{who} {slot} {payload}", by_hand=by_hand
    )


def numbers(store: Store, meeting: str) -> dict[str, int]:
    with store.read() as db:
        return revisions.of_meeting(db, meeting)


def test_pairs_are_stored_with_the_step_and_stay_the_same(
    store: Store, activity: str, hall: list[str]
) -> None:
    go_on(store, activity)
    made = pairs(store, activity)
    assert sorted(one for group in made.groups for one in group.people) == sorted(hall)
    go_on(store, activity)
    assert pairs(store, activity) == made


def test_two_consoles_at_once_make_one_set_of_pairs(
    store: Store, meeting: str, activity: str, hall: list[str]
) -> None:
    def press(number: int) -> bool:
        asked = {"name": "forward", "id": f"m{number}", "payload": {"at": "1:intro"}}
        try:
            actions.receive(store, meeting, asked)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(press, range(8))) == 1
    made = pairs(store, activity)
    assert made.made == 1

    def again(number: int) -> bool:
        try:
            asked = {"do": "again", "made": 1, "n": number}
            send(store, meeting, activity, FACILITATOR, "r1.pairs", asked)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(again, range(8))) == 1
    assert pairs(store, activity).made == 2


def test_a_latecomer_and_a_leaver_are_settled_at_once_and_touch_few_phones(
    store: Store, meeting: str, activity: str, hall: list[str], join: Join
) -> None:
    go_on(store, activity)
    before = numbers(store, meeting)
    late = join("Gil", 1)
    running.people_changed(store, meeting)
    group = pairs(store, activity).of(late)
    assert group is not None and len(group.people) == 3
    risen = {topic for topic, n in numbers(store, meeting).items() if before.get(topic) != n}
    assert risen == {"people", "results", *(f"person:{one}" for one in group.people)}
    actions.receive(
        store, meeting, {"name": "remove_person", "id": "x", "payload": {"person": late}}
    )
    assert {len(one.people) for one in pairs(store, activity).groups} == {2}


def test_somebody_without_a_phone_is_paired_too(
    store: Store, meeting: str, activity: str, hall: list[str], organisations: tuple[str, ...]
) -> None:
    go_on(store, activity)
    asked = {"organisation": organisations[0], "name": "Zonder gsm"}
    actions.receive(store, meeting, {"name": "add_person", "id": "a", "payload": asked})
    (person,) = [
        one.person.id for one in people.attendees(store, meeting)
        if one.person.name == "Zonder gsm"
    ]  # fmt: skip
    assert pairs(store, activity).of(person) is not None
    found = meetings.room(store, meeting).meeting
    shown = screen_data(store, found)["scene"]["data"]
    assert any("Zonder gsm" in plate["names"] for plate in shown["plates"])


def test_a_fault_of_the_exercise_keeps_nobody_out(
    store: Store, meeting: str, activity: str, hall: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on(store, activity)
    monkeypatch.setattr(running, "_settle", lambda *a: 1 / 0)
    running.people_changed(store, meeting)


def test_the_clock_starts_with_the_talk_and_goes_with_it(
    store: Store, activity: str, hall: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "now_ms", lambda: 1_000_000)
    go_on(store, activity)
    go_on(store, activity)
    with store.read() as db:
        assert meetings.activity(db, activity).timer_json() == {"ends_at": 1_000_000 + 15 * 60_000}
    running.change_phase(store, activity, lambda e, c, p: Phase(p.step, p.stage, False, True))
    monkeypatch.setattr(running, "now_ms", lambda: 2_000_000)
    running.start(store, activity)
    with store.read() as db:
        assert meetings.activity(db, activity).timer_json() == {"ends_at": 1_000_000 + 15 * 60_000}
    go_on(store, activity)
    with store.read() as db:
        assert meetings.activity(db, activity).timer is None


def test_a_note_for_the_duo_notifies_the_partners_phone_and_is_on_it(
    store: Store, meeting: str, activity: str, hall: list[str]
) -> None:
    go_on(store, activity)
    group = pairs(store, activity).groups[0]
    one, other = group.people
    before = numbers(store, meeting)
    send(store, meeting, activity, one, f"r1.ours_{group.key}", {"text": "Samen koken"})
    risen = {topic for topic, n in numbers(store, meeting).items() if before.get(topic) != n}
    assert risen == {"results", f"person:{other}"}
    names = {item.person.id: item.person.name for item in people.attendees(store, meeting)}
    for person in hall:
        page = _page(store, meeting, names[person])
        assert ("Samen koken" in json.dumps(page)) == (person in group.people)
        assert f"person:{person}" in _seat(store, meeting, names[person]).topics


def _seat(store: Store, meeting: str, name: str) -> PhoneSeat:
    return phone_seat(store, meetings.room(store, meeting).meeting, f"gsm van {name}")


def _page(store: Store, meeting: str, name: str) -> Any:
    seat = _seat(store, meeting, name)
    with store.read() as db:
        return seat.data(db, moments.at(store, db, meeting))


def test_private_words_are_on_one_phone_and_in_no_export(
    store: Store, meeting: str, activity: str, hall: list[str]
) -> None:
    go_on(store, activity)
    send(store, meeting, activity, hall[0], "r1.mine", {"text": f"{MARK} eerst"})
    send(store, meeting, activity, hall[0], "r1.mine", {"text": "mag gezien worden"})
    send(store, meeting, activity, hall[0], "r1.mine_share", {"share": True})
    send(store, meeting, activity, hall[1], "r1.mine", {"text": MARK})
    found = meetings.room(store, meeting).meeting
    assert MARK not in json.dumps(console_data(store, found))
    assert MARK not in json.dumps(screen_data(store, found))
    assert [MARK in json.dumps(_page(store, meeting, name)) for name in ("An", "Bo", "Cis")] == [
        False, True, False
    ]  # fmt: skip
    out = io.BytesIO()
    write_meeting_zip(store, meeting, out)
    with zipfile.ZipFile(out) as archive:
        contents = b"".join(archive.read(name) for name in archive.namelist())
    assert MARK.encode() not in contents
    assert b"mag gezien worden" in contents


def test_who_met_in_an_earlier_meeting_meets_somebody_else(
    store: Store, track: str, meeting: str, activity: str, hall: list[str]
) -> None:
    go_on(store, activity)
    first = {frozenset(group.people) for group in pairs(store, activity).groups}
    names = {item.person.id: item.person for item in people.attendees(store, meeting)}
    later = meetings.add(store, track, "Later", "2026-12-22", "De Zaal")
    meetings.open_doors(store, later)
    for person in hall:
        people.join(
            store, later, f"later {person}", names[person].organisation_id, names[person].name
        )
    added = meetings.add_activity(store, later, EXERCISE.kind, EXERCISE.sample.to_json(), 45)
    running.start(store, added)
    go_on(store, added)
    second = {frozenset(group.people) for group in pairs(store, added).groups}
    assert not first & second


def test_every_exercise_of_the_list_without_a_hook_settles_nothing(
    store: Store, meeting: str
) -> None:
    plain = next(one for one in exercises.EXERCISES if one.settle is None)
    added = meetings.add_activity(store, meeting, plain.kind, plain.sample.to_json(), 45)
    running.start(store, added)
    running.people_changed(store, meeting)
    assert contributions.history(store, added) == []

"""Going on at home: what phones of an own link may do, and until when."""

from __future__ import annotations

from typing import Any

import pytest

from exercises import of_kind
from exercises.contract import Json
from exercises.engine import moment as moments
from exercises.engine import running
from pages.live import actions
from pages.live.seat import Leave
from state import contributions, homework, meetings, own_links, people
from state.database import Store
from state.models import Person
from state.own_links import LinkHolder
from state.problems import Refused
from tests.conftest import Join
from tests.live_pages import phone_seat
from tests.own_page import link_of, phone_of


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """The id of a reflection sheet that was begun, in a meeting that runs."""
    exercise = of_kind("reflection_sheet")
    assert exercise is not None
    config = exercise.sample.to_json()
    activity_id = meetings.add_activity(store, meeting, exercise.kind, config, 30)
    running.start(store, activity_id)
    return activity_id


def owner(store: Store, meeting: str, token: str) -> Person | None:
    with store.read() as db:
        return people.person_of_device(db, meeting, token)


def has_link(store: Store, meeting: str, token: str) -> bool:
    with store.read() as db:
        return bool(homework.device_link(db, meeting, token))


def write(
    store: Store, meeting: str, activity: str, token: str, text: str, n: int, **more: Any
) -> None:
    message = {
        "kind": "answer", "id": f"{token[:8]}.{n}", "activity": activity,
        "slot": "sheet.1-strong", "payload": {"text": text, **more},
    }  # fmt: skip
    phone_seat(store, meetings.room(store, meeting).meeting, token).receive(message)


def page(store: Store, meeting: str, token: str) -> Json:
    try:
        seat = phone_seat(store, meetings.room(store, meeting).meeting, token)
        with store.read() as db:
            return seat.data(db, moments.at(store, db, meeting))
    except Leave as leave:
        return {"go": leave.address}


def texts(store: Store, activity: str) -> list[str]:
    with store.read() as db:
        found = contributions.of_activity(db, activity)
    return [item.payload["text"] for item in found if "text" in item.payload]


def test_a_phone_of_a_link_is_its_person_and_nobody_loses_a_name(
    store: Store, meeting: str, join: Join
) -> None:
    an = join("An", token="in de zaal")
    link = link_of(store, an)
    first, second = (phone_of(store, meeting, an, link) for _ in range(2))
    assert first != second
    for token in ("in de zaal", first, second):
        person = owner(store, meeting, token)
        assert person is not None and person.id == an
    assert not has_link(store, meeting, "in de zaal")
    with store.read() as db:
        assert people.takeovers(db, meeting) == {}
        found = own_links.holder(db, link)
    assert isinstance(found, LinkHolder)
    assert homework.phone(store, found, meeting, first) == first


def test_who_was_not_at_a_meeting_goes_on_with_nothing_of_it(
    store: Store, track: str, meeting: str, join: Join
) -> None:
    other = meetings.add(store, track, "Later")
    with pytest.raises(Refused):
        phone_of(store, other, join("An"))


def test_a_revoked_link_opens_nothing_also_where_it_was_open(
    store: Store, track: str, meeting: str, activity: str, join: Join
) -> None:
    an = join("An", token="in de zaal")
    device = phone_of(store, meeting, an)
    homework.allow(store, activity, True)
    meetings.close(store, meeting)
    own_links.revoke(store, track, an)
    assert owner(store, meeting, device) is None
    assert page(store, meeting, device) == {"go": "/mijn/voorbij"}
    with pytest.raises(Refused):
        write(store, meeting, activity, device, "te laat", 1)
    assert owner(store, meeting, "in de zaal") is not None


def test_after_the_meeting_only_who_holds_a_link_writes_and_only_when_it_is_open(
    store: Store, meeting: str, activity: str, join: Join
) -> None:
    an = join("An", token="in de zaal")
    device = phone_of(store, meeting, an)
    meetings.close(store, meeting)
    with pytest.raises(Refused):
        write(store, meeting, activity, device, "nog niet open", 1)
    assert page(store, meeting, device)["scene"] is None
    actions.receive(store, meeting, {
        "name": "homework", "id": "a",
        "payload": {"activity": activity, "value": True, "due": "2026-12-12"},
    })  # fmt: skip
    write(store, meeting, activity, device, "thuis", 2)
    with pytest.raises(Refused):
        write(store, meeting, activity, "in de zaal", "zonder link", 3)
    assert texts(store, activity) == ["thuis"]
    seen = page(store, meeting, device)
    assert seen["scene"]["data"]["until"] == "12 december" and seen["scene"]["open"]
    without = page(store, meeting, "in de zaal")
    assert without["scene"] is None and without["meeting"]["state"] == "closed"
    homework.allow(store, activity, False)
    with pytest.raises(Refused):
        write(store, meeting, activity, device, "weer dicht", 4)


def test_an_exercise_that_is_no_homework_stays_closed(
    store: Store, meeting: str, join: Join
) -> None:
    exercise = of_kind("line")
    assert exercise is not None
    line = meetings.add_activity(store, meeting, "line", exercise.sample.to_json(), 30)
    running.start(store, line)
    an = join("An")
    device = phone_of(store, meeting, an)
    meetings.close(store, meeting)
    with pytest.raises(Refused):
        actions.receive(store, meeting, {
            "name": "homework", "id": "a", "payload": {"activity": line, "value": True},
        })  # fmt: skip
    homework.allow(store, line, True)
    assert page(store, meeting, device)["scene"] is None
    with pytest.raises(Refused):
        write(store, meeting, line, device, "x", 1)


def test_of_two_sheets_a_phone_goes_on_with_the_one_it_chose(
    store: Store, meeting: str, activity: str, join: Join
) -> None:
    exercise = of_kind("reflection_sheet")
    assert exercise is not None
    config = exercise.sample.to_json()
    other = meetings.add_activity(store, meeting, exercise.kind, config, 30)
    running.start(store, other)
    an = join("An")
    device = phone_of(store, meeting, an)
    meetings.close(store, meeting)
    for one in (activity, other):
        homework.allow(store, one, True)
    assert page(store, meeting, device)["home"]["current"] == activity
    message = {"kind": "act", "name": "homework", "payload": {"activity": other}}
    phone_seat(store, meetings.room(store, meeting).meeting, device).receive(message)
    assert page(store, meeting, device)["scene"]["activity"] == other


def test_switch_and_date_are_changed_apart(store: Store, meeting: str, activity: str) -> None:
    for what in ({"value": True}, {"due": "2026-12-12"}, {}):
        actions.receive(store, meeting, {
            "name": "homework", "id": "a", "payload": {"activity": activity, **what},
        })  # fmt: skip
    found = meetings.room(store, meeting).activity(activity)
    assert found is not None and (found.at_home, found.due) == (1, "2026-12-12")


@pytest.mark.parametrize("due", ["gisteren", "2026-13-01", "x" * 500])
def test_what_is_no_date_is_refused(store: Store, activity: str, due: str) -> None:
    with pytest.raises(Refused):
        homework.allow(store, activity, True, due)


def test_a_phone_is_told_what_its_organisation_did_on_the_line(
    store: Store, meeting: str, join: Join
) -> None:
    line, sheet = of_kind("line"), of_kind("reflection_sheet")
    assert line is not None and sheet is not None
    first = meetings.add_activity(store, meeting, "line", line.sample.to_json(), 30)
    second = meetings.add_activity(store, meeting, sheet.kind, sheet.sample.to_json(), 30)
    an = join("An", token="an")
    join("Cas", organisation=1, token="cas")
    running.start(store, first)
    room = meetings.room(store, meeting)
    running.send(store, room, first, an, "s1.why", {"text": "Omdat het kan"}, "m1")
    running.change_phase(store, first, lambda ex, config, phase: ex.with_switches(
        type(phase)(0, "choose")))  # fmt: skip
    running.send(store, room, first, an, "s1.1", {"at": 0.1}, "m2")
    running.start(store, second)
    own = page(store, meeting, "an")["scene"]["data"]["areas"][1]["recaps"]
    assert own[0]["title"] == "De lijn" and "Omdat het kan" in own[0]["sentences"][0]
    assert page(store, meeting, "cas")["scene"]["data"]["areas"][1]["recaps"] == []

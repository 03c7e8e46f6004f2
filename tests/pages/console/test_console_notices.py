"""What the console warns of."""

from __future__ import annotations

import pytest

from pages.live.roles import screen
from state import meetings
from state.database import Store
from state.live import Hub
from state.problems import Refused
from tests.live_pages import console_data
from tests.pages.console.at_console import Desk


def test_trouble_with_the_disk_stands_on_the_console(desk: Desk, store: Store) -> None:
    from state.problems import Problem

    store.problem = Problem("De schijf is vol.", "Maak plaats.")
    assert desk.page()["notices"][0]["text"] == "De schijf is vol."


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

"""Doors that open one after another, and the web at the end."""

from __future__ import annotations

from dataclasses import replace

from exercises.announcement import EXERCISE
from exercises.announcement.config import AnnouncementConfig
from exercises.announcement.model import WEB, settle
from exercises.contract import VisitChange
from tests.exercises.announcement.rooms import VISITS, context


def test_each_visit_that_stands_is_a_step_and_the_web_the_last() -> None:
    off = (
        replace(VISITS[0], state="called_off"), replace(VISITS[1], state="proposed"), *VISITS[2:]
    )  # fmt: skip
    keys = [one.key for one in EXERCISE.steps(AnnouncementConfig(off))]
    assert keys == [one.id for one in VISITS[2:]] + [WEB]
    assert [one.key for one in EXERCISE.steps(AnnouncementConfig())] == [WEB]


def test_opening_a_door_announces_its_visit_and_no_other() -> None:
    assert settle(context(0, "shut", "console")) == {}
    found = settle(context(0, "open", "console"))
    assert list(found) == ["two.open"]
    assert found["two.open"].visits == (VisitChange("two", announced=True),)
    assert found["two.open"].notifies == "everybody"
    assert settle(context(0, "open", "console", opened=["two"])) == {}


def test_the_web_opens_what_is_still_shut() -> None:
    at_web = len(VISITS)
    assert settle(context(at_web, "shut", "console")) == {}
    found = settle(context(at_web, "open", "console", opened=["two", "back"]))
    assert set(found) == {f"{one.id}.open" for one in VISITS[1:-1]}

"""Gifts of visits of the track: who of an organisation fills which, and a visit called off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.contract import TrackVisit
from exercises.gifts import EXERCISE
from exercises.gifts.config import GiftsConfig
from exercises.gifts.config_visits import with_track
from tests.exercises.gifts.rooms import PEOPLE, WRAP, Play

# o1 sends x to o2 and y to o3; o4 sends three people at once to o2, a single person to o1; o2
# receives two groups.
FIRST = TrackVisit("first", "o2", "o1", people=("o1x",), count=1, announced=True)
SECOND = TrackVisit("second", "o3", "o1", people=("o1y",), count=1, announced=True)
THREE = TrackVisit("three", "o2", "o4", count=3, announced=True)
ALONE = TrackVisit("alone", "o1", "o4", people=("o4x",), count=1, state="done", announced=True)
VISITS = (FIRST, SECOND, THREE, ALONE)


def play(*visits: TrackVisit) -> Play:
    return Play(config=with_track(GiftsConfig(), visits or VISITS))


def fills(played: Play, person: str) -> list[str]:
    """The gifts that the phone of a person offers."""
    data = EXERCISE.phone(played.context("phone", person)).data
    return [one["key"] for one in data["mine"]]


def test_who_went_fills_the_gift_of_that_visit() -> None:
    played = play()
    assert fills(played, "o1x") == ["first"]
    assert fills(played, "o1y") == ["second"]
    assert fills(played, "o4x") == ["three", "alone"], "one person may go on two visits"
    assert fills(played, "o4y") == ["three"], "nobody is named, so all of them went"
    assert fills(played, "o2x") == []
    played.does("o1x", "first.like", {"text": "zo warm"})
    assert "anderen" in played.refused("o1y", "first.like", {"text": "ik ook"})
    assert "anderen" in played.refused("o1y", "first.wrap", WRAP)
    played.does("o1x", "first.wrap", WRAP)
    assert played.view.gifts["first"].wrapped


def test_a_host_receives_a_gift_of_each_visit() -> None:
    played = play()
    for person, slot in (("o1x", "first"), ("o4x", "three")):
        played.does(person, f"{slot}.like", {"text": "dank"})
        played.does(person, f"{slot}.wrap", WRAP)
    data = EXERCISE.phone(played.context("phone", "o2x")).data
    assert {one["key"] for one in data["ours"]} == {"first", "three"}


def test_somebody_who_was_no_guest_reads_nothing_of_the_gift() -> None:
    played = play()
    played.does("o1x", "first.like", {"text": "alleen van x"})
    assert played.context("phone", "o1y").view.gifts["first"].notes == ()
    assert len(played.context("phone", "o1x").view.gifts["first"].notes) == 1


def test_the_console_says_when_nobody_who_went_is_here() -> None:
    played = play()
    played.people = {key: one for key, one in PEOPLE.items() if key != "o1x"}
    scene = EXERCISE.console(played.context("console"))
    assert scene is not None
    assert {one["key"]: one["from_here"] for one in scene.data["gifts"]} == {
        "first": False, "second": True, "three": True, "alone": True,
    }  # fmt: skip


@pytest.mark.parametrize("opened", [True, False])
def test_a_visit_called_off_keeps_what_is_in_its_gift(opened: bool) -> None:
    played = play()
    played.does("o1x", "first.like", {"text": "dank"})
    played.does("o1x", "first.wrap", WRAP)
    if opened:
        played.go("unwrap")
        played.does("o2x", "first.open", {"open": True})
    rows = list(EXERCISE.rows(played.context("console")))
    off = tuple(replace(one, state="called_off") for one in (FIRST, THREE))
    played.config = with_track(GiftsConfig(), off)
    assert list(EXERCISE.rows(played.context("console"))) == rows
    assert len(rows) == opened
    assert "first" not in played.view.gifts and fills(played, "o1x") == []
    _is_told_in_words(played, opened=opened)
    played.config = with_track(GiftsConfig(), VISITS)
    assert played.view.gifts["first"].count == 1, "and it comes back with the visit"


def _is_told_in_words(played: Play, *, opened: bool) -> None:
    """Who filled the gift of a visit that was called off reads that, with the own words; who had
    unwrapped it keeps it; nobody else hears of it."""
    giver, host = (EXERCISE.phone(played.context("phone", one)).data for one in ("o1x", "o2x"))
    assert [one["key"] for one in giver["off"]] == ([] if opened else ["first"])
    assert ("dank" in str(giver["off"])) is not opened
    assert [one["key"] for one in host["ours"]] == (["first"] if opened else [])
    assert host["off"] == [] and "dank" not in str(host["off"])
    desk = EXERCISE.console(played.context("console"))
    assert desk is not None and [one["key"] for one in desk.data["off"]] == ["first"]
    assert "dank" not in str(desk.data) and "first" not in str(
        EXERCISE.screen(played.context("screen")).data
    )


def test_a_visit_called_off_without_anything_in_its_gift_leaves_no_gift() -> None:
    played = play(replace(FIRST, state="called_off"))
    assert not played.view.gifts
    assert played.context("phone", "o1x").view.removed == {}
    assert not list(EXERCISE.rows(played.context("console")))


def test_a_visit_that_was_not_announced_has_no_gift_and_is_told_to_nobody() -> None:
    played = play(replace(FIRST, announced=False), SECOND)
    assert fills(played, "o1x") == []
    scenes = [EXERCISE.screen(played.context("screen"))]
    scenes += [EXERCISE.phone(played.context("phone", one)) for one in ("o1x", "o2x")]
    assert [one for one in scenes if "first" in str(one.data)] == []
    assert "1 bezoek is nog niet bekendgemaakt" in EXERCISE.lacks(played.context("console"))
    assert "bekendgemaakt" not in EXERCISE.lacks(play(SECOND).context("console"))
    # Once it is announced it has a gift by itself.
    played.config = with_track(GiftsConfig(), (FIRST, SECOND))
    assert fills(played, "o1x") != []

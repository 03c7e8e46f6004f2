"""Names of organisations on every screen: in their box, whole where they can be, and no name makes
another one smaller. And those of people on the line, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.halls import (
    COUNTS,
    LONGEST,
    SIZES,
    Shown,
    crowd_on_the_line,
    lobby,
    of_exercises,
    parties,
)
from tests.browser.screen_page import ScreenPage

# All names, in px of the stage: as shown, in full, whether cut, and where; and what spills.
_MEASURE = """() => {
  const scale = Math.min(innerWidth / 1920, innerHeight / 1080)
  const stage = document.getElementById("stage").getBoundingClientRect()
  const box = (one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    return [(left - stage.left) / scale, (top - stage.top) / scale,
      (right - stage.left) / scale, (bottom - stage.top) / scale]
  }
  const clips = (one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowY)
  const around = (one) => {
    const found = []
    for (let at = one.parentElement; at.id !== "stage"; at = at.parentElement) {
      if (clips(at)) found.push(box(at))
    }
    return found
  }
  const names = [...document.querySelectorAll(".fitted-name")].map((one) => ({
    shown: one.textContent, full: one.title, cut: one.matches(".is-cut"), box: box(one),
    spills: one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
    size: parseFloat(getComputedStyle(one).fontSize), around: around(one),
  }))
  return { names, bottom: (innerHeight - stage.top) / scale }
}"""


def kinds(shown: Iterable[Shown]) -> dict[str, list[Shown]]:
    found: dict[str, list[Shown]] = {}
    for one in shown:
        found.setdefault(one.kind, []).append(one)
    return found


def check(found: Any, name: str, short: dict[str, str]) -> None:
    for one in found["names"]:
        where = f"{name}: {one}"
        assert one["size"] >= 27.9, where
        left, top, right, bottom = one["box"]
        assert left >= 0 and right <= 1920 and top >= 0 and bottom <= found["bottom"] + 1, where
        assert right > left and bottom > top, where
        for box in one["around"]:
            assert left >= box[0] - 2 and right <= box[2] + 2, where
            assert top >= box[1] - 2 and bottom <= box[3] + 2, where
        if not one["cut"]:
            assert not one["spills"], where
        elif one["full"] in short:
            shown = one["shown"].replace("\u00ad", "")
            assert shown.endswith(short[one["full"]].replace("\u00ad", "")), where


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", COUNTS)
def test_names_stay_in_their_box_on_every_screen(
    browser: Browser, count: int, size: tuple[int, int]
) -> None:
    short = {one.name: one.short for one in parties(count)}
    named = set()
    for kind, shown in kinds([lobby(count), *of_exercises(count)]).items():
        with ScreenPage(browser, kind, size, shown[0].styles) as screen:
            for one in shown:
                screen.show(one.scene)
                found = screen.page.evaluate(_MEASURE)
                check(found, one.name, short)
                named |= {kind} if found["names"] else set()
            assert screen.errors == []
    assert named >= {"lobby", "reflection_sheet", "organisation_sheet", "gifts", "domino"}


@pytest.mark.parametrize("size", SIZES)
def test_one_long_name_takes_nothing_from_the_others(
    browser: Browser, size: tuple[int, int]
) -> None:
    with ScreenPage(browser, "lobby", size) as screen:
        sizes = []
        for name in (LONGEST, "Kort"):
            scene = lobby(6).scene
            second = scene["props"]["lobby"]["organisations"][1]
            second["name"] = name
            if name == "Kort":
                second.pop("soft", None), second.pop("short", None)
            screen.show(scene)
            names = screen.page.evaluate(_MEASURE)["names"]
            assert not any(one["cut"] for one in names), names
            sizes.append([(one["shown"], one["size"]) for one in names if one["full"] != name])
        assert sizes[0] == sizes[1]
        assert [shown for shown, _size in sizes[0]][:2] == ["De Regenton", "Kattenstaart"]


def test_a_name_without_room_is_replaced_by_its_short_name(browser: Browser) -> None:
    (_first, second) = parties(2)
    (table, *_more) = (one for one in of_exercises(2) if one.kind == "gifts")
    with ScreenPage(browser, "gifts", SIZES[0], table.styles) as screen:
        screen.show(table.scene)
        shown = {one["full"]: one["shown"] for one in screen.page.evaluate(_MEASURE)["names"]}
        assert shown[LONGEST] == second.short == "Huis van het Kind"


# The names of people on the line, each with where its letters are, and what it is wider than.
_TAGS = """() => [...document.querySelectorAll(".line-screen .tag")].map((one) => {
  const letters = document.createRange()
  letters.selectNodeContents(one)
  const box = ({ left, top, right, bottom }) => [left, top, right, bottom]
  return { shown: one.textContent, box: box(one.getBoundingClientRect()),
    letters: [...letters.getClientRects()].map(box) }
})"""


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)])
@pytest.mark.parametrize("count", [17, 26, 40])
def test_no_name_of_a_crowd_on_the_line_is_cut_or_covered(
    browser: Browser, count: int, size: tuple[int, int]
) -> None:
    rooms = [
        crowd_on_the_line(count, agreeing=agreeing, moved=moved)
        for agreeing in (False, True) for moved in (False, True)
    ]  # fmt: skip
    with ScreenPage(browser, "line", size, rooms[0].styles) as screen:
        for room in rooms:
            screen.show(room.scene)
            tags = screen.page.evaluate(_TAGS)
            assert len({tag["shown"] for tag in tags}) == count
            for tag in tags:
                assert "…" not in tag["shown"]
                left, _top, right, bottom = tag["box"]
                assert left >= 0 and right <= size[0] and bottom <= size[1], tag
                for line in tag["letters"]:
                    assert line[0] >= left - 1 and line[2] <= right + 1, tag
            for one, other in combinations([tag["box"] for tag in tags], 2):
                apart = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
                assert apart or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
        assert screen.errors == []

"""Top en flop domino on projectors of four sizes, measured in a real browser: all words can be read
where they belong, and nothing covers anything.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser

from exercises.contract import Member
from exercises.domino.table.trail import HALVES
from state.models import FACILITATOR
from tests.browser.eyes import Album
from tests.browser.screen_page import ScreenPage
from tests.exercises.domino.table import EXERCISE, Play, alias
from tests.exercises.domino.trails import SHARED, WRITTEN

SIZES = [(1920, 1080), (1280, 720), (1024, 768), (3840, 2160)]
COUNTS = (1, 2, 4, 7, 10, 12, 14, 20, 40, 60)
NAMES = ("Ann", "Katrien Van den Bossche", "Maria-Magdalena Vandenbroucke-Timmermans de Zutter")
HOUSE = "Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek"
ODD = (
    ("שיר של הורים", "👩‍👩‍👧 samen soep"), ("W" * 40, "x" * 40), ("<b>&amp;", "Geen opvang"),
)  # fmt: skip


def table_of(count: int, words: tuple[tuple[str, str], ...] = WRITTEN, name: str = "") -> Play:
    """So many stones, most of them against the one before, every fourth against an older one."""
    play = Play()
    play.people = {
        f"q{at}": Member(
            f"q{at}", name or NAMES[at % 2], f"o{at % 14}", HOUSE, at % 14 + 1, "staat"
        )
        for at in range(count)
    }
    for at, person in enumerate(play.people):
        top, flop = words[at % len(words)]
        assert not play.send(person, "stone.top", text=top)
        assert not play.send(person, "stone.flop", text=flop)
        back = 3 if at % 4 == 3 else 1
        if not at:
            assert not play.start(person)
        elif play.lay(person, f"q{at - back}", HALVES[at % 2], SHARED[at % 4]):
            assert not play.lay(person, f"q{at - 1}", HALVES[at % 2], SHARED[at % 4])
    for at in range(0, count - 5, 6):
        assert not play.send(f"q{at}", f"stone.thread-{alias(f'q{at + 5}')}", text="ook dit")
    return play


def scene_of(play: Play, stage: str) -> dict[str, Any]:
    """What the server sends the screen."""
    play.stage = stage
    context = play.context("screen")
    return {
        "data": EXERCISE.screen(context).data, "stage": stage, "open": True, "shown": True,
        "step": {"index": 1, "total": 1, "label": "tafel", "key": "stone"}, "timer": None,
        "title": EXERCISE.title, "area": 3, "area_name": "Ontmoeten in diversiteit",
    }  # fmt: skip


# Boxes of everything with words, in px of the stage.
_MEASURE = """() => {
  const scale = Math.min(innerWidth / 1920, innerHeight / 1080)
  const stage = document.getElementById("stage").getBoundingClientRect()
  const box = (one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    return [(left - stage.left) / scale, (top - stage.top) / scale,
      (right - stage.left) / scale, (bottom - stage.top) / scale]
  }
  const size = (one) => {
    const { a } = one.getScreenCTM()
    return parseFloat(getComputedStyle(one).fontSize) * a / scale
  }
  const texts = (one) => [...one.querySelectorAll("text")]
    .map((text) => ({ words: text.textContent, box: box(text), size: size(text) }))
  const all = (name) => [...document.querySelectorAll(name)]
  const stones = all(".laid").map((one) => ({
    waits: one.matches(".waits"), texts: texts(one),
    box: box(one.querySelectorAll("rect")[1]),
    faces: [...one.querySelectorAll("rect")].slice(2, 4).map(box),
  }))
  const words = all(".camera > .appears").filter((one) => one.querySelector("text"))
  const slips = words.map((one) => ({
    texts: texts(one), box: box(one.querySelector("path")), waits: one.matches(".waits"),
  }))
  const spills = all(".telling, .questions, .far").filter((one) =>
    one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  return {
    stones, slips, spills: spills.map((one) => one.className),
    boxes: Object.fromEntries([".telling", ".questions", ".plan", ".legend", ".far"]
      .flatMap((name) => all(name).map((one) => [name, box(one)]))),
    small: all(".telling *, .questions *, .plan *, .far *").filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
      && !one.closest("svg") && parseFloat(getComputedStyle(one).fontSize) < 28).length,
    view: [-stage.left / scale, -stage.top / scale, (innerWidth - stage.left) / scale,
      (innerHeight - stage.top) / scale],
  }
}"""

Box = list[float]


def inside(one: Box, two: Box, slack: float = 2.0) -> bool:
    return (
        one[0] >= two[0] - slack and one[1] >= two[1] - slack
        and one[2] <= two[2] + slack and one[3] <= two[3] + slack
    )  # fmt: skip


def meet(one: Box, two: Box, air: float = -2.0) -> bool:
    return (
        one[0] < two[2] + air and two[0] < one[2] + air
        and one[1] < two[3] + air and two[1] < one[3] + air
    )  # fmt: skip


def seen(box: Box, floor: float) -> bool:
    """Whether a box lies wholly on the part of the stage for the table."""
    return inside(box, [0, 124, 1920, floor])


def check(found: dict[str, Any], *, least: float = 29.9) -> None:
    """All that is measured is as it should be. `least`: the smallest letters on stones."""
    stones, slips, boxes = found["stones"], found["slips"], found["boxes"]
    assert stones
    for stone in stones:
        wide, high = stone["box"][2] - stone["box"][0], stone["box"][3] - stone["box"][1]
        assert abs(max(wide, high) - 2 * min(wide, high)) < 8, "not 2:1"
        for text in stone["texts"]:
            assert any(inside(text["box"], face) for face in stone["faces"]), text
            assert text["size"] >= least, text
        for slip in slips:
            assert not meet(slip["box"], stone["box"]), slip["texts"]
    for at, slip in enumerate(slips):
        assert all(inside(text["box"], slip["box"]) for text in slip["texts"]), slip
        assert all(text["size"] >= 29.9 for text in slip["texts"])
        assert not any(meet(slip["box"], other["box"]) for other in slips[at + 1 :])
    assert found["spills"] == []
    assert found["small"] == 0
    for name, box in boxes.items():
        assert inside(box, found["view"]) or name in (".questions", ".far"), (name, box)
        # A table that is larger than the screen goes on under the questions, unseen.
        floor = 802 if name == ".questions" else 1080
        told = [one["box"] for one in stones if not one["waits"] and seen(one["box"], floor)]
        assert not any(meet(box, other) for other in told), name


@pytest.mark.parametrize("size", SIZES, ids=[f"{wide}x{high}" for wide, high in SIZES])
def test_all_words_are_read_on_every_projector(
    browser: Browser, album: Album, size: tuple[int, int]
) -> None:
    with ScreenPage(browser, "domino", size) as screen:
        for count in COUNTS:
            play = table_of(count)
            for stage in ("lay", "walk", "talk"):
                if stage == "walk":
                    middle = play.view.trail.order[count // 2]
                    assert not play.send(FACILITATOR, "table.walk", stone=alias(middle))
                screen.show(scene_of(play, stage))
                album.keep_loosely(screen.page, f"{size[0]}x{size[1]}", f"{stage}-{count}")
                check(screen.page.evaluate(_MEASURE))
        assert screen.errors == []


@pytest.mark.parametrize("name", NAMES)
def test_who_tells_never_runs_off_the_screen(browser: Browser, album: Album, name: str) -> None:
    with ScreenPage(browser, "domino", (1920, 1080)) as screen:
        for count in (1, 4, 10, 14):
            for shown_as in ("names", "organisations"):
                play = table_of(count, name=name)
                play.options = {"visibility": shown_as}
                for stage in ("lay", "walk"):
                    screen.show(scene_of(play, stage))
                    album.keep_loosely(screen.page, shown_as, f"{stage}-{count}-{len(name)}")
                    found = screen.page.evaluate(_MEASURE)
                    check(found)
                    assert not meet(found["boxes"][".telling"], found["boxes"][".legend"])


def test_odd_words_stay_on_their_stone(browser: Browser, album: Album) -> None:
    with ScreenPage(browser, "domino", (1920, 1080)) as screen:
        for count in (1, 5, 12, 20):
            screen.show(scene_of(table_of(count, ODD), "lay"))
            album.keep_loosely(screen.page, "scherm", f"vreemde-woorden-{count}")
            check(screen.page.evaluate(_MEASURE), least=8)


def test_many_long_questions_take_turns_below_the_table(browser: Browser, album: Album) -> None:
    with ScreenPage(browser, "domino", (1280, 720)) as screen:
        play = table_of(7)
        questions = tuple(
            f"{at}. {'Wat helpt om ontmoeting te doen lukken ' * 7}" for at in range(8)
        )
        play.config = replace(play.config, questions=questions)
        screen.show(scene_of(play, "talk"))
        album.keep_loosely(screen.page, "scherm", "lange-vragen")
        check(screen.page.evaluate(_MEASURE))

"""The announcement on the screen: names that lie on nothing, are large enough and are not cut."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser

from exercises.announcement import EXERCISE
from exercises.announcement.config import AnnouncementConfig
from exercises.contract import Answer, Member, Party, Phase, TrackVisit
from state.models import FACILITATOR
from tests.browser.halls import NAMES, parties
from tests.browser.screen_page import ScreenPage
from tests.exercises.contexts import context_of

WHY = json.dumps({
    "version": 1, "rank": 1, "question": "Hoe komen ouders die nooit komen toch over de vloer?",
    "strength": "Onze keuken is elke dag open, en wie binnenkomt schilt mee.",
})  # fmt: skip
SIZES = ((1920, 1080), (1024, 768))
# Boxes of all texts and of the door, in px of the stage; only the visible ones.
_MEASURE = """() => {
  const stage = document.querySelector(".announcement-screen")
  const { left, top, width } = stage.getBoundingClientRect()
  const scale = width / 1920
  const box = (node) => {
    const one = node.getBoundingClientRect()
    return { left: (one.left - left) / scale, top: (one.top - top) / scale,
      right: (one.right - left) / scale, bottom: (one.bottom - top) / scale,
      text: node.textContent, size: parseFloat(getComputedStyle(node).fontSize) }
  }
  return [...stage.querySelectorAll("svg text, h1 span, .why p, .where span, [role=status]")]
    .filter((node) => node.textContent).map(box)
}"""


def houses_of(count: int) -> tuple[Party, ...]:
    """Organisations with short and very long names; after the first ones with a number."""
    known = parties(len(NAMES))
    return tuple(
        replace(one, id=f"o{at}", name=f"{one.name} {at}", short=f"{one.short[:24]} {at}")
        if at >= len(known) else one
        for at in range(count)
        for one in (known[at % len(known)],)
    )  # fmt: skip


def people_of(houses: tuple[Party, ...]) -> dict[str, Member]:
    """Two people of each organisation."""
    return {
        f"{one.id}{name}": Member(f"{one.id}{name}", name, one.id, one.name, one.tile, "staat")
        for one in houses for name in ("Griet", "Maria-Magdalena")
    }  # fmt: skip


def ring(count: int) -> tuple[TrackVisit, ...]:
    """Each of some organisations visits the next, and one receives a single person more."""
    houses = houses_of(count)
    pairs = [(one.id, houses[(at + 1) % count].id) for at, one in enumerate(houses)]
    if count > 2:
        pairs.append((houses[0].id, houses[-1].id))
    return tuple(
        TrackVisit(f"v{at}", host, visitor, count=1 if at == count else 2, why=WHY)
        for at, (visitor, host) in enumerate(pairs)
    )


def scene(count: int, step: int, stage: str) -> dict[str, Any]:
    visits = ring(count)
    answers = [Answer(FACILITATOR, f"{one.id}.open", {"open": True}) for one in visits]
    phase = EXERCISE.with_switches(Phase(step, stage))
    context = context_of(
        EXERCISE, phase, "screen", answers, config=AnnouncementConfig(visits),
        people=people_of(houses_of(count)), parties=houses_of(count),
    )  # fmt: skip
    return {
        "data": EXERCISE.screen(context).data, "own_title": "", "title": EXERCISE.title,
        "stage": stage, "timer": None, "area": None,
        "step": {"index": step + 1, "total": len(visits) + 1, "label": "bezoek", "key": ""},
    }  # fmt: skip


def check(found: list[dict[str, Any]], where: str) -> None:
    assert found, where
    for one in found:
        assert one["size"] >= 28 - 0.01, (where, one)
        assert one["left"] >= -1 and one["right"] <= 1921, (where, one)
        assert one["top"] >= -1 and one["bottom"] <= 1081, (where, one)
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            over = min(one["right"], other["right"]) - max(one["left"], other["left"])
            high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            # The box of a text is higher than its letters.
            assert over <= 1 or high <= 10, (where, one, other)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [2, 6, 12, 20, 40])
def test_the_web_names_everybody_beside_each_other(
    browser: Browser, count: int, size: tuple[int, int]
) -> None:
    with ScreenPage(browser, "announcement", size) as screen:
        for stage in ("shut", "open"):
            screen.show(scene(count, len(ring(count)), stage))
            check(screen.page.evaluate(_MEASURE), f"{count} {stage}")
        assert screen.errors == []


@pytest.mark.parametrize("size", SIZES)
def test_each_couple_has_room_for_names_and_reasons(
    browser: Browser, size: tuple[int, int]
) -> None:
    with ScreenPage(browser, "announcement", size) as screen:
        for step in range(len(ring(12))):
            for stage in ("shut", "open"):
                screen.show(scene(12, step, stage))
                found = screen.page.evaluate(_MEASURE)
                check(found, f"{step} {stage}")
                title = [one for one in found if one["size"] >= 50]
                assert title and all(one["right"] <= 1320 for one in title), title
                cut = screen.page.evaluate(
                    "() => [...document.querySelectorAll('.why')].some((box) =>"
                    " box.scrollHeight > box.clientHeight + 2)"
                )
                assert not cut, f"the reasons of step {step} do not fit"
        assert screen.errors == []

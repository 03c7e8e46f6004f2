"""The couples in their guides on the projector: all of them in sight, however many there are."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.screen_page import ScreenPage

SIZES = ((1920, 1080), (1280, 720), (1024, 768))
NAMES = ("Huis van het Kind Regio Zuid-Oost-Vlaanderen", "Zevenhoek", "CKG Het Achterom",
         "Inloophuis De Vensterbank", "Kattenstaart")  # fmt: skip
# How many couples there are, and whether each lies on the stage with its words within its card.
MEASURE = """() => {
  const high = document.querySelector(".screen-stage").getBoundingClientRect()
  const cards = [...document.querySelectorAll(".couple")]
  return [cards.length, cards.filter((one) => {
    const { bottom, right } = one.getBoundingClientRect()
    const cut = one.scrollHeight > one.clientHeight + 1 || one.querySelector(".is-cut")
    return cut || bottom > Math.min(innerHeight, high.bottom) || right > innerWidth
  }).length]
}"""


def scene(count: int) -> dict[str, Any]:
    """So many couples at work, two people of each at a question."""
    at = [
        {"name": name, "tile": 1, "beat": 4e12, "number": 3, "stale": 40_000}
        for name in ("Nadia", "Joris")
    ]
    names = [{"name": one, "soft": one, "short": one.split()[0]} for one in NAMES]
    couples = [
        {"id": f"v{n}", "tiles": [n % 12 + 1, (n + 1) % 12 + 1],
         "visitor": names[n % 5], "host": names[(n + 1) % 5], "when": "9 tot 11 maart",
         "here": 2, "filled": 4, "total": 12, "at": at}
        for n in range(count)
    ]  # fmt: skip
    return {
        "title": "Gespreksleidraad", "area": None, "step": None, "activity": "a",
        "data": {"stage": "fill", "hidden": True, "couples": couples},
    }  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_every_couple_is_in_sight(browser: Browser, size: tuple[int, int]) -> None:
    with ScreenPage(browser, "guide", size) as screen:
        for count in (1, 6, 7, 8, 12, 13, 20):
            screen.show(scene(count))
            assert screen.page.evaluate(MEASURE) == [count, 0], count
        assert screen.errors == []


def test_more_couples_than_fit_take_turns(browser: Browser) -> None:
    with ScreenPage(browser, "guide", (1280, 720)) as screen:
        seen = set()
        for page in (0, 1):
            screen.page.evaluate(f"() => {{ Date.now = () => {page * 15_000} }}")
            screen.show(scene(23))
            seen.add(tuple(screen.page.evaluate(MEASURE)))
            assert f"blad {page + 1} van 2" in screen.page.inner_text(".page")
        assert seen == {(20, 0), (3, 0)}

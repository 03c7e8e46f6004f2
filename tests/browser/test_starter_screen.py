"""The screen of the template: sentences of any length in sight, and nothing below the QR."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from exercises.starter.accept import TEXT_LIMIT
from exercises.starter.views import PER_PAGE
from tests.browser.screen_page import ScreenPage

SIZES = ((1920, 1080), (1280, 720), (1024, 768))
# How many sentences there are, how many are cut off or stand off the stage, and whether the page's
# number stands in the corner of the QR, which is 200 by 215 px of the stage.
MEASURE = """() => {
  const stage = document.querySelector(".screen-stage").getBoundingClientRect()
  const scale = stage.width / 1920
  const slips = [...document.querySelectorAll(".slip")]
  const number = document.querySelector(".page").getBoundingClientRect()
  const right = (number.right - stage.left) / scale
  return [slips.length, slips.filter((one) => {
    const { bottom } = one.getBoundingClientRect()
    return one.scrollHeight > one.clientHeight + 1 || bottom > stage.top + 1060 * scale
  }).length, right > 1720 && (number.top - stage.top) / scale < 215]
}"""


def scene(count: int, text: str) -> dict[str, Any]:
    who = "Marie-Antoinette, Huis van het Kind Regio Zuid-Oost-Vlaanderen"
    sentences = [
        {"text": f"{n}{text}"[:TEXT_LIMIT], "who": who, "tile": n + 1, "when": "Dat weet ik niet"}
        for n in range(count)
    ]
    return {
        "title": "Beginoefening", "area": None, "step": None, "activity": "a",
        "data": {"ask": "Wat neem je mee van vandaag?", "shown": True, "wrote": count,
                 "present": count, "sentences": sentences, "page": 1, "pages": 2},
    }  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_every_sentence_is_in_sight(browser: Browser, size: tuple[int, int]) -> None:
    with ScreenPage(browser, "starter", size) as screen:
        for count in range(1, PER_PAGE + 1):
            for text in (" kort.", " woorden van iemand" * 20, "x" * TEXT_LIMIT):
                screen.show(scene(count, text))
                assert screen.page.evaluate(MEASURE) == [count, 0, False], (count, text)
        assert screen.errors == []

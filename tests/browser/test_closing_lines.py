"""A quote beside the map of the closing never ends in a lone short word, however long it is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.screen_page import ScreenPage

SAID = (
    "Toen ik zag hoe de ouders bij hen samen soep maakten, dacht ik: dit kunnen wij ook, en we"
    " beginnen er morgen al mee, met de pot die bij ons in de kast staat en met wie er is."
)
# The width of each line of the quote, in px, and its words.
_LINES = """() => {
  const found = []
  const texts = document.createTreeWalker(document.querySelector(".closing-screen blockquote"), 4)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const word of text.textContent.matchAll(/\\S+/g)) {
      const here = document.createRange()
      here.setStart(text, word.index)
      here.setEnd(text, word.index + word[0].length)
      const { top, left, right } = here.getBoundingClientRect()
      const line = found.at(-1)
      if (line && Math.abs(line.top - top) < 2) {
        line.words.push(word[0])
        line.right = right
      } else found.push({ top, left, right, words: [word[0]] })
    }
  }
  return found.map(({ left, right, words }) => ({ wide: right - left, words }))
}"""


def scene(quote: str) -> dict[str, Any]:
    data = {
        "kind": "map", "key": quote, "title": "Waar staan we in de buurt?", "pieces": [],
        "village": [72, 124, 1340, 846], "grown": ["2 pionnen verhuisden"], "cards": [],
        "nothing": "", "count": [], "page": 1, "pages": 1,
        "quote": {"text": quote, "name": "Samir", "house": "De Regenton", "tile": 1},
    }  # fmt: skip
    return {"kind": "closing", "data": data, "step": {"index": 2, "total": 6}, "timer": None}


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)])
def test_the_last_line_of_a_quote_is_no_lone_word(browser: Browser, size: tuple[int, int]) -> None:
    words = SAID.split()
    with ScreenPage(browser, "closing", size) as screen:
        for count in range(5, len(words) + 1):
            screen.show(scene(" ".join(words[:count])))
            lines = screen.page.evaluate(_LINES)
            assert len(lines) > 1 and sum(len(line["words"]) for line in lines) == count
            widest = max(line["wide"] for line in lines)
            assert len(lines[-1]["words"]) > 1 or lines[-1]["wide"] > 0.4 * widest, lines
            right = screen.page.locator(".closing-screen .beside").bounding_box()
            assert right is not None and widest <= right["width"] + 1
        assert screen.errors == []

"""A browser that translates the page, while a round goes on."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.actors import Facilitator, Phone
from tests.browser.server import Server
from tests.browser.setting import FIRST, Setting

TakeOut = Callable[..., Phone]

# As translators do it: each text goes into two <font>, itself or in other words, now and whenever
# the page changes. «» stand for the other words.
_TRANSLATE = """(moves) => {
  const skipped = "font, script, style, textarea, [translate=no]"
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = []
    while (walker.nextNode()) texts.push(walker.currentNode)
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement.closest(skipped)) continue
      const outer = document.createElement("font")
      const inner = outer.appendChild(document.createElement("font"))
      const other = text.data.replace(/^(\\s*)(.*?)(\\s*)$/s, "$1«$2»$3")
      text.replaceWith(outer)
      if (moves) text.data = other
      inner.append(moves ? text : other)
    }
  }
  new MutationObserver(translate).observe(document.body, {
    characterData: true, childList: true, subtree: true,
  })
  translate()
}"""


def _words(page: Page) -> str:
    words = str(page.evaluate("() => document.getElementById('app').innerText"))
    return re.sub(r"\s+", " ", words).strip()


def _same(translated: Page, plain: Page, what: str) -> None:
    """Wait until a translated page says what the same page says untouched, and all of it is."""
    for _ in range(60):
        seen, right = _words(translated), _words(plain)
        if re.sub("[«»]", "", seen) == right and seen.count("«") == seen.count("»") > 2:
            return
        plain.wait_for_timeout(100)
    raise AssertionError(f"{what}:\n{seen}\ninstead of\n{right}")


@pytest.mark.parametrize("moves", [True, False], ids=["texts are moved", "texts are replaced"])
def test_a_translated_page_stays_right(
    moves: bool, server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    samir = phone("Samir")
    samir.joins(f"{server.url}/d/{setting.code}", "De Regenton", "Samir")
    untouched = samir.another_tab()
    untouched.page.goto(samir.page.url)
    facilitator.opens_console(server.url, setting.meeting)
    console = facilitator.page.context.new_page()
    console.set_viewport_size({"width": 1440, "height": 900})
    console.goto(facilitator.page.url)
    for page in (samir.page, console):
        page.wait_for_selector("#app h1")
        page.evaluate(_TRANSLATE, moves)

    def right(what: str) -> None:
        _same(samir.page, untouched.page, f"phone, {what}")
        _same(console, facilitator.page, f"console, {what}")

    right("onthaal")
    facilitator.presses("Begin met De lijn")
    untouched.sees(FIRST)
    right("stelling")
    facilitator.presses_after_a_moment("Laat iedereen kiezen")
    untouched.sees("Waarom sta je daar?")
    right("kiezen")
    samir.page.get_by_role("button", name="Een stap naar rechts").click()
    untouched.sees("Bewaard. Je mag nog opschuiven.")
    samir.page.get_by_role("textbox").fill("Omdat " + "x" * 270)
    samir.page.get_by_role("textbox").fill("Omdat de bel werkt.")
    samir.page.get_by_role("textbox").blur()
    right("gekozen")
    facilitator.presses_after_a_moment("Naar het gesprek")
    untouched.sees("Vertel het elkaar")
    right("praten")
    facilitator.presses_after_a_moment("Laat iedereen opschuiven")
    untouched.sees("Je mag opschuiven of blijven staan.")
    right("opschuiven")
    facilitator.presses_after_a_moment("Pauze")
    untouched.sees("Even pauze.")
    right("pauze")
    facilitator.presses_after_a_moment("Pauze")
    untouched.sees("Je mag opschuiven of blijven staan.")
    facilitator.presses_after_a_moment("Samen kijken")
    untouched.sees("Kijk naar het scherm.")
    right("kijken")
    assert samir.errors == facilitator.errors == []

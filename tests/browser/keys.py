"""Somebody who uses a page with the keyboard only, and has it read aloud."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page

from tests.browser.judge import findings

PATIENCE = 8.0
_MOST = 80  # presses of Tab within which everything on a page must be reached

# What the one region of the page said; what is told by it comes in one text.
LISTEN = """
addEventListener("DOMContentLoaded", () => {
  globalThis.said = []
  const region = document.getElementById("odv-said")
  if (!region) return
  new MutationObserver(() => region.textContent && said.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true })
})"""

_NAME = """
const name = (one) => (one.getAttribute("aria-label") || (one.labels?.[0] ?? one).textContent || "")
  .replace(/[\\u2068\\u2069]/g, "").replace(/\\s+/g, " ").trim()
"""
_FOCUS = f"""() => {{
  {_NAME}
  const one = document.activeElement
  return one && one !== document.body ? `${{one.tagName.toLowerCase()}} ${{name(one)}}` : ""
}}"""


class Keys:
    """A page that is reached by keys alone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._heard = 0

    @staticmethod
    def listen(page: Page) -> None:
        """From the next page that is opened, keep what is read aloud."""
        page.add_init_script(LISTEN)

    def focus(self) -> str:
        """What has the focus: its tag and its name; "" when it is nowhere."""
        return str(self.page.evaluate(_FOCUS)).replace("\u00ad", "")

    def holds(self, *what: str) -> None:
        """Wait until something that begins so has the focus, such as "h1 Even pauze."; one of
        several."""
        self._until(lambda: self.focus().startswith(what), f"the focus on {' or '.join(what)!r}")

    def goes_to(self, what: str) -> None:
        """Press Tab until something that begins so has the focus, such as "button Inpakken"."""
        for _ in range(_MOST):
            if self.focus().startswith(what):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what!r} is not reached with Tab:\n{self._words()}")

    def presses(self, name: str) -> None:
        """Go to a button and press it."""
        self.goes_to(f"button {name}")
        self.page.keyboard.press("Enter")

    def types(self, label: str, text: str) -> None:
        """Go to a field and type."""
        self.goes_to(f"textarea {label}")
        self.page.keyboard.type(text)

    @contextmanager
    def typing(self) -> Iterator[None]:
        """What is typed in here stays the same field until the end, and keeps the focus."""
        self.page.evaluate(_MARK)
        yield
        assert self.page.evaluate("() => document.activeElement.typedIn"), self.focus()
        assert self.page.evaluate("() => document.activeElement.moved") is False

    def hears(self, *words: str) -> None:
        """Wait until each of these was said since the last time, and each once."""
        self._until(lambda: all(word in " ".join(self._news()) for word in words), f"{words}")
        time.sleep(0.3)
        news = self._news()
        told = {word: sum(word in one for one in news) for word in words}
        assert told == dict.fromkeys(words, 1), news
        self._heard += len(news)

    def heard(self) -> list[str]:
        """All that was said since the last time."""
        news = self._news()
        self._heard += len(news)
        return news

    def comes_to(self, title: str) -> None:
        """Wait until the page has this title, the only one, and the focus is somewhere."""
        self._until(lambda: title in self.titles(), f"the title {title!r}")
        self._until(lambda: self.focus() != "", f"the focus, at {title!r}")
        assert len(self.titles()) == 1, self.titles()

    def titles(self) -> list[str]:
        """The titles on the page, without the places where a word may break: one, if all is
        well."""
        return [one.replace("\u00ad", "") for one in self.page.evaluate(_TITLES)]

    def barriers(self) -> dict[str, str]:
        """All findings of axe, slight ones too: the rule, and where."""
        return {
            rule["id"]: "; ".join(html[:200] for html in rule["nodes"][:3])
            for rule in findings(self.page)
        }

    def _news(self) -> list[str]:
        said = self.page.evaluate("() => said")
        return [str(one).replace("\u00ad", "") for one in said][self._heard :]

    def _words(self) -> str:
        return str(self.page.evaluate("() => document.body.innerText"))

    def _until(self, met: Any, what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not met():
            assert time.monotonic() < deadline, self._in_vain(what)
            time.sleep(0.03)

    def _in_vain(self, what: str) -> str:
        seen = f"{what}; focus {self.focus()!r}; said {self._news()}; titles {self.titles()}"
        return f"waits in vain for {seen}\n{self._words()}"


# A field that is moved in the document is blurred: the keyboard of a phone goes away.
_MARK = """() => {
  const field = document.activeElement
  Object.assign(field, { typedIn: true, moved: false })
  const around = new MutationObserver((records) => {
    field.moved ||= records.some(({ removedNodes }) =>
      [...removedNodes].some((node) => node.contains(field)))
  })
  around.observe(document.body, { childList: true, subtree: true })
}"""

_TITLES = """() => [...document.querySelectorAll("h1")]
  .filter((one) => !one.closest("[aria-hidden=true]") && one.offsetParent)
  .map((one) => one.textContent.replace(/[\\u2068\\u2069]/g, "").replace(/\\s+/g, " ").trim())"""

"""The phone puts two texts together exactly as the server does: the same cases in both."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from exercises.kit.rules.joint import merge

_SOURCE = Path(__file__).parents[2] / "exercises" / "kit" / "browser" / "merging.js"
_PIECES = ("a", "b", "dé", "x.", "👋", "שלום", " ", " ", "  ", "\n", "")
_LOAD = """async (source) => {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }))
  globalThis.merging = await import(url)
}"""


@pytest.fixture
def page(browser: Browser) -> Page:
    """An empty page with the phone's part of it loaded."""
    opened = browser.new_page()
    opened.evaluate(_LOAD, _SOURCE.read_text(encoding="utf-8"))
    return opened


def test_phone_and_server_merge_alike(page: Page) -> None:
    chance = random.Random(1)
    cases = [_case(chance) for _number in range(3000)]
    merged = page.evaluate("(cases) => cases.map((one) => merging.merge(...one).text)", cases)
    assert merged == [merge(*case) for case in cases]


@pytest.mark.parametrize(
    ("base", "stored", "local", "after"),
    [
        ("een drie", "nul een drie", "een twee| drie", "nul een twee| drie"),
        ("een", "een vier", "een tw|", "een vier tw|"),
        ("een twee", "twee", "een| twee", "|twee"),
        ("een", "nul een", "een |", "nul een |"),
        ("", "al iets", "mijn zin|", "al iets mijn zin|"),
        ("een drie", "een twee drie", "een drie|", "een twee drie|"),
        ("een drie", "een twee drie", "een dr|ie", "een twee dr|ie"),
    ],
)
def test_the_caret_stays_with_its_word(
    page: Page, base: str, stored: str, local: str, after: str
) -> None:
    caret, text = local.index("|"), local.replace("|", "")
    found = page.evaluate("(given) => merging.merge(...given)", [base, stored, text, caret])
    shown = found["text"][: found["caret"]] + "|" + found["text"][found["caret"] :]
    assert shown.replace("|", "") == merge(base, stored, text)
    assert shown == after


def test_a_new_word_does_not_grow_onto_a_colleagues(page: Page) -> None:
    text = page.evaluate("""() => {
      const phone = new merging.JointText("w", { text: "een" })
      phone.text = "een "
      const caret = phone.take({ text: "een twee" }, 4)
      return phone.text.slice(0, caret) + "|" + phone.text.slice(caret)
    }""")
    assert text.split("|")[0] == "een " and text.split("|")[1].strip() == "twee"
    assert text.split("|")[1].startswith(" ")


def test_a_phone_that_was_sent_away_takes_up_its_draft(page: Page) -> None:
    found = page.evaluate("""() => {
      const before = new merging.JointText("w", { text: "een" })
      before.text = "een twee"
      before.message()
      before.text = "een twee drie"
      const draft = JSON.parse(JSON.stringify(before.draft()))
      const after = new merging.JointText("v", { text: "nul een twee", seen: { w: 1 } }, draft)
      return [after.text, after.trail.length, after.message().base]
    }""")
    assert found == ["nul een twee drie", 0, "nul een twee"]


def _case(chance: random.Random) -> list[str]:
    base = [chance.choice(_PIECES) for _piece in range(chance.randrange(10))]
    return ["".join(base), _changed(chance, base), _changed(chance, base)]


def _changed(chance: random.Random, base: list[str]) -> str:
    pieces = list(base)
    for _change in range(chance.randrange(4)):
        at = chance.randrange(len(pieces) + 1)
        pieces[at : at + chance.randrange(2)] = [chance.choice(_PIECES)]
    return "".join(pieces)

"""A field that the facilitator fills in for an organisation: nothing typed is lost or doubled."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from exercises.kit.rules.joint import merge
from tests.browser.screen_page import open_without_server

_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>veld</title>
<main id="page"></main><button type="button">Elders</button>
<script type="module">
import { html, render } from "/exercises/kit/browser/vendor/htm-preact.js"
import { FieldFor } from "/exercises/kit/browser/filling_in.js"
const kept = {}
let stored = "een"
window.asked = []
const api = {
  draft: (name) => kept[name] ?? "",
  keep: (name, text) => { kept[name] = text },
  contribute: (slot, payload) => new Promise((answer) => window.asked.push({ payload, answer })),
}
const field = { slot: "words", label: "Zin", limit: 60, rows: 2 }
const draw = () => render(
  html`<${FieldFor} field=${field} stored=${stored} party="p" api=${api} />`,
  document.getElementById("page"))
window.answer = (at, outcome) => window.asked[at].answer(outcome)
window.shows = (text) => { stored = text; draw() }
window.kept = () => Object.values(kept).join("")
draw()
window.isReady = true
</script>"""


@pytest.fixture
def page(browser: Browser) -> Page:
    opened = browser.new_page()
    open_without_server(opened, _PAGE)
    return opened


def _field(page: Page) -> Locator:
    return page.get_by_label("Zin")


def _leaves(page: Page) -> None:
    page.get_by_role("button", name="Elders").focus()


def _asked(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("asked.map((one) => one.payload)")
    return found


def test_words_typed_while_others_are_stored_follow_once(page: Page) -> None:
    field = _field(page)
    field.fill("een twee")
    _leaves(page)
    field.fill("een twee drie")
    _leaves(page)
    assert [one["text"] for one in _asked(page)] == ["een twee"]
    page.evaluate("answer(0, { ok: true })")
    page.evaluate("shows('een twee')")
    expect(field).to_have_value("een twee drie")
    page.wait_for_function("asked.length === 2")
    last = _asked(page)[1]
    assert merge(last["base"], "een twee", last["text"]) == "een twee drie"
    page.evaluate("answer(1, { ok: true })")
    page.evaluate("shows('een twee drie')")
    expect(field).to_have_value("een twee drie")
    assert page.evaluate("kept()") == ""


def test_what_was_refused_stays_with_its_reason_and_goes_again(page: Page) -> None:
    field = _field(page)
    field.fill("een twee")
    _leaves(page)
    page.evaluate("answer(0, { refused: 'Dat kan nu niet.' })")
    expect(page.get_by_text("Dat kan nu niet.")).to_be_visible()
    expect(field).to_have_value("een twee")
    assert "een twee" in page.evaluate("kept()")
    field.focus()
    _leaves(page)
    assert [one["text"] for one in _asked(page)] == ["een twee", "een twee"]


def test_it_follows_a_colleague_when_nothing_is_on_its_way(page: Page) -> None:
    field = _field(page)
    field.fill("een twee")
    _leaves(page)
    page.evaluate("answer(0, { ok: true })")
    page.evaluate("shows('een twee en half')")
    expect(field).to_have_value("een twee en half")
    page.evaluate("shows('een half')")
    expect(field).to_have_value("een half")

"""A text field of a phone keeps what was typed in it, however the field is left and entered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.screen_page import open_without_server

WORDS = "Dat de regenton ook in de zomer vol is."
_LIMIT = 60
# One answer and its draft, as live.js and outbox.js tell of them.
_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>veld</title>
<main id="page"></main><button type="button">Elders</button>
<script type="module">
import { html, render } from "/exercises/kit/browser/vendor/htm-preact.js"
import { Writing } from "/exercises/kit/browser/writing.js"
const kept = {}, sent = {}
let stored = ""
const none = { status: "none", reason: null, payload: null, own: null }
const slot = (name) => sent[name] ?? none
const unshared = (name) => slot(`draft.${name}`).own?.text ?? ""
const api = {
  slot, unshared,
  draft: (name) => kept[name] || unshared(name),
  keep: (name, text) => { kept[name] = text },
  send: (name, payload) => {
    sent[name] = { status: "sending", reason: null, payload, own: payload }
    draw()
  },
}
const draw = () => render(html`<${Writing} key="words" slot="words" stored=${stored} label="Zin"
  limit=${60} api=${api} />`, document.getElementById("page"))
window.arrives = () => {
  for (const name of Object.keys(sent)) sent[name] = { ...sent[name], status: "saved" }
  draw()
}
window.elsewhere = (text) => { delete sent.words; stored = text; draw() }
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


def test_words_stay_where_the_field_is_entered_again_at_once(page: Page) -> None:
    field = _field(page)
    field.fill(WORDS)
    field.evaluate("(field) => { field.blur(); field.focus() }")
    expect(field).to_have_value(WORDS)
    page.evaluate("arrives()")
    expect(field).to_have_value(WORDS)
    expect(page.get_by_text("Bewaard.")).to_be_visible()


@pytest.mark.parametrize("length", [_LIMIT, _LIMIT + 1, 10_000, 10_001])
def test_words_of_any_length_stay_while_nothing_arrives(page: Page, length: int) -> None:
    words = ("een lange zin " * 800)[: length - 1] + "."
    field = _field(page)
    for _visit in range(2):
        field.fill(words)
        page.get_by_role("button", name="Elders").focus()
        expect(field).to_have_value(words)


def test_what_another_tab_wrote_comes_when_the_field_is_left(page: Page) -> None:
    field = _field(page)
    field.focus()
    page.evaluate("elsewhere('Van het andere tabblad.')")
    expect(field).to_have_value("")
    field.blur()
    expect(field).to_have_value("Van het andere tabblad.")
    page.evaluate("elsewhere('En nog eens.')")
    expect(field).to_have_value("En nog eens.")

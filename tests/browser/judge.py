"""What a page must never do, whoever looks at it: English, sideways scrolling, small targets."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.actors import Actor

# What Streamlit says of itself when nobody stops it.
STREAMLIT = re.compile(
    r"streamlit|connecting|connection error|press enter|press ctrl|deploy|running|rerun"
    r"|\bstop(?:ped|ping)?\b|skip to|main menu|print|record|loading|please wait|error|warning"
    r"|exception|traceback"
    r"|view (?:app|full)|fullscreen|copy|settings|about|clear cache|made with|is not available",
    re.IGNORECASE,
)
# Dutch words that look like it.
_DUTCH = {"Stop"}


def english(actor: Actor) -> list[str]:
    """Lines a person can read, or have read out, that are Streamlit's."""
    lines = [*actor.all_words().splitlines(), *actor.page.evaluate(_SPOKEN)]
    return [line for line in lines if line not in _DUTCH and STREAMLIT.search(line)]


def barriers(page: Page) -> dict[str, str]:
    """Serious and critical findings of axe: the rule, and where."""
    found = findings(page, _SLIGHT_RULES)
    return {
        rule["id"]: "; ".join(html[:160] for html in rule["nodes"][:3])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    }


def findings(page: Page, left: str = "() => []") -> list[dict[str, Any]]:
    """What axe finds: `id` and `impact` of each rule and the HTML of its `nodes`. `left`: a
    script that gives the rules not to look at."""
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(_AXE)
    # Half way between two colours a button would be said to have too little contrast.
    page.evaluate(_TRANSITIONS_END)
    return list(page.evaluate(f"async () => {{ {_RUN} return run(({left})()) }}"))


def sideways(page: Page) -> list[str]:
    """What is wider than the page, or can be scrolled to the side."""
    return list(page.evaluate(_SIDEWAYS))


def small_targets(page: Page, least: int = 44) -> list[str]:
    """What can be pressed but is smaller than a fingertip."""
    return list(page.evaluate(_SMALL, least))


def faults(actor: Actor, *, phone: bool = False) -> dict[str, object]:
    """Everything that is wrong with a page, by what is wrong."""
    found: dict[str, object] = {
        "barriers": barriers(actor.page),
        "english": english(actor),
        "scripts": actor.errors,
    }
    if phone:
        found |= {"sideways": sideways(actor.page), "small": small_targets(actor.page)}
    return {what: which for what, which in found.items() if which}


def fits(actor: Actor) -> None:
    """Fails where a phone has something in the way of who sees badly, has a small one, or speaks
    only Dutch. What must be pressed is at least 48 px."""
    found = {
        "barriers": barriers(actor.page),
        "english": english(actor),
        "sideways": sideways(actor.page),
        "small": small_targets(actor.page, 48),
    }
    assert not any(found.values()), found


_AXE = str(Axe().axe_script)
_TRANSITIONS_END = """() => Promise.allSettled(document.getAnimations()
  .filter((one) => one instanceof CSSTransition)
  .map((one) => one.finished))"""

_RUN = """
const run = async (left) => {
  const rules = Object.fromEntries(left.map((id) => [id, { enabled: false }]))
  const { violations } = await axe.run({ resultTypes: ["violations"], rules })
  return violations.map(({ id, impact, nodes }) =>
    ({ id, impact, nodes: nodes.map((node) => node.html) }))
}
"""

# Half of axe's time goes to rules none of whose checks is ever more than moderate.
_SLIGHT_RULES = """() => {
  const slight = new Set(["minor", "moderate"])
  const { rules, data: { checks } } = axe._audit
  const isSlight = ({ impact, any, all, none }) => slight.has(impact)
    && [...any, ...all, ...none].every((one) => slight.has(checks[one.id ?? one]?.impact))
  return rules.filter(isSlight).map((rule) => rule.id)
}"""

_EVERY = """const every = (root) => [...root.querySelectorAll("*")]
  const how = { opacityProperty: true, visibilityProperty: true }
  const shown = every(document.body).filter((one) => one.checkVisibility(how))
  const name = (one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 30)}`
"""

_SPOKEN = f"""() => {{
  {_EVERY}
  const said = ["aria-label", "title", "placeholder", "alt", "aria-valuetext"]
  return shown.flatMap((one) => said.map((key) => one.getAttribute(key)).filter(Boolean))
}}"""

_SIDEWAYS = f"""() => {{
  {_EVERY}
  const edge = document.documentElement.clientWidth
  const scrolls = (one) => one.scrollWidth > one.clientWidth + 1
    && /auto|scroll/.test(getComputedStyle(one).overflowX)
  const sticksOut = (one) => one.matches("p, b, h1, h2, button, a, input, textarea, label, li")
    && (one.getBoundingClientRect().right > edge + 1 || one.getBoundingClientRect().left < -1)
    && !one.closest(".visually-hidden, .hall, .tape")
  const wide = document.documentElement.scrollWidth > edge ? ["the page itself"] : []
  return [...wide, ...shown.filter((one) => scrolls(one) || sticksOut(one)).map(name)]
}}"""

# The figure on the tape is grasped by a box around it that takes no room of its own.
_SMALL = f"""(least) => {{
  {_EVERY}
  const grip = (one) => {{
    const scale = new DOMMatrix(getComputedStyle(one).transform).a
    const box = getComputedStyle(one, "::before")
    return [parseFloat(box.width) * scale, parseFloat(box.height) * scale]
  }}
  const area = (one) => {{
    const box = (one.matches("label input") ? one.closest("label") : one).getBoundingClientRect()
    return [box.width, box.height]
  }}
  const size = (one) => Math.min(...(one.matches(".handle") ? grip(one) : area(one)))
  const pressed = "button, a[href], input, textarea, select, summary, [role=slider]"
  return shown.filter((one) => one.matches(pressed) && size(one) < least - 0.5)
    .map((one) => `${{name(one)}} ${{size(one)}}`)
}}"""

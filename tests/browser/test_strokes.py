"""Drawings in the browser: the script and the server speak the same, and long lines get shorter."""

from __future__ import annotations

import base64
import json
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from exercises.kit.drawing import finger_drawing as drawing

SCRIPT = Path(__file__).resolve().parents[2] / "exercises" / "kit" / "browser" / "strokes.js"
_ASK = "async ([script, body, given]) => (0, eval)(body)(await import(script), given)"

_DRAW = """(js, texts) => {
  const space = "http://www.w3.org/2000/svg"
  const box = document.body.appendChild(document.createElementNS(space, "svg"))
  for (const text of texts) {
    const line = box.appendChild(document.createElementNS(space, "path"))
    line.setAttribute("d", js.pathOf(js.decode(text).points))
  }
  const numbers = (line) => line.getAttribute("d").match(/[\\d.-]+/g)
  const points = [...box.children].map((line) => numbers(line).length / 2)
  return [points, box.getBBox().width, box.getBBox().height]
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Page:
    return chromium.new_page()


def ask(page: Page, body: str, given: Any = None) -> Any:
    """Run a function of the script's exports and a value, in the browser."""
    address = "data:text/javascript;base64," + base64.b64encode(SCRIPT.read_bytes()).decode()
    return page.evaluate(_ASK, [address, body, given])


def scribble(points: int, seed: int, *, far: bool) -> list[list[float]]:
    chance = random.Random(seed)
    x, y, found = 500.0, 300.0, []
    for _point in range(points):
        if far:
            x, y = chance.uniform(0, 1000), chance.uniform(0, 600)
        else:
            x, y = x + chance.uniform(-6, 6), y + chance.uniform(-6, 6)
        found.append([min(1000, max(0, x)), min(600, max(0, y))])
    return found


def fitted(page: Page, points: list[list[float]]) -> str | None:
    found: str | None = ask(
        page, "(js, points) => js.fitted({ points, colour: 'i', width: '1' })", points
    )
    return found


def test_the_server_reads_what_the_script_writes_and_back(page: Page) -> None:
    items: list[drawing.Item] = [
        drawing.Stroke("r", "2", ((0, 0), (1000, 600), (1000, 0), (3, 599))),
        drawing.Stroke("i", "1", ((512, 3),)), drawing.Stamp("g", "5", 11, 1000, 0),
    ]  # fmt: skip
    texts = drawing.encode(items)
    assert (
        ask(page, "(js, texts) => texts.map((text) => js.encode(js.decode(text)))", texts) == texts
    )


def test_both_draw_the_same_line(page: Page) -> None:
    for count in (1, 2, 3, 40):
        points = tuple((round(x), round(y)) for x, y in scribble(count, count, far=False))
        drawn = ask(page, "(js, points) => js.pathOf(points)", [list(point) for point in points])
        assert drawn == drawing.path(points)


@pytest.mark.parametrize("seed", range(4))
def test_a_simpler_line_stays_near_and_keeps_its_ends(page: Page, seed: int) -> None:
    points = scribble(400, seed, far=False)
    fewer = ask(page, "(js, points) => js.simplify(points, 3)", points)
    assert fewer[0] == points[0] and fewer[-1] == points[-1]
    assert len(fewer) < len(points) and all(point in points for point in fewer)
    at = [points.index(point) for point in fewer]
    for start, end in pairwise(at):
        for point in points[start : end + 1]:
            assert apart(point, points[start], points[end]) <= 3.001


def apart(point: list[float], start: list[float], end: list[float]) -> float:
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0
    if length:
        along = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return float(((x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2) ** 0.5)


@pytest.mark.parametrize("far", [False, True])
def test_fifty_thousand_points_become_a_line_that_the_server_takes(page: Page, far: bool) -> None:
    text = fitted(page, scribble(50_000, 5, far=far))
    assert text is not None and len(text) <= drawing.SIZE_LIMIT
    (stroke,) = drawing.decode([text])
    assert isinstance(stroke, drawing.Stroke) and 2 <= len(stroke.points) <= 6_000


def test_a_dot_stays_a_dot(page: Page) -> None:
    text = fitted(page, [[500.2, 300.4], [500.3, 300.1]])
    assert text is not None
    assert drawing.decode([text]) == (drawing.Stroke("i", "1", ((500, 300),)),)


def test_two_thousand_points_are_small_and_all_drawn(page: Page) -> None:
    lines = [scribble(100, seed, far=True) for seed in range(20)]
    texts = drawing.encode(
        drawing.Stroke("i", "1", tuple((round(x), round(y)) for x, y in line)) for line in lines
    )
    assert len(json.dumps(texts)) < 20_000
    points, wide, high = ask(page, _DRAW, texts)
    assert len(points) == 20 and min(points) >= 100
    assert 0 < wide <= drawing.WIDTH and 0 < high <= drawing.HEIGHT


def test_a_full_sheet_takes_no_more(page: Page) -> None:
    full = drawing.encode([drawing.Stroke("i", "1", ((1, 1),))]) * drawing.ITEMS_LIMIT
    body = "(js, others) => js.fitted({ points: [[1, 1]], colour: 'i', width: '1' }, others)"
    assert ask(page, body, full) is None
    assert ask(page, body, full[1:]) is not None

"""A picture is read aloud where it tells something, never where words beside it say the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from exercises.contract import Phase, Role, Scene
from tests.browser.screen_page import ScreenPage
from tests.exercises.contexts import context_of
from tests.exercises.contract.cases import (
    NAMES,
    AnyExercise,
    each_exercise,
    members,
    parties,
    phases,
    sample_answers,
    visits,
)

_SIZES = {"phone": (390, 844), "screen": (1280, 720)}
_ME = {"name": "Samir", "pose": "staat", "organisation": {"name": "De Regenton", "tile": 1}}
# Each picture that a screen reader comes to: its name, and the words around it.
_HEARD = """() => [...document.querySelectorAll("#stage svg, #stage img, #stage [role=img]")]
  .filter((one) => !one.closest("[aria-hidden=true]") && one.getAttribute("alt") !== "")
  .filter((one) => !one.parentElement.closest("[role=img], svg"))
  .map((one) => ({ name: one.getAttribute("aria-label") ?? one.getAttribute("alt") ?? "",
    words: one.parentElement.innerText, drawn: one.outerHTML.slice(0, 120) }))"""


def drawn(exercise: AnyExercise, role: Role) -> list[tuple[Phase, Scene]]:
    """What a role is sent of the sample in each phase."""
    answers, people = sample_answers(exercise, list(members())), members()
    draw = exercise.phone if role == "phone" else exercise.screen
    return [
        (phase, draw(context_of(
            exercise, phase, role, answers, people=people, parties=parties(),
            me="p0" if role == "phone" else None, visits=visits(exercise),
        )))
        for phase in phases(exercise)
    ]  # fmt: skip


def as_shown(exercise: AnyExercise, phase: Phase, scene: Scene) -> dict[str, Any]:
    shown = {
        "kind": exercise.kind, "data": scene.data, "stage": phase.stage, "open": phase.open,
        "shown": phase.shown, "step": {"index": 1, "total": 2, "label": "ronde", "key": "k"},
        "timer": None, "title": exercise.title, "own_title": "", "area": exercise.area,
        "area_name": "Samen", "activity": "a", "props": {"me": _ME},
    }  # fmt: skip
    found: dict[str, Any] = json.loads(json.dumps(shown))
    return found


@each_exercise
@pytest.mark.parametrize("role", ["phone", "screen"])
def test_pictures_say_what_no_words_beside_them_say(
    browser: Browser, exercise: AnyExercise, role: Role
) -> None:
    found = drawn(exercise, role)
    styles = sorted({style for _phase, scene in found for style in scene.styles})
    script = found[0][1].script
    with ScreenPage(browser, exercise.kind, _SIZES[role], styles, script) as page:
        for phase, scene in found:
            page.show(as_shown(exercise, phase, scene))
            for one in page.page.evaluate(_HEARD):
                where = f"{phase.stage}: {one}"
                assert one["name"], where
                # In the sample somebody is called as an organisation is.
                assert one["name"] in NAMES or one["name"] not in one["words"], where
                # A figure of oneself decorates: what to do stands above it.
                assert "figuur" not in one["name"], where

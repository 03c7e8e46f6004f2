"""Console and remote offer 'Antwoorden open' only where it changes something on phones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from playwright.sync_api import Browser

from exercises.contract import Phase
from tests.browser.screen_page import ScreenPage
from tests.exercises.contexts import context_of
from tests.exercises.contract.cases import (
    AnyExercise,
    each_exercise,
    members,
    parties,
    sample_answers,
    visits,
)

_PEOPLE = 3
# Drawings and ids differ each time: nothing in them can be pressed.
_NO_WORDS = re.compile(r"<svg.*?</svg>|<img[^>]*>|\b(?:id|for|aria-[a-z]+)=\"[^\"]*\"", re.DOTALL)


def _phases(exercise: AnyExercise) -> Iterator[Phase]:
    """As each stage of each step begins."""
    for step in range(len(exercise.steps(exercise.sample))):
        for stage in exercise.stages:
            begun = exercise.with_switches(Phase(step=step, stage=stage.key))
            yield replace(exercise.enter(exercise.sample, begun), stage=stage.key)


@each_exercise
def test_a_stage_without_the_switch_looks_the_same_open_and_shut(
    exercise: AnyExercise, browser: Browser
) -> None:
    config = exercise.sample
    shut = [one for one in _phases(exercise) if not exercise.takes_answers(config, one)][:8]
    known = sample_answers(exercise, list(members()))
    page: ScreenPage | None = None
    for phase in shut:
        for me in list(members())[:_PEOPLE]:
            drawn = []
            for is_open in (True, False):
                context = context_of(
                    exercise, replace(phase, open=is_open), "phone", known, people=members(),
                    parties=parties(), me=me, visits=visits(exercise),
                )  # fmt: skip
                made = exercise.phone(context)
                if page is None:
                    page = ScreenPage(browser, exercise.kind, (390, 800), made.styles, made.script)
                drawn.append(_drawn(page, _scene(exercise, context.phase, made.data, me)))
            assert drawn[0] == drawn[1], f"{phase.stage}: the switch does something, but is missing"
    if page is not None:
        page.page.context.close()


def _scene(exercise: AnyExercise, phase: Phase, data: Any, me: str) -> Any:
    member = members()[me]
    steps = exercise.steps(exercise.sample)
    return {
        "kind": exercise.kind, "activity": "activity", "title": exercise.title, "own_title": "",
        "area": None, "area_name": None, "timer": None, "data": data,
        "stage": phase.stage, "open": phase.open, "shown": phase.shown,
        "step": {
            "index": phase.step + 1, "total": len(steps), "label": exercise.step_label,
            "key": steps[phase.step].key,
        },
        "props": {
            # Another key is another phone: nothing of the one before is kept.
            "key": f"{me}{phase}",
            "me": {
                "name": member.name, "function": "", "pose": member.pose,
                "organisation": {"id": "o", "name": "x", "kind": "", "tile": member.tile},
            },
        },
    }  # fmt: skip


def _drawn(page: ScreenPage, scene: Any) -> str:
    page.show(json.loads(json.dumps(scene)))
    return _NO_WORDS.sub("", page.page.inner_html("#stage"))

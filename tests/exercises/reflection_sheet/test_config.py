"""What the facilitator may change on the reflectiefiche."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from exercises.reflection_sheet import (
    config,
)
from exercises.reflection_sheet.config import usual
from state.problems import Refused
from tests.exercises.reflection_sheet.test_model import cups_of


def test_what_the_facilitator_edits_is_checked_and_comes_back() -> None:
    changed = config.with_label(usual(), "sugar", " Een klontje ")
    changed = config.with_question(changed, "points", "Wat kan je tonen?")
    changed = config.with_date(config.with_area(changed, 3, False), date(2026, 12, 12))
    assert changed.areas == (1, 2, 4) and changed.until == "2026-12-12"
    assert config.ReflectionConfig.from_json(json.loads(json.dumps(changed.to_json()))) == changed
    assert len(cups_of(changed)) == 9
    for key, typed in (("sugar", ""), ("points", "x" * 41)):
        with pytest.raises(Refused):
            config.with_label(changed, key, typed)
    with pytest.raises(Refused):
        config.with_area(replace(usual(), areas=(2,)), 2, False)

"""What the facilitator may change on the organisatiefiche."""

from __future__ import annotations

import pytest

from exercises.organisation_sheet import config as rules
from exercises.organisation_sheet.config import SheetConfig, usual
from state.problems import Refused


def test_labels_and_questions_can_be_changed_within_limits() -> None:
    config = rules.with_label(usual(), "core", "  Wat wij   doen ")
    config = rules.with_question(config, "core", "")
    config = rules.with_picture_question(config, "Welk beeld past?")
    field = config.fields[1]
    assert (field.label, field.question) == ("Wat wij doen", "")
    assert SheetConfig.from_json(config.to_json()) == config
    with pytest.raises(Refused, match="leeg"):
        rules.with_label(config, "core", " ")
    with pytest.raises(Refused, match="te lang"):
        rules.with_question(config, "core", "x" * 161)

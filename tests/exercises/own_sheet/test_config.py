"""What the facilitator may put on a sheet of their own, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exercises.contract import TrackVisit
from exercises.own_sheet import config as rules
from exercises.own_sheet.config import OwnField, OwnSheetConfig, usual
from state.problems import Refused


def test_a_sheet_comes_back_from_storage_without_the_visits_of_the_track() -> None:
    choice = rules.with_options(OwnField("a", "Hoe?", "choice"), "Meewerken\nMeekijken")
    config = OwnSheetConfig((choice,), "visit", "holder", gone=usual().fields)
    config = rules.with_date(config, date(2027, 3, 1))
    there = rules.with_visits(config, [TrackVisit("v1", "o1", "o2")])
    assert there.visits and OwnSheetConfig.from_json(there.to_json()) == config
    assert rules.with_visits(usual(), there.visits) == usual()
    assert rules.with_date(config, None).until == ""


def test_an_option_keeps_its_key_as_long_as_its_words_are_there_or_were() -> None:
    first = rules.with_options(OwnField("a", "Hoe?", "choice"), "Meewerken\n Mee  kijken ")
    assert [one.label for one in first.options] == ["Meewerken", "Mee kijken"]
    second = rules.with_options(first, "Interview\nMeewerken")
    assert second.options[1] == first.options[0] and second.former == first.options[1:]
    back = rules.with_options(second, "Mee kijken")
    assert back.options == first.options[1:]
    assert {one.label for one in back.former} == {"Meewerken", "Interview"}


@pytest.mark.parametrize(
    "typed", ["x" * 61, "Zelfde\nZelfde", "\n".join(map(str, range(rules.MOST_OPTIONS + 1)))]
)
def test_options_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(Refused):
        rules.with_options(OwnField("a", "Hoe?", "choice"), typed)


def test_words_of_a_field_have_limits() -> None:
    for typed in ("", "  ", "x" * (rules.TEXT_LIMIT + 1)):
        with pytest.raises(Refused):
            rules.field(typed)
    one = rules.with_help(rules.field("Hoe?"), "")
    assert one.help == "" and rules.with_end(one, 1, " veel ").ends == ("", "veel")
    with pytest.raises(Refused):
        rules.with_help(one, "x" * (rules.HELP_LIMIT + 1))
    assert replace(one, key="") == OwnField("", "Hoe?")

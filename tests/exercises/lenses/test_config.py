"""Changes of the lenses and stories, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.lenses.config import (
    EXTRA_LIMIT,
    LENSES_LIMIT,
    MOST_MINUTES,
    NAME_LIMIT,
    PROMPTS_LIMIT,
    SHARED,
    LensesConfig,
    lens,
    usual,
    with_minutes,
    with_story,
    without_story,
)
from exercises.lenses.config_list import LIST, read, taken_over, with_text
from tests.exercises.refusing import refusal


def test_an_own_lens_has_a_name_prompts_and_a_shape() -> None:
    own = lens(" Bril van de buren ", ("Wie hoort dit?",), "wide")
    assert (own.text, own.prompts, own.shape) == ("Bril van de buren", ("Wie hoort dit?",), "wide")
    refusal(lens, "")
    refusal(lens, "x" * (NAME_LIMIT + 1))
    refusal(lens, "x", ["?"] * (PROMPTS_LIMIT + 1))
    refusal(lens, "x", (), "driehoek")


def test_as_many_lenses_as_fit_on_the_shelf() -> None:
    added = LIST.add(usual(), read("Buren\nKinderen"))
    assert len(added.lenses) == LENSES_LIMIT
    refusal(LIST.add, added, read("Nog een"))


def test_a_lens_keeps_its_key_when_it_is_said_better_and_is_kept_when_it_was_used() -> None:
    config = with_text(usual(), "critical", "Vragende bril")
    assert config.lenses[0].key == "critical" and len(config.lenses[0].prompts) == 3
    without = LIST.without(config, "critical", ["critical"])
    assert without.lens("critical") == config.lenses[0] and len(without.lenses) == 3


@pytest.mark.parametrize("minutes", [-2, MOST_MINUTES + 1])
def test_minutes_are_within_an_hour(minutes: int) -> None:
    refusal(with_minutes, usual(), minutes)


def test_stories_without_a_visit_come_and_go() -> None:
    config: LensesConfig = usual()
    for number in range(EXTRA_LIMIT):
        config = with_story(config, f"Verhaal {number}", "")
    refusal(with_story, config, "Nog een", "")
    refusal(with_story, usual(), " ", "")
    assert len(without_story(config, config.extra[0].key).extra) == EXTRA_LIMIT - 1


def test_other_content_leaves_the_stories_as_they_are() -> None:
    here = with_story(usual(), "Van ons", "a")
    other = replace(usual(), minutes=10, lenses=usual().lenses[:2])
    taken = taken_over(here, other, ())
    assert taken.extra == here.extra and taken.minutes == 10
    assert [one.text for one in taken.lenses] == [one.text for one in other.lenses]
    assert taken.lens("families"), "what people said through it stays with its name"


def test_minutes_that_nobody_chose_are_those_of_the_agenda() -> None:
    stored = {**usual().to_json(), "version": 1, "minutes": 20}
    assert LensesConfig.from_json(stored).minutes == SHARED
    assert LensesConfig.from_json({**stored, "minutes": 15}).minutes == 15
    chosen = with_minutes(usual(), 20)
    assert LensesConfig.from_json(chosen.to_json()).minutes == 20

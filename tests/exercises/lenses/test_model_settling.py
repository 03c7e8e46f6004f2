"""Lenses as they are dealt when a story begins, and to who comes late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Answer, Member, Phase
from exercises.lenses import EXERCISE
from exercises.lenses.config import LensesConfig, usual, with_track
from exercises.lenses.model_settling import settle
from state.models import FACILITATOR
from tests.exercises.contexts import context_of
from tests.exercises.lenses.sample import VISITS

CONFIG: LensesConfig = with_track(usual(), VISITS)
PEOPLE = {f"p{n}": Member(f"p{n}", f"P{n}", f"o{n % 3}", "", 1, "staat") for n in range(12)}


def dealt(
    answers: Sequence[Answer] = (), step: int = 0, people: dict[str, Member] = PEOPLE,
    config: LensesConfig = CONFIG, home: frozenset[str] = frozenset(),
) -> dict[str, str]:  # fmt: skip
    context = context_of(
        EXERCISE, Phase(step, "listen"), "console", answers, config=config, people=people,
        gone_home=lambda: home,
    )  # fmt: skip
    found = settle(context)
    assert len(found) <= 1
    return next((dict(one.payload["held"]) for one in found.values()), {})


def test_tellers_get_no_lens_and_all_others_one() -> None:
    held = dealt()
    assert set(held) == {one for one, member in PEOPLE.items() if member.organisation_id != "o0"}


def test_who_comes_late_gets_one_and_the_others_keep_theirs() -> None:
    first = dealt()
    late = {**PEOPLE, "late": Member("late", "Late", "o2", "", 1, "staat")}
    answers = [Answer(FACILITATOR, "v1.dealt", {"held": first})]
    held = dealt(answers, people=late)
    assert held == {**first, "late": held["late"]}
    context = context_of(EXERCISE, Phase(0, "listen"), "console", answers, config=CONFIG,
                         people=late)  # fmt: skip
    (given,) = settle(context).values()
    assert given.notifies == "nobody" and given.also_notifies == ("late",)


def test_who_leaves_changes_nothing() -> None:
    answers = [Answer(FACILITATOR, "v1.dealt", {"held": dealt()})]
    fewer = {key: one for key, one in PEOPLE.items() if key != "p1"}
    assert dealt(answers, people=fewer) == {}


def test_at_the_next_story_everybody_turns() -> None:
    first = dealt()
    second = dealt([Answer(FACILITATOR, "v1.dealt", {"held": first}, order=1)], step=1)
    assert set(second) == {one for one, m in PEOPLE.items() if m.organisation_id != "o1"}
    both = set(first) & set(second)
    assert both and all(first[one] != second[one] for one in both)


def test_without_people_or_lenses_nothing_is_dealt() -> None:
    assert dealt(people={}) == {} and dealt(config=replace(CONFIG, lenses=())) == {}


def test_who_went_home_is_dealt_no_lens_until_they_are_back() -> None:
    home = frozenset({"p1", "p2"})
    held = dealt(home=home)
    assert home.isdisjoint(held) and "p4" in held
    answers = [Answer(FACILITATOR, "v1.dealt", {"held": held})]
    back = dealt(answers)
    assert home <= back.keys() and held.items() <= back.items()


def test_a_story_counts_as_told_once_the_lenses_speak_and_somebody_was_there() -> None:
    answers = [Answer(FACILITATOR, "v1.dealt", {"held": dealt(), "told": False})]
    guests = frozenset(one for one, member in PEOPLE.items() if member.organisation_id == "o0")

    def told(stage: str, home: frozenset[str], *more: Answer) -> bool | None:
        context = context_of(
            EXERCISE, Phase(0, stage), "console", [*answers, *more], config=CONFIG, people=PEOPLE,
            gone_home=lambda: home,
        )  # fmt: skip
        return next((one.payload["told"] for one in settle(context).values()), None)

    assert told("listen", frozenset()) is None
    assert told("gather", frozenset()) is True
    assert told("gather", guests) is None
    host = Answer(FACILITATOR, "v1.by", {"who": "host"}, order=1)
    assert told("gather", guests, host) is True

"""Duo-gesprek as a model: what is accepted, who reads what, and what comes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from exercises.contract import (
    Answer,
    Context,
    Member,
    Party,
    Phase,
    Role,
)
from exercises.duo_conversation import EXERCISE, model
from exercises.duo_conversation.config import DuoConfig, usual
from exercises.duo_conversation.model import DuoView
from exercises.duo_conversation.model_arrangement import Arrangement, Group
from state.models import FACILITATOR
from tests.exercises.contexts import context_of

MARK = "ZEEHOND"
NAMES = "abcdef"


def people(names: str = NAMES) -> dict[str, Member]:
    """Six people of three organisations."""
    return {
        one: Member(
            one, f"Naam {one}", f"o{at // 2}", f"Organisatie {at // 2}", at // 2 + 1, "staat"
        )
        for at, one in enumerate(names)
    }  # fmt: skip


def context(
    answers: Sequence[Answer], stage: str = "talk", role: Role = "screen", me: str = "",
    names: str = NAMES, step: int = 0, shown: bool = True, past: Any = tuple,
    config: DuoConfig | None = None, **options: Any,
) -> Context[DuoConfig, DuoView]:  # fmt: skip
    here = people(names)
    known = tuple(Party(f"o{n}", f"Organisatie {n}", "", n + 1) for n in range(3))
    phase = Phase(step, stage, True, shown, options)
    return context_of(
        EXERCISE, phase, role, answers, config=config or usual(), people=here, parties=known,
        me=me, past=past,
    )  # fmt: skip


def pairs(*groups: str, key: str = "r1", aside: str = "") -> Answer:
    """pairs("ad", "be"): two groups of the first round."""
    made = tuple(Group(n, n, tuple(names)) for n, names in enumerate(groups, start=1))
    stored = Arrangement(made, tuple(aside), made=1).to_json()
    return Answer(FACILITATOR, f"{key}.pairs", stored)


HERE = (pairs("ad", "be", "cf"),)


def settled(ctx: Context[DuoConfig, DuoView]) -> Arrangement | None:
    assert EXERCISE.settle is not None
    found = EXERCISE.settle(ctx)
    return next((Arrangement.from_json(one.payload) for one in found.values()), None)


def test_pairs_are_made_when_people_are_asked_to_stand_together_and_not_before() -> None:
    assert settled(context([], "intro")) is None
    made = settled(context([], "pairs"))
    assert made is not None and len(made.groups) == 3
    stored = [Answer(FACILITATOR, "r1.pairs", made.to_json())]
    assert settled(context(stored, "talk")) is None
    assert settled(context([], "pairs", names="")) is None


def test_who_comes_and_goes_is_settled_while_people_stand_together_only() -> None:
    assert settled(context(HERE, "talk", names="abcde")) is not None
    assert settled(context(HERE, "talk", names="abcdefg")) is not None
    assert settled(context(HERE, "share", names="abcde")) is None


def test_a_next_round_avoids_who_met_before_also_in_an_earlier_meeting() -> None:
    earlier = EXERCISE.fold(usual(), [pairs("ac", "be", "df")])

    class Past:
        view = earlier

    made = settled(context(HERE, "pairs", step=1, past=lambda: (Past(),)))
    assert made is not None
    met = {frozenset(pair) for pair in ("ad", "be", "cf", "ac", "df")}
    assert not {frozenset(group.people) for group in made.groups} & met


NOTES = (
    *HERE,
    Answer("a", "r1.mine", {"text": MARK}),
    Answer("a", "r1.ours_1", {"text": "SAMEN"}),
)


def test_what_is_for_oneself_reaches_nobody_else() -> None:
    for stage in ("intro", "pairs", "talk", "share"):
        for one in "bcdef":
            ctx = context(NOTES, stage, "phone", one)
            assert MARK not in json.dumps(EXERCISE.phone(ctx).data)
        screen = context(NOTES, stage, "screen")
        assert MARK not in json.dumps(EXERCISE.screen(screen).data)
        console = context(NOTES, stage, "console")
        told = EXERCISE.panel(console)
        assert MARK not in repr(told)
        desk = EXERCISE.console(console)
        assert desk is None or MARK not in json.dumps(desk.data)
        assert MARK not in json.dumps(list(EXERCISE.rows(console)))
        assert MARK not in "".join(one.svg for one in EXERCISE.pictures(console))
    assert MARK in json.dumps(EXERCISE.phone(context(NOTES, "talk", "phone", "a")).data)


def test_what_the_duo_wrote_reaches_the_duo_only() -> None:
    for one in "abcdef":
        data = json.dumps(EXERCISE.phone(context(NOTES, "talk", "phone", one)).data)
        assert ("SAMEN" in data) == (one in "ad")
    assert "SAMEN" not in json.dumps(list(EXERCISE.rows(context(NOTES, role="console"))))


SHARED = (*NOTES, Answer("a", "r1.mine_share", {"share": True}))


def test_shared_words_are_on_the_screen_only_when_they_are_shown() -> None:
    for stage, shown, seen in (
        ("talk", True, False), ("share", False, False), ("share", True, True)
    ):  # fmt: skip
        data = json.dumps(EXERCISE.screen(context(SHARED, stage, shown=shown)).data)
        assert (MARK in data) == seen
    rows = list(EXERCISE.rows(context(SHARED, role="console")))
    assert [row["shared_mine"] for row in rows if row["person"] == "Naam a"] == [MARK]
    assert MARK in repr(EXERCISE.panel(context(SHARED, "share", "console")).words)


def test_only_the_words_that_were_shared_are_unsealed() -> None:
    view = EXERCISE.fold(usual(), SHARED)
    assert not model.sealed(view, SHARED[1])
    assert model.sealed(view, replace(SHARED[1], payload={"text": "eerste versie"}))
    assert model.sealed(view, SHARED[2])
    assert model.sealed(EXERCISE.fold(usual(), NOTES), SHARED[1])
    assert not model.sealed(view, HERE[0])


def test_the_phone_says_with_whom_and_where() -> None:
    data = EXERCISE.phone(context(HERE, "pairs", "phone", "a")).data
    assert data["group"]["spot"] == 1
    assert [(one["name"], one["organisation"]) for one in data["group"]["people"]] == [
        ("Naam d", "Organisatie 1")
    ]
    assert EXERCISE.phone(context((), "pairs", "phone", "a")).data["group"] is None
    aside = [pairs("be", "cf", aside="a")]
    assert EXERCISE.phone(context(aside, "pairs", "phone", "a")).data["aside"] is True


def test_words_of_another_round_stay_in_sight_of_who_wrote_them() -> None:
    data = EXERCISE.phone(context(NOTES, "share", "phone", "a", step=1)).data
    assert {(note["kind"], note["round"], note["text"]) for note in data["before"]} == {
        ("mine", 1, MARK), ("ours", 1, "SAMEN")
    }  # fmt: skip


def test_a_question_for_all_is_on_phones_and_screen_until_the_next_round() -> None:
    ctx = context(HERE, "talk", question="q3")
    assert EXERCISE.screen(ctx).data["question"] == usual().questions[2].text
    assert EXERCISE.screen(context(HERE, "talk", question=["x"])).data["question"] is None
    phase = EXERCISE.enter(usual(), Phase(1, "intro", options={"question": "q3", "down": True}))
    assert phase.options == {}


def test_the_clock_runs_while_people_talk() -> None:
    assert [EXERCISE.clock(usual(), Phase(0, stage.key)) for stage in EXERCISE.stages] == [
        0, 0, 15.0, 0
    ]  # fmt: skip


def test_rounds_are_steps_and_settings_out_of_range_break_nothing() -> None:
    assert [step.key for step in model.steps(usual())] == ["r1", "r2"]
    assert len(model.steps(replace(usual(), rounds=0))) == 1
    assert len(model.steps(replace(usual(), rounds=999))) == 10


def test_a_couple_is_told_who_joins_it_and_so_is_the_hall() -> None:
    before = pairs("abc", "de")
    (stored,) = EXERCISE.settle(context((before,), role="console")).values()  # type: ignore[misc]
    answers = (replace(before, payload=stored.payload),)
    assert set(stored.also_notifies) == {"d", "e", "f"}

    def told(person: str) -> tuple[list[str], bool]:
        group = EXERCISE.phone(context(answers, role="phone", me=person)).data["group"]
        return group["came"], group["joins"]

    assert told("d") == told("e") == (["Naam f"], False)
    assert told("f") == ([], True)
    assert told("a") == ([], False)
    assert EXERCISE.screen(context(answers)).data["came"] == {"name": "Naam f", "spot": 2}
    assert EXERCISE.screen(context(answers, stage="share")).data["came"] is None


def test_who_went_home_is_in_no_duo() -> None:
    ctx = context([], "pairs")
    gone = next(iter(ctx.members))
    made = settled(replace(ctx, gone_home=lambda: frozenset({gone})))
    assert made is not None
    placed = {one for group in made.groups for one in group.people}
    assert placed == set(ctx.members) - {gone}

"""Duo-gesprek as a model: what is accepted, who reads what, and what comes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Entry,
    Member,
    Party,
    Phase,
    Rejected,
    Role,
)
from exercises.duo_conversation import EXERCISE, layout, model, views
from exercises.duo_conversation.arrangement import Arrangement, Group
from exercises.duo_conversation.config import DuoConfig, usual
from exercises.duo_conversation.model import DuoView
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


def send(
    author: str, slot: str, payload: Any, answers: Sequence[Answer] = (), **more: Any
) -> Accepted | Rejected:
    phase = Phase(0, "talk", True, True)
    return EXERCISE.accept(
        Entry(usual(), phase, author, slot, payload, lambda: EXERCISE.fold(usual(), answers),
              people, alias=lambda one: f"alias-{one}", **more)
    )  # fmt: skip


HERE = (pairs("ad", "be", "cf"),)


def test_a_note_for_the_duo_rings_the_other_phones_of_it_and_no_more() -> None:
    assert send("a", "r1.ours_1", {"text": " Dag "}, HERE) == Accepted(
        {"text": "Dag"}, rings=("d",)
    )
    assert send("a", "r1.mine", {"text": "Dag"}, HERE) == Accepted({"text": "Dag"})
    shared = send("d", "r1.ours_1_share", {"share": True}, HERE)
    assert shared == Accepted({"share": True}, rings=("a",))


@pytest.mark.parametrize("slot", ["r1.ours_1", "r1.ours_99", "r2.ours_1", "r1.ours_1_share"])
def test_nobody_writes_in_a_duo_of_others(slot: str) -> None:
    verdict = send("b", slot, {"text": "Ik ook", "share": True}, HERE)
    assert isinstance(verdict, Rejected) and "niet jouw duo" in verdict.reason


def test_words_for_a_duo_that_is_no_more_are_still_taken_in() -> None:
    former = Arrangement((Group(2, 1, ("a", "b")),), former=(Group(1, 1, ("a", "d")),), made=2)
    known = [Answer(FACILITATOR, "r1.pairs", former.to_json())]
    assert send("d", "r1.ours_1", {"text": "Nog even"}, known) == Accepted({"text": "Nog even"})


@pytest.mark.parametrize(
    ("slot", "payload"),
    [("r1.mine", {"text": "x" * 401}), ("r1.mine", {"text": 3}), ("r1.mine", {}),
     ("r1.mine_share", {"share": "ja"}), ("r99.mine", {"text": "a"}), ("r1.x", {"text": "a"}),
     ("r1.pairs", {"do": "again", "made": 0}), ("r1.note", {"text": "a"}), ("mine", {"text": "a"}),
     ("r1.ours_0", {"text": "a"}), ("r1.ours_²", {"text": "a"})],
)  # fmt: skip
def test_what_a_phone_may_not_send_is_refused_in_dutch(slot: str, payload: Any) -> None:
    verdict = send("a", slot, payload, HERE)
    assert isinstance(verdict, Rejected) and verdict.reason.endswith(".")


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "مرحبا", "<script>alert(1)</script>", "", "een\ntwee"])
def test_any_script_and_markup_is_kept_as_it_is(text: str) -> None:
    assert send("a", "r1.mine", {"text": text}, HERE) == Accepted({"text": text})


def test_the_facilitator_changes_groups_and_only_who_is_touched_is_rung() -> None:
    verdict = send(
        FACILITATOR, "r1.pairs", {"do": "together", "who": "alias-a", "with": "alias-b"}, HERE
    )
    assert isinstance(verdict, Accepted)
    after = Arrangement.from_json(verdict.payload)
    assert {frozenset(group.people) for group in after.groups} == {
        frozenset("ab"), frozenset("de"), frozenset("cf")
    }  # fmt: skip
    assert set(verdict.rings) == set("abde")


@pytest.mark.parametrize(
    "payload",
    [{"do": "again", "made": 7}, {"do": "together", "who": "alias-a", "with": "alias-a"},
     {"do": "together", "who": "alias-a"}, {"do": "aside", "who": "a"}, {"do": "aside"},
     {"do": ["x"], "who": "alias-a"}, {}, {"do": "aside", "who": {"a": 1}}],
)  # fmt: skip
def test_a_change_of_groups_that_cannot_be_is_refused(payload: Any) -> None:
    assert isinstance(send(FACILITATOR, "r1.pairs", payload, HERE), Rejected)


def test_aside_and_back_by_hand() -> None:
    aside = send(FACILITATOR, "r1.pairs", {"do": "aside", "who": "alias-a"}, HERE)
    assert isinstance(aside, Accepted) and aside.payload["aside"] == ["a"]
    stored = [Answer(FACILITATOR, "r1.pairs", aside.payload)]
    back = send(FACILITATOR, "r1.pairs", {"do": "back", "who": "alias-a"}, stored)
    assert isinstance(back, Accepted) and back.payload["aside"] == []


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
        desk = EXERCISE.desk(console)
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
    assert not EXERCISE.sealed(view, SHARED[1])
    assert EXERCISE.sealed(view, replace(SHARED[1], payload={"text": "eerste versie"}))
    assert EXERCISE.sealed(view, SHARED[2])
    assert EXERCISE.sealed(EXERCISE.fold(usual(), NOTES), SHARED[1])
    assert not EXERCISE.sealed(view, HERE[0])


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


@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, 14, 15, 20, 24])
def test_groups_stand_apart_on_the_floor_with_their_plates_in_sight(count: int) -> None:
    standing = layout.stand([3] + [2] * (count - 1))
    plates = [one.plate for one in standing]
    for at, one in enumerate(plates):
        high = one.line * (3 if at == 0 else 2) + 10
        assert one.x >= 0 and one.x + one.width <= 1920 and one.y + high <= 1080
        assert one.letters >= 28
        for other in plates[at + 1 :]:
            assert other.y >= one.y + high or abs(other.x - one.x) >= one.width
    for spot in standing:
        for place in spot.places:
            assert place.y - 201 / 140 * place.size >= layout.FLOOR - 10
            assert 0 <= place.x <= 1920


@pytest.mark.parametrize("count", [0, 1, 12, 40, 60, 61, 300])
def test_people_who_wait_stand_on_the_floor_as_far_as_they_can_be_seen(count: int) -> None:
    places = layout.loose(count)
    assert len(places) == (count if count <= 60 else 0)
    assert all(0 < place.x < 1920 and place.y <= 1050 for place in places)
    assert len({(place.x, place.y) for place in places}) == len(places)


def test_many_groups_are_a_list() -> None:
    names = [f"p{n}" for n in range(60)]
    here = {
        one: Member(one, one, f"o{n % 7}", "x", n % 7 + 1, "staat") for n, one in enumerate(names)
    }
    ctx = replace(context([], "pairs"), people=lambda: here)
    made = settled(ctx)
    assert made is not None
    stored = [Answer(FACILITATOR, "r1.pairs", made.to_json())]
    data = views.screen(replace(ctx, seen=lambda: EXERCISE.fold(usual(), stored))).data
    assert data["mode"] == "list" and len(data["spots"]) == 30 and data["figures"] == []

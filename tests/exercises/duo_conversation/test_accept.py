"""What Duo-gesprek takes in: words, what may be shared, and changes of the groups by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from exercises.contract import (
    Accepted,
    Answer,
    Entry,
    Phase,
)
from exercises.duo_conversation import EXERCISE
from exercises.duo_conversation.config import usual
from exercises.duo_conversation.model_arrangement import Arrangement, Group
from state.models import FACILITATOR
from tests.exercises.duo_conversation.test_model import HERE, people
from tests.exercises.refusing import refusal


def send(
    author: str, slot: str, payload: Any, answers: Sequence[Answer] = (), **more: Any
) -> Accepted:
    phase = Phase(0, "talk", True, True)
    return EXERCISE.accept(
        Entry(usual(), phase, author, slot, payload, lambda: EXERCISE.fold(usual(), answers),
              people, alias=lambda one: f"alias-{one}", **more)
    )  # fmt: skip


def test_a_note_for_the_duo_rings_the_other_phones_of_it_and_no_more() -> None:
    assert send("a", "r1.ours_1", {"text": " Dag "}, HERE) == Accepted(
        {"text": "Dag"}, also_notifies=("d",)
    )
    assert send("a", "r1.mine", {"text": "Dag"}, HERE) == Accepted({"text": "Dag"})
    shared = send("d", "r1.ours_1_share", {"share": True}, HERE)
    assert shared == Accepted({"share": True}, also_notifies=("a",))


@pytest.mark.parametrize("slot", ["r1.ours_1", "r1.ours_99", "r2.ours_1", "r1.ours_1_share"])
def test_nobody_writes_in_a_duo_of_others(slot: str) -> None:
    assert "niet jouw duo" in refusal(send, "b", slot, {"text": "Ik ook", "share": True}, HERE)


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
    assert refusal(send, "a", slot, payload, HERE).endswith(".")


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "مرحبا", "<script>alert(1)</script>", "", "een\ntwee"])
def test_any_script_and_markup_is_kept_as_it_is(text: str) -> None:
    assert send("a", "r1.mine", {"text": text}, HERE) == Accepted({"text": text})


def test_the_facilitator_changes_groups_and_only_who_is_touched_is_rung() -> None:
    verdict = send(
        FACILITATOR, "r1.pairs", {"do": "together", "who": "alias-a", "with": "alias-b"}, HERE
    )
    after = Arrangement.from_json(verdict.payload)
    assert {frozenset(group.people) for group in after.groups} == {
        frozenset("ab"), frozenset("de"), frozenset("cf")
    }  # fmt: skip
    assert set(verdict.also_notifies) == set("abde")


@pytest.mark.parametrize(
    "payload",
    [{"do": "again", "made": 7}, {"do": "together", "who": "alias-a", "with": "alias-a"},
     {"do": "together", "who": "alias-a"}, {"do": "aside", "who": "a"}, {"do": "aside"},
     {"do": ["x"], "who": "alias-a"}, {}, {"do": "aside", "who": {"a": 1}}],
)  # fmt: skip
def test_a_change_of_groups_that_cannot_be_is_refused(payload: Any) -> None:
    refusal(send, FACILITATOR, "r1.pairs", payload, HERE)


def test_aside_and_back_by_hand() -> None:
    aside = send(FACILITATOR, "r1.pairs", {"do": "aside", "who": "alias-a"}, HERE)
    assert aside.payload["aside"] == ["a"]
    stored = [Answer(FACILITATOR, "r1.pairs", aside.payload)]
    back = send(FACILITATOR, "r1.pairs", {"do": "back", "who": "alias-a"}, stored)
    assert isinstance(back, Accepted) and back.payload["aside"] == []

"""What the sequels of gifts take: a sentence of the organisation, and turns of the facilitator."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.contract import Phase
from exercises.gift_sequels.accept import TEXT_LIMIT, accept
from exercises.gift_sequels.model import GAVE, TELL, slot
from state.models import FACILITATOR
from tests.exercises.gift_sequels.rooms import GIFT, entry
from tests.exercises.refusing import refusal

TEXT, NOTE, GREW = (slot(GIFT, part) for part in ("text", "note", "action"))


def test_a_sentence_belongs_to_the_organisation() -> None:
    found = accept(entry(TEXT, {"text": " De bank staat er. ", "giver": "o1"}))
    assert (found.owner, found.notifies) == ("o0", "party")
    assert found.payload == {
        "text": "De bank staat er.", "by": "samir", "before": [], "nothing": False, "giver": "o1",
    }  # fmt: skip


def test_nothing_yet_is_an_answer_and_gives_way_to_words() -> None:
    assert accept(entry(TEXT, {"text": "", "nothing": True})).payload["nothing"] is True
    assert accept(entry(TEXT, {"text": "Toch iets", "nothing": True})).payload["nothing"] is False


def test_what_a_colleague_wrote_is_kept() -> None:
    stored = {"text": "Eerst dit", "by": "greet", "before": ["Nog eerder"]}
    kept = accept(entry(TEXT, {"text": "Dan dat"}, stored=stored)).payload
    assert kept["before"] == ["Nog eerder", "Eerst dit"]
    own = {**stored, "by": "samir"}
    assert accept(entry(TEXT, {"text": "Dan dat"}, stored=own)).payload["before"] == ["Nog eerder"]
    back = accept(entry(TEXT, {"text": "Nog eerder"}, stored=stored)).payload
    assert back["before"] == ["Eerst dit"]


@pytest.mark.parametrize(
    ("where", "payload"),
    [
        (TEXT, {"text": "x" * (TEXT_LIMIT + 1)}), (TEXT, {"text": 4}), (TEXT, {}),
        (TEXT, {"text": "x", "giver": "o0"}), (TEXT, {"text": "x", "giver": "nobody"}),
        (TEXT, {"text": "x", "nothing": "yes"}), (NOTE, {"note": "../etc"}), (NOTE, {"note": 1}),
        (GREW, {"action": True}), (GREW, {"action": -1}), (GREW, {"action": "1"}),
        ("gift.x:text", {"text": "x"}), ("gift.a:b:c:text", {"text": "x"}), ("x", {"text": "x"}),
        (f"{TELL}o0", {"gift": ""}),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused(where: str, payload: dict[str, Any]) -> None:
    assert refusal(accept, entry(where, payload))


def test_a_long_text_says_how_long_it_may_be() -> None:
    assert "te lang" in refusal(accept, entry(TEXT, {"text": "x" * 4000}))


def test_closed_takes_nothing_but_what_the_facilitator_writes() -> None:
    shut = Phase(0, "tell", False, True)
    assert "Straks" in refusal(accept, entry(TEXT, {"text": "x"}, phase=shut))


def test_the_facilitator_writes_for_an_organisation() -> None:
    found = accept(entry(GAVE, {"text": "Mondeling", "for": "o1"}, FACILITATOR))
    assert found.owner == "o1"
    assert refusal(accept, entry(GAVE, {"text": "x"}, FACILITATOR))


def test_a_turn_keeps_what_was_on_the_screen() -> None:
    where = f"{TELL}o0"
    first = accept(entry(where, {"gift": GIFT}, FACILITATOR))
    assert first.payload == {"gift": GIFT, "seen": ["", GIFT], "skip": False}
    assert first.notifies == "everybody"
    after = accept(entry(where, {"gift": ""}, FACILITATOR, stored=first.payload))
    assert after.payload["seen"] == ["", GIFT]
    skipped = accept(entry(where, {"gift": "", "skip": True}, FACILITATOR))
    assert skipped.payload == {"gift": "", "seen": [], "skip": True}


def test_who_left_has_no_turn() -> None:
    for wrong in ("o3", "nobody"):
        assert refusal(accept, entry(f"{TELL}{wrong}", {"gift": ""}, FACILITATOR))
    for gift in ("x", 4, ["a:b"]):
        assert refusal(accept, entry(f"{TELL}o0", {"gift": gift}, FACILITATOR))

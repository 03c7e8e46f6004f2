"""What Citaten takes: a sentence and a choice of its writer, at any time."""

from __future__ import annotations

import pytest

from exercises.contract import Answer, Entry, Json, Member, Phase
from exercises.quotes import EXERCISE
from exercises.quotes.accept import TEXT_LIMIT, QuotesEntry, accept
from exercises.quotes.model import CONSENT, TEXT, TURN, key_of
from state.models import FACILITATOR
from tests.exercises.refusing import refusal

PEOPLE = {
    "an": Member("an", "An", "a", "De Brug", 1, "staat"),
    "bo": Member("bo", "Bo", "b", "Het Huis", 2, "staat", by_hand=True),
}
SAID = [
    Answer("an", TEXT, {"text": "Wij durven meer."}),
    Answer("an", CONSENT, {"consent": "nobody", "text": "Wij durven meer."}),
]


def entry(
    slot: str, payload: Json, author: str = "an", *, phase: Phase | None = None,
    answers: list[Answer] | None = None,
) -> QuotesEntry:  # fmt: skip
    known = SAID if answers is None else answers
    return Entry(
        EXERCISE.sample, phase or Phase(0, "one", False, True), author, slot, payload,
        load=lambda: EXERCISE.fold(EXERCISE.sample, known), people=lambda: PEOPLE,
        alias=lambda one: f"alias-{one}",
    )  # fmt: skip


@pytest.mark.parametrize("stage", ["write", "one", "wall"])
def test_withdrawing_is_never_refused(stage: str) -> None:
    closed = Phase(0, stage, False, True)
    for consent in ("none", "names", "organisations", "nobody"):
        sent = {"consent": consent, "text": "Wij durven meer."}
        assert accept(entry(CONSENT, sent, phase=closed)).payload["consent"] == consent


def test_who_wants_it_used_nowhere_leaves_no_copy_of_it() -> None:
    sent = {"consent": "none", "text": "Wij durven meer."}
    assert accept(entry(CONSENT, sent)).payload == {"consent": "none"}


def test_consent_is_for_words() -> None:
    assert "Schrijf eerst" in refusal(accept, entry(CONSENT, {"consent": "names", "text": " "}))
    for wrong in ("yes", None, 1, ["names"]):
        refusal(accept, entry(CONSENT, {"consent": wrong, "text": "x"}))
    refusal(accept, entry(CONSENT, {"consent": "names"}))
    long = "x" * (TEXT_LIMIT + 1)
    assert "te lang" in refusal(accept, entry(CONSENT, {"consent": "names", "text": long}))
    assert "te lang" in refusal(accept, entry(TEXT, {"text": long}))


def test_the_facilitator_writes_only_for_who_has_no_phone() -> None:
    said = {"text": "Ik ook.", "for": "alias-bo"}
    assert accept(entry(TEXT, said, FACILITATOR)).owner == "bo"
    for other in ("alias-an", "bo", None, 4):
        refusal(accept, entry(TEXT, {"text": "Ik ook.", "for": other}, FACILITATOR))
    refusal(accept, entry(CONSENT, {"consent": "names", "text": "x", "for": "alias-an"},
                          FACILITATOR))  # fmt: skip


def test_only_what_may_be_shown_is_turned_to() -> None:
    turned = accept(entry(TURN, {"key": key_of("an")}, FACILITATOR))
    assert turned.payload == {"key": key_of("an")} and "an" in turned.also_notifies
    withdrawn = [*SAID[:1], Answer("an", CONSENT, {"consent": "none"})]
    for known, payload in ((withdrawn, {"key": key_of("an")}), (SAID, {"key": "x"}), (SAID, {})):
        refusal(accept, entry(TURN, payload, FACILITATOR, answers=known))
    refusal(accept, entry(TURN, {"key": key_of("an")}, "an"))
    assert accept(entry(TURN, {"page": 2}, FACILITATOR)).payload == {"page": 2}
    refusal(accept, entry(TURN, {"page": -1}, FACILITATOR))


def test_the_phone_whose_quote_comes_on_the_screen_is_told() -> None:
    more = [*SAID, Answer("bo", TEXT, {"text": "Ik ook."}),
            Answer("bo", CONSENT, {"consent": "names", "text": "Ik ook."})]  # fmt: skip
    assert accept(entry(CONSENT, {"consent": "none"}, answers=more)).also_notifies == ("bo",)
    writing = Phase(0, "write", True, False)
    assert accept(entry(CONSENT, {"consent": "none"}, phase=writing)).also_notifies == ()

"""What Open houding takes from a browser."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import Accepted, Entry, Member, Party, Phase
from exercises.open_stance.accept import accept
from exercises.open_stance.config import LIST, StanceConfig, usual
from exercises.open_stance.model import StanceView
from tests.exercises.open_stance.sample import CONFIG, VISITS
from tests.exercises.refusing import refusal

PEOPLE = {
    "kat": Member("kat", "Katrien", "o1", "Regenton", 1, "staat"),
    "greet": Member("greet", "Greet", "o0", "Achterom", 2, "staat"),
    "ann": Member("ann", "Ann", "o2", "Tjoek", 3, "staat"),
}
PARTIES = {one: Party(one, one, "", 1) for one in ("o0", "o1", "o2")}


def entry(
    slot: str, payload: dict[str, Any], who: str = "kat", config: StanceConfig = CONFIG
) -> Entry[StanceConfig, StanceView]:
    return Entry(
        config, Phase(), who, slot, payload, StanceView, lambda: PEOPLE, lambda: PARTIES,
        visits=lambda: VISITS,
    )  # fmt: skip


def judged(slot: str, payload: dict[str, Any], who: str = "kat") -> Accepted:
    return accept(entry(slot, payload, who))


def test_words_of_a_person_stay_with_that_person() -> None:
    for slot in ("e1.after", "e1.change", "own.before", "own.after", "own.change"):
        assert judged(slot, {"text": " Hoe  kwam dat? "}) == Accepted({"text": "Hoe kwam dat?"})


@pytest.mark.parametrize("slot", ["e99.after", "e1.before", "e1.x", "after", "own.", "."])
def test_there_are_no_other_slots(slot: str) -> None:
    assert "weggehaald" in refusal(accept, entry(slot, {"text": "Hoe?"}))


def test_what_is_too_long_or_no_text_is_refused() -> None:
    assert "Je open vraag" in refusal(accept, entry("e1.after", {"text": "x" * 201}))
    assert "niet te lezen" in refusal(accept, entry("e1.after", {"text": ["x"]}))


def test_words_for_a_sentence_that_was_removed_are_kept() -> None:
    shorter = LIST.without(CONFIG, "e1", {"e1"})
    assert accept(entry("e1.after", {"text": "Hoe?"}, config=shorter)).payload == {"text": "Hoe?"}
    gone = LIST.without(usual(), "e1")
    assert "weggehaald" in refusal(accept, entry("e1.after", {"text": "Hoe?"}, config=gone))


@pytest.mark.parametrize("who", ["kat", "greet"])
def test_both_sides_of_a_visit_write_what_they_agree(who: str) -> None:
    agreed = judged("sheet.v1:when", {"text": "Elke dag een kwartier."}, who)
    assert (agreed.owner, agreed.notifies) == ("v1", "party")
    assert agreed.payload == {"text": "Elke dag een kwartier."}


@pytest.mark.parametrize(
    ("slot", "who"),
    [("sheet.v1:when", "ann"), ("sheet.v9:when", "kat"), ("sheet.v1:none", "kat"),
     ("sheet.v2:when", "kat")],
)  # fmt: skip
def test_nobody_else_does(slot: str, who: str) -> None:
    refusal(accept, entry(slot, {"text": "Elke dag."}, who))


def test_without_agreements_none_are_taken() -> None:
    without = replace(CONFIG, agreements=False)
    assert "Afspraken" in refusal(
        accept, entry("sheet.v1:when", {"text": "Elke dag."}, config=without)
    )

"""What acties take in, and what they refuse in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.actions.accept import MOST_MOMENTS, accept
from exercises.contract import Answer, Json
from tests.exercises.actions.rooms import PARTIES, action, entry
from tests.exercises.refusing import refusal

PLAN = action("o0", what="Koffie aan de deur")
STATES = st.sampled_from(("busy", "done", "dropped", "planned"))
MOMENTS = st.builds(
    lambda state, text, day: {"state": state, "text": text, "day": day},
    STATES, st.sampled_from(("", "Het loopt", "👋 שלום")), st.sampled_from(("", "2027-03-01")),
)  # fmt: skip


def test_an_offer_to_oneself_is_refused_and_one_to_others_is_not() -> None:
    said = {"on": True, "text": ""}
    assert accept(entry("on.o0:1:help", said, "p1", PLAN)).payload == said
    assert "jullie eigen actie" in refusal(accept, entry("on.o0:1:help", said, "p0", PLAN))
    own = entry("sheet.help1", {"orgs": ["o0"]}, "p0", PLAN)
    assert "Hulp komt van een ander" in refusal(accept, own)


def test_a_question_has_words_and_help_may_go_without() -> None:
    assert "Er staat nog niets" in refusal(
        accept, entry("on.o0:1:question", {"on": True, "text": "  "}, "p1", PLAN)
    )
    long = entry("on.o0:1:idea", {"on": True, "text": "x" * 201}, "p1", PLAN)
    assert "te lang" in refusal(accept, long)
    taken_back = accept(entry("on.o0:1:idea", {"on": False, "text": "x"}, "p1", PLAN))
    assert taken_back.payload == {"on": False, "text": ""}


def test_nothing_is_said_of_a_plan_that_is_not_shown_or_not_there() -> None:
    said = {"on": True, "text": "Wie?"}
    hidden = entry("on.o0:1:question", said, "p1", PLAN, stage="fill")
    assert "nog niet op tafel" in refusal(accept, hidden)
    assert "niet meer op het plan" in refusal(accept, entry("on.o0:2:question", said, "p1", PLAN))
    left = (replace(PARTIES[0], gone=True), *PARTIES[1:])
    gone = entry("on.o0:1:question", said, "p1", PLAN, parties=left)
    assert "doet niet meer mee" in refusal(accept, gone)
    assert refusal(accept, entry("on.o9:1:question", said, "p1", PLAN))
    assert refusal(accept, entry("on.o0:1:question", said, "facilitator", PLAN))


def test_thirty_actions_fit_and_one_more_is_refused_with_the_number() -> None:
    assert accept(entry("sheet.what30", {"text": "De dertigste"}, "p0")).owner == "o0"
    assert "30" in refusal(accept, entry("sheet.what31", {"text": "Nog een"}, "p0"))


def test_a_day_in_the_past_and_an_action_without_a_who_are_kept() -> None:
    assert accept(entry("sheet.date1", {"date": "2019-01-01"}, "p0")).payload == {
        "date": "2019-01-01"
    }
    assert accept(entry("sheet.who1", {"text": ""}, "p0")).payload == {"text": ""}


def test_what_inspired_it_names_only_what_there_is() -> None:
    good: Json = {"from": [{"kind": "visit", "party": "o1", "ref": ""}]}
    assert accept(entry("sheet.source1", good, "p0")).payload == good
    twice: Json = {"from": good["from"] * 2}
    assert accept(entry("sheet.source1", twice, "p0")).payload == good
    for wrong in ({"kind": "visit", "party": "o9", "ref": ""}, {"kind": "x", "party": "o1"}, "x",
                  {"kind": "gift", "party": "o1", "ref": "<script>"}):  # fmt: skip
        assert refusal(accept, entry("sheet.source1", {"from": [wrong]}, "p0"))
    assert refusal(accept, entry("sheet.source1", {"from": good["from"] * 7}, "p0"))


@given(st.lists(MOMENTS, max_size=6), st.lists(MOMENTS, max_size=6))
def test_what_was_said_of_how_it_is_is_never_lost(before: list[Json], sent: list[Json]) -> None:
    stored = [Answer("o0", "sheet.state1", {"said": before})] if before else []
    kept = accept(entry("sheet.state1", {"said": sent}, "p0", stored)).payload["said"]
    assert kept[: len(before)] == before
    assert all(one in kept for one in sent)


def test_a_phone_that_knows_all_adds_even_what_was_said_before() -> None:
    busy = {"state": "busy", "text": "", "day": "2027-03-01"}
    done = {"state": "done", "text": "", "day": "2027-03-01"}
    stored = [Answer("o0", "sheet.state1", {"said": [busy, done]})]
    again = accept(entry("sheet.state1", {"said": [busy, done, busy]}, "p0", stored))
    assert again.payload["said"] == [busy, done, busy]


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "klaar"}, {"state": "busy", "day": "2027-02-30"}, {"state": "done", "text": 1},
        {"state": "done", "text": "x" * 201}, None,
    ],
)  # fmt: skip
def test_a_state_that_is_none_is_refused(wrong: Json | None) -> None:
    assert refusal(accept, entry("sheet.state1", {"said": [wrong]}, "p0"))


def test_so_much_is_said_of_an_action_and_no_more() -> None:
    said = [{"state": "busy", "text": str(n), "day": ""} for n in range(MOST_MOMENTS + 1)]
    assert "volgende bijeenkomst" in refusal(accept, entry("sheet.state1", {"said": said}, "p0"))


def test_nobody_sends_what_the_exercise_carries_by_itself() -> None:
    assert refusal(accept, entry("carried.o0", {"actions": []}, "p0"))
    assert refusal(accept, entry("carried.o1", {"actions": []}, "p0"))

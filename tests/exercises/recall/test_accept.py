"""What the Inleefoefening takes, from whom, and whose host it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from exercises.contract import Accepted, Answer, Entry, Json, Member, Party, Phase, TrackVisit
from exercises.recall import EXERCISE
from exercises.recall.accept import WORDS_LIMIT, RecallEntry, accept
from exercises.recall.config import RecallConfig
from exercises.recall.model import slip_key
from state.models import FACILITATOR
from tests.exercises.refusing import refusal

CONFIG: RecallConfig = EXERCISE.sample
PARTIES = {one: Party(one, one, "", at) for at, one in enumerate(("a", "b", "c"), start=1)}
PEOPLE = {one: Member(one, one.title(), one[0], one[0], 1, "staat") for one in ("ans", "bo", "cas")}
VISITS = (
    TrackVisit("1", host="b", visitor="a", state="done"),
    TrackVisit("2", host="c", visitor="a", state="done"),
    TrackVisit("3", host="c", visitor="b", state="done"), TrackVisit("4", host="a", visitor="c",
                                                       state="called_off"),
)  # fmt: skip


def entry(
    slot: str, payload: Json, author: str = "ans", *, step: int = 1, is_open: bool = True,
    stored: Mapping[str, Json] | None = None, visits: tuple[TrackVisit, ...] = VISITS,
    answers: tuple[Answer, ...] = (),
) -> RecallEntry:  # fmt: skip
    own = stored or {}
    return Entry(
        CONFIG, Phase(step, "on", is_open, True), author, slot, payload,
        load=lambda: EXERCISE.fold(CONFIG, answers), people=lambda: PEOPLE,
        parties=lambda: PARTIES, stored=lambda _owner, place: own.get(place),
        visits=lambda: visits,
    )  # fmt: skip


def host_in(verdict: Accepted) -> Any:
    return verdict.payload["host"]


def test_who_visited_one_host_writes_of_that_one() -> None:
    assert accept(entry("q1.words", {"text": " soep "}, "bo")).payload == {
        "text": "soep", "host": "c",
    }  # fmt: skip


def test_who_visited_two_hosts_writes_of_the_one_that_was_picked() -> None:
    assert host_in(accept(entry("q1.words", {"text": "soep"}))) == ""
    picked = {"host.pick": {"host": "c"}}
    assert host_in(accept(entry("q1.words", {"text": "soep"}, stored=picked))) == "c"
    assert host_in(accept(entry("q1.feeling", {"feeling": "warm"}, stored=picked))) == "c"


def test_who_visited_nobody_writes_of_a_place_outside_the_track() -> None:
    assert host_in(accept(entry("q1.words", {"text": "soep"}, "cas"))) == ""
    assert accept(entry("host.pick", {"host": ""}, "cas")).payload == {"host": ""}


def test_a_visit_that_was_called_off_is_nobodys_memory() -> None:
    assert "viel weg" in refusal(accept, entry("host.pick", {"host": "a"}, "cas"))
    kept = {"host.pick": {"host": "a"}}
    assert host_in(accept(entry("q1.words", {"text": "x"}, "cas", stored=kept))) == ""


def test_without_any_visit_in_the_track_each_other_organisation_may_be_picked() -> None:
    assert accept(entry("host.pick", {"host": "b"}, visits=())).payload == {"host": "b"}
    refusal(accept, entry("host.pick", {"host": "a"}, visits=()))
    assert host_in(accept(entry("q1.words", {"text": "x"}, visits=()))) == ""


@pytest.mark.parametrize("host", [None, 3, ["b"], "nobody"])
def test_a_host_that_is_none_is_refused(host: object) -> None:
    refusal(accept, entry("host.pick", {"host": host}))


def test_words_may_be_empty_or_emoji_and_not_too_long() -> None:
    assert accept(entry("q1.words", {"text": "  "})).payload["text"] == ""
    assert accept(entry("q1.words", {"text": "👩‍👩‍👧"})).payload["text"] == "👩‍👩‍👧"
    assert "te lang" in refusal(accept, entry("q1.words", {"text": "x" * (WORDS_LIMIT + 1)}))


def test_words_are_taken_after_their_question_and_not_before_it() -> None:
    assert accept(entry("q1.words", {"text": "soep"}, step=4)).payload["text"] == "soep"
    assert "komt nog" in refusal(accept, entry("q2.words", {"text": "soep"}, step=1))
    assert "komt nog" in refusal(accept, entry("q1.words", {"text": "soep"}, step=0))
    assert "weggehaald" in refusal(accept, entry("q99.words", {"text": "soep"}))


def test_feelings_are_those_of_the_list_or_none() -> None:
    assert accept(entry("q1.feeling", {"feeling": ""})).payload["feeling"] == ""
    for wrong in ("boos", None, 1, ["warm"]):
        refusal(accept, entry("q1.feeling", {"feeling": wrong}))
    assert "vastgelegd" in refusal(accept, entry("q1.feeling", {"feeling": "warm"}, is_open=False))


SLIP = Answer("ans", "q1.words", {"text": "soep", "host": "b"})
MARK = f"q1.warm-{slip_key('ans', 'q1')}"


def test_only_the_facilitator_marks_and_only_words_as_they_stand() -> None:
    warm = {"on": True, "text": "soep"}
    assert accept(entry(MARK, warm, FACILITATOR, answers=(SLIP,))).payload == warm
    refusal(accept, entry(MARK, warm, "bo", answers=(SLIP,)))
    other = {"on": True, "text": "stijf"}
    assert "veranderde" in refusal(accept, entry(MARK, other, FACILITATOR, answers=(SLIP,)))
    assert "niet meer" in refusal(accept, entry(MARK, warm, FACILITATOR))
    # Taking a mark away asks for no words: these may have changed meanwhile.
    assert accept(entry(MARK, {"on": False}, FACILITATOR, answers=(SLIP,))).payload["on"] is False


def test_the_facilitator_asks_questions_and_leafs() -> None:
    assert accept(entry("listen.now", {"n": 5}, FACILITATOR)).payload == {"n": 5}
    for wrong in (6, -1, True, "1", None):
        refusal(accept, entry("listen.now", {"n": wrong}, FACILITATOR))
    assert accept(entry("light.page", {"n": 2}, FACILITATOR)).payload == {"n": 2}
    refusal(accept, entry("q77.page", {"n": 2}, FACILITATOR))
    refusal(accept, entry("q1.words", {"text": "van mij"}, FACILITATOR))

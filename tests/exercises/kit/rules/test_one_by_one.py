"""Things that come on the screen one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.rules.one_by_one import OneByOne, judged_number, keyed, numbered
from tests.exercises.refusing import refusal

WORDS = st.lists(st.text(min_size=1, max_size=3), unique=True, max_size=6)


def own(thing: str) -> str:
    return thing


@given(st.lists(st.text()), st.integers(-3, 9))
def test_there_is_always_one_on_unless_there_are_none(things: list[str], asked: int) -> None:
    turns = numbered("s.page", things, asked)
    assert turns.now == (things[turns.at] if things else None)
    assert turns.at == asked or not 0 <= asked < len(things)


@given(WORDS)
def test_onward_leads_past_each_thing_once_and_backward_the_same_way(things: list[str]) -> None:
    for turns, asks in (
        (numbered("s.page", things, 0, "n"), lambda sent: numbered("s.page", things, sent, "n")),
        (keyed("s.turn", things, "", own), lambda sent: keyed("s.turn", things, sent, own)),
    ):
        there = list(walked(turns, asks, forward=True))
        assert sorted(one.now or "" for one in there) == (sorted(things) or [""])
        back = [one.now for one in walked(there[-1], asks, forward=False)]
        assert back == [one.now for one in reversed(there)]


def walked(turns: OneByOne[str], asks: Any, *, forward: bool) -> Any:
    yield turns
    while move := turns.onward("Verder") if forward else turns.backward("Terug"):
        (sent,) = move.payload.values()
        turns = asks(sent)
        yield turns


@given(WORDS, st.data())
def test_what_comes_and_goes_does_not_move_what_is_on(
    things: list[str], data: st.DataObject
) -> None:
    asked = data.draw(st.sampled_from(["x", *things]))
    others = [one for one in data.draw(WORDS) if one != asked]
    assert keyed("s", [*others, asked], asked, own).now == asked


@given(WORDS, st.text(min_size=1, max_size=3))
def test_of_what_was_taken_back_the_next_one_is_on_else_the_last(
    things: list[str], gone: str
) -> None:
    left = sorted(one for one in things if one != gone)
    found = keyed("s", left, gone, own).now
    assert found == next((one for one in left if one > gone), left[-1] if left else None)


def test_buttons_say_what_they_bring_and_stop_at_both_ends() -> None:
    first, middle, last = (numbered("s.page", ("an", "bo", "cas"), at) for at in range(3))
    assert [one.value for one in middle.moves("Volgende", "Vorige", own)] == ["cas", "an"]
    assert [one.label for one in first.moves("Volgende", "Vorige")] == ["Volgende"]
    assert [one.payload for one in last.moves("Volgende", "Vorige")] == [{"page": 1}]
    assert numbered("s.page", (), 4).moves("Volgende", "Vorige") == ()


def test_nothing_is_on_at_first_where_the_things_say_so() -> None:
    turns = numbered("s.now", (None, "an"), 0, "n")
    move = turns.onward("Toon", lambda one: one or "")
    assert turns.now is None and move is not None
    assert (move.slot, move.payload, move.value) == ("s.now", {"n": 1}, "an")


@pytest.mark.parametrize("number", [-1, 4, True, "1", 1.0, None, [1]])
def test_only_a_number_that_can_be_is_taken(number: Any) -> None:
    assert judged_number({"n": 3}, "n", 3).payload == {"n": 3}
    refusal(lambda sent: judged_number(sent, "n", 3), {"n": number})

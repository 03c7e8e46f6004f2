"""The sequels as a model: who may read what, whatever the order of answers."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Phase
from exercises.gift_sequels import EXERCISE
from exercises.gift_sequels.model import FILL, SequelsView, fold, part_of, public, sealed, slot
from exercises.gift_sequels.results import results
from tests.exercises.gift_sequels.rooms import GIFT, OTHER, PEOPLE, SENTENCE, TELLING, turn, written
from tests.exercises.gift_sequels.sample import answers

CONFIG = EXERCISE.sample
WRITTEN = [written(), written("Nog niemand weet dit", OTHER)]


@given(st.permutations(answers(CONFIG, ["samir", "marleen", "lien"])))
def test_the_order_of_answers_changes_nothing(mixed: list) -> None:  # type: ignore[type-arg]
    assert fold(CONFIG, mixed) == fold(CONFIG, answers(CONFIG, ["samir", "marleen", "lien"]))


def test_before_its_turn_only_the_organisation_reads() -> None:
    view = fold(CONFIG, WRITTEN)
    for role in ("screen", "console"):
        assert public(view, TELLING, role, None).of("o0") == {}
        assert public(view, TELLING, role, None).has_written("o0", GIFT)
    assert public(view, TELLING, "phone", PEOPLE["lien"]).of("o0") == {}
    assert public(view, TELLING, "phone", PEOPLE["greet"]).of("o0")[GIFT].text == SENTENCE
    assert {one.readers for one in results(CONFIG, view)} == {"organisation"}
    assert all(sealed(view, one) for one in WRITTEN)


def test_on_the_screen_comes_only_the_gift_that_is_told() -> None:
    view = fold(CONFIG, [*WRITTEN, turn("o0", GIFT)])
    for role in ("screen", "console"):
        assert list(public(view, TELLING, role, None).of("o0")) == [GIFT]
    hidden = public(view, Phase(0, "tell", True, False), "screen", None)
    assert hidden.of("o0") == {}
    told = {one.gift_key: one.readers for one in results(CONFIG, view)}
    assert told == {GIFT: "everybody", OTHER: "organisation"}
    assert [sealed(view, one) for one in WRITTEN] == [False, True]


def test_once_it_is_over_documents_hold_what_was_not_told() -> None:
    view = fold(CONFIG, [*WRITTEN, turn("o0", GIFT)])
    over = replace(TELLING, over=True)
    found = public(view, over, "console", None)
    assert {one.gift_key: one.readers for one in results(CONFIG, found)} == {
        GIFT: "everybody", OTHER: "facilitator",
    }  # fmt: skip
    assert list(public(view, over, "screen", None).of("o0")) == [GIFT]


def test_what_colleagues_wrote_before_stays_in_the_organisation() -> None:
    before = written()
    before.payload["before"] = ["Dit schrapten we"]
    view = fold(CONFIG, [before, turn("o0", GIFT)])
    assert "schrapten" not in str(public(view, TELLING, "screen", None))
    assert "schrapten" in str(public(view, TELLING, "phone", PEOPLE["greet"]))


def test_the_turn_is_that_of_who_was_called_last() -> None:
    view = fold(CONFIG, [turn("o0", order=1), turn("o1", order=2)])
    assert view.current == "o1" and SequelsView().current == ""


def test_the_slots_of_a_gift_are_read_back() -> None:
    for part in ("text", "note", "action"):
        assert part_of(slot(GIFT, part)) == (GIFT, part)
    for wrong in ("gift.gave", "gift.a:text", "gift.:b:text", "gift.a:b:why", "a:b:text", FILL):
        assert part_of(wrong) is None

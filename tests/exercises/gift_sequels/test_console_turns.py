"""The way through the telling by the main button alone."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import Answer, Phase
from exercises.gift_sequels.console import console
from exercises.gift_sequels.console_turns import backward, moves, onward, page, settle
from exercises.gift_sequels.model import PAGE
from exercises.gift_sequels.views_gifts import SequelsContext
from state.models import FACILITATOR
from tests.exercises.gift_sequels.rooms import FILL, GIFT, SENTENCE, room, turn, written
from tests.exercises.gift_sequels.sample import told

AFTER = Phase(0, "after", True, True)


def test_the_first_tells_as_soon_as_telling_begins() -> None:
    assert {slot: one.payload for slot, one in settle(room("console")).items()} == {
        "gift.tell:o0": {"gift": "", "seen": [""], "skip": False}
    }
    assert settle(room("console", phase=FILL)) == {}
    assert settle(room("console", [turn("o1")])) == {}


def test_the_main_button_leads_through_all_gifts_and_all_tellers() -> None:
    answers = [written()]
    pressed: list[str] = []
    context = room("console", [*answers, *first(settle(room("console")))])
    for order in range(2, 20):
        found = onward(context)
        if found is None:
            break
        pressed.append(found.label)
        of = found.slot.removeprefix("gift.tell:")
        before = context.view.turns.get(of)
        seen = dict.fromkeys((*(before.seen if before else ()), "", found.payload["gift"]))
        answers = [one for one in [*answers] if one.slot != found.slot]
        answers.append(
            Answer(FACILITATOR, found.slot, told(found.payload["gift"], *seen), order=order)
        )
        context = room("console", answers)
    assert pressed == [
        "Volgend cadeautje: van De Vensterbank", "Volgend cadeautje: van ons allemaal",
        "Laat vertellen: De Vensterbank", "Laat vertellen: Kattenstaart",
    ]  # fmt: skip


def without(*people: str, answers: Iterable[Answer] = ()) -> SequelsContext:
    """The console of a room that these people left."""
    return room("console", answers, gone_home=lambda: frozenset(people))


def test_who_is_not_in_the_room_is_passed_over_by_the_main_button() -> None:
    found = onward(without("marleen", answers=[turn("o0", GIFT, "e:v2")]))
    assert found is not None and found.label == "Laat vertellen: Kattenstaart"
    all_told = without("marleen", answers=[turn("o0", GIFT, "e:v2"), turn("o2", order=2)])
    assert onward(all_told) is None
    # Whoever comes in after all can still be given the floor.
    labels = [(one.label, one.value) for one in moves(all_told)]
    assert ("Laat vertellen", "De Vensterbank") in labels


def test_the_first_to_tell_is_in_the_room_if_anybody_is() -> None:
    assert list(settle(without("samir", "greet"))) == ["gift.tell:o1"]
    assert list(settle(without("samir", "greet", "marleen", "lien"))) == ["gift.tell:o0"]


def first(settled: object) -> list[Answer]:
    """What settling stored, as answers."""
    assert isinstance(settled, dict)
    return [Answer(FACILITATOR, slot, one.payload, order=1) for slot, one in settled.items()]


def test_nobody_tells_any_more_once_all_lies_together() -> None:
    answers = [written(), turn("o0", GIFT)]
    assert [one["on"] for one in console(room("console", answers)).data["rows"]].count(True) == 1
    after = console(room("console", answers, phase=AFTER)).data
    assert not any(one["on"] for one in after["rows"])
    assert SENTENCE not in str(after)


def test_all_together_is_read_page_by_page() -> None:
    many = [written(f"Zin {n}", gift=f"e:v{n}") for n in range(1, 6)]
    all_told = [*many, turn("o0", *(f"e:v{n}" for n in range(1, 6)))]
    first_page = room("console", all_told, phase=AFTER)
    found = onward(first_page)
    assert found is not None and (found.label, found.payload) == ("Volgend blad", {"at": 1})
    assert backward(first_page) is None and page(first_page) == "blad 1 van 2"
    last = room("console", [*all_told, Answer(FACILITATOR, PAGE, {"at": 1})], phase=AFTER)
    found = backward(last)
    assert found is not None and (found.label, found.payload) == ("Vorig blad", {"at": 0})
    assert onward(last) is None and moves(last) == ()

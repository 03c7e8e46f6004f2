"""What the facilitator steers: the order of the chapters, and what the room does not see."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.closing import EXERCISE
from exercises.closing.console import first_order, lacks
from exercises.closing.views_chapters import key_of
from exercises.contract import ORDER, Answer, Move, Phase
from exercises.engine import flow
from exercises.results import Quote
from state.models import FACILITATOR
from state.problems import Refused
from tests.exercises.closing.rooms import QUOTE, everything, positions, room
from tests.exercises.closing.sample import answers

CONFIG = EXERCISE.sample


def test_chapters_with_nothing_to_show_are_not_offered() -> None:
    assert first_order(room("console", "web", positions(4))) == ("line", "ask")
    assert first_order(room("console", "web", everything())) == tuple(
        one.key for one in CONFIG.chapters
    )
    assert "Cadeaus" in lacks(room("console", "web", positions(4)))
    assert lacks(room("console", "web", everything())) == ""


def test_going_on_follows_the_order_that_was_chosen() -> None:
    begun = EXERCISE.with_switches(Phase(step=1, stage="chapter"))
    phase = flow.rearranged(EXERCISE, CONFIG, begun, ["ask", "line", "web"])
    assert phase.options[ORDER] == ["ask", "line", "web"]
    after = flow.forward(EXERCISE, CONFIG, phase, flow.position(phase))
    assert CONFIG.chapters[after.step].key == "web" and not after.open
    assert flow.neighbour(EXERCISE, CONFIG, after, +1) is None
    before = flow.back(EXERCISE, CONFIG, phase, flow.position(phase))
    assert CONFIG.chapters[before.step].key == "ask" and before.open


@pytest.mark.parametrize("keys", [["web"], [], ["line", "elders"]])
def test_an_order_without_the_present_chapter_or_with_a_strange_one_is_refused(
    keys: list[str],
) -> None:
    with pytest.raises(Refused):
        flow.rearranged(EXERCISE, CONFIG, Phase(step=1, stage="chapter"), keys)


def test_a_chapter_that_is_shown_beside_the_order_is_in_it() -> None:
    phase = Phase(step=3, stage="chapter", options={ORDER: ["ask", "gone"]})
    assert EXERCISE.in_order(CONFIG, phase) == (3, len(CONFIG.chapters) - 1)


def test_what_is_hidden_can_come_back() -> None:
    found = EXERCISE.console(room("console", "ask", (), answers(CONFIG, list("abcdefgh"))))
    assert found is not None
    told = found.data["answers"]
    hidden = [slip for area in told["areas"] for slip in area["slips"] if slip["hidden"]]
    assert [one["text"] for one in hidden] == ["👍"] and told["hidden"] == ["👍"]


def moves(chapter: str, results: Any, given: Any = ()) -> dict[str, Move]:
    found = EXERCISE.panel(room("console", chapter, results, given)).moves
    return {one.label: one for one in found}


def test_the_remote_sets_a_quote_beside_a_picture_changes_it_and_takes_it_away() -> None:
    first = moves("line", everything())["Zet een citaat erbij"]
    chosen = [Answer(FACILITATOR, first.slot, first.payload)]
    there = moves("line", everything(), chosen)
    other = there["Ander citaat"]
    assert other.payload != first.payload and other.value
    assert there["Haal het citaat weg"].payload == {"key": ""}
    assert set(moves("line", [QUOTE, *positions(4)], with_key(QUOTE))) == {"Haal het citaat weg"}
    assert moves("line", positions(4)) == {} and moves("gifts", everything()) == {}


def with_key(quote: Quote) -> list[Answer]:
    return [Answer(FACILITATOR, "line.quote", {"key": key_of(quote)})]


def test_the_remote_goes_through_the_statements_of_a_line() -> None:
    both = [*positions(6), *positions(4, "We kennen elkaar.")]
    other = moves("line", both)["Andere stelling"]
    assert other.value == "We kennen elkaar."
    again = moves("line", both, [Answer(FACILITATOR, other.slot, other.payload)])
    assert again["Andere stelling"].value == "Bij ons voelt iedereen zich welkom."


def test_every_card_of_a_chapter_comes_before_the_next_chapter() -> None:
    found = []
    for page in range(3):
        turned = Answer(FACILITATOR, "quotes.page", {"page": page})
        panel = EXERCISE.panel(room("console", "quotes", everything(), (turned,)))
        found.append((panel.page, panel.onward, panel.backward))
    assert [page for page, _on, _back in found] == [
        f"Op het scherm: {n} van de 3" for n in (1, 2, 3)
    ]
    (_p, first, none), (_q, second, back), (_r, last, before) = found
    assert (none, last) == (None, None)
    assert first == Move("Volgende: 2 van de 3", "quotes.page", {"page": 1})
    assert second == Move("Volgende: 3 van de 3", "quotes.page", {"page": 2})
    assert back == Move("Vorige: 1 van de 3", "quotes.page", {"page": 0})
    assert before == Move("Vorige: 2 van de 3", "quotes.page", {"page": 1})


def test_a_chapter_of_one_picture_has_no_cards_to_go_through() -> None:
    panel = EXERCISE.panel(room("console", "web", everything()))
    assert (panel.onward, panel.backward, panel.page) == (None, None, "")

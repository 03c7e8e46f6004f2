"""What the screen is given when all sequels lie together."""

from __future__ import annotations

from exercises.contract import Answer, Phase
from exercises.gift_sequels.model import PAGE
from exercises.gift_sequels.views import screen
from state.models import FACILITATOR
from tests.exercises.gift_sequels.rooms import GIFT, SENTENCE, room, turn, written

AFTER, HIDDEN = Phase(0, "after", True, True), Phase(0, "after", True, False)


def test_each_gift_has_its_sentence() -> None:
    data = screen(room("screen", [written(), turn("o0", GIFT)], phase=AFTER)).data["together"]
    assert [(one["party"]["name"], one["gift"]["from"]["name"], one["text"])
            for one in data["rows"]] == [("De Regenton", "De Vensterbank", SENTENCE)]  # fmt: skip


def test_what_was_not_told_is_not_there() -> None:
    for answers, phase in (
        ([written()], AFTER),
        ([written(), turn("o0")], AFTER),
        ([written(), turn("o0", GIFT)], HIDDEN),
    ):
        assert SENTENCE not in str(screen(room("screen", answers, phase=phase)).data)


def test_a_page_that_is_no_more_is_the_last_one() -> None:
    answers = [written(), turn("o0", GIFT), Answer(FACILITATOR, PAGE, {"at": 9})]
    data = screen(room("screen", answers, phase=AFTER)).data["together"]
    assert (data["page"], data["pages"], len(data["rows"])) == (1, 1, 1)

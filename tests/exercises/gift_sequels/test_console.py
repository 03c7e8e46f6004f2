"""What the facilitator is given: turns and counts, no words before their turn."""

from __future__ import annotations

from exercises.gift_sequels.console import console, lacks, panel, unfinished
from tests.exercises.gift_sequels.rooms import GIFT, SENTENCE, room, turn, written


def test_words_are_not_on_the_console_before_their_turn() -> None:
    for answers in ([written()], [written(), turn("o0", GIFT)]):
        assert SENTENCE not in str(console(room("console", answers)).data)
        assert SENTENCE not in str(panel(room("console", answers)))


def test_the_turns_lead_from_gift_to_gift_and_to_the_next() -> None:
    found = panel(room("console", [turn("o0")]))
    moves, on = found.moves, found.onward
    assert on is not None and found.page == "De Regenton vertelt"
    assert (on.label, on.payload) == ("Volgend cadeautje: van De Vensterbank", {"gift": GIFT})
    labels = [(one.label, one.value) for one in moves]
    assert ("Laat vertellen", "De Vensterbank") in labels and (
        "Sla over",
        "De Vensterbank",
    ) in labels
    after = panel(room("console", [turn("o0", GIFT, "e:v2")])).moves
    assert after[0].label == "Vorig cadeautje"


def test_the_count_reads_as_a_sentence_after_so_many_of_all() -> None:
    done = panel(room("console", [written(), written("Ook", "e:v2")]))
    assert (done.count, done.summary) == (1, "organisaties is klaar")


def test_what_is_left_is_told_before_closing() -> None:
    assert lacks(room("console", results=[])) and not lacks(room("console"))
    assert "1 organisatie" in unfinished(room("console", [written()]))
    assert "1 cadeautje" in unfinished(room("console", [written(), turn("o0", GIFT)]))
    done = [written(), written("Ook", "e:v2"), turn("o0", GIFT)]
    assert unfinished(room("console", done)) == ""

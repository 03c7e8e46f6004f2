"""What the facilitator is given: turns and counts, no words before their turn."""

from __future__ import annotations

from exercises.gift_sequels.console import console, lacks, lacks_at, panel, unfinished
from tests.exercises.gift_sequels.rooms import (
    GIFT,
    RECEIVED,
    SENTENCE,
    WAITS,
    room,
    turn,
    written,
)


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
    assert (done.count, done.summary) == (1, "organisatie is klaar")
    assert done.answered == {"samir", "greet"}
    # Who received nothing has nothing to write, and did not do it either.
    for found in (done, panel(room("console", []))):
        assert found.unasked == {"marleen", "lien"}
    assert panel(room("console", [])).answered == frozenset()


def test_what_is_left_is_told_before_closing() -> None:
    assert lacks(room("console", results=[])) and not lacks(room("console"))
    assert "1 organisatie" in unfinished(room("console", [written()]))
    assert "1 cadeautje" in unfinished(room("console", [written(), turn("o0", GIFT)]))
    half = [written(), written("Ook", "e:v2"), turn("o0", GIFT)]
    assert unfinished(room("console", half)) == "1 zin kwam nog niet op het scherm."
    done = [written(), written("Ook", "e:v2"), turn("o0", GIFT, "e:v2")]
    assert unfinished(room("console", done)) == ""


def test_the_desk_tells_of_what_is_still_wrapped_and_of_what_was_not_on_the_screen() -> None:
    assert "1 cadeautje is nog ingepakt." in lacks(room("console", results=[WAITS]))
    # The page that the sentence names is a link.
    assert lacks_at(room("console", results=[WAITS])) == ("mails",)
    assert lacks_at(room("console", results=[])) == ()
    assert "1 cadeautje is nog ingepakt." in lacks(room("console", results=[*RECEIVED, WAITS]))
    told = [written(), written("Ook", "e:v2"), turn("o0", GIFT)]
    data = console(room("console", told, [*RECEIVED, WAITS])).data
    rows = {one["name"]: one for one in data["rows"]}
    assert rows["Kattenstaart"]["wrapped"] == 1 and "nog ingepakt" in data["wrapped"]
    assert rows["De Regenton"]["unseen"] == 1
    assert [one["unseen"] for one in rows["De Regenton"]["gifts"]] == [False, True]

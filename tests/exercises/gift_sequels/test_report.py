"""Documents tell only what was told to the room, and each organisation reads its own."""

from __future__ import annotations

from dataclasses import replace

from exercises.gift_sequels.export import rows, told
from exercises.gift_sequels.picture import sequel_svg
from exercises.gift_sequels.report import report, summary
from tests.exercises.gift_sequels.rooms import (
    GIFT,
    LIKED,
    PLANNED,
    RECEIVED,
    SENTENCE,
    chosen,
    room,
    sequel,
    turn,
    written,
)

TOLD = [written(), chosen(), written("Nog niet verteld", "e:v2"), turn("o0", GIFT)]
FOUND = [*RECEIVED, sequel(heading=LIKED.heading, gift=LIKED.text), PLANNED]


def test_the_facilitator_s_documents_leave_out_what_was_not_told() -> None:
    context = room("console", TOLD, FOUND)
    for made in (list(report(context)), list(rows(context)), summary(context)):
        assert SENTENCE in str(made) or made == summary(context)
        assert "Nog niet verteld" not in str(made)
    (row,) = rows(context)
    assert (row["from_organisation"], row["note_text"]) == ("De Vensterbank", LIKED.text)


def test_what_came_of_gifts_is_told_with_its_meeting() -> None:
    context = replace(room("console", TOLD, FOUND), meeting_title="Slot", meeting_date="2026-06-10")
    assert "Slot, 10 juni 2026" in str([one for one in report(context) if one.only == "report"])


def test_an_organisation_reads_all_of_its_own() -> None:
    own = str(list(report(room("phone", TOLD, FOUND, me="greet"))))
    assert SENTENCE in own and "Nog niet verteld" in own
    assert SENTENCE not in str(list(report(room("phone", TOLD, RECEIVED, me="lien"))))


def test_who_gave_reads_what_came_of_it() -> None:
    giver = list(report(room("phone", TOLD, FOUND, me="marleen")))
    assert SENTENCE in str(giver) and "Nog niet verteld" not in str(giver)
    assert [one.organisation for one in giver] == ["o1"]


def test_a_picture_holds_gift_and_sequel() -> None:
    context = room("console", TOLD, FOUND)
    (one,) = told(context)
    made = sequel_svg(context, one)
    assert "keukentafel" in made and "De bank staat" in made and "<b>" not in made

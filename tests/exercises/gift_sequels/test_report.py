"""Documents tell only what was told to the room, and each organisation reads its own."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Answer, Phase
from exercises.gift_sequels.export import pictures, rows, told
from exercises.gift_sequels.picture import sequel_svg
from exercises.gift_sequels.report import report, summary
from tests.exercises.gift_sequels.rooms import (
    GIFT,
    LIKED,
    PLANNED,
    RECEIVED,
    SENTENCE,
    TELLING,
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


OVER = Phase(0, "tell", False, True, over=True)
LATE = [*FOUND, sequel("Nog niet verteld", readers="facilitator", gift_key="e:v2")]


def test_what_was_never_told_is_in_the_documents_once_it_is_over_and_marked() -> None:
    before, after = (room("console", TOLD, LATE, phase=one) for one in (TELLING, OVER))
    assert "Nog niet verteld" not in str([*report(before), *rows(before)])
    (told_row, late_row) = rows(after)
    assert (told_row["told"], late_row["told"]) == (1, 0)
    assert late_row["sequel"] == "Nog niet verteld" and late_row["drawing"] == ""
    assert len(list(pictures(after))) == 1
    sections = list(report(after))
    bundle = next(one for one in sections if one.only == "bundle" and one.organisation == "o0")
    assert "Nog niet verteld" in str(bundle) and "in de zaal niet op het scherm" in str(bundle)
    for one in (one for one in sections if one.only == "report"):
        assert "Nog niet verteld" in str(one) and "in de zaal niet op het scherm" in str(one)
    # The sheet of the evening tells what the group heard.
    assert "één cadeautje" in str(summary(after)).lower()
    giver = [one for one in sections if one.organisation == "o1"]
    assert "Nog niet verteld" not in str(giver)


def test_the_screen_and_others_get_nothing_more_once_it_is_over() -> None:
    assert "Nog niet verteld" not in str(room("screen", TOLD, FOUND, phase=OVER).view)
    assert "Nog niet verteld" not in str(room("phone", TOLD, FOUND, phase=OVER, me="lien").view)
    assert "Nog niet verteld" in str(room("phone", TOLD, FOUND, phase=OVER, me="greet").view)


def test_what_giving_brought_is_told_so_too() -> None:
    gave = Answer("o1", "gift.gave", {"text": "Anders kijken", "by": "marleen", "before": []})
    before, after = (room("console", [gave], FOUND, phase=one) for one in (TELLING, OVER))
    assert "Anders kijken" not in str([*report(before), *rows(before)])
    assert "Anders kijken" in str(list(report(after)))
    assert "in de zaal niet op het scherm" in str(list(report(after)))
    assert [row["told"] for row in rows(after)] == [0]


def test_what_giving_brought_is_in_the_report_of_the_track() -> None:
    gave = Answer("o1", "gift.gave", {"text": "Geven deed deugd", "by": "marleen", "before": []})
    told_it, untold = ([gave, turn("o1")], [gave])
    for answers, marked in ((told_it, False), (untold, True)):
        sections = [
            one for one in report(room("console", answers, FOUND, phase=OVER))
            if one.only == "report" and "Geven deed deugd" in str(one)
        ]  # fmt: skip
        assert [one.organisation for one in sections] == ["o1", ""]
        assert ("in de zaal niet op het scherm" in str(sections)) is marked
    assert "Geven deed deugd" not in str(list(report(room("console", untold, FOUND))))

"""Blocks that exercises give to documents in the same form."""

from __future__ import annotations

from exercises.document import Beside, Heading, Paragraph, Remark
from exercises.kit.rules import blocks
from tests.exercises.evening import evening

MANY = [Remark(f"Zin {at}.") for at in range(30)]


def test_nothing_noted_is_no_heading() -> None:
    assert blocks.noted("") == ()
    assert blocks.noted("Iets.", MANY[:1]) == (
        Heading("Wat we noteerden", 3), Paragraph("Iets."), MANY[0],
    )  # fmt: skip


def test_more_than_are_read_are_counted() -> None:
    shown = blocks.limited(MANY)
    assert shown[:24] == tuple(MANY[:24])
    assert shown[24:] == (Paragraph("Nog 6 zinnen staan in de gegevens.", style="small"),)
    assert blocks.limited(MANY[:24]) == tuple(MANY[:24])


def test_an_empty_part_leaves_the_other_the_whole_width() -> None:
    one, two = Paragraph("Een"), Paragraph("Twee")
    assert blocks.beside([one], [two]) == (Beside(((one,), (two,)), (3, 3)),)
    assert blocks.beside([one], []) == (one,)
    assert blocks.beside([], [two]) == (two,)


def test_remarks_stand_in_two_columns_in_the_order_of_reading() -> None:
    assert blocks.in_two(MANY[:3]) == tuple(MANY[:3])
    (found,) = blocks.in_two(MANY[:5])
    assert isinstance(found, Beside) and found.parts == (tuple(MANY[:3]), tuple(MANY[3:5]))


def test_a_meeting_is_told_with_what_is_known_of_it() -> None:
    def told(title: str, date: str) -> str:
        return blocks.occasion_of(evening("line", meeting_title=title, meeting_date=date))

    assert told("Kennismaking", "2026-09-24") == "Kennismaking, 24 september 2026"
    assert told("Kennismaking", "ooit") == "Kennismaking"
    assert told("", "") == ""


def test_each_role_is_told_of_its_own_organisations() -> None:
    assert len(blocks.with_a_page(evening("line"))) == 6
    assert [one.id for one in blocks.with_a_page(evening("line", "phone", "lien"))] == ["o2"]
    assert blocks.with_a_page(evening("line", "screen")) == ()


def test_a_note_stands_last_in_the_columns() -> None:
    note = Paragraph("Iets.", strong="We noteerden:")
    assert blocks.in_two([], "Iets.") == (note,)
    (columns,) = blocks.in_two(MANY[:3], "Iets.")
    assert columns == Beside((tuple(MANY[:2]), (MANY[2], note)), (3, 3))

"""The sheet of an evening: one page, however many exercises there were."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from exercises.document import Beside, Dated, Document, Figure, Heading, Quotation, TileList
from report.documents import evening as sheet
from report.documents.heights import lines_of
from report.documents.reading import WholeTrack
from report.forms.pdf import pdf
from tests.report.documents.told import flat


@pytest.fixture(scope="module")
def kick_off(within: WholeTrack) -> Document:
    here = within.meetings[0]
    return sheet.evening(
        here, within.agreements(here.room.meeting.id), within.meetings[2].room.meeting
    )


def pages(document: Document) -> int:
    return len(PdfReader(io.BytesIO(pdf(document))).pages)


def test_an_evening_of_six_exercises_is_one_page(kick_off: Document) -> None:
    titles = [one.text for one in flat(kick_off.blocks) if isinstance(one, Heading)]
    assert len(titles) == 1 + 6 + 2 and titles[-2:] == ["Afgesproken", "Tot dan"]
    assert pages(kick_off) == 1


def test_each_exercise_is_told_once_in_columns_that_are_about_as_high(kick_off: Document) -> None:
    columns = next(one for one in kick_off.blocks if isinstance(one, Beside))
    left, right = ([one.text for one in part if isinstance(one, Heading)]
                   for part in columns.parts)  # fmt: skip
    assert left[0] == "Organisatiefiche" and len({*left, *right}) == 6
    assert left and right
    heights = [lines_of(part) for part in columns.parts]
    assert max(heights) <= 1.3 * min(heights)


def test_a_full_sheet_leaves_out_quotations_and_figures_that_can_be_spared(
    kick_off: Document,
) -> None:
    blocks = flat(kick_off.blocks)
    assert not any(isinstance(one, Quotation) for one in blocks)
    assert len([one for one in blocks if isinstance(one, Figure)]) == 3


def test_a_short_evening_has_its_figures_beside_the_words(within: WholeTrack) -> None:
    document = sheet.evening(within.meetings[1])
    rows = [one for one in flat(document.blocks) if isinstance(one, Quotation)]
    assert rows and pages(document) == 1


def test_who_is_not_named_is_counted(kick_off: Document) -> None:
    there = next(one for one in kick_off.blocks if isinstance(one, TileList))
    told = {one.name: one.text for one in there.entries}
    assert told["De Vensterbank"] == "Marleen en collega"
    assert told["De Regenton"] == "Katrien, Samir"


def test_what_was_agreed_stands_in_the_order_of_its_days(kick_off: Document) -> None:
    agreed = next(one for one in flat(kick_off.blocks) if isinstance(one, Dated))
    assert [day for day, _what in agreed.entries] == ["vrijdag 2 oktober", "donderdag 15 oktober"]


def test_what_people_did_twice_is_told_once(within: WholeTrack) -> None:
    told = list(sheet._summaries(within.meetings[1]))
    assert list(sheet._lead([*told, *told])) == list(sheet._lead(told)) != []

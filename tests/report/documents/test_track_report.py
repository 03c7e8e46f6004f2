"""The report of a track, from the answers of people who told it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Table,
)
from exercises.templates import example_year
from report.documents.reading import WholeTrack
from report.documents.track_report import track_report
from state import copies, meetings, report_parts, tracks
from state.database import Store
from tests.report.documents.told import flat


@pytest.fixture(scope="module")
def report(whole: WholeTrack) -> Document:
    return track_report(whole)


def pages(document: Document) -> Iterator[list[Block]]:
    """The blocks between page breaks, in order."""
    page: list[Block] = []
    for block in document.blocks:
        if isinstance(block, PageBreak):
            yield page
            page = []
        page.append(block)
    yield page


def page_of(document: Document, title: str) -> list[Block]:
    """The page that has a heading of that text."""
    return next(
        page for page in pages(document)
        if any(isinstance(one, Heading) and one.text == title for one in flat(page))
    )  # fmt: skip


def test_below_each_tile_of_the_cover_lies_who_came(report: Document) -> None:
    cover = report.blocks[0]
    assert isinstance(cover, Cover)
    assert cover.floor[1:] == ((3, 0, 2, 6, 0, 0), (0, 0, 5, 0, 0, 0))
    assert cover.foot == "Onder elke tegel ligt wie er op bezoek kwam. Vier bezoeken."


def test_a_foreword_shares_its_page_with_how_the_track_went(report: Document) -> None:
    page = page_of(report, "Woord vooraf")
    assert page == page_of(report, "Hoe het traject liep")
    assert any(isinstance(one, Paragraph) and one.style == "lead" for one in page)


def test_the_year_is_drawn_with_letters_of_a_name_and_told(report: Document) -> None:
    page = page_of(report, "Hoe het traject liep")
    (year,) = [one for one in flat(page) if isinstance(one, Figure)]
    assert year.alt.startswith("Eén lijn van de tijd, met een draad voor elke organisatie: zes")
    assert "twee bijeenkomsten, vier bezoeken" in year.alt
    assert "Van vier bezoeken kennen we de datum niet: ze staan apart." in year.caption
    # Over the width of the text, 162 mm, letters are at least 9.5 pt.
    (wide,) = re.findall(r'^<svg [^>]*width="(\d+)"', year.svg)
    letters = min(int(one) for one in re.findall(r'font-size="(\d+)"', year.svg))
    assert letters * 162 / 25.4 * 72 / int(wide) >= 9.5


def test_what_was_agreed_and_learnt_share_a_page(report: Document) -> None:
    assert page_of(report, "Wat er nu gebeurt") == page_of(report, "Wat we leerden")


def test_a_few_words_alone_stand_on_the_floor(store: Store) -> None:
    track = tracks.add_track(store, "Kort")
    tracks.add_organisation(store, track, "De Regenton")
    for key in ("course", "framework"):
        report_parts.include(store, track, key, False)
    report_parts.write(store, track, "lessons", "Twee is beter dan één.")
    with copies.in_memory(store) as db:
        made = track_report(WholeTrack(db, track))
    assert page_of(made, "Wat we leerden")[0] == PageBreak("floor", (1,))


def test_the_framework_stands_two_by_two(report: Document) -> None:
    page = page_of(report, "Waar we naar keken")
    assert [type(one) for one in page[2:]] == [Beside, Beside]
    lists = [one for one in flat(page) if isinstance(one, Bullets)]
    assert len(lists) == 4 and all(one.small for one in lists)


def test_a_statement_is_what_its_page_is_about(report: Document) -> None:
    first = page_of(report, "Bij ons voelt iedereen zich welkom: elk gezin en de hele buurt.")
    area, statement, figure = flat(first[1:])[:3]
    assert area == Heading(
        "Warm onthaal", 1, area=1, kicker="Aandachtsgebied 1. De lijn", quiet=True
    )
    assert isinstance(statement, Heading) and statement.large and statement.level == 2
    assert isinstance(figure, Figure) and figure.caption.startswith("Stelling 3, Kennismaking")
    text = "Wie bij ons binnenkomt, wordt spontaan en hartelijk ontvangen, zonder voorwaarden."
    second = flat(page_of(report, text)[1:])[0]
    assert isinstance(second, Heading) and second.area == 1
    assert second.kicker == "Aandachtsgebied 1. De lijn\nWarm onthaal"


def test_the_page_of_an_organisation_has_what_it_shared_in_its_place(report: Document) -> None:
    page = page_of(report, "Kattenstaart")
    title, lead = page[1:3]
    assert title == Heading("Kattenstaart", 1, tile=3)
    assert lead == Paragraph("Kinderopvang voor 42 kinderen, in een oude wasserij aan het water.",
                             style="lead")  # fmt: skip
    sides = next(one for one in page if isinstance(one, Beside))
    assert sides.widths == (2, 4)
    left, right = map(flat, sides.parts)
    assert isinstance(left[0], Figure) and left[0].caption.startswith("Gekozen kaart")
    assert Remark("De Regenton", tile=1) in left and Remark("Het Achterom", tile=5) in left
    assert (
        Quotation("Eerst de jas, dan de vraag.", "Uit het cadeautje van Het Achterom", 5, 1) in left
    )
    assert any(
        isinstance(one, Quotation) and one.text.startswith("Hoe kunnen wij") for one in right
    )
    headings = {one.text for one in flat(page) if isinstance(one, Heading)}
    assert not headings & {"Organisatiefiche", "Reflectiefiche"}


def test_visits_are_told_once(whole: WholeTrack, report: Document) -> None:
    page = page_of(report, "Over de vloer")
    (listed,) = [one for one in page if isinstance(one, Bullets)]
    assert listed.items == (
        "De Vensterbank bij Kattenstaart, met twee", "Het Achterom bij Kattenstaart, met twee",
        "Kattenstaart bij De Regenton, één mens", "Knikkerzak bij Zevenhoek, met twee",
    )  # fmt: skip
    assert len(whole.visits) == 4


def test_nobody_who_refused_is_named(report: Document) -> None:
    text = str(report)
    assert "Katrien" in text and "Idris" not in text and "Lien," not in text


def test_what_is_still_to_come_stands_apart(store: Store) -> None:
    track = example_year.make(store)
    with copies.in_memory(store) as db:
        whole = WholeTrack(db, track)
        made = track_report(whole)
        unannounced = db.conn.execute("UPDATE visit SET announced = 0 WHERE track_id = ?", [track])
        assert unannounced.rowcount
        secret = track_report(WholeTrack(db, track))
    course = page_of(made, "Hoe het traject liep")
    at = course.index(Heading("Nog te komen", 2))
    following = course[at + 1]
    assert isinstance(following, Dated)
    ((day, told),) = following.entries
    assert told.startswith("Slotmoment, Zaal De Linde, Hoogbeke.")
    assert str(date.fromisoformat(whole.to_come[0].room.meeting.date).year) in day
    visits = page_of(made, "Over de vloer")
    at = visits.index(Heading("Nog te komen", 2))
    planned = visits[at + 1]
    assert isinstance(planned, Bullets)
    (item,) = planned.items
    assert item.startswith("Knikkerzak bij De Vensterbank, één mens, ")
    assert Heading("Nog te komen", 2) in flat(page_of(made, "Knikkerzak"))
    assert Heading("Nog te komen", 2) not in flat(page_of(made, "Het Achterom"))
    assert Heading("Nog te komen", 2) not in flat(page_of(secret, "Over de vloer"))


def test_a_meeting_of_which_only_the_doors_were_opened_is_still_to_come(store: Store) -> None:
    track = example_year.make(store)
    told = []
    slot = meetings.of_track(store, track)[-1].id
    for opened in (False, True):
        if opened:
            meetings.open_doors(store, slot)
        with copies.in_memory(store) as db:
            whole = WholeTrack(db, track)
            assert [one.room.meeting.id for one in whole.to_come] == [slot]
            page = list(flat(page_of(track_report(whole), "Hoe het traject liep")))
        (year,) = [one for one in page if isinstance(one, Figure)]
        lead = next(one for one in page if isinstance(one, Paragraph) and one.style == "lead")
        assert "hielden vier bijeenkomsten" in lead.text and "vier bijeenkomsten" in year.alt
        told.append((lead.text, year.alt, year.caption))
    assert told[0] == told[1]


def test_of_first_steps_there_is_one_overview(store: Store) -> None:
    track = example_year.make(store)
    with copies.in_memory(store) as db:
        made = track_report(WholeTrack(db, track))
    lines = [one for one in flat(made.blocks) if isinstance(one, Figure)
             and one.alt.startswith("De eerste stappen")]  # fmt: skip
    page = flat(page_of(made, "Wat er nu gebeurt"))
    assert [one for one in page if one in lines] == lines and len(lines) == 1
    (table,) = [one for one in page if isinstance(one, Table)]
    assert len({row[:2] for row in table.rows}) == len(table.rows) == 10
    assert "Kwam er niet. Te zwaar om te dragen" in str(table)
    assert "De speelkoffer gaat naar het plein" not in str(flat(page_of(made, "Knikkerzak")))

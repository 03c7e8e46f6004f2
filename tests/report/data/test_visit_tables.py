"""The visits of a track in its workbook."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from report.data import archive
from state import tracks, visits
from state.database import Store
from state.models import TrackVisit, VisitDay


@pytest.fixture
def store(tmp_path: Any) -> Any:
    opened = Store(tmp_path)
    yield opened
    opened.close()


def made(store: Store) -> str:
    """A track with a visit of two days, and one of an organisation that left."""
    track = tracks.add_track(store, "Buurt", "")
    orgs = [tracks.add_organisation(store, track, name, "", "") for name in "ABC"]
    person = tracks.add_person(store, orgs[0], "=Samir", "")
    days = (VisitDay("2027-03-11", "09:00", "16:30"), VisitDay("2027-03-12"))
    visits.add_all(store, track, (
        TrackVisit("", orgs[1], orgs[0], people=(person,), days=days, mentor="=Lien",
                   announced=True),
        TrackVisit("", orgs[0], orgs[2], count=3, kind="kijkstage", state="called_off"),
    ))  # fmt: skip
    tracks.remove_organisation(store, orgs[2])
    return track


def rows(book: Any, sheet: str) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in book[sheet].iter_rows(min_row=2)]


@pytest.mark.parametrize("named", [True, False])
def test_visits_and_their_days_are_sheets(store: Store, named: bool) -> None:
    content = archive.track_workbook(store, made(store), named=named)
    book = openpyxl.load_workbook(BytesIO(content))
    one, two = rows(book, "Bezoeken")
    assert one[:4] == (1, "A", "B", 1)
    assert one[4] == ("=Samir" if named else None)
    assert one[5:7] == ("jobshadowing", "afgesproken")
    assert [str(day)[:10] for day in one[7:9]] == ["2027-03-11", "2027-03-12"]
    assert one[9] == 2 and one[10] == "=Lien"
    assert two[1:4] == ("C", "A", 3) and two[5:7] == ("kijkstage", "afgezegd")
    assert two[9] == 0 and two[7] is None
    days = rows(book, "Bezoekdagen")
    assert [(str(row[3])[:10], row[4], row[5]) for row in days] == [
        ("2027-03-11", "09:00", "16:30"), ("2027-03-12", None, None)
    ]  # fmt: skip


def test_a_track_without_visits_has_empty_sheets(store: Store) -> None:
    track = tracks.add_track(store, "Leeg", "")
    book = openpyxl.load_workbook(BytesIO(archive.track_workbook(store, track)))
    assert rows(book, "Bezoeken") == [] and rows(book, "Bezoekdagen") == []

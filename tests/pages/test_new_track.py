"""A track from a template, and a track once more, on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from exercises.templates.list import TEMPLATES
from state import meetings, tracks
from state.database import Store
from tests.pages.desk import data_folder, errors, open_page, press, texts, type_in

FIRST = TEMPLATES[0]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


def test_the_overview_tells_what_a_template_gives_before_it_is_made(data: Store) -> None:
    page = open_page("new_track.py")
    assert [one.label for one in page.toggle] == [one.title for one in FIRST.meetings]
    assert "Nog geen datum, 9.30 tot 16.00" in texts(page)
    page.date_input(key="odv-template-first").set_value(date(2027, 9, 14)).run()
    page.text_input(key="odv-template-place").set_value("De zaal").run()
    assert "dinsdag 14 september 2027, 9.30 tot 16.00, De zaal" in texts(page)
    assert tracks.all_tracks(data) == ()


def test_a_track_is_made_without_what_was_switched_off(data: Store) -> None:
    page = open_page("new_track.py")
    press(page, "odv-template-make")
    assert errors(page) == ["De naam is nog leeg."] and tracks.all_tracks(data) == ()
    page.text_input(key="odv-template-name").set_value("Ons jaar").run()
    page.date_input(key="odv-template-first").set_value(date(2027, 9, 14)).run()
    page.toggle(key=f"odv-template-keep-{FIRST.key}-{FIRST.meetings[1].key}").set_value(False).run()
    press(page, "odv-template-make")
    (track,) = tracks.all_tracks(data)
    found = meetings.of_track(data, track.id)
    assert [one.title for one in found] == [
        one.title for one in FIRST.meetings if one is not FIRST.meetings[1]
    ]
    assert found[0].date == "2027-09-14" and meetings.room(data, found[0].id).agenda
    assert page.title[0].value == "Ons jaar"


def test_every_template_can_be_looked_at(data: Store) -> None:
    page = open_page("new_track.py")
    for template in TEMPLATES:
        page.radio(key="odv-template").set_value(template.key).run()
        assert not page.exception
        shown = [one.label for one in page.toggle] or [one.value for one in page.subheader]
        assert shown == [one.title for one in template.meetings]


def test_a_track_is_done_once_more_from_a_day_that_is_chosen(data: Store) -> None:
    track = tracks.add_track(data, "Traject 2026")
    meetings.add(data, track, "Eerste", "2026-09-15")
    meetings.add(data, track, "Tweede", "2026-11-10")
    tracks.add_organisation(data, track, "De Brug")
    page = press(open_page("track.py", t=track), f"odv-button-again-{track}")
    assert "Eerste: dinsdag 14 september 2027" in texts(page)
    key = f"odv-again-{track}"
    page.radio(key=f"{key}-when").set_value("from").run()
    page.date_input(key=f"{key}-first").set_value(date(2027, 10, 5)).run()
    assert "Tweede: dinsdag 30 november 2027" in texts(page)
    page.toggle(key=f"{key}-along").set_value(True).run()
    press(page, f"{key}-make")
    made = next(one for one in tracks.all_tracks(data) if one.id != track)
    assert made.name == "Traject 2027"
    assert [one.date for one in meetings.of_track(data, made.id)] == ["2027-10-05", "2027-11-30"]
    assert [one.name for one in tracks.organisations(data, made.id)] == ["De Brug"]


def test_a_track_without_days_and_with_a_long_name_is_done_once_more(data: Store) -> None:
    track = tracks.add_track(data, "x" * 120)
    meetings.add(data, track, "Zonder dag")
    page = press(open_page("track.py", t=track), f"odv-button-again-{track}")
    assert not [one for one in page.radio if one.key == f"odv-again-{track}-when"]
    type_in(page, f"odv-again-{track}-name", "   ")
    press(page, f"odv-again-{track}-make")
    assert errors(page) == ["De naam is nog leeg."] and len(tracks.all_tracks(data)) == 1
    type_in(page, f"odv-again-{track}-name", "Nieuw")
    press(page, f"odv-again-{track}-make")
    assert {one.name for one in tracks.all_tracks(data)} == {"x" * 120, "Nieuw"}


def test_a_meeting_is_copied_and_says_so(data: Store) -> None:
    track = tracks.add_track(data, "Traject")
    first = meetings.add(data, track, "y" * 120, "2026-09-15", "De zaal")
    meetings.add(data, track, "Laatste")
    press(open_page("track.py", t=track), f"odv-icon-copy-{first}")
    found = meetings.of_track(data, track)
    assert [one.title for one in found] == ["y" * 120, f"{'y' * 112} (kopie)", "Laatste"]
    assert (found[1].date, found[1].place) == ("", "De zaal")

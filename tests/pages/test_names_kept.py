"""On the page of a track: who may be named, until when it is kept; and what is offered after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from state import agreements, consent, erasing_tracks, meetings, restrictions, tracks
from state.database import Store
from tests.pages.desk import data_folder, open_page, press, texts


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def track(store: Store) -> str:
    """A track with two people."""
    track = tracks.add_track(store, "Samen")
    house = tracks.add_organisation(store, track, "De Brug")
    for name in ("Katrien", "Samir"):
        tracks.add_person(store, house, name)
    return track


def opened(track: str) -> AppTest:
    return press(open_page("track.py", t=track), f"odv-button-consent-{track}")


def choose(page: AppTest, person_id: str, choice: str) -> None:
    """Press one of the three for a person."""
    group = next(one for one in page.button_group if one.key == f"odv-consent-{person_id}")
    group.set_value(choice).run()
    assert not page.exception


def test_the_facilitator_fills_in_for_who_has_no_phone(store: Store, track: str) -> None:
    first, second = tracks.people(store, track)
    page = opened(track)
    assert (
        "Twee kozen nog niet en staan er dus zonder naam in, tenzij bij een citaat met naam."
        in texts(page)
    )
    choose(page, first.id, "named")
    choose(page, second.id, "nameless")
    with store.read() as db:
        assert consent.of_people(db, track) == {first.id: "named", second.id: "nameless"}
    assert "Eén met naam, één liever zonder." in texts(page)
    choose(page, first.id, "")
    with store.read() as db:
        assert consent.of_people(db, track)[first.id] == ""


def test_until_when_it_is_kept_is_a_day_of_the_calendar(store: Store, track: str) -> None:
    page = open_page("track.py", t=track)
    page.date_input(key=f"odv-keep-{track}").set_value(date(2027, 6, 30)).run()
    assert tracks.track(store, track).keep_until == "2027-06-30"
    page.date_input(key=f"odv-keep-{track}").set_value(None).run()
    assert tracks.track(store, track).keep_until == ""


def test_how_much_is_restricted_is_told_and_not_what(store: Store, track: str) -> None:
    katrien, samir = tracks.people(store, track)
    activity = meetings.add_activity(store, meetings.add(store, track, "M"), "line", {}, 10)
    page = open_page("track.py", t=track)
    told = " ".join(texts(page))
    assert "ingeperkt" not in told and "Nog geen dag gekozen: ieder kan" in told
    for person in (katrien, samir):
        thing = restrictions.Thing(activity, person.id, ("s1.1", "s1.why"))
        restrictions.choose(store, track, person.id, [thing], "self", "names")
    page.date_input(key=f"odv-print-{track}").set_value(date(2027, 6, 30)).run()
    assert tracks.track(store, track).print_day == "2027-06-30"
    assert "Twee dingen werden ingeperkt." in " ".join(texts(page))


def test_what_is_past_its_day_is_offered_for_removal(store: Store, track: str) -> None:
    consent.keep_until(store, track, "2020-06-30")
    later = tracks.add_track(store, "Nog lang")
    consent.keep_until(store, later, "2099-06-30")
    agreements.add(store, meetings.add(store, track, "Kick-off"), "Soep")
    page = open_page()
    assert "Samen mocht bewaard worden tot en met 30 juni 2020." in texts(page)
    assert f"odv-end-{later}" not in [one.key for one in page.button]
    press(page, f"odv-end-{track}")
    question = " ".join(one.value for one in page.markdown).replace("\\", "")
    for part in ("Samen voorgoed verwijderen?", "1 organisatie, 2 deelnemers, 1 bijeenkomst",
                 "veilige kopieën"):  # fmt: skip
        assert part in question
    assert "0 antwoorden" not in question
    press(page, f"odv-yes-end-{track}")
    assert [one.id for one in tracks.all_tracks(store)] == [later]
    with store.read() as db:
        assert db.conn.execute("SELECT count(*) FROM agreement").fetchone() == (0,)


def test_what_was_removed_can_go_for_good(store: Store, track: str) -> None:
    tracks.add_track(store, "Blijft")
    tracks.remove_track(store, track)
    page = press(open_page(), "odv-button-removed-tracks")
    press(page, f"odv-end-{track}")
    press(page, f"odv-yes-end-{track}")
    with store.read() as db:
        assert erasing_tracks.removed_tracks(db) == ()
    assert "Het traject Samen is verwijderd." not in texts(page)

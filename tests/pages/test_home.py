"""The home page: a first start, making, ordering, removing and putting back tracks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exercises import example
from exercises.templates import example_year
from pages.desk import guard
from state import backups, meetings, tracks, visits
from state.database import Store
from tests.pages.desk import data_folder, errors, open_page, press, texts


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


def test_a_first_start_offers_two_ways_to_begin(store: Store) -> None:
    page = open_page()
    labels = [button.label for button in page.button]
    assert "Probeer met een voorbeeldtraject" in labels
    assert "Nieuw traject" in labels
    headers = [header.value for header in page.header]
    assert headers == ["Rondkijken", "Zelf beginnen", "Een traject inlezen"]


def test_the_example_opens_on_its_own_page(store: Store) -> None:
    page = press(open_page(), "odv-example")
    assert [track.name for track in tracks.all_tracks(store)] == [example.NAME]
    assert page.title[0].value == example.NAME
    assert "De Regenton" in texts(page)


def test_the_sentence_about_the_example_is_true(store: Store) -> None:
    assert any(
        "vier bijeenkomsten en zes bezoeken zijn voorbij, het slotmoment staat klaar" in one.value
        for one in open_page("home.py").markdown
    )
    track = example_year.make(store)
    held = [one.state for one in meetings.of_track(store, track)]
    assert held.count("closed") == 4 and held[-1] == "prepared"
    assert sum(one.state == "done" for one in visits.of_track(store, track)) == 6


def test_a_new_track_opens_on_its_own_page(store: Store) -> None:
    page = open_page()
    page.text_input(key="odv-add-track-name").set_value("Buren *onder* elkaar")
    page.text_input(key="odv-add-track-theme").set_value("Wonen")
    press(page, "odv-submit-track")
    (track,) = tracks.all_tracks(store)
    assert (track.name, track.theme) == ("Buren *onder* elkaar", "Wonen")
    assert page.title[0].value == "Buren \\*onder\\* elkaar"


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000])
def test_a_bad_name_is_said_and_stays(store: Store, name: str) -> None:
    page = open_page()
    page.text_input(key="odv-add-track-name").set_value(name)
    page.text_input(key="odv-add-track-theme").set_value("Wonen")
    press(page, "odv-submit-track")
    assert tracks.all_tracks(store) == ()
    assert errors(page)[0].startswith("De naam is ")
    assert page.text_input(key="odv-add-track-name").value == name
    assert page.text_input(key="odv-add-track-theme").value == "Wonen"


def test_tracks_change_places(store: Store) -> None:
    first, second = tracks.add_track(store, "Eerste"), tracks.add_track(store, "Tweede")
    press(open_page(), f"odv-icon-up-{second}")
    assert [track.id for track in tracks.all_tracks(store)] == [second, first]


def test_removing_asks_first_and_can_be_undone(store: Store) -> None:
    track = tracks.add_track(store, "Eerste")
    page = press(open_page(), f"odv-icon-remove-{track}")
    assert any("Het traject Eerste verwijderen" in item.value for item in page.markdown)
    press(page, f"odv-no-{track}")
    assert len(tracks.all_tracks(store)) == 1
    press(page, f"odv-icon-remove-{track}")
    press(page, f"odv-yes-{track}")
    assert tracks.all_tracks(store) == ()
    removal = tracks.removals(store, "tracks")[0]["id"]
    press(page, f"odv-undo-{removal}")
    assert [item.id for item in tracks.all_tracks(store)] == [track]


def test_somebody_without_a_pass_sees_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    track = tracks.add_track(store, "Geheim")
    monkeypatch.setattr(guard, "cookies", dict)
    for page in (open_page(), open_page("track.py", t=track), open_page("meeting.py", m="x")):
        assert not page.title
        assert not page.header
        assert not page.button


def test_markup_in_a_name_stays_text(store: Store) -> None:
    name = "<script>alert(1)</script> ![x](http://boos.example/x.png) $a$ :red[b]"
    tracks.add_track(store, name, name)
    page = open_page()
    shown = page.header[0].value
    assert "](" not in shown.replace("\\]\\(", "")
    assert "<script>" not in shown.replace("\\<", "")
    assert name in texts(page)
    assert all("script" not in item.value for item in page.html)


def test_a_read_only_folder_is_said(store: Store) -> None:
    page = open_page()
    store._writer.conn.execute("PRAGMA query_only = ON")
    page.text_input(key="odv-add-track-name").set_value("Eerste")
    press(page, "odv-submit-track")
    assert "schrijven" in errors(page)[0]
    assert page.text_input(key="odv-add-track-name").value == "Eerste"
    store._writer.conn.execute("PRAGMA query_only = OFF")
    press(page, "odv-submit-track")
    assert [track.name for track in tracks.all_tracks(store)] == ["Eerste"]


def test_a_pass_that_ended_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page()
    monkeypatch.setattr(guard, "cookies", dict)
    page.text_input(key="odv-add-track-name").set_value("Te laat")
    press(page, "odv-submit-track")
    assert tracks.all_tracks(store) == ()
    assert not page.button


def test_backups_are_listed_and_one_is_restored_after_asking(store: Store) -> None:
    example.make(store)
    with store.read() as db:
        made = backups.make(db.conn, store.folder)
    tracks.add_track(store, "Van daarna")
    page = press(open_page(), "odv-button-backups")
    inside = " ".join(texts(page))
    assert "1 traject" in inside and "5 bijeenkomsten" in inside and "12 deelnemers" in inside
    press(page, f"odv-restore-{made.number}")
    assert "Terug naar" in " ".join(item.value for item in page.markdown)
    press(page, f"odv-yes-restore-{made.number}")
    assert [track.name for track in tracks.all_tracks(store)] == [example.NAME]
    assert len(backups.listed(store.folder)) == 2

"""The home page reads a track in; the page of a track offers it as a download."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exercises import example
from report.data import opening_beside, reading_in
from report.data.archive import stream_track
from state import tracks
from state.database import Store
from tests.pages.desk import data_folder, errors, open_page, press, texts

COUNTS = "6 organisaties, 12 deelnemers, 5 bijeenkomsten, 0 antwoorden, 0 foto’s"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    # The process beside the server has tests of its own, and takes seconds to start.
    monkeypatch.setattr(opening_beside, "opened", reading_in.opened)
    with data_folder(tmp_path / "here", monkeypatch) as opened:
        yield opened


@pytest.fixture
def packed(tmp_path: Path, store: Store) -> bytes:
    """The ZIP of the example track of another installation."""
    elsewhere = Store(tmp_path / "elsewhere")
    content = b"".join(stream_track(elsewhere, example.make(elsewhere)))
    elsewhere.close()
    return content


def chosen(content: bytes, page: AppTest | None = None) -> AppTest:
    """The home page with the form open and a file chosen."""
    home = page or press(open_page(), "odv-button-read-in")
    home.file_uploader[0].set_value(("traject.zip", content, "application/zip")).run()
    assert not home.exception, home.exception
    return home


def test_what_is_in_a_file_is_shown_before_it_is_stored(store: Store, packed: bytes) -> None:
    page = chosen(packed)
    assert example.NAME in texts(page) and COUNTS in texts(page)
    assert tracks.all_tracks(store) == ()
    press(page, "odv-read-in-go")
    (track,) = tracks.all_tracks(store)
    (said,) = page.success
    assert said.value.replace("\\", "") == f"{example.NAME} is ingelezen: {COUNTS}."
    assert not page.file_uploader
    assert len(tracks.people(store, track.id)) == 12


def test_a_track_that_is_here_gives_a_choice(store: Store, packed: bytes) -> None:
    press(chosen(packed), "odv-read-in-go")
    page = chosen(packed)
    (warning,) = page.warning
    assert warning.value.startswith("Dit traject staat hier al")
    assert page.button(key="odv-read-in-go").label == "Lees in als kopie"
    press(page, "odv-read-in-go")
    names = [track.name for track in tracks.all_tracks(store)]
    assert names == [example.NAME, f"{example.NAME} 2"]
    assert page.success[0].value.startswith(f"{example.NAME} 2 is ingelezen")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "leeg"), (b"hallo", "geen ZIP"), (b"PK\x03\x04 half", "stuk of niet volledig")],
)
def test_a_file_that_is_no_good_is_refused_in_words(
    store: Store, content: bytes, sentence: str
) -> None:
    page = chosen(content)
    assert len(errors(page)) == 1 and sentence in errors(page)[0]
    assert "odv-read-in-go" not in [button.key for button in page.button]
    assert tracks.all_tracks(store) == ()


def test_another_file_takes_the_place_of_one_that_was_refused(store: Store, packed: bytes) -> None:
    page = chosen(packed, chosen(b"hallo"))
    assert errors(page) == [] and COUNTS in texts(page)


def test_a_track_is_offered_as_a_download_that_can_be_followed(store: Store) -> None:
    track_id = example.make(store)
    page = open_page("track.py", t=track_id)
    assert any(f"/uitvoer/traject/{track_id}.xlsx" in item.value for item in page.html)
    press(page, f"odv-download-{track_id}")
    token = page.session_state[f"odv-download-of-{track_id}"]
    press(page, f"odv-download-{track_id}")
    assert page.session_state[f"odv-download-of-{track_id}"] != token

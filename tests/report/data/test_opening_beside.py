"""A file with a track is opened beside the server, as it would be within."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest

from report.data import archive, opening_beside, reading_in
from state import tracks
from state.database import Store
from state.problems import Refused


def test_a_track_that_was_opened_beside_is_the_same(store: Store) -> None:
    track = tracks.add_track(store, "Samen", "")
    tracks.add_organisation(store, track, "De Brug")
    content = archive.track_json(store, track)
    found = opening_beside.opened(BytesIO(content))
    assert found == reading_in.opened(BytesIO(content))
    assert found.name == "Samen" and found.organisations == 1


def test_what_is_refused_is_refused_in_the_same_words(store: Store) -> None:
    with pytest.raises(Refused) as within:
        reading_in.opened(BytesIO(b"PK stuk"))
    with pytest.raises(Refused) as beside:
        opening_beside.opened(BytesIO(b"PK stuk"))
    assert str(beside.value) == str(within.value)


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(
        opening_beside, "started",
        lambda _module: subprocess.Popen(endless, stdin=subprocess.PIPE, stdout=subprocess.PIPE),
    )  # fmt: skip
    monkeypatch.setattr(opening_beside, "LONGEST", 0.2)
    with pytest.raises(Refused, match="te groot"):
        opening_beside.opened(BytesIO(b"{}"))

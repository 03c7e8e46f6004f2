from __future__ import annotations

import pytest

from state import report_parts, tracks
from state.database import Store
from state.problems import Refused


def test_each_choice_leaves_the_others_as_they_are(store: Store, track: str) -> None:
    report_parts.write(store, track, "foreword", "Lees dit met koffie.\n\n  Els ")
    report_parts.include(store, track, "quotes", False)
    report_parts.include(store, track, "foreword", False)
    report_parts.order(store, track, ["quotes", "foreword"])
    with store.read() as db:
        parts = report_parts.of_track(db, track)
    assert parts["foreword"].text == "Lees dit met koffie.\n\nEls"
    assert [parts[key].included for key in ("foreword", "quotes")] == [0, 0]
    assert [parts[key].position for key in ("quotes", "foreword")] == [0, 1]


def test_another_track_has_its_own(store: Store, track: str) -> None:
    report_parts.write(store, tracks.add_track(store, "Elders"), "foreword", "Van elders")
    with store.read() as db:
        assert report_parts.of_track(db, track) == {}


def test_a_text_that_is_too_long_changes_nothing(store: Store, track: str) -> None:
    report_parts.write(store, track, "foreword", "Eerst")
    with pytest.raises(Refused, match="De tekst is te lang: 6001 tekens"):
        report_parts.write(store, track, "foreword", "x" * 6001)
    with pytest.raises(Refused):
        report_parts.write(store, "geen", "foreword", "x")
    with store.read() as db:
        assert report_parts.of_track(db, track)["foreword"].text == "Eerst"

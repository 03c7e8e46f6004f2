from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from state import consent, tracks
from state.database import Store
from state.problems import Refused


def test_who_may_be_named(store: Store, track: str, join: Callable[..., str]) -> None:
    yes, no, silent = (join(name, at) for at, name in enumerate(("An", "Bilal", "Zoë")))
    consent.give(store, yes, "named")
    consent.give(store, no, "nameless")
    with store.read() as db:
        assert consent.may_be_named(db, track) == {yes}
        assert consent.may_be_named(db, track, unless_refused=True) == {yes, silent}
    consent.give(store, yes, "")
    with store.read() as db:
        assert consent.may_be_named(db, track) == frozenset()


def test_another_choice_is_refused(store: Store, join: Callable[..., str]) -> None:
    one = join("An")
    with pytest.raises(Refused, match="kennen we niet"):
        consent.give(store, one, "misschien")
    with pytest.raises(Refused):
        consent.give(store, "niemand", "named")


def test_a_track_is_past_after_its_last_day(store: Store, track: str) -> None:
    consent.keep_until(store, track, "2027-06-30")
    found = tracks.all_tracks(store)
    assert consent.past(found, date(2027, 6, 30)) == ()
    assert consent.past(found, date(2027, 7, 1)) == found
    consent.keep_until(store, track, "")
    assert consent.past(tracks.all_tracks(store), date(2099, 1, 1)) == ()
    with pytest.raises(Refused, match="Kies een dag"):
        consent.keep_until(store, track, "ooit")

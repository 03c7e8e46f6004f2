"""A track belongs to who makes it, in whichever way it comes to be."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from exercises.templates import example_year
from report.data import beside, reading_in
from report.data.beside import Download
from state import access, organisers, plans, sharing, tracks
from state.database import Store
from state.track_access import Acting, acting

Make = Callable[[Store], str]


@pytest.fixture
def an(store: Store) -> Acting:
    """The first organiser."""
    token = access.give_pass(store, "facilitator")
    return Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)


@pytest.fixture
def bo(store: Store, an: Acting) -> Acting:
    """The second, who looks after nothing but own tracks."""
    with acting(an):
        return Acting(organisers.add(store, "Bo", "wachtwoord van bo"), False)


def owners(store: Store, track_id: str) -> list[str]:
    with store.read() as db:
        return [one.organiser.name for one in sharing.members(db, track_id) if one.role == "owner"]


@pytest.mark.parametrize(
    "make",
    [
        lambda store: tracks.add_track(store, "Nieuw"),
        lambda store: plans.add_track(store, "Uit een sjabloon", "", ()),
        example_year.make,
    ],
)
def test_a_track_belongs_to_who_makes_it(store: Store, bo: Acting, make: Make) -> None:
    with acting(bo):
        assert owners(store, make(store)) == ["Bo"]


def test_reading_in_does_not_tell_of_a_track_of_somebody_else(
    store: Store, track: str, an: Acting, bo: Acting, tmp_path: Path
) -> None:
    with acting(an):
        sharing.share(store, track, an.organiser_id, "owner")
    sent = io.BytesIO(b"".join(beside.stream(store, Download("track_zip", track, True), _quiet)))
    opened = reading_in.opened(sent)
    with acting(bo):
        assert reading_in.is_here(store, opened) is None
        copied = reading_in.store_track(store, opened)
        assert copied != track
        assert owners(store, copied) == ["Bo"]
        assert [one.id for one in tracks.all_tracks(store)] == [copied]
    with acting(an):
        assert reading_in.is_here(store, opened) is not None
        assert [one.id for one in tracks.all_tracks(store)] == [track]


def _quiet(_done: int, _total: int) -> None:
    """Nobody follows it."""

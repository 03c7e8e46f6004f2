"""A full track in whose every text a name stands: without names, none comes out anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from report.privacy import found
from state import consent, tracks
from state.database import Store
from tests.full_track import full_track
from tests.report.privacy import everything


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """The store and the id of the track."""
    folder: Path = tmp_path_factory.mktemp("names")
    store = Store(folder / "data")
    track = full_track(store, photos=2)
    everything.rename(store, track)
    assert everything.plant(store, track) > 500
    yield store, track
    store.close()


def told(names: list[str], files: Iterable[everything.File]) -> set[tuple[str, str]]:
    """Which names are told, and in which file, its name included."""
    return {
        (name, part) for name, text in files
        for part in everything.left_of(names, f"{name}\n{text}")
    }  # fmt: skip


def test_no_export_tells_a_name(held: tuple[Store, str]) -> None:
    store, track = held
    names = everything.names(store, track)
    assert set(everything.PEOPLE) < set(names)
    files = list(everything.exports(store, track, named=False))
    assert told(names, files) == set()
    assert not [name for name, text in files if "NIET GELUKT" in text]


def test_the_same_export_with_names_tells_them_all(held: tuple[Store, str]) -> None:
    store, track = held
    whole = "\n".join(text for _name, text in everything.exports(store, track, named=True))
    assert set(everything.PEOPLE) <= everything.left_of(everything.PEOPLE, whole)
    assert "NIET GELUKT" not in whole


def test_no_document_tells_a_name(held: tuple[Store, str]) -> None:
    store, track = held
    names = everything.names(store, track)
    assert told(names, everything.reports(store, track, named=False)) == set()
    assert told(names, everything.sheets(store, track)) == set()


def test_the_same_documents_tell_the_names_of_who_wants_that(held: tuple[Store, str]) -> None:
    store, track = held
    people = tracks.people(store, track)
    for person in people:
        consent.give(store, person.id, "named" if person is not people[0] else "nameless")
    for _name, text in everything.reports(store, track, named=True):
        assert everything.left_of(["Zoë Bruyneel"], text)
        assert everything.left_of([people[0].name], text) == set()


def test_all_names_are_shown_to_the_facilitator_first(held: tuple[Store, str]) -> None:
    store, track = held
    shown = found.in_track(store, track)
    words = found.words(shown)
    assert all(any(name in word for word in words) for name in everything.PEOPLE)
    assert len({where for text in shown for where in text.where}) > 20
    # What nobody may read yet is not shown.
    assert all(text.text != everything.DRAFT for text in shown)

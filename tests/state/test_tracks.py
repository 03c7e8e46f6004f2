"""Preparing a track: make, change, order, remove and bring back."""

from __future__ import annotations

import pytest

from state import meetings, people, revisions, tracks
from state.database import Store
from state.models import TILES
from state.problems import Refused


def names(store: Store, track: str) -> list[str]:
    return [item.name for item in tracks.organisations(store, track)]


def numbers(store: Store, meeting: str) -> dict[str, int]:
    with store.read() as db:
        return revisions.of_meeting(db, meeting)


def undo_latest(store: Store, scope: str, track: str | None = None) -> str:
    """Undo the latest removal that a page offers to undo; gives its label."""
    latest = tracks.removals(store, scope)[0]
    tracks.undo_removal(store, latest["id"], track)
    return latest["label"]


def test_a_track_is_made_and_changed(store: Store) -> None:
    track = tracks.add_track(store, "  Gent \n Noord ", "gezinnen")
    assert tracks.track(store, track).name == "Gent Noord"
    tracks.change_track(store, track, "Gent Zuid", "")
    found = tracks.track(store, track)
    assert (found.name, found.theme) == ("Gent Zuid", "")


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200d", "\u3164", "\x00\x07", "x" * 10_000])
def test_a_track_without_a_fit_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(Refused, match="De naam is"):
        tracks.add_track(store, name)
    assert tracks.all_tracks(store) == ()


def test_tracks_move_within_the_list(store: Store) -> None:
    ids = [tracks.add_track(store, name) for name in "ABC"]
    tracks.move_track(store, ids[2], -1)
    tracks.move_track(store, ids[0], -5)
    tracks.move_track(store, ids[1], +5)
    assert [item.name for item in tracks.all_tracks(store)] == ["A", "C", "B"]


def test_moving_what_somebody_else_removed_is_refused(store: Store, track: str) -> None:
    tracks.remove_track(store, track)
    with pytest.raises(Refused, match="is er niet, of niet voor jou"):
        tracks.move_track(store, track, 1)


def test_a_removed_track_comes_back_whole(
    store: Store, track: str, organisations: tuple[str, ...]
) -> None:
    tracks.remove_track(store, track)
    assert tracks.all_tracks(store) == ()
    with pytest.raises(Refused):
        tracks.track(store, track)
    assert undo_latest(store, "tracks") == "Het traject Over de vloer in Gent is verwijderd."
    assert len(tracks.organisations(store, track)) == len(organisations)
    assert tracks.removals(store, "tracks") == []


def test_organisations_get_tiles_that_are_free(store: Store, track: str) -> None:
    for number in range(TILES):
        tracks.add_organisation(store, track, f"Huis {number}")
    assert sorted(item.tile for item in tracks.organisations(store, track)) == [*range(1, 13)]
    tracks.add_organisation(store, track, "De dertiende")
    assert tracks.organisations(store, track)[-1].tile == 1


def test_a_freed_tile_is_given_out_again(
    store: Store, track: str, organisations: tuple[str, ...]
) -> None:
    tracks.remove_organisation(store, organisations[1])
    tracks.add_organisation(store, track, "Nieuw")
    assert tracks.organisations(store, track)[-1].tile == 2


def test_an_organisation_is_changed_and_moved(
    store: Store, track: str, organisations: tuple[str, ...]
) -> None:
    tracks.change_organisation(store, organisations[0], "De Nieuwe Brug", "school", "Gent", 7)
    tracks.move_organisation(store, track, organisations[0], 1)
    assert names(store, track) == ["Café Zonder Bier", "De Nieuwe Brug", "Huis van het Kind"]
    found = tracks.organisations(store, track)[1]
    assert (found.sector, found.place, found.tile) == ("school", "Gent", 7)


@pytest.mark.parametrize("name", ["de brug", "DE  BRUG", "De\u200b Brug", "Dé Brug"])
def test_two_organisations_of_one_track_never_have_the_same_name(
    store: Store, track: str, organisations: tuple[str, ...], name: str
) -> None:
    with pytest.raises(Refused, match="Er is al een organisatie"):
        tracks.add_organisation(store, track, name)
    with pytest.raises(Refused, match="Er is al een organisatie"):
        tracks.change_organisation(store, organisations[1], name, "", "", 1)
    tracks.change_organisation(store, organisations[0], name, "", "", 1)


@pytest.mark.parametrize("tile", [0, 13, -1])
def test_a_tile_that_does_not_exist_is_refused(
    store: Store, organisations: tuple[str, ...], tile: int
) -> None:
    with pytest.raises(Refused, match="twaalf tegels"):
        tracks.change_organisation(store, organisations[0], "De Brug", "", "", tile)


def test_an_organisation_goes_with_its_people_and_comes_back_with_them(
    store: Store, track: str, organisations: tuple[str, ...]
) -> None:
    tracks.add_person(store, organisations[0], "An")
    gone_before = tracks.add_person(store, organisations[0], "Bo")
    tracks.add_person(store, organisations[1], "Cem")
    tracks.remove_person(store, gone_before)
    tracks.remove_organisation(store, organisations[0])
    assert [person.name for person in tracks.people(store, track)] == ["Cem"]
    assert undo_latest(store, track, track) == "De Brug is verwijderd."
    # Bo was removed on another occasion, and stays so.
    assert [person.name for person in tracks.people(store, track)] == ["An", "Cem"]


def test_an_undo_that_comes_twice_changes_nothing(
    store: Store, track: str, organisations: tuple[str, ...]
) -> None:
    tracks.remove_organisation(store, organisations[0])
    removal = tracks.removals(store, track)[0]["id"]
    tracks.undo_removal(store, removal, track)
    tracks.remove_organisation(store, organisations[0])
    tracks.undo_removal(store, removal, track)
    assert "De Brug" not in names(store, track)


def test_people_are_listed_by_organisation_and_name(
    store: Store, track: str, organisations: tuple[str, ...]
) -> None:
    for organisation, name in ((1, "Zoë"), (0, "Émile"), (0, "bo"), (0, "Ann")):
        tracks.add_person(store, organisations[organisation], name, "vrijwilliger")
    assert [person.name for person in tracks.people(store, track)] == ["Ann", "bo", "Émile", "Zoë"]


def test_the_same_name_twice_in_an_organisation_is_refused_but_not_in_two(
    store: Store, organisations: tuple[str, ...]
) -> None:
    tracks.add_person(store, organisations[0], "Ayşe")
    with pytest.raises(Refused, match="Er is al een AYŞE bij De Brug"):
        tracks.add_person(store, organisations[0], "AYŞE ")
    tracks.add_person(store, organisations[1], "Ayşe")


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "'; DROP TABLE person; --", "محمد", "👩‍👩‍👧", "O'Neill"]
)
def test_names_of_any_script_and_markup_are_kept_as_typed(
    store: Store, track: str, organisations: tuple[str, ...], name: str
) -> None:
    tracks.add_person(store, organisations[0], name)
    assert [person.name for person in tracks.people(store, track)] == [name]


def test_a_name_changes_but_not_into_that_of_somebody_else(
    store: Store, track: str, organisations: tuple[str, ...]
) -> None:
    an = tracks.add_person(store, organisations[0], "An", "kok")
    tracks.add_person(store, organisations[0], "Bo")
    tracks.change_person(store, an, "Ann")
    found = tracks.people(store, track)[0]
    assert (found.name, found.function) == ("Ann", "kok")
    tracks.change_person(store, an, "ANN", "")
    assert tracks.people(store, track)[0].function == ""
    with pytest.raises(Refused, match="al van iemand anders"):
        tracks.change_person(store, an, "bo")


def test_a_removed_person_comes_back_also_in_the_meeting(
    store: Store, track: str, organisations: tuple[str, ...], meeting: str
) -> None:
    an = people.join(store, meeting, "gsm", organisations[0], "An")
    tracks.remove_person(store, an)
    assert people.attendees(store, meeting) == ()
    assert undo_latest(store, track, track) == "An is verwijderd."
    assert [item.person.id for item in people.attendees(store, meeting)] == [an]


def test_only_the_latest_removals_of_the_own_page_are_offered(store: Store, track: str) -> None:
    other = tracks.add_track(store, "Ander traject")
    for number in range(5):
        tracks.remove_organisation(store, tracks.add_organisation(store, track, f"Huis {number}"))
    tracks.remove_organisation(store, tracks.add_organisation(store, other, "Elders"))
    labels = [removal["label"] for removal in tracks.removals(store, track)]
    assert labels == [f"Huis {number} is verwijderd." for number in (4, 3, 2)]


def test_phones_are_told_what_changes_in_the_track(
    store: Store, track: str, organisations: tuple[str, ...], meeting: str
) -> None:
    before = numbers(store, meeting)
    tracks.change_organisation(store, organisations[0], "De Nieuwe Brug", "", "", 3)
    after = numbers(store, meeting)
    assert all(after[topic] > before[topic] for topic in ("steps", "results", "people"))
    elsewhere = meetings.add(store, tracks.add_track(store, "Ander traject"), "Elders")
    tracks.change_track(store, track, "Nieuw", "")
    assert numbers(store, meeting)["steps"] > after["steps"]
    assert numbers(store, elsewhere)["steps"] == 0

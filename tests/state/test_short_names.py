"""Short names of organisations."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from state import meetings, tracks
from state.database import Store
from state.problems import Refused
from state.short_names import SHORT_LIMIT, in_use
from state.text_rules import name_key


@dataclass(frozen=True)
class Given:
    name: str
    short: str = ""


WORDS = st.sampled_from(
    ["Huis", "van", "het", "Kind", "Regio", "Zuid-Oost-Vlaanderen", "vzw", "(Aalst)", "De", "Sloep",
     "Ouderparticipatiewerkgroep", "en", "Gent", "–"]
)  # fmt: skip
NAMES = st.lists(WORDS, min_size=1, max_size=9).map(lambda words: " ".join(words)[:60].strip())
ANY = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=3, max_size=60)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("De Regenton", "De Regenton"),
        ("Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek", "Huis van het Kind"),
        ("Inloopteam De Sloep vzw, Afdeling Brugse Poort", "Inloopteam De Sloep"),
        ("vzw Kinderopvang Kapoentjes", "Kinderopvang Kapoentjes"),
        ("Moeders voor moeders (Aalst)", "Moeders voor moeders"),
        ("Centrum voor Kinderopvang en Gezinsondersteuning Aalst", "Centrum KGA"),
    ],
)
def test_a_short_name_is_proposed(name: str, short: str) -> None:
    assert in_use([Given(name)]) == (short,)


@given(st.lists(NAMES | ANY, min_size=2, max_size=14, unique_by=name_key), st.data())
def test_short_names_are_short_and_nobody_else_s(names: list[str], data: st.DataObject) -> None:
    rows = [Given(name) for name in names]
    given_to = data.draw(st.integers(0, len(names) - 1))
    if name_key("Wij") not in map(name_key, names):
        rows[given_to] = Given(names[given_to], "Wij")
    found = in_use(rows)
    keys = [name_key(short) for short in found]
    assert len(set(keys)) == len(keys)
    for at, (row, short) in enumerate(zip(rows, found, strict=True)):
        assert 0 < len(short) <= SHORT_LIMIT
        assert not row.short or short == row.short
        assert keys[at] not in {name_key(other.name) for other in rows if other is not row}


def test_the_last_word_tells_two_apart() -> None:
    one, two = in_use([
        Given("Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek"),
        Given("Huis van het Kind Regio Zuid-Oost-Vlaanderen en Durme"),
    ])  # fmt: skip
    assert (one, two) == ("Huis van het Kind RZOVD", "Huis van het Kind Durme")


def test_a_given_short_name_is_kept_and_refused_when_it_is_taken(
    store: Store, track: str, meeting: str, organisations: tuple[str, ...]
) -> None:
    first, second = tracks.organisations(store, track)[:2]
    same = (second.id, second.name, second.sector, second.place, second.tile)
    tracks.change_organisation(store, *same, " De  Tweede ")
    assert tracks.organisations(store, track)[1].short == "De Tweede"
    tracks.change_organisation(store, *same)
    room = meetings.room(store, meeting)
    assert room.short_names[second.id] == "De Tweede"
    assert room.short_names[first.id] == first.name
    for taken in (first.name.upper(), "x" * 31):
        with pytest.raises(Refused):
            tracks.change_organisation(store, *same, taken)
    with pytest.raises(Refused):
        tracks.add_organisation(store, track, "de tweede")
    tracks.change_organisation(store, *same, "")
    assert meetings.room(store, meeting).short_names[second.id] == second.name

"""A person who is erased can be taken out of what others typed, everywhere it is stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import exercises
from exercises.engine import running
from report.privacy import nameless, one_person
from state import (
    agreements,
    backups,
    erasing,
    meetings,
    name_choices,
    report_parts,
    tracks,
    visits,
)
from state.database import Store
from state.models import TrackVisit
from state.problems import Refused
from tests.report.privacy.test_nameless import opened, say

LINE = exercises.EXERCISES[0]
NAME = "Wilhelmina Zonnebloem"
Join = Callable[..., str]


@pytest.fixture
def person(store: Store, track: str, meeting: str, join: Join) -> str:
    """Somebody whom others named in texts, one of them in a version that was written over."""
    who, other = join(NAME), join("Jan")
    config = LINE.sample.to_json()
    key = config["statements"][0]["key"]
    line = meetings.add_activity(store, meeting, "line", config, 10)
    opened(store, line)
    say(store, line, other, f"{key}.1", {"at": 0.3}, "a")
    say(store, line, other, f"{key}.why", {"text": "Wilhelmina zei het"}, "b")
    say(store, line, other, f"{key}.why", {"text": "Zonnebloem zei het"}, "c")
    running.close(store, line)
    agreements.add(store, meeting, f"{NAME} belt Jan")
    report_parts.write(store, track, "foreword", "Met dank aan wilhelmina.zonnebloem@brug.be")
    tracks.change_person(store, other, "Jan", "hulp van Wilhelmina")
    with store.read() as db:
        backups.make(db.conn, store.folder)
    return who


def left_in(store: Store, *texts: str) -> list[str]:
    """Which of these texts stand in any file of the data folder, in any case."""
    held = b"".join(path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
    return [text for text in texts if text.lower().encode() in held.lower()]


def test_texts_that_hold_the_name_are_counted(store: Store, person: str) -> None:
    with store.read() as db:
        assert one_person.count_texts(db, person) == 5
        assert not one_person.others_alike(db, person)


def test_the_name_goes_from_texts_history_and_backups(
    store: Store, track: str, person: str
) -> None:
    assert left_in(store, "wilhelmina", "zonnebloem") == ["wilhelmina", "zonnebloem"]
    with store.read() as db:
        take_out = one_person.eraser(db, person)
    erasing.person(store, person, take_out)
    assert left_in(store, "wilhelmina", "zonnebloem") == []
    assert left_in(store, "iemand van de brug belt jan") != []
    assert len(backups.listed(store.folder)) == 1
    with store.read() as db:
        assert nameless.of_people(db, track).keys().isdisjoint({person})
        with pytest.raises(Refused):
            one_person.count_texts(db, "nergens")


def test_texts_stay_when_that_is_not_asked_for(store: Store, person: str) -> None:
    erasing.person(store, person)
    assert left_in(store, "belt jan", "wilhelmina") == ["belt jan", "wilhelmina"]


def test_what_was_chosen_for_a_place_is_followed(store: Store, track: str, person: str) -> None:
    with store.read() as db:
        places = {one.stored.table: one for one in nameless.in_texts(db, track)
                  if one.word.startswith("Wilhelmina")}  # fmt: skip
    name_choices.choose_all(store, track, {
        places["agreement"].place: "de voorzitter", places["person"].place: "Wilhelmina",
    })  # fmt: skip
    with store.read() as db:
        take_out = one_person.eraser(db, person)
    erasing.person(store, person, take_out)
    assert left_in(store, "de voorzitter belt jan", "hulp van wilhelmina") != []


def test_somebody_with_the_same_name_is_told(store: Store, person: str, join: Join) -> None:
    join("Wilhelmina", organisation=1)
    with store.read() as db:
        assert one_person.others_alike(db, person)
        take_out = one_person.eraser(db, person)
    erasing.person(store, person, take_out)
    assert left_in(store, "iemand zei het", "hulp van iemand") == [
        "iemand zei het", "hulp van iemand"
    ]  # fmt: skip


def test_a_guest_and_a_mentor_are_taken_out_of_visits(store: Store, track: str, join: Join) -> None:
    guest = join(NAME)
    host = tracks.add_organisation(store, track, "Gastheer", "", "")
    own = next(one.organisation_id for one in tracks.people(store, track) if one.id == guest)
    why = '{"version": 1, "question": "Wat leert Wilhelmina?", "strength": ""}'
    visits.add(store, track, TrackVisit("", host, own, (guest,), mentor=f"met {NAME}", why=why,
                                        place="bij Zonnebloem"))  # fmt: skip
    with store.read() as db:
        take_out = one_person.eraser(db, guest)
    erasing.person(store, guest, take_out)
    (kept,) = visits.of_track(store, track)
    told = f"{kept.mentor} {kept.place} {kept.why}"
    assert "Wilhelmina" not in told and "Zonnebloem" not in told
    assert "met iemand van" in kept.mentor
    assert kept.count == 1

"""What is erased is nowhere in the data folder; what stays, stays without a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from exercises.engine import moment as moments
from state import (
    backups,
    contributions,
    copies,
    erasing,
    meetings,
    own_links,
    people,
    pictures,
    revisions,
    rows,
    tracks,
)
from state.contributions import Judged
from state.database import Store
from state.ids import new_id
from state.models import Json
from state.problems import Refused, StateError
from tests.own_page import link_of

NAME = "Wilhelmina Zonnebloem"
FUNCTION = "Nachtwaker van dienst"
Join = Callable[..., str]
# Counted from when the tests are collected, so a long run may pass before one of them begins.
TOMORROW = datetime.now(UTC) + timedelta(days=1, hours=12)


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    return meetings.add_activity(store, meeting, "line", {"version": 1}, 10)


@pytest.fixture
def erased(store: Store, meeting: str, activity: str, join: Join) -> str:
    """Somebody who did all that leaves a trace, before being erased."""
    who = join(NAME)
    tracks.change_person(store, who, NAME, FUNCTION)
    link = link_of(store, who)
    own_links.open_in(store, link, "browser")
    put(store, activity, who, "s1.why", {"text": "eerste versie"})
    put(store, activity, who, "s1.why", {"text": "laatste versie"})
    put(store, activity, who, "s2.why", {"text": "weggehaald antwoord"})
    contributions.remove(store, activity, who, "s2.", contributions.removed_label(NAME))
    people.remove(store, meeting, who)
    with store.read() as db:
        (undo, *_more) = rows.removals(db, meeting)
    tracks.undo_removal(store, undo["id"])
    back_up(store)
    return who


def put(store: Store, activity: str, author: str, slot: str, payload: Json) -> None:
    contributions.put(store, activity, author, slot, new_id(), lambda _db, _row: Judged(payload))


def back_up(store: Store) -> None:
    with store.read() as db:
        backups.make(db.conn, store.folder)


def files_with(folder: Path, *texts: str) -> list[tuple[str, str]]:
    return [
        (path.name, text)
        for path in folder.rglob("*")
        if path.is_file()
        for text in texts
        if text.encode() in path.read_bytes()
    ]


def test_nothing_of_a_person_is_left_in_any_file(store: Store, erased: str) -> None:
    texts = (NAME, NAME.casefold(), FUNCTION, "eerste versie", "weggehaald antwoord")
    assert len({text for _name, text in files_with(store.folder, *texts)}) == len(texts)
    erasing.person(store, erased)
    assert files_with(store.folder, *texts) == []
    assert len(backups.listed(store.folder)) == 1


def test_what_the_person_answered_stays_without_a_name(
    store: Store, meeting: str, activity: str, erased: str
) -> None:
    with store.read() as db:
        (before,) = contributions.of_activity(db, activity)
        assert erasing.count_answers(db, erased) == 1
    erasing.person(store, erased)
    with store.read() as db:
        (after,) = contributions.of_activity(db, activity)
        assert db.conn.execute("SELECT count(*) FROM device").fetchone() == (0,)
        assert db.conn.execute("SELECT count(*) FROM own_link").fetchone() == (0,)
        assert rows.removals(db, meeting) == []
    assert after == before
    (there,) = people.attendees(store, meeting)
    assert (there.person.name, there.person.function) == ("iemand van De Brug", "")


def test_who_was_erased_is_offered_nowhere_and_never_found_by_a_name(
    store: Store, track: str, meeting: str, erased: str, join: Join
) -> None:
    erasing.person(store, erased)
    assert tracks.people(store, track) == ()
    with store.read() as db:
        assert moments.at(store, db, meeting).expected == 1
        assert tracks.short_lists(db, track, 20) == {}
    assert join("iemand van De Brug") != erased
    assert join(NAME) != erased
    with pytest.raises(Refused, match="gewist"):
        tracks.change_person(store, erased, NAME)


def test_the_organisation_s_new_name_is_followed(
    store: Store, meeting: str, organisations: tuple[str, ...], erased: str
) -> None:
    erasing.person(store, erased)
    tracks.change_organisation(store, organisations[0], "De Nieuwe Brug", "", "", 1)
    assert people.attendees(store, meeting)[0].person.name == "iemand van De Nieuwe Brug"


def test_open_pages_hear_of_it(store: Store, meeting: str, erased: str) -> None:
    with store.read() as db:
        before = revisions.of_meeting(db, meeting)
    erasing.person(store, erased)
    with store.read() as db:
        after = revisions.of_meeting(db, meeting)
    assert all(after[topic] > before[topic] for topic in ("steps", "people", "results"))


def test_others_keep_all_of_theirs(
    store: Store, meeting: str, activity: str, erased: str, join: Join
) -> None:
    other = join("Jan")
    put(store, activity, other, "s1.why", {"text": "een"})
    put(store, activity, other, "s1.why", {"text": "twee"})
    contributions.remove(store, activity, other, "s1.", contributions.removed_label("Jan"))
    erasing.person(store, erased)
    with store.read() as db:
        assert people.person_of_device(db, meeting, "gsm van Jan") is not None
        assert [one["label"] for one in rows.removals(db, meeting)] == [
            "Het antwoord van Jan is weggehaald."
        ]
    history = [row["payload"] for row in contributions.history(store, activity)]
    assert history == [{"text": "laatste versie"}, {"text": "een"}, {"text": "twee"}]


def test_who_was_removed_from_the_track_can_be_erased_too(
    store: Store, track: str, erased: str
) -> None:
    tracks.remove_person(store, erased)
    with store.read() as db:
        assert [one.name for one in erasing.removed_people(db, track)] == [NAME]
    erasing.person(store, erased)
    assert tracks.removals(store, track) == []
    assert files_with(store.folder, NAME) == []
    with store.read() as db:
        assert erasing.removed_people(db, track) == ()


def test_a_damaged_backup_goes_and_a_whole_one_that_can_not_be_changed_is_told(
    store: Store, erased: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = backups.listed(store.folder)
    damaged = whole.path.with_name("000007_2026-11-22_1200.db")
    damaged.write_bytes(NAME.encode() * 1000)

    def full(*_given: object) -> bool:
        raise OSError("no space")

    with monkeypatch.context() as patch:
        patch.setattr(backups, "_change", full)
        with pytest.raises(StateError):
            erasing.person(store, erased)
    assert damaged.exists() and whole.path.exists()
    erasing.person(store, erased)
    assert not damaged.exists() and whole.path.exists()
    assert files_with(store.folder, NAME) == []


def add_picture(store: Store, activity: str, content: bytes) -> str:
    digest = pictures.digest_of(content)
    return pictures.add(store, activity, "x", digest, "image/jpeg", (1, 1), content).id


def kept(store: Store) -> set[str]:
    with store.read() as db:
        return {picture_id for (picture_id,) in db.conn.execute("SELECT id FROM picture")}


def test_pictures_that_nothing_points_at_go_after_a_day(store: Store, activity: str) -> None:
    loose, answered, configured, replaced = (
        add_picture(store, activity, bytes([n]) * 50) for n in range(4)
    )
    put(store, activity, "o", "sheet.picture", {"photo": replaced})
    put(store, activity, "o", "sheet.picture", {"photo": answered, "by": "x"})
    meetings.configure(store, activity, {"version": 1, "cover": {"picture": configured}})
    assert erasing.sweep(store) == 0
    assert kept(store) == {loose, answered, configured, replaced}
    back_up(store)
    assert erasing.sweep(store, TOMORROW) == 2
    assert kept(store) == {answered, configured}
    assert files_with(store.folder, "\x03" * 50) == []


def test_a_picture_of_an_answer_that_was_taken_away_goes_with_the_answer(
    store: Store, meeting: str, activity: str
) -> None:
    photo = add_picture(store, activity, b"foto" * 20)
    put(store, activity, "o", "sheet.picture", {"photo": photo})
    contributions.remove(store, activity, "o", "sheet.", "weg")
    assert erasing.sweep(store) == 0
    erasing.sweep(store, TOMORROW)
    assert kept(store) == set()
    assert tracks.removals(store, meeting) == []
    assert contributions.history(store, activity) == []


def test_a_picture_of_an_exercise_that_was_taken_off_stays_for_its_way_back(
    store: Store, activity: str
) -> None:
    photo = add_picture(store, activity, b"foto" * 20)
    put(store, activity, "o", "sheet.picture", {"photo": photo})
    meetings.remove_activity(store, activity, "De lijn")
    erasing.sweep(store, TOMORROW)
    assert kept(store) == {photo}


def test_a_copy_that_leaves_the_laptop_holds_no_loose_picture(
    store: Store, track: str, activity: str
) -> None:
    add_picture(store, activity, b"nooit gekozen" * 20)
    with copies.in_memory(store) as db:
        assert b"nooit gekozen" not in copies.one_track(db, track)

"""The notebook of a visit: what is stored, for whom, and what goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from state import copies, erasing, erasing_tracks, notebook, visits
from state.database import Store
from state.models import TrackVisit
from state.notebook import NotebookEntry, NoteDraft
from state.problems import Refused
from tests.conftest import Join

CLIENT = "0123456789abcdef"
QUOTE = NoteDraft("Hier moet ik niet eerst uitleggen waarom ik kom.", kind="quote")


@pytest.fixture
def visit(store: Store, track: str, organisations: tuple[str, ...], join: Join) -> TrackVisit:
    """An visits the second organisation."""
    an = join("An")
    made = TrackVisit("", organisations[1], organisations[0], (an,), announced=True)
    return replace(made, id=visits.add(store, track, made))


def mine(store: Store, visit: TrackVisit) -> tuple[NotebookEntry, ...]:
    with store.read() as db:
        return notebook.of_person(db, visit.people[0], visit.id)


def shared(store: Store, track: str) -> list[str]:
    with store.read() as db:
        return [one.text for one in notebook.shared_of_track(db, track)]


def put(store: Store, visit: TrackVisit, draft: NoteDraft, client: str = CLIENT) -> str:
    return notebook.put(store, visit, visit.people[0], client, draft)


def test_a_note_that_is_sent_twice_is_stored_once_and_a_change_changes_it(
    store: Store, visit: TrackVisit
) -> None:
    first = put(store, visit, NoteDraft("De soep.", area=1, indicator=3, day="2026-11-27"))
    assert put(store, visit, NoteDraft("De soep.", area=1, indicator=3, day="2026-11-27")) == first
    put(store, visit, NoteDraft("De soep en het brood."))
    (entry,) = mine(store, visit)
    assert (entry.id, entry.text, entry.area, entry.shared) == (
        first, "De soep en het brood.", None, False,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "   \n", "\u200b", "x" * 1001])
def test_what_is_no_note_is_refused(store: Store, visit: TrackVisit, text: str) -> None:
    with pytest.raises(Refused):
        put(store, visit, NoteDraft(text))
    assert mine(store, visit) == ()


@pytest.mark.parametrize("client", ["", "kort", "x" * 61, "een twee drie", "\u00e9" * 12])
def test_the_id_of_the_browser_is_judged(store: Store, visit: TrackVisit, client: str) -> None:
    with pytest.raises(Refused):
        put(store, visit, NoteDraft("De soep."), client)


def test_a_photo_may_come_without_words_and_twice_is_one(store: Store, visit: TrackVisit) -> None:
    put(store, visit, NoteDraft("", photos=1))
    given = ("d", "image/jpeg", (8, 8), b"x")
    one = notebook.add_photo(store, visit.people[0], CLIENT, "foto-een-1", *given)
    assert notebook.add_photo(store, visit.people[0], CLIENT, "foto-een-1", *given) == one
    assert mine(store, visit)[0].photos == (one,)
    for n in range(5):
        notebook.add_photo(store, visit.people[0], CLIENT, f"foto-meer-{n}", *given)
    with pytest.raises(Refused):
        notebook.add_photo(store, visit.people[0], CLIENT, "foto-te-veel", *given)
    with pytest.raises(Refused):
        notebook.add_photo(store, "iemand anders", CLIENT, "foto-van-mij", *given)


def test_nobody_reads_a_note_before_it_is_shared_nor_after_it_was_taken_back(
    store: Store, track: str, visit: TrackVisit
) -> None:
    note = put(store, visit, NoteDraft("De soep."))
    assert shared(store, track) == []
    notebook.share(store, visit.people[0], note, shared=True)
    assert shared(store, track) == ["De soep."]
    notebook.share(store, visit.people[0], note, shared=False)
    assert shared(store, track) == []
    with pytest.raises(Refused):
        notebook.share(store, "iemand anders", note, shared=True)
    with pytest.raises(Refused):
        notebook.remove(store, "iemand anders", note)


def test_a_quote_stays_with_its_writer_until_somebody_said_yes(
    store: Store, track: str, visit: TrackVisit
) -> None:
    note = put(store, visit, QUOTE)
    for consent in ("", "no"):
        put(store, visit, replace(QUOTE, consent=consent))
        with pytest.raises(Refused):
            notebook.share(store, visit.people[0], note, shared=True)
    put(store, visit, replace(QUOTE, consent="nameless"))
    notebook.share(store, visit.people[0], note, shared=True)
    assert shared(store, track) == [QUOTE.text]
    # Somebody thought better of it.
    put(store, visit, replace(QUOTE, consent="no"))
    assert shared(store, track) == [] and not mine(store, visit)[0].shared


def test_what_is_thrown_away_is_gone_with_its_photo_and_does_not_come_back(
    store: Store, visit: TrackVisit
) -> None:
    note = put(store, visit, NoteDraft("Uniekwoord", photos=1))
    notebook.add_photo(
        store, visit.people[0], CLIENT, "foto-een-1", "d", "image/jpeg", (8, 8), b"x"
    )
    notebook.remove(store, visit.people[0], note)
    put(store, visit, NoteDraft("Uniekwoord"))
    assert mine(store, visit) == ()
    with store.read() as db:
        assert [row["text"] for row in db.query("SELECT text FROM visit_note")] == [""]
        assert db.table("note_picture").count == 0


def test_who_is_erased_takes_the_notebook_along(store: Store, visit: TrackVisit) -> None:
    put(store, visit, NoteDraft("Uniekwoord", photos=1))
    notebook.add_photo(
        store, visit.people[0], CLIENT, "foto-een-1", "d", "image/jpeg", (8, 8), b"x"
    )
    erasing.person(store, visit.people[0])
    with store.read() as db:
        assert db.table("visit_note").count == db.table("note_picture").count == 0
        assert db.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_copy_that_leaves_the_laptop_holds_only_what_was_shared(
    store: Store, track: str, visit: TrackVisit
) -> None:
    note = put(store, visit, NoteDraft("Gedeeld"))
    notebook.share(store, visit.people[0], note, shared=True)
    put(store, visit, NoteDraft("Voor mij"), "fedcba9876543210")
    with copies.in_memory(store) as db:
        packed = copies.one_track(db, track)
        assert [row["text"] for row in db.query("SELECT text FROM visit_note")] == ["Gedeeld"]
    assert b"Voor mij" not in packed


def test_a_track_that_goes_takes_its_notebooks(store: Store, track: str, visit: TrackVisit) -> None:
    put(store, visit, NoteDraft("De soep.", photos=1))
    notebook.add_photo(
        store, visit.people[0], CLIENT, "foto-een-1", "d", "image/jpeg", (8, 8), b"x"
    )
    erasing_tracks.erase(store, track)
    with store.read() as db:
        assert db.table("visit_note").count == db.table("note_picture").count == 0

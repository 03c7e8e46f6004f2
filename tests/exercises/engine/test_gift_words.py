"""The words of a gift beside its sequel: only the chosen note, as it is now, and only once told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.engine import moment
from exercises.engine.gift_words import filled, still_shared
from exercises.results import GiftNote, GiftSequel, Origin
from pages.live import scenes
from state import contributions, tracks
from state.database import Store
from state.notebook import NotebookEntry
from tests.sequel_track import ACTION, LIKED, SEALED, TIP, SequelTrack, put, sequel_track, tells

NOTE = GiftNote(
    organisation="o0", giver="o1", heading="Tip", text="Zet een bank", gift="v1", note="a",
    origin=Origin(activity="e"),
)  # fmt: skip
SEQUEL = GiftSequel(
    organisation="o0", giver="o1", text="Ze staat er", gift_key="e:v1", note="a",
    words=NOTE.words_key,
)  # fmt: skip


def entry(key: str, photos: tuple[str, ...] = ()) -> NotebookEntry:
    return NotebookEntry(
        key, "v", "p", "client", "note", "", None, None, "", True, "2026-11-20",
        "2026-11-20T10:00:00", photos,
    )  # fmt: skip


def words(sequel: GiftSequel, *notes: GiftNote) -> str:
    (found,) = filled([sequel], lambda: notes)
    assert isinstance(found, GiftSequel)
    return found.gift


def test_the_chosen_note_is_told_as_it_is_now() -> None:
    assert words(SEQUEL, NOTE) == "Zet een bank"
    assert words(SEQUEL, replace(NOTE, text="Zet een tafel")) == "Zet een tafel"
    assert words(SEQUEL) == ""


def test_a_copy_with_other_ids_is_found_by_its_words() -> None:
    assert words(SEQUEL, replace(NOTE, note="b")) == "Zet een bank"
    assert words(SEQUEL, replace(NOTE, note="b", text="Iets anders")) == ""


def test_a_photo_is_told_by_its_id() -> None:
    photo = replace(NOTE, text="", note="c", photo="photo-one", noted="n")
    other = replace(photo, note="d", photo="photo-two")
    sequel = replace(SEQUEL, note="c", photo="photo-one")
    for known in ((photo, other), (other, replace(photo, note="e"))):
        (found,) = filled([sequel], lambda known=known: known)  # type: ignore[misc]
        assert isinstance(found, GiftSequel)
        assert (found.photo, found.noted, found.heading) == ("photo-one", "n", NOTE.heading)
    (gone,) = filled([sequel], lambda: [other, NOTE])
    assert isinstance(gone, GiftSequel) and (gone.photo, gone.heading) == ("", "")


def test_a_photo_that_is_shared_no_more_is_no_result() -> None:
    photo = replace(NOTE, text="", note="c", photo="p1", noted="n1")
    shared = entry("n1", photos=("p1",))
    assert list(still_shared([NOTE, photo], lambda: [shared])) == [NOTE, photo]
    for left in ([], [replace(shared, photos=())], [entry("n2", photos=("p1",))]):
        assert list(still_shared([NOTE, photo], lambda left=left: left)) == [NOTE]  # type: ignore[misc]


def test_notes_of_notebooks_are_not_read_where_there_is_no_photo() -> None:
    def never() -> tuple[NotebookEntry, ...]:
        raise AssertionError

    assert list(still_shared([NOTE, SEQUEL], never)) == [NOTE, SEQUEL]


def test_nobody_chooses_a_note_of_others() -> None:
    for other in (replace(NOTE, organisation="o2"), replace(NOTE, gift="v2")):
        assert words(SEQUEL, other) == ""


def test_notes_are_not_read_where_no_sequel_needs_them() -> None:
    def never() -> tuple[GiftNote, ...]:
        raise AssertionError

    assert list(filled([NOTE, replace(SEQUEL, note="")], never))


@pytest.fixture
def here(store: Store) -> SequelTrack:
    return sequel_track(store)


def on_screen(here: SequelTrack) -> str:
    with here.store.read() as db:
        now = moment.at(here.store, db, here.meeting)
        activity = now.room.activity(here.sequels)
        assert activity is not None
        return str(scenes.on_screen(now, activity, frozenset()))


def says(here: SequelTrack) -> str:
    """The first organisation writes, chooses the note that it was praised in, and links its action;
    gives the key of the gift."""
    with here.store.read() as db:
        now = moment.at(here.store, db, here.meeting)
        activity = now.room.activity(here.sequels)
        assert activity is not None
        notes = now.context(activity, "console").track.of(GiftNote)
    liked = next(one for one in notes if one.text == LIKED)
    key, own = liked.gift_key, here.houses[0]
    text = {"text": "Ze staat er", "nothing": False, "giver": liked.giver, "by": "", "before": []}
    put(here.store, here.sequels, own, f"gift.{key}:text", text)
    chosen = {"note": liked.note, "words": liked.words_key}
    put(here.store, here.sequels, own, f"gift.{key}:note", chosen)
    put(here.store, here.sequels, own, f"gift.{key}:action", {"action": 1})
    return key


def test_the_screen_is_given_what_was_chosen_and_only_at_its_turn(here: SequelTrack) -> None:
    key = says(here)
    assert LIKED not in on_screen(here) and "Ze staat er" not in on_screen(here)
    here.goes_to("tell")
    tells(here, 0, "")
    assert LIKED not in on_screen(here) and "Ze staat er" not in on_screen(here)
    tells(here, 0, key)
    shown = on_screen(here)
    assert LIKED in shown and "Ze staat er" in shown and ACTION in shown
    assert TIP not in shown and SEALED not in shown


def test_a_note_that_is_taken_away_leaves_the_screen_at_once(here: SequelTrack) -> None:
    key = says(here)
    here.goes_to("tell")
    tells(here, 0, key)
    with here.store.read() as db:
        found = contributions.of_activity(db, here.exchange)
    liked = next(one for one in found if one.payload.get("text") == LIKED)
    put(here.store, here.exchange, liked.author, liked.slot, {"text": ""})
    shown = on_screen(here)
    assert LIKED not in shown and "Ze staat er" in shown


def test_a_giver_that_left_is_still_named(here: SequelTrack) -> None:
    key = says(here)
    here.goes_to("tell")
    tells(here, 0, key)
    tracks.remove_organisation(here.store, here.houses[1])
    shown = on_screen(here)
    assert "De Vensterbank" in shown and "Ze staat er" in shown

"""A photo that was in a gift is chosen and shown beside a sequel as any other note of it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from exercises.engine import moment
from exercises.engine.contexts import AnyContext
from exercises.gift_sequels import EXERCISE
from exercises.gift_sequels.model import slot
from exercises.gift_sequels.views_photos import headings
from report.data import archive
from state import notebook, people
from state.database import Store
from tests.exercises.gift_sequels.rooms import LIKED as WORDS
from tests.exercises.gift_sequels.sample import said
from tests.pages.test_pictures import jpeg
from tests.sequel_track import LIKED, SequelTrack, put, sequel_track, tells


@pytest.fixture
def here(tmp_path: Path) -> Iterator[SequelTrack]:
    """The first organisation said what came of the gift that has a photo in it."""
    store = Store(tmp_path)
    found = sequel_track(store, jpeg())
    key = f"{found.exchange}:v1"
    text = said("Ze staat er.", found.houses[1])
    put(store, found.sequels, found.houses[0], slot(key, "text"), text)
    found.goes_to("tell")
    with store.read() as db:
        known = moment.at(store, db, found.meeting).known_people
    for one in known:
        people.let_in(store, found.meeting, one.id)
    yield found
    store.close()


def key_of(here: SequelTrack) -> str:
    return f"{here.exchange}:v1"


def photo_of(here: SequelTrack) -> str:
    assert here.photo is not None
    return here.photo.id


def context(here: SequelTrack, role: str, house: int = 0) -> AnyContext:
    """As a role is given it; on a phone of somebody of a house."""
    with here.store.read() as db:
        now = moment.at(here.store, db, here.meeting)
        activity = now.room.activity(here.sequels)
        assert activity is not None
        own = here.houses[house]
        me = next(one for one in now.members.values() if one.organisation_id == own)
        return now.context(activity, role, me if role == "phone" else None)  # type: ignore[arg-type]


def chooses(here: SequelTrack, heading: str) -> None:
    """As a phone of the host does."""
    (gift,) = (one for one in EXERCISE.phone(context(here, "phone")).data["gifts"]
               if one["key"] == key_of(here))  # fmt: skip
    note = next(one for one in gift["notes"] if one["heading"].startswith(heading))
    sent = {part: note[part] for part in ("note", "words", "photo")}
    put(here.store, here.sequels, here.houses[0], slot(key_of(here), "note"), sent)


def shown(here: SequelTrack) -> tuple[str, str]:
    gift = EXERCISE.screen(context(here, "screen")).data["now"]["gift"]
    return gift["heading"], gift["photo"]


def test_only_who_received_it_is_offered_the_photo(here: SequelTrack) -> None:
    own, other = context(here, "phone"), context(here, "phone", 2)
    assert EXERCISE.photos(own) == {photo_of(here)}
    assert photo_of(here) in str(EXERCISE.phone(own).data)
    assert not EXERCISE.photos(other) and photo_of(here) not in str(EXERCISE.phone(other).data)


def test_the_screen_has_the_photo_while_its_sequel_is_told(here: SequelTrack) -> None:
    chooses(here, "Een foto")
    tells(here, 0, "")
    assert not EXERCISE.photos(context(here, "screen"))
    tells(here, 0, key_of(here))
    assert shown(here) == ("Een foto van ons bezoek", photo_of(here))
    assert EXERCISE.photos(context(here, "screen")) == {photo_of(here)}
    tells(here, 0, "", key_of(here))
    assert not EXERCISE.photos(context(here, "screen"))
    assert EXERCISE.photos(context(here, "console")) == {photo_of(here)}


def test_another_note_takes_its_place(here: SequelTrack) -> None:
    chooses(here, "Een foto")
    chooses(here, "Dit waardeer ik")
    tells(here, 0, key_of(here))
    assert shown(here)[1] == "" and LIKED in str(EXERCISE.screen(context(here, "screen")).data)
    assert not EXERCISE.photos(context(here, "screen"))


def test_a_photo_that_is_taken_back_leaves_the_sentence(here: SequelTrack) -> None:
    chooses(here, "Een foto")
    tells(here, 0, key_of(here))
    assert here.photo is not None
    notebook.share(here.store, here.photo.person, here.photo.note, shared=False)
    assert shown(here) == ("", "")
    assert "Ze staat er." in str(EXERCISE.screen(context(here, "screen")).data)
    for role in ("phone", "screen", "console"):
        assert not EXERCISE.photos(context(here, role))
        assert not context(here, role).told_notes


def test_documents_and_export_have_the_photo_that_was_told(here: SequelTrack) -> None:
    chooses(here, "Een foto")
    console = context(here, "console")
    assert not list(EXERCISE.files(console))
    tells(here, 0, key_of(here))
    console = context(here, "console")
    (file,) = EXERCISE.files(console)
    assert (file.picture, file.noted) == (photo_of(here), True)
    (picture,) = EXERCISE.pictures(console)
    assert "data:image/jpeg;base64," in picture.svg
    made = zipfile.ZipFile(BytesIO(archive.meeting_zip(here.store, here.meeting)))
    assert [name for name in made.namelist() if name.endswith(".jpg")]


def test_photos_of_one_gift_are_told_apart() -> None:
    one, two = (replace(WORDS, heading="Foto", text="", photo=photo) for photo in ("p1", "p2"))
    assert headings([WORDS, one, two]) == [WORDS.heading, "Foto (1)", "Foto (2)"]
    assert headings([WORDS, one]) == [WORDS.heading, "Foto"]

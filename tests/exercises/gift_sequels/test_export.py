"""A sequel that was written and never told: out with everything once the exercise was closed, as
far as its organisation lets it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from exercises.engine import moment, running
from exercises.gift_sequels import EXERCISE
from exercises.gift_sequels.model import PARTS, slot
from report.data import archive
from state import restrictions
from state.database import Store
from state.restrictions import Thing
from tests.exercises.gift_sequels.sample import said
from tests.report.data.travelling import taken_out
from tests.sequel_track import SequelTrack, put, sequel_track, tells

TOLD, LATE = "De bank staat er sinds oktober.", "Dit kwam niet aan bod."


@pytest.fixture
def here(tmp_path: Path) -> Iterator[SequelTrack]:
    """The first organisation told of one of its two gifts."""
    store = Store(tmp_path)
    found = sequel_track(store)
    for gift, text, giver in (("v1", TOLD, 1), ("v2", LATE, 2)):
        key = f"{found.exchange}:{gift}"
        put(
            store, found.sequels, found.houses[0], slot(key, "text"),
            said(text, found.houses[giver]),
        )  # fmt: skip
    found.goes_to("tell")
    tells(found, 0, f"{found.exchange}:v1")
    yield found
    store.close()


def read(here: SequelTrack, *, outside: bool = False) -> str:
    """What documents say, for the group or for readers outside it."""
    with here.store.read() as db:
        there = moment.at(here.store, db, here.meeting)
        if outside:
            there = moment.alone(db, here.meeting, outside=True)
        activity = there.room.activity(here.sequels)
        assert activity is not None
        context = there.context(activity, "console")
        return str([*EXERCISE.report(context), *EXERCISE.rows(context)])


def taken(here: SequelTrack) -> str:
    """The answers and tables that leave with the track and with the meeting."""
    with here.store.read() as db:
        track = moment.at(here.store, db, here.meeting).room.track.id
    texts = []
    for content in (
        taken_out(here.store, track),
        BytesIO(archive.meeting_zip(here.store, here.meeting)),
    ):
        with zipfile.ZipFile(content) as found:
            texts += [
                found.read(name).decode("utf-8", "replace")
                for name in found.namelist() if name.endswith((".json", ".csv", ".db"))
            ]  # fmt: skip
    return "".join(texts)


def restrict(here: SequelTrack, place: str) -> None:
    key = f"{here.exchange}:v2"
    thing = Thing(here.sequels, here.houses[0], tuple(slot(key, part) for part in PARTS))
    with here.store.read() as db:
        there = moment.at(here.store, db, here.meeting)
    person = there.known_people[0].id
    restrictions.choose(here.store, there.room.track.id, person, [thing], place, "names")


def test_it_stays_within_until_the_exercise_is_closed(here: SequelTrack) -> None:
    assert TOLD in read(here) and LATE not in read(here)
    assert TOLD in taken(here) and LATE not in taken(here)
    running.close(here.store, here.sequels)
    assert LATE in read(here) and LATE in read(here, outside=True)
    assert LATE in taken(here)
    running.start(here.store, here.sequels)
    assert LATE not in read(here)


def test_who_keeps_it_within_the_group_or_to_themselves_is_obeyed(here: SequelTrack) -> None:
    running.close(here.store, here.sequels)
    restrict(here, "group")
    assert LATE in read(here) and LATE not in read(here, outside=True)
    restrict(here, "self")
    assert LATE not in read(here) and LATE not in taken(here) and TOLD in taken(here)

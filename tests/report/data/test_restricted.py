"""What people keep to themselves is in nothing that comes out; what they only restrict travels."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator

import pytest

from exercises.engine import moment, stored
from report.data import archive
from state import meetings, restrictions, tracks
from state.database import Store
from state.restrictions import Place, Thing
from tests.full_track import full_track
from tests.report.data.travelling import read_in, taken_out


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """A full track, in which every text that somebody wrote ends with a word of its own."""
    store = Store(tmp_path_factory.mktemp("full"))
    track = full_track(store, photos=1)
    with store.write() as db:
        for table in ("contribution", "contribution_history"):
            for number, payload in db.conn.execute(f"SELECT id, payload FROM {table}").fetchall():
                made = json.loads(payload)
                if made.get("text") and not made.get("long"):
                    # The same words are marked alike: consent and marks hold for words.
                    made["text"] += f" wqx{abs(hash(made['text'])):x}xqw"
                    db.conn.execute(
                        f"UPDATE {table} SET payload = ? WHERE id = ?", [json.dumps(made), number]
                    )
        restrictions.changed(db, track)
    yield store, track
    store.close()


def restrict_all(store: Store, track: str, place: Place) -> set[str]:
    """Everybody restricts everything; gives the words that were planted in it."""
    planted: set[str] = set()
    for meeting in meetings.of_track(store, track):
        with store.read() as db:
            here = moment.at(store, db, meeting.id)
            found = [
                (person, activity, one)
                for activity in here.room.exercises
                for person in here.members.values()
                if (own := stored.exercise_of(activity).own_answers) is not None
                for one in own(here.context(activity, "phone", person))
                if one.choice is None
            ]
            for _person, activity, one in found:
                given = here.answers(activity).by_author.get(one.author, {})
                texts = [given[slot].payload.get("text", "") for slot in one.slots if slot in given]
                planted |= {text.rsplit(" ", 1)[-1] for text in texts if "wqx" in text}
        for person, activity, one in found:
            thing = Thing(activity.id, one.author, one.slots)
            restrictions.choose(store, track, person.id, [thing], place, "names")
    return planted


def members(content: bytes) -> dict[str, bytes]:
    """All that is in a ZIP, also in the ZIPs (workbooks) in it."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        for name in opened.namelist():
            found[name] = opened.read(name)
            if name.endswith(".xlsx"):
                inner = members(found[name])
                found |= {f"{name}/{key}": value for key, value in inner.items()}
    return found


def test_what_is_kept_is_in_no_export(held: tuple[Store, str]) -> None:
    store, track = held
    planted = restrict_all(store, track, "self")
    assert len(planted) > 30
    files = members(b"".join(archive.stream_track(store, track)))
    for meeting in meetings.of_track(store, track):
        more = members(archive.meeting_zip(store, meeting.id))
        files |= {f"{meeting.id}/{name}": content for name, content in more.items()}
    files["json"] = archive.track_json(store, track)
    leaks = {
        (name, word) for name, content in files.items() for word in planted
        if word.encode() in content
    }  # fmt: skip
    assert not leaks, sorted(leaks)[:10]


def test_the_other_choices_travel(held: tuple[Store, str], empty: Store) -> None:
    store, track = held
    restrict_all(store, track, "group")
    restrictions.print_on(store, track, "2030-10-01")
    before = chosen(store, track)
    again = read_in(empty, taken_out(store, track))
    assert before and chosen(empty, again) == before
    assert tracks.track(empty, again).print_day == "2030-10-01"
    # A copy beside it has ids and aliases of its own.
    copy = read_in(empty, taken_out(store, track), as_copy=True)
    assert len(chosen(empty, copy)) == len(before)
    assert {one[2:] for one in chosen(empty, copy)} == {one[2:] for one in before}


def chosen(store: Store, track: str) -> list[tuple[str, str, str, str]]:
    with store.read() as db:
        found = restrictions.of_track(db, track)
    return sorted((one.author, one.slot, one.kind, one.limit.place) for one in found)

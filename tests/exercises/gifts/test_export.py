"""What leaves the laptop: every note and drawing of unwrapped gifts, and nothing of the others."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from exercises import example
from exercises.contract import Homework
from exercises.engine import flow, moment, running, stored
from exercises.gifts import EXERCISE
from exercises.gifts import config_visits as visits
from exercises.kit.drawing import finger_drawing as drawing
from exercises.kit.drawing.finger_drawing import Stroke, encode
from report.data.archive import meeting_zip
from state import contributions, homework, meetings, people, tracks
from state.database import FILE_NAME, Store
from state.problems import Refused
from tests.exercises.gifts.rooms import on_table
from tests.live_pages import console_data, phone_data, screen_data

LINE = encode([Stroke("i", "1", ((3, 4), (900, 500)))])
SECRET, OPEN, EARLIER = "GEHEIM-briefje", "OPEN-briefje", "EERDER-briefje"


def test_rows_and_pictures_hold_all_of_an_unwrapped_gift() -> None:
    play = on_table("fill")
    play.does("o1x", "a.wrap", {"wrapped": False})
    play.does("o1x", "a.draw", {"items": LINE, "text": "<b>tafel</b> 👋"})
    play.does("o1x", "a.wrap", {"wrapped": True})
    play.go("unwrap")
    assert list(EXERCISE.rows(play.context("console"))) == []
    assert list(EXERCISE.pictures(play.context("console"))) == []
    play.does("o2x", "a.open", {"open": True})
    play.does("o2x", "a.question", {"text": "Hoe?"})
    play.does("o2x", "a.share", {"text": "Zo."})
    context = replace(play.context("console"), noted=lambda: {"a": "Stil."})
    rows = list(EXERCISE.rows(context))
    assert [(row["what"], row["text"], row["person"]) for row in rows] == [
        ("briefje", "van x", "x-o1"), ("briefje", "van y", "y-o1"),
        ("briefje", "<b>tafel</b> 👋", "x-o1"),
        ("vraag", "Hoe?", ""), ("gedeeld", "Zo.", ""), ("notitie", "Stil.", ""),
    ]  # fmt: skip
    pictures = {picture.name: picture.svg for picture in EXERCISE.pictures(context)}
    assert list(pictures) == ["tafel", rows[2]["drawing"]]
    assert drawing.path(((3, 4), (900, 500))) in pictures[rows[2]["drawing"]]
    for svg in pictures.values():
        ElementTree.fromstring(svg)
    assert "terug" not in json.dumps(rows) + "".join(pictures.values())


@pytest.mark.parametrize("version", ["now", "earlier"])
def test_an_unwrapped_gift_of_a_removed_visit_stays_in_the_export(version: str) -> None:
    play = on_table("unwrap")
    play.does("o2x", "a.open", {"open": True})
    before = list(EXERCISE.rows(play.context("console")))
    play.config = visits.without(play.config, "a", {"a"} if version == "now" else ())
    assert before and list(EXERCISE.rows(play.context("console"))) == before
    assert "a" not in play.view.gifts
    assert play.context("screen").view.removed == {}
    shut = next(one for one in play.stored.values() if one.slot.startswith("c."))
    play.config = visits.without(play.config, "c", {"c"})
    assert all(row in before for row in EXERCISE.rows(play.context("console")))
    assert EXERCISE.sealed is not None and EXERCISE.sealed(play.view, shut)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def filled(store: Store) -> tuple[str, str]:
    """A meeting with one unwrapped gift, and one that is still wrapped."""
    track = example.make(store)
    meeting = next(m for m in meetings.of_track(store, track) if "uitwisseling" in m.title)
    meetings.open_doors(store, meeting.id)
    room = meetings.room(store, meeting.id)
    activity = next(item for item in room.agenda if item.kind == "gifts")
    organisations = {item.name: item.id for item in tracks.organisations(store, track)}
    who = {}
    for person in tracks.people(store, track):
        if person.name in ("Samir", "Ayşe", "Marleen"):
            people.let_in(store, meeting.id, person.id)
            who[person.name] = person.id
    visits = {(v.visitor, v.host): v.key for v in stored.config_of(activity).giving}
    opened = visits[organisations["De Regenton"], organisations["Kattenstaart"]]
    shut = visits[organisations["De Vensterbank"], organisations["De Regenton"]]
    running.start(store, activity.id)

    def send(name: str, slot: str, payload: object) -> None:
        running.send(
            store, room, activity.id, who[name], slot, payload, f"{name}.{slot}.{payload}"[:150]
        )

    for text in (EARLIER, OPEN):
        send("Samir", f"{opened}.like", {"text": text})
    send("Marleen", f"{shut}.like", {"text": SECRET})
    send("Marleen", f"{shut}.draw", {"items": LINE, "text": SECRET})
    send("Samir", f"{opened}.wrap", {"wrapped": True})
    send("Marleen", f"{shut}.wrap", {"wrapped": True})

    def to_unwrap(ex, config, phase):  # type: ignore[no-untyped-def]
        return flow.go_to(ex, config, phase, flow.position(phase), 0, "unwrap")

    running.change_phase(store, activity.id, to_unwrap)
    send("Ayşe", f"{opened}.open", {"open": True})
    return meeting.id, activity.id


def test_the_export_of_a_meeting_holds_nothing_that_is_sealed(store: Store) -> None:
    meeting, activity = filled(store)
    packed = meeting_zip(store, meeting)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        everything = {name: archive.read(name) for name in archive.namelist()}
    for word in (SECRET, EARLIER):
        assert [name for name, content in everything.items() if word.encode() in content] == []
    with_open = [name for name, content in everything.items() if OPEN.encode() in content]
    assert FILE_NAME in with_open
    assert any(name.endswith("antwoorden.csv") for name in with_open)
    assert any(name.endswith("verloop.csv") for name in with_open)
    # Only the copy is stripped.
    assert SECRET in json.dumps(contributions.history(store, activity))


def test_what_was_sealed_stays_so_when_the_exercise_is_taken_away(
    store: Store, tmp_path: Path
) -> None:
    meeting, activity = filled(store)
    meetings.remove_activity(store, activity, "Cadeautjestijd")
    with zipfile.ZipFile(io.BytesIO(meeting_zip(store, meeting))) as archive:
        copy = archive.read(FILE_NAME)
    assert SECRET.encode() not in copy
    file = tmp_path / "copy.db"
    file.write_bytes(copy)
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT count(*) FROM contribution").fetchone() == (0,)


def test_a_gift_that_stayed_closed_is_opened_at_home_by_its_host_alone(store: Store) -> None:
    meeting, activity = filled(store)
    room = meetings.room(store, meeting)
    who = {one.person.name: one.person.id for one in people.attendees(store, meeting)}
    found = room.activity(activity)
    assert found is not None
    shut = next(
        one for one in stored.config_of(found).giving
        if one.visitor == tracks_organisation(store, room.track.id, "De Vensterbank")
        and one.host == tracks_organisation(store, room.track.id, "De Regenton")
    ).key  # fmt: skip
    running.close(store, activity)
    meetings.close(store, meeting)
    homework.allow(store, activity, True)

    def at_home(name: str, slot: str, payload: object) -> None:
        running.send(
            store, meetings.room(store, meeting), activity, who[name], slot, payload,
            f"home.{name}.{slot}", at_home=True,
        )  # fmt: skip

    with pytest.raises(Refused):
        at_home("Ayşe", f"{shut}.open", {"open": True})
    assert SECRET not in home_page(store, meeting, who["Samir"])
    assert SECRET.encode() not in b"".join(unpacked(store, meeting).values())
    at_home("Samir", f"{shut}.open", {"open": True})
    assert SECRET not in home_page(store, meeting, who["Samir"]), "no page was turned"
    at_home("Samir", f"{shut}.page", {"at": 1})
    assert SECRET in home_page(store, meeting, who["Samir"])
    assert SECRET not in home_page(store, meeting, who["Ayşe"])
    rows = next(text for name, text in unpacked(store, meeting).items() if "antwoorden" in name
                and SECRET.encode() in text)  # fmt: skip
    assert OPEN.encode() in rows


def tracks_organisation(store: Store, track: str, name: str) -> str:
    return next(one.id for one in tracks.organisations(store, track) if one.name == name)


def unpacked(store: Store, meeting: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(meeting_zip(store, meeting))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def home_page(store: Store, meeting: str, person: str) -> str:
    """What the phone of somebody at home is sent."""
    with store.read() as db:
        here = moment.at(store, db, meeting)
        activity = next(one for one in here.room.agenda if one.kind == "gifts")
        context = here.context(activity, "phone", here.members[person], Homework())
        return json.dumps(EXERCISE.phone(context).data, default=str)


def test_on_the_wire_nobody_gets_what_is_wrapped_and_the_host_only_what_is_read(
    store: Store,
) -> None:
    meeting, activity = filled(store)
    sent = wire(store, meeting)
    assert set(sent) == {"Samir", "Ayşe", "Marleen", "screen", "console"}
    for text in sent.values():
        assert SECRET not in text and EARLIER not in text and OPEN not in text
    room = meetings.room(store, meeting)
    gifts = next(item for item in room.agenda if item.kind == "gifts")
    key = next(visit.key for visit in stored.config_of(gifts).giving)
    people_ = {one.person.name: one.person.id for one in people.attendees(store, meeting)}
    running.send(store, room, activity, people_["Ayşe"], f"{key}.page", {"at": 1}, "lees")
    sent = wire(store, meeting)
    assert {who for who, text in sent.items() if OPEN in text} == {"Ayşe", "screen", "console"}


def wire(store: Store, meeting_id: str) -> dict[str, str]:
    """What each browser is sent, by who looks at it."""
    room = meetings.room(store, meeting_id)
    sent = {
        one.person.name: phone_data(store, room.meeting, one.person)
        for one in people.attendees(store, meeting_id)
    }
    sent["screen"] = screen_data(store, room.meeting)
    sent["console"] = console_data(store, room.meeting)
    return {who: json.dumps(data, ensure_ascii=False) for who, data in sent.items()}

"""Photos of a notebook in a gift: only shared ones of a visit to its host, and as secret as it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.contract import NotebookEntry, TrackVisit
from exercises.gifts import EXERCISE
from exercises.results import GiftNote
from tests.exercises.gifts.rooms import WRAP, Play

VISITS = (
    TrackVisit("v1", host="o2", visitor="o1", state="done", announced=True),
    TrackVisit("v2", host="o3", visitor="o1", state="done", announced=True),
)


def entry(key: str, visit: str = "v1", **more: Any) -> NotebookEntry:
    made = NotebookEntry(
        key, visit, "o1y", f"client-{key}", "note", "De keuken.", None, None, "", True,
        "2026-11-20", "2026-11-20T10:00:00", tuple(f"{key}-p{n}" for n in range(1, 5)),
    )  # fmt: skip
    return replace(made, **more)


def play(*notes: NotebookEntry) -> Play:
    return Play(visits=VISITS, notes=notes or (entry("n1"),))


def put(photo: str) -> tuple[str, dict[str, str]]:
    return f"a.photo-{photo}", {"photo": photo}


def test_a_shared_photo_goes_in_and_comes_out() -> None:
    room = play()
    room.does("o1x", *put("n1-p1"))
    (note,) = room.view.gifts["a"].notes
    assert (note.person, note.kind, note.photo, note.noted) == ("o1x", "photo", "n1-p1", "n1")
    assert room.view.gifts["a"].count == 1
    room.does("o1x", "a.photo-n1-p1", {"photo": ""})
    assert room.view.gifts["a"].count == 0


def test_what_is_not_shared_or_of_another_visit_does_not_go_in() -> None:
    room = play(
        entry("n1", shared=False), entry("n2", "v2"), entry("n3", kind="quote", consent="no")
    )
    for photo in ("n1-p1", "n2-p1", "n3-p1", "unknown"):
        assert "niet gedeeld" in room.refused("o1x", *put(photo))
    for payload in ({"photo": "n1-p2"}, {"photo": None}, {}, {"photo": ["n1-p1"]}):
        assert "niet te lezen" in room.refused("o1x", "a.photo-n1-p1", payload)


def test_only_who_fills_it_as_long_as_it_is_open_and_three_at_most() -> None:
    room = play()
    assert "anderen" in room.refused("o2x", *put("n1-p1"))
    for n in (1, 2, 3):
        room.does("o1x", *put(f"n1-p{n}"))
    room.does("o1x", *put("n1-p1"))
    assert "Meer dan 3" in room.refused("o1x", *put("n1-p4"))
    room.does("o1y", *put("n1-p4"))
    room.does("o1x", "a.wrap", WRAP)
    assert "ingepakt" in room.refused("o1x", *put("n1-p1"))


def test_nobody_reads_that_it_is_in_before_the_host_unwraps() -> None:
    room = play()
    room.does("o1x", *put("n1-p1"))
    assert EXERCISE.photos(room.context("phone", "o1x")) == {"n1-p1"}
    room.does("o1x", "a.wrap", WRAP)
    room.go("unwrap")
    readers: list[Any] = [
        room.context("screen"), room.context("console"), room.context("phone", "o1y"),
        room.context("phone", "o2x"),
    ]  # fmt: skip
    for context in readers:
        assert not EXERCISE.photos(context) and not EXERCISE.tells(context)  # type: ignore[misc]
        assert not context.told_notes
    first = next(iter(room.stored.values()))
    assert EXERCISE.sealed is not None and EXERCISE.sealed(room.view, first)
    room.does("o2x", "a.open", {"open": True})
    assert not EXERCISE.photos(room.context("phone", "o2x"))
    room.does("o2x", "a.page", {"at": 1})
    for context in (room.context("phone", "o2x"), room.context("screen")):
        assert EXERCISE.photos(context) == {"n1-p1"}
    assert not EXERCISE.photos(room.context("phone", "o3x"))
    assert EXERCISE.screen(room.context("screen")).data["now"]["note"]["photo"] == "n1-p1"


def test_a_photo_that_is_taken_back_is_said_to_be() -> None:
    room = play()
    room.does("o1x", *put("n1-p1"))
    room.does("o1x", "a.wrap", WRAP)
    room.go("unwrap")
    room.does("o2x", "a.open", {"open": True})
    room.does("o2x", "a.page", {"at": 1})
    (told,) = EXERCISE.files(room.context("console"))
    assert told.picture == "n1-p1" and told.noted
    room.notes = (entry("n1", shared=False),)
    note = EXERCISE.screen(room.context("screen")).data["now"]["note"]
    assert note["photo"] == "" and "teruggenomen" in note["text"]
    assert not list(EXERCISE.files(room.context("console")))


def test_a_photo_is_given_on_as_a_note_of_its_gift() -> None:
    room = play()
    room.does("o1x", *put("n1-p1"))
    room.does("o1x", "a.like", {"text": "Fijn."})
    room.does("o1x", "a.wrap", WRAP)
    room.go("unwrap")
    for part, payload in (("open", {"open": True}), ("done", {"done": True})):
        room.does("o2x", f"a.{part}", payload)
    assert EXERCISE.results is not None
    found = [one for one in EXERCISE.results(room.config, room.view) if isinstance(one, GiftNote)]
    assert [(one.text, one.photo, one.noted) for one in found] == [
        ("Fijn.", "", ""), ("", "n1-p1", "n1")
    ]  # fmt: skip
    assert len({one.note for one in found}) == len(found)

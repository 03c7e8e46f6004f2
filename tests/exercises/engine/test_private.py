"""What is private from before reaches a phone only once it showed whose it is: as sent."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from exercises.contract import Json
from state import meetings, notebook, people, phones, tracks, visits
from state.database import Store
from state.models import TrackVisit
from state.notebook import NoteDraft
from state.phones import DoorProof
from tests.exercises.engine.held import HeldTrack
from tests.live_pages import phone_data, phone_seat


@pytest.fixture
def held(store: Store) -> HeldTrack:
    """A track without meetings."""
    return HeldTrack.of(store)


def page(held: HeldTrack, meeting: str, token: str) -> Json:
    with held.store.read() as db:
        person = people.person_of_device(db, meeting, token)
    assert person is not None
    return phone_data(held.store, meetings.room(held.store, meeting).meeting, person, token)


def text(held: HeldTrack, meeting: str, token: str) -> str:
    return json.dumps(page(held, meeting, token), ensure_ascii=False)


def sheets(held: HeldTrack) -> str:
    """The sheet of an organisation that wrote on it in the first meeting, empty in a second one,
    which it gives."""
    first = held.meets("Eerste", "2026-01-01")
    an = held.joins(first, "An")
    activity = held.begins(first, "organisation_sheet")
    slot = _first_slot(page(held, first, "An")["scene"]["data"])
    held.says(activity, held.parties[0], slot, "VAN VROEGER", by=an)
    meetings.close(held.store, first)
    second = held.meets("Tweede", "2026-02-01")
    held.begins(second, "organisation_sheet")
    return second


def _first_slot(found: object) -> str:
    """The slot of the first field for words in what a phone is sent."""
    if isinstance(found, dict):
        if found.get("kind") == "text" and isinstance(found.get("slot"), str):
            return str(found["slot"])
        found = list(found.values())
    if isinstance(found, list):
        return next((slot for one in found if (slot := _first_slot(one))), "")
    return ""


def test_what_the_organisation_wrote_before_waits_until_the_phone_is_known(
    held: HeldTrack,
) -> None:
    second = sheets(held)
    people.join(held.store, second, "van An", held.parties[0], "An")
    nieuw = people.join(held.store, second, "van Nieuw", held.parties[0], "Nieuw")
    for token in ("van An", "van Nieuw"):
        assert "VAN VROEGER" not in text(held, second, token)
        assert page(held, second, token)["withheld"]
    phones.confirm_all(held.store, second)
    assert "VAN VROEGER" in text(held, second, "van An")
    assert "VAN VROEGER" not in text(held, second, "van Nieuw")
    people.settle_takeover(held.store, second, nieuw)
    assert "VAN VROEGER" in text(held, second, "van Nieuw")


def test_a_colleague_with_a_phone_of_an_earlier_meeting_reads_it_at_once(held: HeldTrack) -> None:
    second = sheets(held)
    proof = DoorProof(("An",))
    people.join(held.store, second, "van An", held.parties[0], "An", proof=proof)
    assert "VAN VROEGER" in text(held, second, "van An")
    assert not page(held, second, "van An")["withheld"]


def gifts_after_a_visit(held: HeldTrack) -> str:
    """Gifts in a second meeting, which it gives: An noted something on the visit, and shared it."""
    first = held.meets("Eerste", "2026-01-01")
    an = held.joins(first, "An")
    meetings.close(held.store, first)
    made = TrackVisit(
        "", host=held.parties[1], visitor=held.parties[0], announced=True, state="done"
    )
    visit = replace(made, id=visits.add(held.store, held.track, made))
    note = notebook.put(held.store, visit, an, "note-one", NoteDraft("UIT HET SCHRIFTJE"))
    notebook.share(held.store, an, note, True)
    second = held.meets("Tweede", "2026-02-01")
    held.begins(second, "gifts")
    return second


def test_notes_of_a_visit_wait_until_the_phone_is_known(held: HeldTrack) -> None:
    second = gifts_after_a_visit(held)
    tracks.add_person(held.store, held.parties[0], "Rita")
    for name in ("An", "Rita", "Nieuw"):
        people.join(held.store, second, f"van {name}", held.parties[0], name)
        assert "UIT HET SCHRIFTJE" not in text(held, second, f"van {name}")
        assert page(held, second, f"van {name}")["withheld"]
    phones.confirm_all(held.store, second)
    for name in ("An", "Rita"):
        assert "UIT HET SCHRIFTJE" in text(held, second, f"van {name}")
        assert not page(held, second, f"van {name}")["withheld"]


def test_a_phone_that_took_a_name_over_is_given_no_notes_either(held: HeldTrack) -> None:
    second = gifts_after_a_visit(held)
    proof = DoorProof(("An",))
    people.join(held.store, second, "van An", held.parties[0], "An", proof=proof)
    assert "UIT HET SCHRIFTJE" in text(held, second, "van An")
    people.join(held.store, second, "vreemd", held.parties[0], "An", take_over=True)
    assert "UIT HET SCHRIFTJE" not in text(held, second, "vreemd")


def test_without_anything_from_before_nobody_is_told_to_ask(held: HeldTrack) -> None:
    first = held.meets("Eerste", "2026-01-01")
    held.joins(first, "An")
    meetings.close(held.store, first)
    second = held.meets("Tweede", "2026-02-01")
    held.begins(second, "line")
    people.join(held.store, second, "vreemd", held.parties[0], "An")
    assert not page(held, second, "vreemd")["withheld"]


def test_what_a_phone_wrote_in_this_meeting_is_its_own(held: HeldTrack) -> None:
    first = held.meets("Eerste", "2026-01-01")
    held.joins(first, "An")
    second = held.meets("Tweede", "2026-02-01")
    held.begins(second, "line")
    people.join(held.store, second, "vreemd", held.parties[0], "An")
    room = meetings.room(held.store, second)
    seat = phone_seat(held.store, room.meeting, "vreemd")
    assert room.current is not None
    held.goes_to(room.current.id, "choose")
    message = {"kind": "answer", "id": "m.1", "activity": room.current.id, "slot": "s1.1",
               "payload": {"at": 0.25}}  # fmt: skip
    seat.receive(message)
    people.leave(held.store, second, "vreemd")
    people.join(held.store, second, "vreemd", held.parties[0], "An")
    assert page(held, second, "vreemd")["scene"]["data"]["at"] == 0.25


def test_a_visit_without_notes_gives_nothing_to_ask_for(held: HeldTrack) -> None:
    made = TrackVisit("", host=held.parties[1], visitor=held.parties[0], state="done")
    visits.add(held.store, held.track, made)
    first = held.meets("Eerste", "2026-01-01")
    held.joins(first, "An")
    second = held.meets("Tweede", "2026-02-01")
    held.begins(second, "lenses")
    people.join(held.store, second, "vreemd", held.parties[0], "An")
    assert not page(held, second, "vreemd")["withheld"]


def wrapped_by_the_first_phone(held: HeldTrack, *, wrapped: bool = True) -> tuple[str, str, str]:
    """A gift with a note of An; a second phone took the name over. Meeting, activity and gift."""
    made = TrackVisit(
        "", host=held.parties[1], visitor=held.parties[0], announced=True, state="done"
    )
    gift = visits.add(held.store, held.track, made)
    meeting = held.meets("Eerste", "2026-01-01")
    an = held.joins(meeting, "An")
    activity = held.begins(meeting, "gifts")
    held.says(activity, an, f"{gift}.like", "STIL BRIEFJE")
    if wrapped:
        looks = {"wrapped": True, "paper": "dots", "ribbon": "red"}
        held.says(activity, held.parties[0], f"{gift}.wrap", looks, by=an)
    people.join(held.store, meeting, "vreemd", held.parties[0], "An", take_over=True)
    return meeting, activity, gift


def test_a_gift_of_the_first_phone_is_told_as_wrapped_without_its_words(held: HeldTrack) -> None:
    meeting, activity, gift = wrapped_by_the_first_phone(held)
    shown = page(held, meeting, "vreemd")["scene"]["data"]["mine"][0]
    assert (shown["state"], shown["wrapper"], shown["count"]) == ("wrapped", "An", 1)
    assert "STIL BRIEFJE" not in text(held, meeting, "vreemd")
    seat = phone_seat(held.store, meetings.room(held.store, meeting).meeting, "vreemd")
    seat.receive({"kind": "answer", "id": "m.1", "activity": activity, "slot": f"{gift}.wrap",
                  "payload": {"wrapped": False}})  # fmt: skip
    assert page(held, meeting, "vreemd")["scene"]["data"]["mine"][0]["state"] == "empty"


def test_of_a_gift_of_the_first_phone_nothing_is_offered_that_is_refused(held: HeldTrack) -> None:
    meeting, activity, _gift = wrapped_by_the_first_phone(held, wrapped=False)
    found = page(held, meeting, "vreemd")
    shown = found["scene"]["data"]["mine"][0]
    assert (shown["state"], shown["count"]) == ("empty", 1)
    slots = [kind["slot"] for kind in shown["kinds"]]
    assert slots and not any(slot.endswith(".like") for slot in slots)
    assert "STIL BRIEFJE" not in json.dumps(found, ensure_ascii=False)
    seat = phone_seat(held.store, meetings.room(held.store, meeting).meeting, "vreemd")
    for number, slot in enumerate(slots):
        if not slot.endswith(".draw"):
            seat.receive({"kind": "answer", "id": f"m.{number}", "activity": activity,
                          "slot": slot, "payload": {"text": "van de tweede"}})  # fmt: skip
    people.settle_takeover(held.store, meeting, held.people["An"])
    assert "STIL BRIEFJE" in text(held, meeting, "vreemd")


def test_the_plan_of_an_earlier_meeting_waits_until_it_is_shown_or_the_phone_is_known(
    held: HeldTrack,
) -> None:
    first = held.meets("Eerste", "2026-01-01")
    an = held.joins(first, "An")
    before = held.begins(first, "actions")
    held.says(before, held.parties[0], "sheet.what1", "PLAN VAN VROEGER", by=an)
    meetings.close(held.store, first)
    second = held.meets("Tweede", "2026-02-01")
    activity = held.begins(second, "actions")
    people.join(held.store, second, "vreemd", held.parties[0], "An")
    assert "PLAN VAN VROEGER" not in text(held, second, "vreemd")
    assert page(held, second, "vreemd")["withheld"]
    held.goes_to(activity, "plan")
    assert "PLAN VAN VROEGER" in text(held, second, "vreemd")
    held.goes_to(activity, "fill")
    phones.confirm_all(held.store, second)
    assert "PLAN VAN VROEGER" in text(held, second, "vreemd")
    assert not page(held, second, "vreemd")["withheld"]

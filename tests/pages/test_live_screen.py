"""What the screen's page is sent of a deck, and that nobody else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exercises import example
from exercises.engine import running
from pages.live import console, phone, screen
from pages.web import assets
from state import meetings, people, tracks
from state.database import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def test_a_deck_travels_to_the_screen_only_and_with_our_addresses(store: Store) -> None:
    meeting = example.kick_off(store, example.make(store))
    meetings.open_doors(store, meeting.id)
    running.start(store, _with_deck(store, meeting.id))
    people.add_by_hand(
        store, meeting.id, tracks.organisations(store, meeting.track_id)[0].id, "An", ""
    )
    sent = screen.data(store, meeting)
    deck = sent["deck"]
    assert deck is not None
    images = [layer["image"] for layer in deck["layers"] if "image" in layer]
    assert images
    assert all(image.startswith(assets.base()) for image in images)
    assert "deck" not in sent["scene"]
    assert "deck" not in console.data(store, meeting, set(), 0, {})["current"]["scene"]
    whose = next(one.person for one in people.attendees(store, meeting.id))
    assert "BitmapLayer" not in json.dumps(phone.data(store, meeting, whose))
    meetings.show_face(store, meeting.id, "pause")
    assert screen.data(store, meeting)["deck"] is None


def test_an_exercise_without_a_deck_gives_none(store: Store) -> None:
    meeting = example.kick_off(store, example.make(store))
    meetings.open_doors(store, meeting.id)
    assert screen.data(store, meeting)["deck"] is None
    first = meetings.room(store, meeting.id).agenda[0]
    running.start(store, first.id)
    assert screen.data(store, meeting)["deck"] is None


def _with_deck(store: Store, meeting_id: str) -> str:
    """The exercise of the kick-off that is drawn by deck.gl."""
    for activity in meetings.room(store, meeting_id).agenda:
        exercise = running.exercise_of(activity)
        if exercise.area == 4:
            return activity.id
    raise AssertionError("the kick-off has no map")

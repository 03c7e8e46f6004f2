"""What the screen is sent: only what the room should see."""

from __future__ import annotations

from exercises.contract import Json
from pages.live import common
from pages.web import addresses
from pages.web.qr import qr, wifi_text
from state import settings, tracks
from state.database import Store
from state.models import Attendee, Meeting, Room

WIFI_NAME = "wifi_name"
WIFI_PASSWORD = "wifi_password"


def data(store: Store, meeting: Meeting) -> Json:
    """Lobby, exercise, pause or goodbye, with a small QR for who comes late."""
    lobby_extras = _way_in(store, meeting)
    expected = len(tracks.people(store, meeting.track_id))
    with store.read() as db:
        reading = common.look(store, db, meeting.id)
        room, present = reading.room, reading.attendees()
        scene = None
        if room.meeting.state == "running" and room.current is not None:
            _context, scene = common.scene(reading, room.current, "screen")
    told = common.meeting_json(room)
    # Names travel only while the lobby shows them: during an exercise they may be hidden.
    welcomed = _people(room, present) if told["state"] == "lobby" else []
    return {
        "meeting": told,
        "lobby": {
            **lobby_extras,
            "people": welcomed,
            "expected": max(expected, len(present)),
            "organisations": [common.organisation_json(item) for item in room.organisations],
        },
        "corner": {"qr": lobby_extras["qr"], "code": meeting.code},
        "scene": scene,
        "revs": reading.revs,
        "bell": common.bell(meeting, "screen", reading.revs),
        "keep": f"screen:{meeting.code}",
    }


def join_url(store: Store, meeting: Meeting) -> str:
    """The address in the QR."""
    return f"{addresses.chosen(store).url}/d/{meeting.code}"


def _way_in(store: Store, meeting: Meeting) -> Json:
    address = addresses.chosen(store)
    name = settings.get(store, WIFI_NAME)
    password = settings.get(store, WIFI_PASSWORD) or ""
    return {
        "qr": qr(join_url(store, meeting)),
        "address": address.shown,
        "code": meeting.code,
        "wifi": {"qr": qr(wifi_text(name, password)), "name": name} if name else None,
    }


def _people(room: Room, present: tuple[Attendee, ...]) -> list[Json]:
    tiles = {item.id: item.tile for item in room.organisations}
    return [
        {
            "id": attendee.person.id, "name": attendee.person.name, "pose": attendee.person.pose,
            "tile": tiles[attendee.person.organisation_id],
        }
        for attendee in present
        if attendee.person.organisation_id in tiles
    ]  # fmt: skip

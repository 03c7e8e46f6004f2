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
    address = addresses.chosen(store)
    code = qr(f"{address.url}/d/{meeting.code}")
    with store.read() as db:
        reading = common.look(store, db, meeting.id)
        room, present = reading.room, reading.attendees()
        expected = tracks.count_people(db, meeting.track_id)
        scene = None
        if room.meeting.state == "running" and room.current is not None:
            _context, scene = common.scene(reading, room.current, "screen")
    told = common.meeting_json(room)
    return {
        "meeting": told,
        # Names travel only while the lobby shows them: during an exercise they may be hidden.
        "lobby": {} if told["state"] == "running" else {
            "qr": code, "code": meeting.code, "address": address.shown, "wifi": _wifi(store),
            "people": _people(room, present) if told["state"] == "lobby" else [],
            "expected": max(expected, len(present)),
            "organisations": [common.organisation_json(item) for item in room.organisations],
        },
        "corner": {"qr": code, "code": meeting.code},
        "scene": scene,
        "revs": reading.revs,
        "bell": common.bell(meeting, "screen", reading.revs),
        "keep": f"screen:{meeting.code}",
    }  # fmt: skip


def _wifi(store: Store) -> Json | None:
    name = settings.get(store, WIFI_NAME)
    password = settings.get(store, WIFI_PASSWORD) or ""
    return {"qr": qr(wifi_text(name, password)), "name": name} if name else None


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

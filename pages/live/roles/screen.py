"""The screen: only what the room should see."""

from __future__ import annotations

from collections.abc import Hashable

from sqlite_utils import Database
from starlette.requests import HTTPConnection

from exercises.contract import Json
from exercises.engine.moment import Moment
from pages.live import scenes
from pages.live.hall import in_hall
from pages.live.seat import Leave, Seat
from pages.web import access, addresses
from pages.web.qr import qr, wifi_text
from state import settings
from state.app import hub, store
from state.database import Store
from state.language import _
from state.listener import ADDRESS, AWAY, SCREEN
from state.live import Hub
from state.models import Meeting
from state.problems import Refused

WIFI_NAME = "wifi_name"
WIFI_PASSWORD = "wifi_password"
# Says that the link of a screen was ended.
CLOSED = "/scherm/dicht"


class ScreenSeat(Seat):
    """The projected page: it shows, and tells no more than whether it keeps the projector awake."""

    role = SCREEN

    def __init__(self, store: Store, hub: Hub, meeting: Meeting) -> None:
        super().__init__(store, meeting)
        self.hub = hub

    @property
    def keep(self) -> str:
        """One name for all screens of a meeting: they keep nothing."""
        return f"screen:{self.meeting.code}"

    @property
    def sender(self) -> Hashable:
        """Nobody: it sends nothing."""
        return self.keep

    def in_memory(self) -> dict[str, int]:
        """Who left, and the address in the QR."""
        numbers = self.hub.in_memory(self.meeting.id)
        return {topic: numbers[topic] for topic in (AWAY, ADDRESS)}

    def data(self, db: Database, moment: Moment) -> Json:
        """The data of the lobby, exercise, pause or goodbye, with a small QR for latecomers."""
        room = moment.room
        if access.screen_key(room.meeting) != access.screen_key(self.meeting):
            # Loaded again, the page is led on to what is open to this browser.
            raise Leave(access.screen_link(self.meeting))
        address = addresses.chosen(self.store)
        code = qr(f"{address.url}/d/{room.meeting.code}")
        told = scenes.meeting_json(room)
        scene, hall = None, in_hall(self.hub, moment)
        if room.meeting.state == "running" and room.current is not None:
            scene = scenes.on_screen(moment, room.current, hall.away)
        return {
            "meeting": told,
            # Names are sent only while the lobby shows them: an exercise may hide who is who.
            "lobby": {} if told["state"] == "running" else {
                "qr": code, "code": room.meeting.code, "address": address.shown,
                "wifi": _wifi(self.store),
                "people": _people(moment) if told["state"] == "lobby" else [],
                "expected": moment.expected,
                "guests": hall.guests if told["state"] == "lobby" else 0,
                "organisations": [
                    scenes.organisation_json(item, room) for item in room.organisations
                ],
            },
            "corner": {"qr": code, "code": room.meeting.code},
            "scene": scene,
        }  # fmt: skip

    def receive(self, message: Json) -> None:
        """Take whether the browser keeps the projector awake; refuse anything else."""
        if message.get("name") == "awake":
            self.hub.tell_awake(self.meeting.id, message["payload"]["value"] is True)
            return
        raise Refused(_("Het scherm neemt niets aan."))


def seat(connection: HTTPConnection, meeting: Meeting) -> Seat:
    """The screen's seat, for who holds the link that the console made (`?s=`); else Leave. With a
    link that was ended, who prepares the meeting is led to the present one."""
    key = connection.query_params.get("s", "")
    if not key:
        raise Leave("/")
    if not access.is_screen(meeting, key):
        mine = access.prepares(store(), connection.cookies, meeting.id)
        raise Leave(access.screen_link(meeting) if mine else CLOSED)
    return ScreenSeat(store(), hub(), meeting)


def _wifi(store: Store) -> Json | None:
    name = settings.get(store, WIFI_NAME)
    password = settings.get(store, WIFI_PASSWORD) or ""
    return {"qr": qr(wifi_text(name, password)), "name": name} if name else None


def _people(moment: Moment) -> list[Json]:
    tiles = {item.id: item.tile for item in moment.room.organisations}
    return [
        {
            "id": attendee.person.id, "name": attendee.person.name, "pose": attendee.person.pose,
            "tile": tiles[attendee.person.organisation_id],
        }
        for attendee in moment.attendees
        if attendee.person.organisation_id in tiles
    ]  # fmt: skip

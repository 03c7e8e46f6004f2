"""The phone of a guest: somebody of no organisation, without a name.

It takes part in exercises that are made for guests; during all others it is told to look at the
screen. Nothing of an exercise without guests is ever made for it.
"""

from __future__ import annotations

import json
from collections.abc import Hashable

from sqlite_utils import Database

from exercises.contract import Json
from exercises.engine import moment as moments
from exercises.engine import running, stored
from exercises.engine.moment import Moment
from pages.live import scenes
from pages.live.seat import Leave, Seat
from state import guests, revisions
from state.database import Store
from state.language import _
from state.latest import Latest
from state.models import Activity, Meeting
from state.problems import Refused

# What stands for any guest in a drawing that guests share.
ANY_GUEST = "guest"
_drawn: Latest[tuple[str, str, str], Json] = Latest(size=512)


class GuestSeat(Seat):
    """The phone that holds `token`, as long as that is a guest's in this meeting."""

    role = "phone"
    guest = True

    def __init__(self, store: Store, meeting: Meeting, token: str, guest_id: str) -> None:
        super().__init__(store, meeting)
        self.token = token
        # By it the hub knows whose phone is connected.
        self.person_id = guest_id
        self.topics = frozenset({"steps", revisions.TABLE, revisions.person(guest_id)})

    @property
    def keep(self) -> str:
        """Of this guest in this meeting."""
        return f"{self.meeting.code}:{self.person_id}"

    @property
    def sender(self) -> Hashable:
        """This phone."""
        return self.token

    def data(self, db: Database, moment: Moment) -> Json:
        """What a guest may see now; Leave when the token is no guest's any more."""
        guest_id = self._guest(db, moment)
        if guest_id is None:
            raise Leave(f"/d/{self.meeting.code}?uit=1")
        return shown(moment, guest_id)

    def _guest(self, db: Database, moment: Moment) -> str | None:
        # Everybody of a hall gets a page after a step; the list of guests was read once for all.
        here = self.person_id in moment.guests
        return self.person_id if here else guests.of_device(db, self.meeting.id, self.token)

    def receive(self, message: Json) -> None:
        """Execute an answer, to an exercise that is made for guests, or leave."""
        with self.store.read() as db:
            guest_id = guests.of_device(db, self.meeting.id, self.token)
            room = moments.at(self.store, db, self.meeting.id).room
        if guest_id is None:
            raise Refused(_("Je bent niet meer binnen. Laad de pagina opnieuw."))
        if message["kind"] == "answer":
            activity = scenes.known_activity(room, message["activity"])
            if not _is_for_guests(activity):
                raise Refused(_("Deze oefening is voor de deelnemers. Kijk mee op het scherm."))
            running.send(
                self.store, room, activity.id, guest_id, message["slot"], message["payload"],
                message["id"],
            )  # fmt: skip
        elif message["name"] == "leave":
            guests.leave(self.store, self.meeting.id, self.token)
        else:
            raise Refused(_("Dit kan niet vanop de gsm van een gast."))


def shown(moment: Moment, guest_id: str) -> Json:
    """The data for the phone of a guest."""
    room = moment.room
    playing = room.meeting.state == "running" and room.current is not None
    scene = None
    if playing and room.current is not None and _is_for_guests(room.current):
        scene = _scene(moment, room.current, guest_id)
    meeting = scenes.meeting_json(room)
    return {
        "me": {"name": "", "function": "", "pose": "staat", "organisation": None},
        "guest": True, "tiles": [], "meeting": meeting, "scene": scene, "home": None,
        "unsettled": False, "disputed": False, "withheld": False, "asked": True, "linked": False,
    }  # fmt: skip


def _scene(moment: Moment, activity: Activity, guest_id: str) -> Json:
    """The scene of a guest, drawn once for all who answered the same, most of them nothing."""
    given = moment.answers(activity).by_author.get(guest_id, {})
    mine = json.dumps({slot: one.payload for slot, one in sorted(given.items())})

    def drawn() -> Json:
        shared = guest_id if given else ANY_GUEST
        return scenes.on_phone(moment, activity, stored.guest(shared))

    # What guests are shown changes by the facilitator's steps, and by what all phones show.
    numbers = moment.numbers
    version = (numbers["steps"], numbers.get(revisions.TABLE, 0), numbers["visits"])
    return _drawn.get((moment.file, activity.id, mine), version, drawn)


def _is_for_guests(activity: Activity) -> bool:
    if activity.is_interlude:
        return False
    return stored.exercise_of(activity).guests

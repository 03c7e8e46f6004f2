"""A participant's phone: its page, and what it may ask."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from contextlib import suppress

from sqlite_utils import Database
from starlette.requests import HTTPConnection

from exercises.contract import Homework, Json, Member
from exercises.engine import moment as moments
from exercises.engine import private, running, stored
from exercises.engine.homework_of import open_at_home
from exercises.engine.moment import Moment
from exercises.engine.private import PhoneGate
from pages.live import scenes
from pages.live.roles.guest import GuestSeat
from pages.live.seat import Leave, Seat
from pages.web.access import device_cookie
from state import (
    attendance,
    disputed,
    guests,
    homework,
    people,
    phones,
    revisions,
    tracks,
    two_people,
)
from state.app import store
from state.database import Store
from state.language import _
from state.models import Meeting, Person, Room
from state.phones import PhoneTrust
from state.problems import Refused, StateError


class PhoneSeat(Seat):
    """The phone that holds `token`, as long as that is somebody's in this meeting."""

    role = "phone"

    def __init__(self, store: Store, meeting: Meeting, token: str, person: Person) -> None:
        super().__init__(store, meeting)
        self.token = token
        self.person_id = person.id
        self._holder: tuple[tuple[int, int], Person] | None = None
        self.topics = frozenset(
            {
                "steps", revisions.TABLE, revisions.party(person.organisation_id),
                revisions.person(person.id),
            }
        )  # fmt: skip

    @property
    def keep(self) -> str:
        """Of this person in this meeting."""
        return self._kept_by(str(self.person_id))

    @property
    def kept_before(self) -> str:
        """Of the person it was until the facilitator said that this is somebody else."""
        with self.store.read() as db:
            before = two_people.known_before_as(db, self.meeting.id, self.token)
        return self._kept_by(before) if before else ""

    def _kept_by(self, person_id: str) -> str:
        return f"{self.meeting.code}:{person_id}"

    @property
    def sender(self) -> Hashable:
        """This phone."""
        return self.token

    def opened(self) -> None:
        """Who went home is back, and is counted again by the exercise that is on."""
        with suppress(StateError):
            if attendance.came_back(self.store, self.meeting.id, str(self.person_id)):
                running.people_changed(self.store, self.meeting.id)

    def data(self, db: Database, moment: Moment) -> Json:
        """The data its person may see now; Leave when the token is nobody's any more."""
        return shown(db, moment, self._person(db, moment), self.token)

    def _person(self, db: Database, moment: Moment) -> Person:
        """Who holds this phone's token, looked up again only after a change of who is here."""
        version = (moment.numbers["people"], moment.numbers["steps"])
        if self._holder is None or self._holder[0] != version:
            person = people.person_of_device(db, self.meeting.id, self.token)
            if person is None:
                raise Leave(way_out(db, self.meeting, self.token))
            if person.id != self.person_id:
                # The facilitator said that this is somebody else of the list: a new page.
                raise Leave(f"/gsm?d={self.meeting.code}")
            self._holder = version, person
        return self._holder[1]

    def receive(self, message: Json) -> None:
        """Execute an answer or an action of this phone's person."""
        with self.store.read() as db:
            person = people.person_of_device(db, self.meeting.id, self.token)
            room = moments.at(self.store, db, self.meeting.id).room
            at_home = bool(homework.device_link(db, self.meeting.id, self.token))
            trust = phones.trust(db, self.meeting.id, self.token)
        if person is None:
            raise Refused(_("Je bent niet meer binnen. Laad de pagina opnieuw."))
        if message["kind"] == "answer":
            activity = scenes.known_activity(room, message["activity"])
            with self.store.read() as db:
                gate = private.gate(db, trust, activity, person.id)
            if gate is not None:
                _check_not_filled_in(gate, str(message["slot"]))
            running.send(
                self.store, room, activity.id, person.id, message["slot"], message["payload"],
                message["id"], at_home=at_home, gate=gate,
            )  # fmt: skip
        elif message["name"] == "rename_me":
            if room.meeting.state != "running" and not at_home:
                raise Refused(
                    _("De bijeenkomst is gedaan. Vraag de begeleider om je naam te verbeteren.")
                )
            if not trust.checked:
                raise Refused(
                    _("Je naam staat zo in heel het traject. Vraag het aan de begeleider.")
                )
            asked = message["payload"]
            tracks.change_person(self.store, person.id, str(asked["name"]), str(asked["function"]))
        elif message["name"] == "leave":
            people.leave(self.store, self.meeting.id, self.token)
        elif message["name"] == "homework":
            activity = scenes.known_activity(room, message["payload"]["activity"])
            homework.choose(self.store, self.meeting.id, self.token, activity.id)
        else:
            raise Refused(_("Dit kan niet vanop een gsm van een deelnemer."))


def _check_not_filled_in(gate: PhoneGate, slot: str) -> None:
    """Refuse to put something over what this phone is not shown."""
    if gate.kept_back is not None and not gate.kept_back.get(slot, True):
        raise Refused(_(
            "Hier schreef je al iets. Het komt terug zodra de begeleider bevestigt dat jij"
            " het bent."
        ))  # fmt: skip


def shown(db: Database, moment: Moment, person: Person, token: str = "") -> Json:
    """The data for a person's phone. Raises Leave when the organisation was removed.

    A phone whose `token` came from a link for at home shows what can be filled in there, as long as
    no exercise runs in the room. One that did not show whose it is (`state.phones`) takes part, and
    is not shown what is private from before.
    """
    room = moment.room
    organisation = room.organisation(person.organisation_id)
    if organisation is None:
        raise Leave(f"/d/{room.meeting.code}")
    me = stored.member(person, organisation, room.short_names[organisation.id])
    scene: Json | None = None
    at_home: Json | None = None
    trust = phones.trust(db, room.meeting.id, token) if token else PhoneTrust()
    withheld = False
    if room.meeting.state == "running" and room.current is not None:
        gate = private.gate(db, trust, room.current, person.id)
        scene = scenes.on_phone(moment, room.current, me, gate=gate)
        withheld = gate is not None and gate.withheld
    elif homework.device_link(db, room.meeting.id, token):
        at_home, scene = _at_home(moment, me, homework.chosen(db, room.meeting.id, token))
    return {
        "me": _me(room, person),
        "guest": False,
        "tiles": sorted({item.tile for item in room.organisations}),
        "meeting": scenes.meeting_json(room),
        "scene": scene,
        "home": at_home,
        "unsettled": trust.since is not None,
        "disputed": disputed.is_disputed(db, room.meeting.id, person.id),
        "withheld": withheld,
        # Whether somebody chose is also theirs.
        "asked": bool(person.consent) or not trust.checked,
        "linked": bool(homework.device_link(db, room.meeting.id, token)),
    }


def seat(connection: HTTPConnection, meeting: Meeting) -> Seat:
    """The seat of a phone, a person's or a guest's, from its cookie; Leave, to the door, for one
    that is nobody's."""
    token = connection.cookies.get(device_cookie(meeting), "")
    with store().read() as db:
        person = people.person_of_device(db, meeting.id, token) if token else None
        guest = guests.of_device(db, meeting.id, token) if token and person is None else None
    if guest is not None:
        return GuestSeat(store(), meeting, token, guest)
    if person is None:
        raise Leave(door_for(connection.cookies, meeting))
    return PhoneSeat(store(), meeting, token, person)


def door_for(cookies: Mapping[str, str], meeting: Meeting) -> str:
    """The address for a phone that nobody joined with, or whose name moved to another phone."""
    token = cookies.get(device_cookie(meeting))
    if token is None:
        return f"/d/{meeting.code}"
    with store().read() as db:
        return way_out(db, meeting, token)


def way_out(db: Database, meeting: Meeting, token: str) -> str:
    """The address for a phone that no longer belongs to anybody."""
    if homework.lost_its_link(db, meeting.id, token):
        # Not a valid link on purpose: it shows the sentence for links that no longer work.
        return "/mijn/voorbij"
    if homework.device_link(db, meeting.id, token):
        # It filled in something at home before the meeting, which is open now.
        return f"/d/{meeting.code}"
    return f"/d/{meeting.code}?uit=1"


def _at_home(moment: Moment, me: Member, chosen: str) -> tuple[Json, Json | None]:
    """What can be filled in at home, and the one that is on: the chosen one, else the first."""
    doing = [one for one, _due in open_at_home(moment)]
    current = next((one for one in doing if one.id == chosen), next(iter(doing), None))
    told = {
        "current": current.id if current else None,
        "all": [{"id": one.id, "title": stored.title_of(one)} for one in doing],
    }
    if current is None:
        return told, None
    return told, scenes.on_phone(moment, current, me, Homework(stored.due(current)))


def _me(room: Room, person: Person) -> Json:
    organisation = room.organisation(person.organisation_id)
    return {
        "name": person.name, "function": person.function, "pose": person.pose,
        "organisation": scenes.organisation_json(organisation, room) if organisation else None,
    }  # fmt: skip

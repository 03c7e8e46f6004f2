"""What a participant's phone is sent, and what it may ask."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from exercises.contract import Homework, Json, Member
from exercises.engine import running
from pages.live import common
from pages.web.access import device_cookie
from state import homework, meetings, people, revisions, tracks
from state.database import Store
from state.language import _
from state.models import Meeting, Person, Room
from state.problems import Refused


def whose(store: Store, cookies: Mapping[str, str], code: str) -> tuple[Meeting, Person] | None:
    """The meeting and person of a phone, from its cookie; None when it must go by the door."""
    with store.read() as db:
        meeting = meetings.find_by_code(db, code)
        if meeting is None:
            return None
        person = people.person_of_device(db, meeting.id, cookies.get(device_cookie(meeting), ""))
    return None if person is None else (meeting, person)


def topics(person: Person) -> tuple[str, ...]:
    """What rings this person's phone."""
    return (
        "steps", revisions.TABLE, revisions.party(person.organisation_id),
        revisions.person(person.id),
    )  # fmt: skip


def data(store: Store, meeting: Meeting, person: Person, token: str = "") -> Json:
    """All that this phone may know now. `token` is its own: a phone that holds a link for at home
    goes on with what may be filled in there, as long as the room does nothing else."""
    with store.read() as db:
        reading = common.look(store, db, meeting.id)
        room = reading.room
        me = common.member_of(room, person)
        scene: Json | None = None
        at_home: Json | None = None
        if room.meeting.state == "running" and room.current is not None:
            _context, scene = common.scene(reading, room.current, "phone", me)
        elif homework.device_link(db, meeting.id, token):
            at_home, scene = _at_home(reading, me, homework.chosen(db, meeting.id, token))
    return {
        "me": _me(room, person),
        "tiles": sorted({item.tile for item in room.organisations}),
        "meeting": common.meeting_json(room),
        "scene": scene,
        "home": at_home,
        "revs": reading.followed(topics(person)),
        "bell": f"/bell/{meeting.code}?als=phone",
        "keep": f"{meeting.code}:{person.id}",
    }


def anew(store: Store, meeting: Meeting, token: str) -> Json:
    """As `data`, for the phone with this token; a phone that is nobody's any more goes to the
    door. Raises StateError when the data can't be read."""
    with store.read() as db:
        person = people.person_of_device(db, meeting.id, token)
        if person is None:
            return {"go": way_out(db, meeting, token)}
        try:
            return data(store, meeting, person, token)
        except Refused:
            return {"go": f"/d/{meeting.code}"}


def door_for(store: Store, cookies: Mapping[str, str], code: str) -> str:
    """Where a phone without a name goes, or one whose name is not its own any more."""
    door = f"/d/{code}" if code else "/d"
    with store.read() as db:
        meeting = meetings.find_by_code(db, code)
        if meeting is None or device_cookie(meeting) not in cookies:
            return door
        return way_out(db, meeting, cookies[device_cookie(meeting)])


def way_out(db: Database, meeting: Meeting, token: str) -> str:
    """Where a phone goes that is nobody's any more."""
    if homework.lost_its_link(db, meeting.id, token):
        # No link: it leads to the sentence for links that do not work any more.
        return "/thuis/voorbij"
    return f"/d/{meeting.code}?uit=1"


def receive(store: Store, meeting: Meeting, token: str, message: Json) -> None:
    """Carry out one message of a phone; Refused with a sentence when it can't be."""
    with store.read() as db:
        person = people.person_of_device(db, meeting.id, token)
        room = common.look(store, db, meeting.id).room
        at_home = bool(homework.device_link(db, meeting.id, token))
    if person is None:
        raise Refused(_("Je bent niet meer binnen. Laad de pagina opnieuw."))
    if message["kind"] == "answer":
        activity = common.known_activity(room, message["activity"])
        running.send(
            store, room, activity.id, person.id, message["slot"], message["payload"],
            message["id"], at_home=at_home,
        )  # fmt: skip
    elif message["name"] == "rename_me":
        asked = message["payload"]
        tracks.change_person(store, person.id, str(asked["name"]), str(asked["function"]))
    elif message["name"] == "leave":
        people.leave(store, meeting.id, token)
    elif message["name"] == "homework":
        activity = common.known_activity(room, message["payload"]["activity"])
        homework.choose(store, meeting.id, token, activity.id)
    else:
        raise Refused(_("Dit kan niet vanop een gsm van een deelnemer."))


def _at_home(reading: common.Reading, me: Member, chosen: str) -> tuple[Json, Json | None]:
    """What can be filled in at home, and the one that is on: the chosen one, else the first."""
    doing = [one for one in reading.room.agenda if one.at_home and running.may_go_home(one)]
    current = next((one for one in doing if one.id == chosen), next(iter(doing), None))
    told = {
        "current": current.id if current else None,
        "all": [{"id": one.id, "title": running.exercise_of(one).title} for one in doing],
    }
    if current is None:
        return told, None
    due = Homework(running.due(current))
    return told, common.scene(reading, current, "phone", me, due)[1]


def _me(room: Room, person: Person) -> Json:
    organisation = room.organisation(person.organisation_id)
    return {
        "name": person.name, "function": person.function, "pose": person.pose,
        "organisation": common.organisation_json(organisation) if organisation else None,
    }  # fmt: skip

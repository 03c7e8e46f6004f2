"""What a participant's phone is sent, and what it may ask."""

from __future__ import annotations

from collections.abc import Mapping

from exercises import running
from exercises.contract import Json
from pages.live import common
from pages.web.access import device_cookie
from state import meetings, people, revisions, tracks
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


def data(store: Store, meeting: Meeting, person: Person) -> Json:
    """All that this phone may know now."""
    with store.read() as db:
        reading = common.look(store, db, meeting.id)
        room = reading.room
        me = common.member_of(room, person)
        scene: Json | None = None
        if room.meeting.state == "running" and room.current is not None:
            _context, scene = common.scene(reading, room.current, "phone", me)
    return {
        "me": _me(room, person),
        "tiles": sorted({item.tile for item in room.organisations}),
        "meeting": common.meeting_json(room),
        "scene": scene,
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
            return {"go": f"/d/{meeting.code}?uit=1"}
        try:
            return data(store, meeting, person)
        except Refused:
            return {"go": f"/d/{meeting.code}"}


def receive(store: Store, meeting: Meeting, token: str, message: Json) -> None:
    """Carry out one message of a phone; Refused with a sentence when it can't be."""
    with store.read() as db:
        person = people.person_of_device(db, meeting.id, token)
        room = common.look(store, db, meeting.id).room
    if person is None:
        raise Refused(_("Je bent niet meer binnen. Laad de pagina opnieuw."))
    if message["kind"] == "answer":
        activity = common.known_activity(room, message["activity"])
        running.send(
            store, room, activity.id, person.id, message["slot"], message["payload"], message["id"]
        )
    elif message["name"] == "rename_me":
        asked = message["payload"]
        tracks.change_person(store, person.id, str(asked["name"]), str(asked["function"]))
    elif message["name"] == "leave":
        people.leave(store, meeting.id, token)
    else:
        raise Refused(_("Dit kan niet vanop een gsm van een deelnemer."))


def _me(room: Room, person: Person) -> Json:
    organisation = room.organisation(person.organisation_id)
    return {
        "name": person.name, "function": person.function, "pose": person.pose,
        "organisation": common.organisation_json(organisation) if organisation else None,
    }  # fmt: skip

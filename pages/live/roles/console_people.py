"""The people on the console: who is in the hall, who went home, and who is still expected."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlite_utils import Database

from exercises.contract import Json, Panel
from exercises.engine.moment import Moment
from pages.live.hall import InHall
from state import disputed, people, phones
from state.language import _
from state.models import Attendee


@dataclass(frozen=True)
class _Doubts:
    """The ids of people whose phone waits for the facilitator's word: it took a name over, phones
    took that name from each other (`disputed`), it is of somebody new to the organisation, or it
    did not show whose it is."""

    takeovers: Collection[str]
    disputed: Collection[str]
    newcomers: Collection[str]
    unproven: Collection[str]


def people_json(db: Database, moment: Moment, panel: Panel, hall: InHall) -> list[Json]:
    """Who joined the meeting and who of the track did not, by organisation. `panel`: what the
    running exercise tells of who answered."""
    meeting_id = moment.room.meeting.id
    doubts = _Doubts(
        people.takeovers(db, meeting_id).keys(), disputed.disputed(db, meeting_id),
        phones.newcomers(db, meeting_id), phones.unproven(db, meeting_id),
    )  # fmt: skip
    joined = [_person(moment, one, panel, hall, doubts) for one in moment.attendees]
    return _in_order(moment, [*joined, *_expected(moment, {one["id"] for one in joined})])


def _person(
    moment: Moment, attendee: Attendee, panel: Panel, hall: InHall, doubts: _Doubts
) -> Json:  # fmt: skip
    person = attendee.person
    organisation = moment.room.organisation(person.organisation_id)
    asked = bool(panel.done_word) and person.id not in panel.unasked
    answered = person.id in panel.answered if asked else None
    return {
        "id": person.id, "name": person.name, "function": person.function,
        "tile": organisation.tile if organisation else None,
        "organisation": organisation.name if organisation else "",
        "joined": True, "absent": False, "here": attendee.by_hand or person.id in hall.present,
        "away": person.id in hall.away, "home": person.id in hall.home,
        "byhand": attendee.by_hand, "answered": answered,
        "status": (panel.done_word if answered else panel.waiting_word) if asked else "",
        "takeover": person.id if person.id in doubts.takeovers else None,
        "disputed": person.id in doubts.disputed,
        "newcomer": person.id in doubts.newcomers, "unproven": person.id in doubts.unproven,
    }  # fmt: skip


def _expected(moment: Moment, joined: set[str]) -> list[Json]:
    """The people of the track who have not joined this meeting."""
    organisations = {item.id: item for item in moment.room.organisations}
    return [
        {
            "id": person.id, "name": person.name, "function": person.function,
            "tile": organisations[person.organisation_id].tile,
            "organisation": organisations[person.organisation_id].name,
            "joined": False, "here": False, "byhand": False, "answered": None,
            "status": _("nog niet binnen"), "absent": person.id in moment.absent,
            "takeover": None, "disputed": False, "away": False, "home": False,
            "newcomer": False, "unproven": False,
        }
        for person in moment.known_people
        if person.id not in joined and person.organisation_id in organisations
    ]  # fmt: skip


def _in_order(moment: Moment, listed: list[Json]) -> list[Json]:
    """People by organisation, as the facilitator ordered those."""
    order = {item.name: place for place, item in enumerate(moment.room.organisations)}
    return sorted(listed, key=lambda person: order.get(person["organisation"], len(order)))

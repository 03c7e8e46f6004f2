"""Joining two people on the console, in meetings in which every exercise was done."""

from __future__ import annotations

import json

from exercises.contract import alias
from pages.live import actions
from state import meetings, people, tracks
from state.database import Store
from tests.full_track import full_track


def stored_of(store: Store, meeting: str) -> str:
    """All that the exercises of a meeting stored, as one text."""
    with store.read() as db:
        rows = db.query(
            "SELECT activity.id, phase, config, author, slot, payload, by_person FROM activity"
            " LEFT JOIN contribution ON activity_id = activity.id WHERE meeting_id = ?"
            " ORDER BY activity.id, contribution.id",
            [meeting],
        )
        return "\n".join(json.dumps(row) for row in rows)


def names_of(store: Store, meeting: str, person: str) -> set[str]:
    """The id of a person, and the pseudonyms in the exercises of a meeting."""
    room = meetings.room(store, meeting)
    return {person, *(alias(one.id, room.meeting.secret, person) for one in room.agenda)}


def act(store: Store, meeting: str, name: str, **payload: object) -> None:
    actions.receive(store, meeting, {"name": name, "id": name, "payload": payload})


def test_groups_deals_and_slots_follow_and_come_back(store: Store) -> None:
    track = full_track(store, photos=0)
    found_somewhere = 0
    for number, meeting in enumerate(meetings.of_track(store, track)):
        for attendee in people.attendees(store, meeting.id)[:3]:
            person = attendee.person
            before = stored_of(store, meeting.id)
            mine = names_of(store, meeting.id, person.id)
            found_somewhere += sum(before.count(one) for one in mine)
            listed = tracks.add_person(
                store, person.organisation_id, f"{person.name} van de lijst {number}"
            )
            act(store, meeting.id, "same_person", person=person.id, into=listed)
            joined = stored_of(store, meeting.id)
            assert {one for one in mine if one in joined} == set()
            assert len(joined) == len(before)
            (removal, *_more) = tracks.removals(store, meeting.id)
            act(store, meeting.id, "undo", id=removal["id"])
            assert stored_of(store, meeting.id) == before
    assert found_somewhere > 100

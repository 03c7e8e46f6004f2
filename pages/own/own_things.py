"""All that one person gave in a track, alone or with the own organisation, and how far it goes."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from exercises.contract import OwnAnswer, OwnChoice
from exercises.engine import moment as moments
from exercises.engine import stored
from exercises.engine.moment import Moment
from exercises.kit.rules.days import day_text
from exercises.kit.rules.prose import quoted
from pages.own.around import Around
from state import notebook, restrictions
from state.database import Store
from state.language import _
from state.models import Activity
from state.notebook import NotebookEntry
from state.problems import StateError
from state.restrictions import PLACES, Limit, NamedAs, Place, Restriction, Thing

_log = logging.getLogger(__name__)
_LONGEST = 160


@dataclass(frozen=True)
class OwnThing:
    """Something that a person gave. `key` names it in forms and tells nothing. `about` says where
    it was given; `shared`: it belongs to the organisation, or to both of a visit. `limit`: how far
    it goes now, of which this person chose `mine`; `reach`: how far it may go at most. `things`:
    where it is stored, `choice` and `activity`: where its exercise keeps the choice itself, `note`:
    the id of a note in the notebook, or ""."""

    key: str
    kind: str
    heading: str
    text: str
    about: str
    limit: Limit
    mine: Limit
    reach: Place = "report"
    named: bool = False
    shared: bool = False
    things: tuple[Thing, ...] = ()
    choice: OwnChoice | None = None
    activity: tuple[str, str] = ("", "")
    note: str = ""

    @property
    def place(self) -> Place:
        """Where it is now."""
        return max(self.limit.place, self.reach, key=PLACES.index)

    @property
    def naming(self) -> NamedAs:
        """Who is told with it."""
        return self.limit.naming

    @property
    def held(self) -> bool:
        """Whether a colleague keeps it from more readers than this person chose."""
        return self.limit != replace(self.mine, thing=self.limit.thing) and self.shared

    @property
    def title(self) -> str:
        """It in a sentence."""
        line = " ".join(self.text.split())
        return quoted(line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …")


def of_person(store: Store, around: Around) -> tuple[OwnThing, ...]:
    """All things of a person in the order in which they were given, the notebook last. An exercise
    that goes on from meeting to meeting is told of once."""
    with store.read() as db:
        there = [moments.at(store, db, one.id) for one in around.meetings]
        found = restrictions.of_track(db, around.holder.track.id)
    made: dict[str, OwnThing] = {}
    for here in there:
        for activity in here.room.exercises:
            for one in _given(around, here, activity):
                thing = _thing(around, here, activity, one, found)
                before = made.pop(thing.key, None)
                made[thing.key] = _joined(thing, before, found, around.me.id) if before else thing
    return (*made.values(), *_noted(store, around))


def _given(around: Around, here: Moment, activity: Activity) -> list[OwnAnswer]:
    """What an exercise says. A fault in one must not take the page away: it is logged."""
    try:
        exercise = stored.exercise_of(activity)
        if exercise.own_answers is None or activity.state == "planned":
            return []
        return list(exercise.own_answers(here.context(activity, "phone", around.me)))
    except (StateError, sqlite3.Error):
        return []
    except Exception:
        _log.exception("what was given in %s is not known", activity.id)
        return []


def _thing(
    around: Around, here: Moment, activity: Activity, one: OwnAnswer,
    found: tuple[Restriction, ...],
) -> OwnThing:  # fmt: skip
    exercise = stored.exercise_of(activity)
    # What goes on from meeting to meeting is the same thing in each of them.
    where = exercise.kind if exercise.withheld else activity.id
    things = (Thing(activity.id, one.author, one.slots),)
    day = here.room.meeting.date
    limit, mine = _limits(things, found, around.me.id)
    if one.choice is not None:
        limit = mine = _of_choice(one.choice)
    return OwnThing(
        _key(where, one.author, one.slots[0]), exercise.kind, one.heading, one.text,
        ", ".join(filter(None, (here.room.meeting.title, day_text(day)))),
        limit, mine, one.reach, one.named, one.author != around.me.id, things, one.choice,
        (here.room.meeting.id, activity.id),
    )  # fmt: skip


def _joined(
    now: OwnThing, before: OwnThing, found: tuple[Restriction, ...], me: str
) -> OwnThing:  # fmt: skip
    things = (*before.things, *now.things)
    limit, mine = _limits(things, found, me)
    return replace(now, things=things, limit=limit, mine=mine)


def _limits(
    things: tuple[Thing, ...], found: tuple[Restriction, ...], me: str
) -> tuple[Limit, Limit]:  # fmt: skip
    """How far things go that say the same: as everybody chose, and as this person did."""
    places = {(one.activity, one.author, slot) for one in things for slot in one.slots}
    of = [one for one in found if (one.activity, one.author, one.slot) in places]
    return _all(of), _all([one for one in of if one.by == me])


def _all(found: list[Restriction]) -> Limit:
    limit = Limit()
    for one in found:
        limit = restrictions.narrower(limit, one.limit)
    return replace(limit, thing="")


def _of_choice(choice: OwnChoice) -> Limit:
    """The choice of an exercise as a limit: what was not chosen yet is used nowhere."""
    naming = next((one for one in restrictions.NAMED_AS if one == choice.now), None)
    return Limit("self") if naming is None else Limit("report", naming)


def _noted(store: Store, around: Around) -> Iterator[OwnThing]:
    """The notes of the notebook, which are for their writer until they are shared."""
    visits = {one.id: one for one in (*around.visits, *around.called_off)}
    for visit in visits.values():
        with store.read() as db:
            notes = notebook.of_person(db, around.me.id, visit.id)
        for one in reversed(notes):
            host = around.by_id.get(visit.host)
            yield _note(one, host.name if host else "")


def _note(one: NotebookEntry, host: str) -> OwnThing:
    limit = Limit("group" if one.shared else "self")
    heading = _("Notitie, {day}").format(day=day_text(one.day)) if one.day else _("Notitie")
    return OwnThing(
        _key("note", one.person, one.id), "note", heading, one.text or _("Een foto."),
        _("bij {host}").format(host=host) if host else "", limit, limit,
        "group" if one.may_be_shared else "self", note=one.id,
    )  # fmt: skip


def _key(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()

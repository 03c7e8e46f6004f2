"""All that one person gave in a track, alone or with the own organisation, and how far it goes."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from exercises.contract import OwnAnswer, OwnChoice
from exercises.engine import contexts, stored
from exercises.engine import moment as moments
from exercises.engine.moment import Moment
from exercises.kit.rules.days import day_text
from exercises.kit.rules.prose import quoted
from pages.own import visit_words
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
_OPEN = Limit()


@dataclass(frozen=True)
class OwnThing:
    """Something that a person gave. `key` names it in forms and tells nothing. `about` says where
    it was given; `shared`: it belongs to the organisation, or to both of a visit. `limit`: how far
    it goes now, of which this person chose `mine` and colleagues `others`, those in `held_by` (ids)
    the narrowest; `reach`: how far it may go at most. `together`: see `OwnAnswer`. `things`:
    where it is stored, `sealed`: nobody else may read it yet, in no document either, `choice` and
    `activity`: where its exercise keeps the choice itself, `note`: the id of a note in the
    notebook, or ""."""

    key: str
    kind: str
    heading: str
    text: str
    about: str
    limit: Limit
    mine: Limit
    others: Limit = _OPEN
    held_by: tuple[str, ...] = ()
    reach: Place = "report"
    named: bool = False
    shared: bool = False
    things: tuple[Thing, ...] = ()
    choice: OwnChoice | None = None
    activity: tuple[str, str] = ("", "")
    note: str = ""
    together: str = ""
    sealed: bool = False

    @property
    def place(self) -> Place:
        """Where it is now."""
        return max(self.limit.place, self.reach, key=PLACES.index)

    @property
    def naming(self) -> NamedAs:
        """Who is told with it."""
        return self.limit.naming

    @property
    def furthest(self) -> Place:
        """How far this person can let it go: no further than colleagues do."""
        return max(self.reach, self.others.place, key=PLACES.index)

    @property
    def held(self) -> bool:
        """Whether a colleague keeps it from more readers."""
        return self.furthest != self.reach

    @property
    def held_too(self) -> bool:
        """Whether this person holds it as well, in what a colleague holds."""
        return self.held and not self.mine.open

    def has(self, other: OwnThing) -> bool:
        """Whether all that is stored of another one belongs to this one."""
        if other.note:
            return self.note == other.note
        return bool(other.things) and _slots(other) <= _slots(self)

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
    return (*_whole(list(made.values())), *_noted(store, around))


def _given(around: Around, here: Moment, activity: Activity) -> list[OwnAnswer]:
    """What an exercise says. A fault in one must not take the page away: it is logged."""
    try:
        exercise = stored.exercise_of(activity)
        begun = activity.state != "planned" or exercise.beforehand
        if exercise.own_answers is None or not begun:
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
    about = visit_words.about(around, one.author) or ", ".join(
        filter(None, (here.room.meeting.title, day_text(day)))
    )
    made = OwnThing(
        _key(where, one.author, one.slots[0]), exercise.kind, one.heading, one.text, about,
        Limit(), Limit(), reach=one.reach, named=one.named, shared=one.author != around.me.id,
        things=things, choice=one.choice, activity=(here.room.meeting.id, activity.id),
        together=one.together, sealed=_is_sealed(here, activity, one),
    )  # fmt: skip
    if one.choice is not None:
        limit = _of_choice(one.choice)
        return replace(made, limit=limit, mine=limit)
    return _limited(made, found, around.me.id)


def _is_sealed(here: Moment, activity: Activity, one: OwnAnswer) -> bool:
    """Whether nobody else may read it yet, such as a note in a gift that is still wrapped."""
    exercise = stored.exercise_of(activity)
    is_sealed = exercise.sealed
    if is_sealed is None or (exercise.sealed_until_over and stored.phase_of(activity).over):
        return False
    view = here.everything(activity)
    return any(
        is_sealed(view, answer) for answer in contexts.for_exercise(here.answers(activity))
        if answer.author == one.author and answer.slot in one.slots
    )  # fmt: skip


def _joined(
    now: OwnThing, before: OwnThing, found: tuple[Restriction, ...], me: str
) -> OwnThing:  # fmt: skip
    return _limited(replace(now, things=(*before.things, *now.things)), found, me)


def _limited(one: OwnThing, found: tuple[Restriction, ...], me: str) -> OwnThing:
    """A thing with how far it goes: as everybody chose, as this person did, and as others did."""
    places = _slots(one)
    of = [one for one in found if (one.activity, one.author, one.slot) in places]
    theirs = [one for one in of if one.by != me]
    others = _all(theirs)
    held_by = dict.fromkeys(one.by for one in theirs if one.limit.place == others.place)
    return replace(
        one, limit=_all(of), mine=_all([one for one in of if one.by == me]), others=others,
        held_by=tuple(held_by),
    )  # fmt: skip


def _slots(one: OwnThing) -> set[tuple[str, str, str]]:
    return {(of.activity, of.author, slot) for of in one.things for slot in of.slots}


def _whole(found: list[OwnThing]) -> list[OwnThing]:
    """The things, with parts that only make sense together as one. A part that other people may
    read, such as one that was added after the rest was held back, stays by itself."""
    made: dict[object, OwnThing] = {}
    keys: set[str] = set()
    for one in found:
        author = one.things[0].author if one.things else ""
        same = (one.activity, author, one.together, one.limit.place, one.mine.place, one.held_by)
        at: object = same if one.together else one.key
        before = made.get(at)
        if before is not None:
            text = f"{before.text}\n{one.text}"
            made[at] = replace(before, text=text, things=(*before.things, *one.things))
            continue
        # The first keeps its key however its parts are moved in time.
        key = _key(*one.activity, author, one.together) if one.together else one.key
        made[at] = one if key in keys else replace(one, key=key)
        keys.add(key)
    return list(made.values())


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
        reach="group" if one.may_be_shared else "self", note=one.id,
    )  # fmt: skip


def _key(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()

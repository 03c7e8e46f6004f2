"""Who may read what a person or an organisation gave, as its people restricted it on the own page.

A thing is what belongs together: one or more slots of one author in one exercise. Each person has
one choice for a thing; where several people of an organisation chose, the narrowest counts, so that
nobody can give what a colleague holds back to more readers. What nobody touched stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sqlite_utils import Database

from state import rows
from state.clock import local, now
from state.database import Store
from state.language import _
from state.models import Track
from state.problems import Refused
from state.revisions import RESTRICTIONS, TABLE, raise_for_track
from state.text_rules import day_or_none

# How far a thing may go: outside the group too, only within the group, or to its author alone.
Place = Literal["report", "group", "self"]
# Who is told with it: the person, only the organisation, or neither.
NamedAs = Literal["names", "organisations", "nobody"]
PLACES: tuple[Place, ...] = get_args(Place)
NAMED_AS: tuple[NamedAs, ...] = get_args(NamedAs)


@dataclass(frozen=True)
class Limit:
    """How far an answer may go. `thing` is the first slot of what belongs together with it."""

    place: Place = "report"
    naming: NamedAs = "names"
    thing: str = ""

    @property
    def open(self) -> bool:
        """Whether nothing is restricted."""
        return self.place == "report" and self.naming == "names"


@dataclass(frozen=True)
class Restriction:
    """What one person chose for one slot; `kind` is that of the exercise."""

    activity: str
    kind: str
    author: str
    slot: str
    by: str
    limit: Limit


@dataclass(frozen=True)
class Thing:
    """What is restricted together: slots of one author in one exercise."""

    activity: str
    author: str
    slots: tuple[str, ...]


# Author and slot -> how far that answer may go.
Limits = Mapping[tuple[str, str], Limit]


def of_track(db: Database, track_id: str) -> tuple[Restriction, ...]:
    """All that is restricted in a track, also in what was taken from an agenda."""
    found = db.conn.execute(
        "SELECT activity_id, activity.kind, author, slot, by_person, restriction.place, naming,"
        " thing FROM restriction JOIN activity ON activity.id = activity_id"
        " JOIN meeting ON meeting.id = meeting_id"
        " WHERE track_id = ? ORDER BY activity_id, author, slot, by_person",
        [track_id],
    )
    return tuple(
        Restriction(activity, kind, author, slot, by, Limit(place, naming, thing))
        for activity, kind, author, slot, by, place, naming, thing in found
    )


def narrowest(found: Iterable[Restriction]) -> dict[tuple[str, str], Limit]:
    """The limit of each author and slot: of what several people chose the narrowest."""
    limits: dict[tuple[str, str], Limit] = {}
    for one in found:
        key = one.author, one.slot
        limits[key] = narrower(limits.get(key, one.limit), one.limit)
    return limits


def narrower(one: Limit, two: Limit) -> Limit:
    """What both of two limits allow."""
    place = max(one.place, two.place, key=PLACES.index)
    naming = max(one.naming, two.naming, key=NAMED_AS.index)
    return Limit(place, naming, one.thing or two.thing)


def choose(
    store: Store, track_id: str, person_id: str, things: Sequence[Thing], place: str, naming: str
) -> None:
    """Store what a person chose for the things that say the same, in the place of what that person
    chose before. The caller checks that they are this person's. Refused for a place or naming that
    is none, and after the day on which the report is printed."""
    chosen_place = next((one for one in PLACES if one == place), None)
    chosen_naming = next((one for one in NAMED_AS if one == naming), None)
    if chosen_place is None or chosen_naming is None or not things:
        raise Refused(_("Deze keuze kennen we niet. Kies er een van de lijst."))
    with store.write() as db:
        require_open(db, track_id)
        for thing in things:
            _put(db, person_id, thing, Limit(chosen_place, chosen_naming, thing.slots[0]))
        changed(db, track_id)


def changed(db: Database, track_id: str) -> None:
    """Tell every open page of a track that something may be read by others than before."""
    raise_for_track(db, track_id, "results", RESTRICTIONS, TABLE)


def require_open(db: Database, track_id: str) -> None:
    """Refused after the day on which the report is printed."""
    day = rows.find(db, Track, "track", track_id).print_day
    if is_printed(day):
        raise Refused(_("Het verslag is al naar de drukker. Vraag het aan de begeleider."))


def is_printed(day: str) -> bool:
    """Whether the day on which the report is printed, ISO or "", is over."""
    return bool(day) and day < local(now()).date().isoformat()


def print_on(store: Store, track_id: str, day: str) -> None:
    """Say on which day, ISO or "", the report is printed; Refused for what is no date."""
    clean = day_or_none(day)
    with store.write() as db:
        rows.find(db, Track, "track", track_id)
        db.table("track").update(track_id, {"print_day": clean})


def count(db: Database, track_id: str) -> int:
    """How many things of a track are restricted."""
    return len({(one.activity, one.author, one.limit.thing) for one in of_track(db, track_id)})


def _put(db: Database, person_id: str, thing: Thing, limit: Limit) -> None:
    db.conn.execute(
        "DELETE FROM restriction WHERE activity_id = ? AND author = ? AND thing = ?"
        " AND by_person = ?",
        [thing.activity, thing.author, limit.thing, person_id],
    )
    for slot in thing.slots:
        # A slot belongs to one thing only: what it was part of before is replaced.
        db.conn.execute(
            "DELETE FROM restriction WHERE activity_id = ? AND author = ? AND slot = ?"
            " AND by_person = ?",
            [thing.activity, thing.author, slot, person_id],
        )
        if not limit.open:
            db.conn.execute(
                "INSERT INTO restriction (activity_id, author, slot, thing, place, naming,"
                " by_person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [thing.activity, thing.author, slot, limit.thing, limit.place, limit.naming,
                 person_id, now()],
            )  # fmt: skip

"""Who visits whom: the visits of a track, with the people who go and the days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from sqlite_utils import Database

from state import rows
from state.clock import now, spoken_clock
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Organisation, Person, TrackVisit, VisitChange, VisitDay, VisitState
from state.problems import Refused
from state.revisions import VISITS, party, raise_for_track
from state.text_rules import one_line

TEXT_LIMIT = 160
MOST_VISITS = 200
# One person takes one place, so that a year of kijkstages has many more.
MOST_DAY_VISITS = 2000
MOST_DAYS = 30
MOST_GUESTS = 20
_LAST_DATE_LENGTH = 10


def of_track(store: Store, track_id: str) -> tuple[TrackVisit, ...]:
    """The visits of a track in order, also proposed ones and those that were called off."""
    with store.read() as db:
        return read_visits(db, track_id)


def read_visits(db: Database, track_id: str) -> tuple[TrackVisit, ...]:
    """As `of_track`, on a connection that reads more."""
    found = list(db.query(
        "SELECT * FROM visit WHERE track_id = ? AND removed_at IS NULL ORDER BY position, rowid",
        [track_id],
    ))  # fmt: skip
    if not found:
        return ()
    guests = _by_visit(db, "SELECT visit_id, person_id FROM visit_guest JOIN person ON"
                       " person.id = person_id JOIN visit ON visit.id = visit_id WHERE"
                       " visit.track_id = ? AND person.removed_at IS NULL"
                       " AND person.organisation_id = visitor_id"
                       " ORDER BY visit_guest.rowid", track_id)  # fmt: skip
    days = _by_visit(db, "SELECT visit_id, date, start, until FROM visit_day"
                     " JOIN visit ON visit.id = visit_id WHERE track_id = ? ORDER BY date",
                     track_id)  # fmt: skip
    return tuple(
        TrackVisit(
            row["id"], row["host_id"], row["visitor_id"],
            tuple(person for (person,) in guests.get(row["id"], ())),
            row["count"], row["kind"], row["state"],
            tuple(VisitDay(*day) for day in days.get(row["id"], ())),
            row["mentor"], row["place"], row["lodging"], row["why"], bool(row["announced"]),
        )
        for row in found
    )  # fmt: skip


def for_exercises(db: Database, track_id: str) -> tuple[TrackVisit, ...]:
    """As `read_visits`, without those that were made of a place on a kijkstage: nobody fills in a
    guide or wraps gifts for each of a hundred of them."""
    of_places = {
        visit_id
        for (visit_id,) in db.conn.execute(
            "SELECT visit_id FROM visit_place JOIN person ON person.id = person_id"
            " WHERE person.track_id = ? AND visit_id IS NOT NULL",
            [track_id],
        )
    }
    return tuple(one for one in read_visits(db, track_id) if one.id not in of_places)


def visit(store: Store, visit_id: str) -> TrackVisit:
    """A visit; Refused when it is gone."""
    with store.read() as db:
        return _find(db, visit_id)[1]


def add(store: Store, track_id: str, visit: TrackVisit) -> str:
    """Add a visit at the end, with an id of its own, which is given. Refused for what can't be: an
    organisation that visits itself, people of another organisation, days that are none."""
    return add_all(store, track_id, (visit,))[0]


def add_all(store: Store, track_id: str, visits: Iterable[TrackVisit]) -> list[str]:
    """Add several visits, all or none; as `add`."""
    with store.write() as db:
        return [_add(db, track_id, one) for one in visits]


def propose(store: Store, track_id: str, visits: Iterable[TrackVisit]) -> list[str]:
    """Put these in the place of all visits that were only proposed."""
    with store.write() as db:
        gone = [one for one in read_visits(db, track_id) if one.state == "proposed"]
        for one in gone:
            db.conn.execute("UPDATE visit SET removed_at = ? WHERE id = ?", [now(), one.id])
        made = [_add(db, track_id, replace(one, state="proposed")) for one in visits]
        _told(db, track_id, gone)
        return made


def agree_on(
    store: Store, track_id: str, agreed: Iterable[TrackVisit], called_off: Iterable[str]
) -> list[str]:
    """Add agreed visits, call off those of the ids `called_off`, and let go of what was only
    proposed: all or none. Gives the ids of what was added; Refused as in `add`."""
    with store.write() as db:
        gone = [one for one in read_visits(db, track_id) if one.state == "proposed"]
        for one in gone:
            db.conn.execute("UPDATE visit SET removed_at = ? WHERE id = ?", [now(), one.id])
        for visit_id in called_off:
            _track, before = _find(db, visit_id)
            db.table("visit").update(visit_id, {"state": "called_off"})
            gone.append(before)
        made = [_add(db, track_id, replace(one, state="agreed")) for one in agreed]
        _told(db, track_id, gone)
        return made


def change(store: Store, visit: TrackVisit) -> None:
    """Store all fields of a visit as they are in `visit`; Refused as in `add`, and when it is
    gone."""
    with store.write() as db:
        track_id, before = _find(db, visit.id)
        clean = _checked(db, track_id, visit)
        db.table("visit").update(visit.id, _columns(clean))
        _put_guests(db, clean)
        _put_days(db, clean)
        _told(db, track_id, (before, clean))


def apply(db: Database, wanted: VisitChange) -> None:
    """Make a change within a transaction; Refused as in `add`, and when the visit is gone. One that
    changes nothing tells nobody."""
    track_id, before = _find(db, wanted.id)
    named = {
        key: value for key in ("days", "mentor", "place", "lodging", "announced")
        if (value := getattr(wanted, key)) is not None
    }  # fmt: skip
    clean = _checked(db, track_id, replace(before, **named))
    if clean == before:
        return
    db.table("visit").update(clean.id, _columns(clean))
    if clean.days != before.days:
        _put_days(db, clean)
    _told(db, track_id, (before, clean))


def set_state(store: Store, visit_ids: Sequence[str], state: VisitState) -> None:
    """Say of some visits how far they are; what hangs on one that is called off stays."""
    with store.write() as db:
        for visit_id in visit_ids:
            track_id, before = _find(db, visit_id)
            db.table("visit").update(visit_id, {"state": state})
            _told(db, track_id, (before,))


def say_made(store: Store, track_id: str, visit_ids: Iterable[str]) -> None:
    """Say of agreed visits of a track that they were made; those that are no longer agreed, are
    gone or belong to another track stay as they are."""
    wanted = set(visit_ids)
    with store.write() as db:
        for one in read_visits(db, track_id):
            if one.id in wanted and one.state == "agreed":
                restate(db, one.id, "done")


def announce(store: Store, visit_ids: Sequence[str], announced: bool = True) -> None:
    """Let the participants know of some visits, or no more."""
    with store.write() as db:
        for visit_id in visit_ids:
            apply(db, VisitChange(visit_id, announced=announced))


def remove(store: Store, visit_id: str, label: str) -> None:
    """Take a visit away, with a way back on the track's pages that says `label`."""
    with store.write() as db:
        track_id, before = _find(db, visit_id)
        rows.remove(db, track_id, label, [("visit", {"id": visit_id})])
        _told(db, track_id, (before,))


def insert(db: Database, track_id: str, visit: TrackVisit) -> str:
    """As `add`, within a transaction that has more to do."""
    return _add(db, track_id, visit)


def restate(db: Database, visit_id: str, state: VisitState) -> None:
    """Say of a visit how far it is, within a transaction; nothing of one that is gone."""
    found = db.conn.execute(
        "SELECT track_id, host_id, visitor_id, state FROM visit"
        " WHERE id = ? AND removed_at IS NULL", [visit_id],
    ).fetchone()  # fmt: skip
    if found is None or found[3] == state:
        return
    db.table("visit").update(visit_id, {"state": state})
    raise_for_track(db, str(found[0]), VISITS, party(found[1]), party(found[2]))


def track_of(db: Database, visit_id: str) -> str:
    """The id of the track of a visit; Refused when the visit is gone."""
    return _find(db, visit_id)[0]


def _find(db: Database, visit_id: str) -> tuple[str, TrackVisit]:
    found = db.conn.execute(
        "SELECT track_id FROM visit WHERE id = ? AND removed_at IS NULL", [visit_id]
    ).fetchone()
    if found is None:
        raise Refused(_("Dit bezoek staat er niet meer. Iemand heeft het weggehaald."))
    track_id = str(found[0])
    return track_id, next(one for one in read_visits(db, track_id) if one.id == visit_id)


def _add(db: Database, track_id: str, visit: TrackVisit) -> str:
    made = replace(_checked(db, track_id, visit), id=new_id())
    most = MOST_DAY_VISITS if made.kind == "kijkstage" else MOST_VISITS
    (standing,) = db.conn.execute(
        "SELECT count(*) FROM visit WHERE track_id = ? AND kind = ? AND removed_at IS NULL",
        [track_id, made.kind],
    ).fetchone()
    if standing >= most:
        raise Refused(_("Een traject heeft hoogstens {most} bezoeken.").format(most=most))
    db.table("visit").insert(
        {
            "id": made.id, "track_id": track_id, **_columns(made),
            "position": rows.next_position(db, "visit", "track_id", track_id),
            "created_at": now(), "removed_at": None,
        }
    )  # fmt: skip
    _put_guests(db, made)
    _put_days(db, made)
    _told(db, track_id, (made,))
    return made.id


def _columns(visit: TrackVisit) -> dict[str, Any]:
    return {
        "host_id": visit.host, "visitor_id": visit.visitor, "count": visit.count,
        "kind": visit.kind, "state": visit.state, "mentor": visit.mentor, "place": visit.place,
        "lodging": visit.lodging, "why": visit.why, "announced": int(visit.announced),
    }  # fmt: skip


def _put_guests(db: Database, visit: TrackVisit) -> None:
    db.conn.execute("DELETE FROM visit_guest WHERE visit_id = ?", [visit.id])
    for person_id in visit.people:
        db.table("visit_guest").insert({"visit_id": visit.id, "person_id": person_id})


def _put_days(db: Database, visit: TrackVisit) -> None:
    db.conn.execute("DELETE FROM visit_day WHERE visit_id = ?", [visit.id])
    for day in visit.days:
        db.table("visit_day").insert(
            {"visit_id": visit.id, "date": day.date, "start": day.start, "until": day.end}
        )


def _told(db: Database, track_id: str, visits: Iterable[TrackVisit]) -> None:
    """Screens, consoles, and the phones of the organisations of these visits hear of it."""
    whose = {one for visit in visits for one in (visit.host, visit.visitor)}
    raise_for_track(db, track_id, VISITS, *map(party, sorted(whose)))


def _by_visit(db: Database, query: str, track_id: str) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for visit_id, *rest in db.conn.execute(query, [track_id]).fetchall():
        found.setdefault(visit_id, []).append(tuple(rest))
    return found


@dataclass(frozen=True)
class _Known:
    organisations: frozenset[str]
    people: dict[str, str]


def _checked(db: Database, track_id: str, visit: TrackVisit) -> TrackVisit:
    """The visit as it can be stored; Refused with a sentence for what can't be."""
    known = _known(db, track_id)
    if not {visit.host, visit.visitor} <= known.organisations:
        raise Refused(_("Kies wie op bezoek gaat en bij wie."))
    if visit.host == visit.visitor:
        raise to_oneself()
    people = tuple(dict.fromkeys(one for one in visit.people if one in known.people))
    if any(known.people[one] != visit.visitor for one in people):
        raise Refused(_("Wie op bezoek gaat, hoort bij de bezoekende organisatie."))
    count = len(people) or visit.count
    if not 1 <= count <= MOST_GUESTS:
        raise too_many(count)
    return replace(
        visit, people=people, count=count, days=checked_days(visit.days),
        mentor=one_line(visit.mentor, TEXT_LIMIT, _("De mentor"), required=False),
        place=one_line(visit.place, TEXT_LIMIT, _("De plaats"), required=False),
        lodging=one_line(visit.lodging, TEXT_LIMIT, _("De overnachting"), required=False),
    )  # fmt: skip


def to_oneself() -> Refused:
    """The refusal for a visit of an organisation to itself."""
    return Refused(_("Niemand gaat bij zichzelf op bezoek. Kies een andere gastorganisatie."))


def too_many(count: int) -> Refused:
    """The refusal for a number of guests that can't be."""
    return Refused(
        _("Op bezoek gaan 1 tot {most} mensen. Hier staat {count}.").format(
            most=MOST_GUESTS, count=count
        )
    )


def _known(db: Database, track_id: str) -> _Known:
    organisations = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
    left = rows.removed(db, Organisation, "organisation", "track_id", track_id)
    people = db.query("SELECT * FROM person WHERE track_id = ? AND removed_at IS NULL", [track_id])
    return _Known(
        frozenset(one.id for one in (*organisations, *left)),
        {one.id: one.organisation_id for one in map(Person.of, people)},
    )


def checked_days(days: Iterable[VisitDay]) -> tuple[VisitDay, ...]:
    """The days of a visit in order; Refused for a date or time that is none, a day that ends before
    it begins, a day twice, or more than `MOST_DAYS`."""
    found = sorted((_checked_day(one) for one in days), key=lambda one: one.date)
    if len({one.date for one in found}) < len(found):
        raise Refused(_("Eén dag staat er twee keer bij."))
    if len(found) > MOST_DAYS:
        raise Refused(_("Een bezoek duurt hoogstens {most} dagen.").format(most=MOST_DAYS))
    return tuple(found)


def _checked_day(day: VisitDay) -> VisitDay:
    try:
        clean = VisitDay(
            date.fromisoformat(day.date[:_LAST_DATE_LENGTH]).isoformat(),
            _clock(day.start), _clock(day.end),
        )  # fmt: skip
    except ValueError:
        raise Refused(_("Deze dag is niet te lezen. Kies hem in de kalender.")) from None
    if clean.start and clean.end and clean.end <= clean.start:
        raise Refused(
            _("Een dag kan niet om {end} eindigen als hij om {start} begint.").format(
                end=spoken_clock(clean.end), start=spoken_clock(clean.start)
            )
        )
    return clean


def _clock(typed: str) -> str:
    return time.fromisoformat(typed).strftime("%H:%M") if typed else ""

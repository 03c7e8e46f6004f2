"""Who changed what in a track.

Triggers on the writing connection note each row that an organiser touches, whatever function does
it; at the end of the transaction that becomes an entry for people, in the same transaction. Entries
name rows and not texts: what is shown is made of what stands there now, so that an erased name is
in none of them. What participants do is not noted here, and nothing while there is one passcode.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from state.clock import now
from state.models import Row
from state.track_access import Acting, current, gone, may_open

# What somebody goes on changing within this time is one entry.
_TOGETHER = timedelta(minutes=10)
# Who may open a track is judged by what shares it: somebody may end that for themselves.
_SHARING = "track_organiser"
_OF_MEETING = "(SELECT track_id FROM meeting WHERE meeting.id = {row}.meeting_id)"
_OF_ACTIVITY = (
    "(SELECT track_id FROM meeting JOIN activity ON meeting.id = meeting_id"
    " WHERE activity.id = {row}.activity_id)"
)
_OF_VISIT = "(SELECT track_id FROM visit WHERE visit.id = {row}.visit_id)"
_OF_OFFER = "(SELECT track_id FROM visit_offer WHERE visit_offer.id = {row}.offer_id)"
_OF_OFFER_DAY = (
    "(SELECT track_id FROM visit_offer JOIN offer_day ON visit_offer.id = offer_id"
    " WHERE offer_day.id = {row}.day_id)"
)
_OWN = "{row}.track_id"


@dataclass(frozen=True)
class _Watched:
    """How a row of a table is told: under which name, which row it is of, and of which track."""

    what: str
    row: str
    track: str


WATCHED = {
    "track": _Watched("track", "{row}.id", "{row}.id"),
    "track_organiser": _Watched("sharing", "{row}.organiser_id", _OWN),
    "organisation": _Watched("organisation", "{row}.id", _OWN),
    "person": _Watched("person", "{row}.id", _OWN),
    "meeting": _Watched("meeting", "{row}.id", _OWN),
    "activity": _Watched("activity", "{row}.id", _OF_MEETING),
    "agreement": _Watched("agreement", "{row}.meeting_id", _OF_MEETING),
    "attendance": _Watched("attendance", "{row}.person_id", _OF_MEETING),
    "contribution": _Watched("answer", "{row}.activity_id", _OF_ACTIVITY),
    "restriction": _Watched("restriction", "{row}.activity_id", _OF_ACTIVITY),
    "picture": _Watched("picture", "{row}.activity_id", _OF_ACTIVITY),
    "visit": _Watched("visit", "{row}.id", _OWN),
    "visit_day": _Watched("visit", "{row}.visit_id", _OF_VISIT),
    "visit_guest": _Watched("visit", "{row}.visit_id", _OF_VISIT),
    "matching_choice": _Watched("matching", "{row}.organisation_id", _OWN),
    "report_part": _Watched("report", "''", _OWN),
    "name_in_text": _Watched("names", "''", _OWN),
    "call": _Watched("call", "''", _OWN),
    "application": _Watched("application", "{row}.id", _OWN),
    "visit_rule": _Watched("offer", "''", _OWN),
    "visit_offer": _Watched("offer", "{row}.host_id", _OWN),
    "offer_day": _Watched("offer", "''", _OF_OFFER),
    "visit_place": _Watched("place", "{row}.person_id", _OF_OFFER_DAY),
    "own_link": _Watched("link", "{row}.person_id", _OWN),
}
# Tables of the installation, what participants alone write, and what follows from the above.
LEFT_OUT = frozenset(
    {
        "_sqlite_migrations", "setting", "pass", "organiser", "track_change",
        "saved_content", "revision", "removal", "device", "own_opening", "contribution_history",
        "calendar_event", "visit_note", "note_picture", "application_link",
        "visit_notice", "guest", "absence",
    }
)  # fmt: skip
# Columns that change by themselves with something else.
_ALONG = frozenset({"running_since", "spent_seconds", "timer", "name_key", "updated_at"})


@dataclass(frozen=True)
class TrackChange(Row):
    """An entry: `what` and `row` say of which thing, `action` is add, change, remove, restore or
    order, `columns` are the names of what changed, with spaces; `times`: how often."""

    id: int
    track_id: str
    organiser_id: str
    at: str
    what: str
    row: str
    action: str
    columns: str
    times: int


def watch(db: Database) -> None:
    """Have a connection note what organisers touch; call it once its tables are of this version."""
    db.conn.create_function("odv_acting", 0, _acting_id)
    db.conn.execute(
        "CREATE TEMP TABLE odv_touched (organiser TEXT, source TEXT, what TEXT, row TEXT,"
        " track TEXT, action TEXT, columns TEXT)"
    )
    for table, how in WATCHED.items():
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            db.conn.execute(_trigger(db, table, how, event, row))


def record(db: Database) -> None:
    """Make entries of what was touched; call it at the end of a transaction. Refused when an
    organiser touched a track that they may not open."""
    touched = db.conn.execute(
        "SELECT organiser, source, what, row, track, action, group_concat(columns, ' ')"
        " FROM odv_touched GROUP BY organiser, source, what, row, track, action ORDER BY min(rowid)"
    ).fetchall()
    if not touched:
        return
    db.conn.execute("DELETE FROM odv_touched")
    known: dict[tuple[str, str], bool] = {}
    for organiser, source, what, row, track, action, columns in touched:
        if not _stands(db, track):
            continue
        asked = (organiser, track)
        if source != _SHARING:
            if asked not in known:
                known[asked] = _may(db, organiser, track)
            if not known[asked]:
                raise gone()
        if columns is not None:
            _note(db, track, organiser, what, row, action, set(columns.split()))


def of_track(
    db: Database, track_id: str, *, organiser: str = "", what: str = "", limit: int = 200
) -> tuple[TrackChange, ...]:
    """The entries of a track, newest first; of one organiser and of one kind of thing where those
    are given."""
    found = db.query(
        "SELECT * FROM track_change WHERE track_id = :track AND (:organiser = '' OR organiser_id ="
        " :organiser) AND (:what = '' OR what = :what) ORDER BY at DESC, id DESC LIMIT :limit",
        {"track": track_id, "organiser": organiser, "what": what, "limit": limit},
    )
    return tuple(TrackChange.of(row) for row in found)


def names_of_organisers(db: Database) -> dict[str, str]:
    """The name of every organiser that ever was, by id: entries outlive who made them."""
    return dict(db.conn.execute("SELECT id, name FROM organiser").fetchall())


def labels(db: Database, entries: Iterable[TrackChange]) -> dict[tuple[str, str], Any]:
    """What the things of entries are called now, by `what` and `row`; one that is gone for good is
    left out. Of a visit the names of guest and host; of an exercise its row, since its title is
    for the exercises to tell."""
    found: dict[tuple[str, str], Any] = {}
    for what, row in {(one.what, one.row) for one in entries}:
        query = _LABELS.get(what)
        if query:
            read = next(iter(db.query(query, [row])), None)
            if read is not None:
                found[what, row] = read
    return found


_PERSON = (
    "SELECT CASE WHEN erased_at IS NULL THEN person.name ELSE '' END AS name, organisation.name"
    " AS organisation FROM person JOIN organisation ON organisation.id = organisation_id"
    " WHERE person.id = ?"
)
_ACTIVITY = (
    "SELECT activity.*, meeting.title AS meeting FROM activity JOIN meeting ON meeting.id ="
    " meeting_id WHERE activity.id = ?"
)
_LABELS = {
    "track": "SELECT name FROM track WHERE id = ?",
    "organisation": "SELECT name FROM organisation WHERE id = ?",
    "matching": "SELECT name FROM organisation WHERE id = ?",
    "offer": "SELECT name FROM organisation WHERE id = ?", "place": _PERSON,
    "person": _PERSON, "attendance": _PERSON, "link": _PERSON,
    "meeting": "SELECT title AS name FROM meeting WHERE id = ?",
    "agreement": "SELECT title AS name FROM meeting WHERE id = ?",
    "activity": _ACTIVITY, "answer": _ACTIVITY, "picture": _ACTIVITY,
    "restriction": _ACTIVITY,
    "visit": "SELECT guest.name AS guest, host.name AS host FROM visit JOIN organisation AS guest"
    " ON guest.id = visitor_id JOIN organisation AS host ON host.id = host_id WHERE visit.id = ?",
    "sharing": "SELECT name FROM organiser WHERE id = ?",
}  # fmt: skip


def _acting_id() -> str | None:
    who = current()
    return who.organiser_id if who else None


def _trigger(db: Database, table: str, how: _Watched, event: str, row: str) -> str:
    columns, action = "''", f"'{'add' if event == 'INSERT' else 'remove'}'"
    if event == "UPDATE":
        names = [one.name for one in db.table(table).columns if one.name not in _ALONG]
        columns = " || ".join(
            f"CASE WHEN OLD.\"{name}\" IS NOT NEW.\"{name}\" THEN '{name} ' ELSE '' END"
            for name in names
        )
        action = "'change'"
        if "removed_at" in names:
            action = (
                "CASE WHEN OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL THEN 'remove'"
                " WHEN OLD.removed_at IS NOT NULL AND NEW.removed_at IS NULL THEN 'restore'"
                " ELSE 'change' END"
            )
    return (
        f"CREATE TEMP TRIGGER odv_{table}_{event.lower()} AFTER {event} ON main.{table}"
        " WHEN odv_acting() IS NOT NULL BEGIN INSERT INTO odv_touched SELECT odv_acting(),"
        f" '{table}', '{how.what}', {how.row.format(row=row)}, {how.track.format(row=row)},"
        f" {action}, {columns}; END"
    )


def _stands(db: Database, track_id: str | None) -> bool:
    return db.conn.execute("SELECT 1 FROM track WHERE id = ?", [track_id]).fetchone() is not None


def _may(db: Database, organiser_id: str, track_id: str) -> bool:
    found = db.conn.execute(
        "SELECT administrator FROM organiser WHERE id = ? AND removed_at IS NULL", [organiser_id]
    ).fetchone()
    return found is not None and may_open(db, Acting(organiser_id, bool(found[0])), track_id)


def _note(
    db: Database, track: str, organiser: str, what: str, row: str, action: str, columns: set[str]
) -> None:  # fmt: skip
    if action == "change" and not columns:
        return
    if columns == {"position"}:
        action, row = "order", ""
    since = (datetime.now(UTC) - _TOGETHER).isoformat(timespec="milliseconds")
    same = db.conn.execute(
        "SELECT id, columns FROM track_change WHERE track_id = ? AND organiser_id = ? AND what = ?"
        " AND row = ? AND action = ? AND at > ? ORDER BY at DESC LIMIT 1",
        [track, organiser, what, row, action, since],
    ).fetchone()
    if same is None:
        db.conn.execute(
            "INSERT INTO track_change (track_id, organiser_id, at, what, row, action, columns)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [track, organiser, now(), what, row, action, " ".join(sorted(columns))],
        )
        return
    every = " ".join(sorted({*same[1].split(), *columns}))
    db.conn.execute(
        "UPDATE track_change SET at = ?, columns = ?, times = times + 1 WHERE id = ?",
        [now(), every, same[0]],
    )

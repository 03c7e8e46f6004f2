"""What the organiser decides for who visits whom: rules, couples that stay, wishes typed by hand,
and what an organisation can send and receive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlite_utils import Database

from state import rows
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import ChoiceKind, MatchingChoice, Organisation, Track
from state.problems import Refused
from state.text_rules import name_key, one_line

NOTE_LIMIT = 160
MOST_CHOICES = 2000
MOST_PEOPLE = 40
# Kinds about two organisations, and of these the ones that deny each other.
OF_TWO: frozenset[ChoiceKind] = frozenset(("fixed", "must", "must_not", "may_again", "wish"))
_DENYING: frozenset[ChoiceKind] = frozenset(("fixed", "must", "must_not"))
# Who met less than so many years ago does not meet again by itself.
YEARS_APART = 2


def choices(store: Store, track_id: str) -> tuple[MatchingChoice, ...]:
    """All choices of a track, in the order in which they were made."""
    with store.read() as db:
        return read_choices(db, track_id)


def read_choices(db: Database, track_id: str) -> tuple[MatchingChoice, ...]:
    """As `choices`, on a connection that reads more."""
    found = db.query(
        "SELECT * FROM matching_choice WHERE track_id = ? AND removed_at IS NULL ORDER BY rowid",
        [track_id],
    )
    return tuple(MatchingChoice.of(row) for row in found)


def rule(
    store: Store, track_id: str, kind: ChoiceKind, organisation_id: str, host_id: str,
    note: str = "",
) -> None:  # fmt: skip
    """Store a rule about two organisations in the place of what was said of the two before. Refused
    for a kind that is none, for one and the same, and for who takes no part."""
    if kind not in OF_TWO or kind == "wish":
        raise ValueError(kind)
    clean = one_line(note, NOTE_LIMIT, _("De reden"), required=False)
    with store.write() as db:
        _check(db, track_id, organisation_id, host_id)
        before = [
            one for one in read_choices(db, track_id)
            if (one.organisation_id, one.host_id) == (organisation_id, host_id)
            and (one.kind == kind or {one.kind, kind} <= _DENYING)
        ]  # fmt: skip
        _replace(db, before)
        _add(db, track_id, kind, organisation_id, host_id, note=clean)


def drop(store: Store, choice_id: str, label: str = "") -> None:
    """Take a choice away; with a `label` it can be put back on the pages of the track."""
    with store.write() as db:
        found = rows.find(db, MatchingChoice, "matching_choice", choice_id)
        if label:
            key = ("matching_choice", {"id": choice_id})
            rows.remove(db, found.track_id, label, [key])
        else:
            _replace(db, [found])


def set_wishes(store: Store, track_id: str, organisation_id: str, hosts: Iterable[str]) -> None:
    """Store the hosts (ids, best first) that an organisation told the organiser, in the place of
    those before; none takes them away. Refused for who takes no part, itself, or one twice."""
    wanted = tuple(hosts)
    if len(set(wanted)) < len(wanted):
        raise Refused(_("Een organisatie staat er twee keer in. Kies een andere."))
    with store.write() as db:
        for host in wanted:
            _check(db, track_id, organisation_id, host)
        _replace(db, _of(db, track_id, "wish", organisation_id))
        for rank, host in enumerate(wanted, start=1):
            _add(db, track_id, "wish", organisation_id, host, number=rank)


def set_numbers(
    store: Store, track_id: str, kind: ChoiceKind, organisation_id: str, numbers: Iterable[int]
) -> None:
    """Store the numbers of one kind about one organisation in the place of those before: "sends",
    the people of each group that goes out (a single 0 for nobody); "most_visits" and
    "most_people", one number; "unvisited", a 1. None takes them away. Refused for a number below
    0, or far too high."""
    wanted = tuple(numbers)
    if any(not 0 <= one <= MOST_PEOPLE for one in wanted):
        raise Refused(_("Kies een getal van 0 tot {most}.").format(most=MOST_PEOPLE))
    with store.write() as db:
        _check(db, track_id, organisation_id, None)
        _replace(db, _of(db, track_id, kind, organisation_id))
        for number in wanted:
            _add(db, track_id, kind, organisation_id, None, number=number)


def known(db: Database, track_id: str) -> tuple[tuple[Organisation, ...], tuple[Organisation, ...]]:
    """The organisations of a track, and those that left it."""
    return (
        rows.ordered(db, Organisation, "organisation", "track_id", track_id),
        rows.removed(db, Organisation, "organisation", "track_id", track_id),
    )


def met_before(db: Database, track_id: str, today: date) -> frozenset[tuple[str, str]]:
    """Pairs (visitor, host) of this track, as ids, who visited each other so in another track less
    than two years ago. Organisations are the same by their name. A visit without days counts from
    the day it was made."""
    here = {
        name_key(one.name): one.id
        for one in rows.ordered(db, Organisation, "organisation", "track_id", track_id)
    }
    found = db.query(
        "SELECT visitor.name AS visitor, host.name AS host, coalesce((SELECT max(date) FROM"
        " visit_day WHERE visit_id = visit.id), substr(visit.created_at, 1, 10)) AS day FROM visit"
        " JOIN track ON track.id = visit.track_id AND track.removed_at IS NULL"
        " JOIN organisation AS visitor ON visitor.id = visitor_id"
        " JOIN organisation AS host ON host.id = host_id"
        " WHERE visit.track_id != ? AND visit.removed_at IS NULL AND state IN ('agreed', 'done')",
        [track_id],
    )
    first = today.replace(year=today.year - YEARS_APART, day=min(today.day, 28)).isoformat()
    return frozenset(
        (here[name_key(row["visitor"])], here[name_key(row["host"])])
        for row in found
        if row["day"] > first and {name_key(row["visitor"]), name_key(row["host"])} <= here.keys()
    )


def _of(
    db: Database, track_id: str, kind: ChoiceKind, organisation_id: str
) -> list[MatchingChoice]:
    return [one for one in read_choices(db, track_id)
            if (one.kind, one.organisation_id) == (kind, organisation_id)]  # fmt: skip


def _replace(db: Database, before: Iterable[MatchingChoice]) -> None:
    for one in before:
        db.conn.execute("DELETE FROM matching_choice WHERE id = ?", [one.id])


def _check(db: Database, track_id: str, organisation_id: str, host_id: str | None) -> None:
    rows.find(db, Track, "track", track_id)
    there = {one.id for one in rows.ordered(db, Organisation, "organisation", "track_id", track_id)}
    if not {organisation_id, host_id or organisation_id} <= there:
        raise Refused(_("Deze organisatie doet niet meer mee. Kies een andere."))
    if organisation_id == host_id:
        raise Refused(_("Niemand gaat bij zichzelf op bezoek. Kies een andere gastorganisatie."))


def _add(
    db: Database, track_id: str, kind: ChoiceKind, organisation_id: str, host_id: str | None, *,
    number: int = 0, note: str = "",
) -> None:  # fmt: skip
    if len(read_choices(db, track_id)) >= MOST_CHOICES:
        raise Refused(_("Er staan al te veel regels. Haal er eerst weg."))
    db.table("matching_choice").insert({
        "id": new_id(), "track_id": track_id, "kind": kind, "organisation_id": organisation_id,
        "host_id": host_id, "number": number, "note": note, "created_at": now(),
        "removed_at": None,
    })  # fmt: skip

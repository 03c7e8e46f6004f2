"""Tracks with their organisations and people, as the facilitator prepares them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sqlite_utils import Database

from state import door_organisations, erasing_tracks, rows, sharing, track_access, two_people
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import TILES, Organisation, Person, Track
from state.pasted_people import ListedOrganisation, ListedPerson
from state.problems import Refused
from state.revisions import raise_for_track
from state.short_names import SHORT_LIMIT
from state.text_rules import name_key, one_line

NAME_LIMIT = 60
TITLE_LIMIT = 120
# The scope of removals of whole tracks, for undo on the list of tracks.
TRACKS_SCOPE = "tracks"
POSES = ("staat", "koffie", "zwaait", "zij")


class NameOfAnother(Refused):
    """Somebody else of the organisation has this name."""


def nameless(organisation: str) -> str:
    """The name of somebody of an organisation whose own name was erased."""
    return _("iemand van {organisation}").format(organisation=organisation)


def change_framework(store: Store, track_id: str, framework: str) -> None:
    """Store the framework of a track, as text; an empty one is that of the method."""
    with store.write() as db:
        rows.find(db, Track, "track", track_id)
        db.conn.execute("UPDATE track SET framework = ? WHERE id = ?", [framework, track_id])
        raise_for_track(db, track_id, "steps")


def all_tracks(store: Store) -> tuple[Track, ...]:
    """Every track that is not removed and that who acts may open, in order."""
    condition, values = track_access.opens(track_access.current(), "track.id")
    with store.read() as db:
        found = db.query(
            f"SELECT * FROM track WHERE removed_at IS NULL AND {condition}"
            " ORDER BY position, rowid",
            values,
        )
        return tuple(Track.of(row) for row in found)


def track(store: Store, track_id: str) -> Track:
    """One track; Refused when it is gone, or not for who acts."""
    with store.read() as db:
        track_access.check_open(db, track_id)
        return rows.find(db, Track, "track", track_id)


def add_track(store: Store, name: str, theme: str = "") -> str:
    """Make a track and give its id. Refused when the name is empty or too long."""
    row = {
        "id": new_id(), "name": one_line(name, TITLE_LIMIT, _("De naam")),
        "theme": one_line(theme, TITLE_LIMIT, _("Het thema"), required=False),
        "created_at": now(), "removed_at": None,
    }  # fmt: skip
    with store.write() as db:
        (last,) = db.conn.execute("SELECT coalesce(max(position), 0) FROM track").fetchone()
        db.table("track").insert({**row, "position": last + 1})
        sharing.own(db, str(row["id"]))
    return str(row["id"])


def free_name(store: Store, wanted: str) -> str:
    """A name that no other track has: as wanted, or with a number behind it."""
    taken = {one.name for one in all_tracks(store)}
    number, name = 2, wanted
    while name in taken:
        end = f" {number}"
        name, number = f"{wanted[: TITLE_LIMIT - len(end)]}{end}", number + 1
    return name


def change_track(store: Store, track_id: str, name: str, theme: str) -> None:
    """Rename a track or its theme."""
    clean_name = one_line(name, TITLE_LIMIT, _("De naam"))
    clean_theme = one_line(theme, TITLE_LIMIT, _("Het thema"), required=False)
    with store.write() as db:
        db.conn.execute(
            "UPDATE track SET name = ?, theme = ? WHERE id = ?",
            [clean_name, clean_theme, track_id],
        )
        raise_for_track(db, track_id, "steps")


def move_track(store: Store, track_id: str, by: int) -> None:
    """Move a track up (negative) or down the list."""
    ids = [item.id for item in all_tracks(store)]
    with store.write() as db:
        rows.move(db, "track", ids, track_id, by)


def remove_track(store: Store, track_id: str) -> None:
    """Take a track away, with a way back on the list of tracks."""
    with store.write() as db:
        track_access.check_owner(db, track_id)
        found = rows.find(db, Track, "track", track_id)
        label = _("Het traject {name} is verwijderd.").format(name=found.name)
        rows.remove(db, TRACKS_SCOPE, label, [("track", {"id": track_id})])


def undo_removal(store: Store, removal_id: str, track_id: str | None = None) -> None:
    """Bring back what a removal took away, and tell the track's meetings; Refused for two people
    who became one and can't be two again (`state.two_people`)."""
    with store.write() as db:
        joined = rows.joined(db, removal_id)
        if joined and not door_organisations.undo(db, joined):
            two_people.part(db, joined)
        rows.undo(db, removal_id)
        if track_id is not None:
            raise_for_track(db, track_id, "steps", "people", "results")


def removals(store: Store, scope: str) -> list[dict[str, str]]:
    """What can be undone on the page of `scope` (a track's or meeting's id, or 'tracks')."""
    with store.read() as db:
        if scope != TRACKS_SCOPE or track_access.current() is None:
            return rows.removals(db, scope)
        mine = {one.id for one in erasing_tracks.removed_tracks(db)}
        return rows.removals(db, scope, only=mine)


def organisations(store: Store, track_id: str) -> tuple[Organisation, ...]:
    """The organisations of a track, in order."""
    with store.read() as db:
        return rows.ordered(db, Organisation, "organisation", "track_id", track_id)


def organisations_that_left(store: Store, track_id: str) -> tuple[Organisation, ...]:
    """The organisations that were removed from a track; what they did still stands."""
    with store.read() as db:
        return rows.removed(db, Organisation, "organisation", "track_id", track_id)


def add_organisation(
    store: Store, track_id: str, name: str, sector: str = "", place: str = ""
) -> str:
    """Add an organisation with the first tile that is free; gives its id."""
    with store.write() as db:
        return insert_organisation(db, track_id, name, sector, place)


def insert_organisation(db: Database, track_id: str, name: str, sector: str, place: str) -> str:
    """As `add_organisation`, inside a transaction that has more to do."""
    clean = _organisation_texts(name, sector, place)
    present = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
    _refuse_same_name(present, clean["name"], None)
    row = {
        "id": new_id(), "track_id": track_id, **clean, "tile": _free_tile(present),
        "position": rows.next_position(db, "organisation", "track_id", track_id),
        "removed_at": None,
    }  # fmt: skip
    db.table("organisation").insert(row)
    raise_for_track(db, track_id, "steps")
    return str(row["id"])


def change_organisation(
    store: Store, organisation_id: str, name: str, sector: str, place: str, tile: int,
    short: str | None = None,
) -> None:  # fmt: skip
    """Change the texts and tile (1..12) of an organisation. `short`: its short name, empty for the
    proposed one; None leaves it as it is. Refused for a name or short name that is taken."""
    clean = _organisation_texts(name, sector, place)
    if short is not None:
        clean["short"] = one_line(short, SHORT_LIMIT, _("De korte naam"), required=False)
    if not 1 <= tile <= TILES:
        raise Refused(_("Kies een van de twaalf tegels."))
    with store.write() as db:
        found = rows.find(db, Organisation, "organisation", organisation_id)
        present = rows.ordered(db, Organisation, "organisation", "track_id", found.track_id)
        _refuse_same_name(present, clean["name"], organisation_id)
        _refuse_same_name(present, clean.get("short", ""), organisation_id)
        db.table("organisation").update(organisation_id, {**clean, "tile": tile})
        # Whose name was erased is told by the organisation's.
        db.conn.execute(
            "UPDATE person SET name = ? WHERE organisation_id = ? AND erased_at IS NOT NULL",
            [nameless(clean["name"]), organisation_id],
        )
        raise_for_track(db, found.track_id, "steps", "results", "people")


def move_organisation(store: Store, track_id: str, organisation_id: str, by: int) -> None:
    """Move an organisation up (negative) or down."""
    ids = [item.id for item in organisations(store, track_id)]
    with store.write() as db:
        rows.move(db, "organisation", ids, organisation_id, by)
        raise_for_track(db, track_id, "steps")


def remove_organisation(store: Store, organisation_id: str) -> None:
    """Take an organisation and its people away, with a way back on the track's page."""
    with store.write() as db:
        found = rows.find(db, Organisation, "organisation", organisation_id)
        people = db.query(
            "SELECT id FROM person WHERE organisation_id = ? AND removed_at IS NULL",
            [organisation_id],
        )
        changes = [("person", {"id": row["id"]}) for row in people]
        label = _("{name} is verwijderd.").format(name=found.name)
        rows.remove(
            db, found.track_id, label, [("organisation", {"id": organisation_id}), *changes]
        )
        raise_for_track(db, found.track_id, "steps", "people", "results")


def people(store: Store, track_id: str) -> tuple[Person, ...]:
    """Everybody of a track who has a name, by organisation and then by that name."""
    with store.read() as db:
        return read_people(db, track_id)


def taking_part(store: Store, track_id: str) -> tuple[Person, ...]:
    """As `people`, of the organisations that take part now: without those that were there for one
    meeting only."""
    present = {one.id for one in organisations(store, track_id)}
    return tuple(one for one in people(store, track_id) if one.organisation_id in present)


def read_people(db: Database, track_id: str) -> tuple[Person, ...]:
    """As `people`, on a connection that reads more."""
    found = db.query(
        "SELECT person.* FROM person JOIN organisation ON organisation.id = organisation_id"
        " WHERE person.track_id = ? AND person.removed_at IS NULL AND erased_at IS NULL"
        " ORDER BY organisation.position, person.name_key",
        [track_id],
    )
    return tuple(Person.of(row) for row in found)


def short_lists(db: Database, track_id: str, most: int) -> dict[str, list[str]]:
    """The names of each organisation that has at most `most` people, by the organisation's id."""
    named = "track_id = ? AND removed_at IS NULL AND erased_at IS NULL"
    found = db.conn.execute(
        f"SELECT organisation_id, name FROM person WHERE {named} AND organisation_id IN"
        f" (SELECT organisation_id FROM person WHERE {named}"
        " GROUP BY organisation_id HAVING count(*) <= ?) ORDER BY name_key",
        [track_id, track_id, most],
    ).fetchall()
    names: dict[str, list[str]] = {}
    for organisation_id, name in found:
        names.setdefault(organisation_id, []).append(name)
    return names


def add_person(store: Store, organisation_id: str, name: str, function: str = "") -> str:
    """Add somebody to an organisation; gives the id. Refused when the name is taken there."""
    with store.write() as db:
        person_id = insert_person(db, organisation_id, name, function)
        found = rows.find(db, Organisation, "organisation", organisation_id)
        raise_for_track(db, found.track_id, "people")
    return person_id


def add_list(store: Store, track_id: str, listed: Sequence[ListedOrganisation]) -> tuple[int, int]:
    """Add organisations with their people, all or nothing; gives how many organisations and people
    came in.

    What is in the track already stays as it is, but for texts that were still empty. Refused with
    a sentence that names whose text does not fit.
    """
    added = 0
    with store.write() as db:
        before = len(rows.ordered(db, Organisation, "organisation", "track_id", track_id))
        for one in listed:
            try:
                organisation_id = _listed_organisation(db, track_id, one)
                added += sum(_listed_person(db, organisation_id, item) for item in one.people)
            except Refused as refusal:
                raise Refused(f"{one.name[:NAME_LIMIT]}: {refusal}") from refusal
        raise_for_track(db, track_id, "steps", "people", "results")
        after = len(rows.ordered(db, Organisation, "organisation", "track_id", track_id))
    return after - before, added


def _listed_organisation(db: Database, track_id: str, one: ListedOrganisation) -> str:
    present = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
    found = next((item for item in present if name_key(item.name) == name_key(one.name)), None)
    if found is None:
        return insert_organisation(db, track_id, one.name, one.sector, one.place)
    clean = _organisation_texts(
        found.name, found.sector or one.sector, found.place or one.place
    )  # fmt: skip
    db.table("organisation").update(found.id, clean)
    return found.id


def _listed_person(db: Database, organisation_id: str, one: ListedPerson) -> bool:
    clean = one_line(one.name, NAME_LIMIT, _("De naam"))
    found = person_named(db, organisation_id, clean)
    if found is None:
        insert_person(db, organisation_id, clean, one.function)
        return True
    if one.function and not found.function:
        function = one_line(one.function, NAME_LIMIT, _("De functie"), required=False)
        db.table("person").update(found.id, {"function": function})
    return False


def insert_person(db: Database, organisation_id: str, name: str, function: str) -> str:
    """As `add_person`, inside a transaction that has more to do."""
    organisation = rows.find(db, Organisation, "organisation", organisation_id)
    clean = one_line(name, NAME_LIMIT, _("De naam"))
    if person_named(db, organisation_id, clean) is not None:
        raise Refused(
            _("Er is al een {name} bij {organisation}. Zet er een letter van de achternaam bij.")
            .format(name=clean, organisation=organisation.name)
        )  # fmt: skip
    row = {
        "id": new_id(), "track_id": organisation.track_id, "organisation_id": organisation_id,
        "name": clean, "name_key": name_key(clean), "pose": secrets.choice(POSES),
        "function": one_line(function, NAME_LIMIT, _("De functie"), required=False),
        "created_at": now(), "removed_at": None,
    }  # fmt: skip
    db.table("person").insert(row)
    return str(row["id"])


def person_named(db: Database, organisation_id: str, name: str) -> Person | None:
    """The person of an organisation whose name people see as the same; of several the one that is
    spelled exactly so.

    Keys are made anew: those that are stored are of the version that stored them.
    """
    found = db.query(
        "SELECT * FROM person WHERE organisation_id = ? AND removed_at IS NULL"
        " AND erased_at IS NULL ORDER BY rowid",
        [organisation_id],
    )
    key = name_key(name)
    alike = [row for row in found if name_key(row["name"]) == key]
    exact = [row for row in alike if row["name"] == name]
    return next((Person.of(row) for row in (*exact, *alike)), None)


def change_person(store: Store, person_id: str, name: str, function: str | None = None) -> None:
    """Change somebody's name and, unless None, function."""
    clean = one_line(name, NAME_LIMIT, _("De naam"))
    with store.write() as db:
        found = rows.find(db, Person, "person", person_id)
        if found.erased_at is not None:
            raise Refused(_("De naam van deze persoon is gewist."))
        other = person_named(db, found.organisation_id, clean)
        if other is not None and other.id != person_id:
            raise NameOfAnother(_("Die naam is al van iemand anders in deze organisatie."))
        new_function = found.function if function is None else function
        db.table("person").update(
            person_id,
            {
                "name": clean, "name_key": name_key(clean),
                "function": one_line(new_function, NAME_LIMIT, _("De functie"), required=False),
            },
        )  # fmt: skip
        raise_for_track(db, found.track_id, "people", "results")


def remove_person(store: Store, person_id: str) -> None:
    """Take somebody out of the track, with a way back on the track's page."""
    with store.write() as db:
        found = rows.find(db, Person, "person", person_id)
        label = _("{name} is verwijderd.").format(name=found.name)
        rows.remove(db, found.track_id, label, [("person", {"id": person_id})])
        raise_for_track(db, found.track_id, "steps", "people", "results")


def _organisation_texts(name: str, sector: str, place: str) -> dict[str, str]:
    return {
        "name": one_line(name, NAME_LIMIT, _("De naam")),
        "sector": one_line(sector, NAME_LIMIT, _("Het soort werking"), required=False),
        "place": one_line(place, NAME_LIMIT, _("De plaats"), required=False),
    }


def _refuse_same_name(present: tuple[Organisation, ...], name: str, but: str | None) -> None:
    taken = {name_key(text) for one in present if one.id != but for text in (one.name, one.short)}
    if name and name_key(name) in taken:
        raise Refused(_("Er is al een organisatie die {name} heet.").format(name=name))


def _free_tile(present: tuple[Organisation, ...]) -> int:
    used = [item.tile for item in present]
    return min(range(1, TILES + 1), key=lambda tile: (used.count(tile), tile))

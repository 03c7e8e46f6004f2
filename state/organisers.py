"""The people who prepare tracks, each with an own name and passcode.

There are none as long as one passcode holds for everybody. The first that is added looks after the
whole installation as its administrator, and becomes the owner of every track.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from state import access, revisions, rows, screens, settings
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Row
from state.problems import Refused
from state.text_rules import name_key, one_line
from state.track_access import check_administrator

NAME_LIMIT = 60
EMAIL_LIMIT = 200


@dataclass(frozen=True)
class Organiser(Row):
    """Somebody who prepares. `passcode_hash` is empty for who signs in with the organisation's
    account; `issuer` and `subject` name that account, empty until its first use; `email` is what
    it was invited by. Who is not `approved` yet may not come in; whose passcode was given
    (`passcode_given`) chooses an own one first."""

    id: str
    name: str
    passcode_hash: str
    passcode_given: int
    administrator: int
    email: str
    issuer: str
    subject: str
    approved: int
    created_at: str
    removed_at: str | None


def standing(db: Database) -> tuple[Organiser, ...]:
    """The organisers of now, in the order in which they came."""
    found = db.query("SELECT * FROM organiser WHERE removed_at IS NULL ORDER BY created_at, rowid")
    return tuple(Organiser.of(row) for row in found)


def everybody(store: Store) -> tuple[Organiser, ...]:
    """As `standing`."""
    with store.read() as db:
        return standing(db)


def find(db: Database, organiser_id: str) -> Organiser:
    """One organiser of now; Refused when somebody removed them."""
    return rows.find(db, Organiser, "organiser", organiser_id)


def named(db: Database, name: str) -> Organiser | None:
    """The organiser of now whose name reads the same."""
    key = name_key(name)
    return next((one for one in standing(db) if name_key(one.name) == key), None)


def begin(store: Store, name: str, passcode: str, token: str) -> str:
    """Go from one passcode to several organisers: add the first, an administrator and the owner of
    all tracks; gives the id. The pass `token` becomes theirs, every other one ends.

    Refused when there are organisers already, or for an unfit name or passcode.
    """
    row = _row(name, access.hashed(passcode), administrator=1)
    with store.write() as db:
        if standing(db):
            raise Refused(_("Er zijn al organisatoren. Vraag een van hen om je toe te voegen."))
        db.table("organiser").insert(row)
        db.conn.execute("DELETE FROM track_organiser")
        db.conn.execute(
            "INSERT INTO track_organiser SELECT id, ?, 'owner', ? FROM track", [row["id"], now()]
        )
        db.conn.execute("UPDATE saved_content SET organiser_id = ?", [row["id"]])
        access.hand_over(db, token, str(row["id"]))
        _tell(db)
    return str(row["id"])


def add(store: Store, name: str, passcode: str) -> str:
    """Add an organiser with a first passcode; gives the id. For administrators.

    Refused for a name that another has, and for an unfit name or passcode.
    """
    return _add(store, {**_row(name, access.hashed(passcode)), "passcode_given": 1})


def invite(store: Store, name: str, email: str) -> str:
    """Add an organiser who signs in with the organisation's account that has this e-mail address;
    gives the id. For administrators. Refused for an address or name that another has."""
    clean = _address(email)
    return _add(store, {**_row(name, ""), "email": clean})


def _add(store: Store, row: dict[str, object]) -> str:
    with store.write() as db:
        check_administrator()
        if not standing(db):
            raise Refused(_("Voeg eerst jezelf toe als organisator."))
        _refuse_taken(db, str(row["name"]))
        if row["email"] and any(one.email == row["email"] for one in standing(db)):
            raise Refused(_("Dat e-mailadres hoort al bij iemand."))
        db.table("organiser").insert(row)
    return str(row["id"])


def rename(store: Store, organiser_id: str, name: str) -> None:
    """Give an organiser another name. Refused for one that somebody else has."""
    clean = one_line(name, NAME_LIMIT, _("De naam"))
    with store.write() as db:
        find(db, organiser_id)
        other = named(db, clean)
        if other is not None and other.id != organiser_id:
            raise Refused(_("Er is al een organisator met die naam."))
        db.table("organiser").update(organiser_id, {"name": clean})


def set_passcode(
    store: Store, organiser_id: str, passcode: str, keep: str = "", *, given: bool = False
) -> None:  # fmt: skip
    """Give an organiser another passcode; their passes end, but for the token `keep`. `given`:
    somebody else chose it, so they choose an own one when they sign in. Refused for an unfit
    one."""
    hashed = access.hashed(passcode)
    with store.write() as db:
        find(db, organiser_id)
        db.table("organiser").update(
            organiser_id, {"passcode_hash": hashed, "passcode_given": int(given)}
        )
        access.end_of_organiser(db, organiser_id, keep)
        _tell(db)


def change_own_passcode(
    store: Store, organiser_id: str, present: str, wanted: str, token: str
) -> None:
    """Let somebody choose another passcode, who knows the present one; their other browsers are
    signed out. Refused when the present one is wrong."""
    with store.read() as db:
        found = find(db, organiser_id)
    if found.passcode_hash and not access.fits(found.passcode_hash, present):
        raise Refused(_("Je huidige toegangscode klopt niet."))
    set_passcode(store, organiser_id, wanted, token)


def choose_first_passcode(store: Store, organiser_id: str, wanted: str) -> None:
    """Choose an own passcode in the place of the one that was given. Refused when it is the same,
    or unfit."""
    with store.read() as db:
        found = find(db, organiser_id)
    if access.fits(found.passcode_hash, wanted):
        raise Refused(_("Dat is de code die je kreeg. Kies er een die alleen jij kent."))
    set_passcode(store, organiser_id, wanted)


def appoint(store: Store, organiser_id: str, administrator: bool) -> None:
    """Make somebody an administrator, or no longer. Refused for the last one."""
    with store.write() as db:
        check_administrator()
        find(db, organiser_id)
        if not administrator:
            _refuse_last(db, organiser_id)
        db.table("organiser").update(organiser_id, {"administrator": int(administrator)})
        _tell(db)


def approve(store: Store, organiser_id: str) -> None:
    """Let in somebody who came with an account that nobody invited. For administrators."""
    with store.write() as db:
        check_administrator()
        find(db, organiser_id)
        db.table("organiser").update(organiser_id, {"approved": 1})


def remove(store: Store, organiser_id: str, heir_id: str) -> None:
    """Take an organiser away: their passes end, and tracks that only they owned become `heir_id`'s.

    For administrators. Refused for the last administrator, and for an heir who is gone.
    """
    with store.write() as db:
        check_administrator()
        find(db, organiser_id)
        _refuse_last(db, organiser_id)
        heir = find(db, heir_id)
        if heir.id == organiser_id:
            raise Refused(_("Kies iemand anders voor de trajecten."))
        # What others changed is told under the name, which therefore stays.
        db.table("organiser").update(
            organiser_id, {"removed_at": now(), "passcode_hash": "", "email": "", "subject": ""}
        )
        for (track_id,) in db.conn.execute(
            "SELECT track_id FROM track_organiser WHERE organiser_id = ?", [organiser_id]
        ).fetchall():
            screens.renew_at_rest(db, track_id)
        _inherit(db, organiser_id, heir.id)
        access.end_of_organiser(db, organiser_id)
        _tell(db)


def end(store: Store, passcode: str, token: str = "") -> None:
    """Go back to one passcode for everybody: `passcode`, or where that is empty the one from
    before. All passes end but that of `token`. For administrators; Refused for an unfit one."""
    hashed = access.hashed(passcode) if passcode else ""
    if not hashed and not access.passcode_is_set(store):
        raise Refused(_("Kies een toegangscode voor iedereen."))
    with store.write() as db:
        check_administrator()
        db.conn.execute(
            "UPDATE organiser SET removed_at = ?, passcode_hash = '', email = '', subject = ''"
            " WHERE removed_at IS NULL", [now()],
        )  # fmt: skip
        db.conn.execute("DELETE FROM track_organiser")
        db.conn.execute("UPDATE saved_content SET organiser_id = ''")
        if hashed:
            settings.put(store, access.PASSCODE, hashed)
        access.hand_over(db, token, "")
        _tell(db)


def _row(name: str, passcode_hash: str, administrator: int = 0) -> dict[str, object]:
    return {
        "id": new_id(), "name": one_line(name, NAME_LIMIT, _("De naam")),
        "passcode_hash": passcode_hash, "passcode_given": 0, "administrator": administrator,
        "email": "", "issuer": "", "subject": "", "approved": 1, "created_at": now(),
        "removed_at": None,
    }  # fmt: skip


def _address(typed: str) -> str:
    clean = one_line(typed, EMAIL_LIMIT, _("Het e-mailadres")).casefold()
    before, at, behind = clean.partition("@")
    if not (before and at and "." in behind) or " " in clean or "@" in behind:
        raise Refused(_("Dat is geen e-mailadres. Kijk het nog eens na."))
    return clean


def _refuse_taken(db: Database, name: str) -> None:
    if named(db, name) is not None:
        raise Refused(_("Er is al een organisator met die naam."))


def _refuse_last(db: Database, organiser_id: str) -> None:
    if all(one.id == organiser_id for one in standing(db) if one.administrator):
        raise Refused(_("Er moet altijd een beheerder zijn. Maak eerst iemand anders beheerder."))


def _inherit(db: Database, organiser_id: str, heir_id: str) -> None:
    """Give tracks that only a removed organiser owned to somebody else, with what they kept."""
    db.conn.execute(
        "INSERT INTO track_organiser SELECT track_id, :heir, 'owner', :now FROM track_organiser"
        " AS mine WHERE organiser_id = :gone AND role = 'owner' AND NOT EXISTS (SELECT 1 FROM"
        " track_organiser AS other JOIN organiser ON organiser.id = other.organiser_id"
        " WHERE other.track_id = mine.track_id AND other.role = 'owner'"
        " AND organiser.removed_at IS NULL)"
        " ON CONFLICT (track_id, organiser_id) DO UPDATE SET role = 'owner'",
        {"heir": heir_id, "gone": organiser_id, "now": now()},
    )
    db.conn.execute("DELETE FROM track_organiser WHERE organiser_id = ?", [organiser_id])


def _tell(db: Database) -> None:
    """Let every open console and page of the desk look again whether it may stay."""
    revisions.raise_access(db)
    for (meeting_id,) in db.conn.execute("SELECT id FROM meeting").fetchall():
        revisions.raise_revision(db, meeting_id, "people")

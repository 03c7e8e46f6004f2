"""Who applied for a track, and what the organiser notes and decides about it.

Applications are of people outside the track, so that they are in no export of it; `accept` makes
the organisation and its people in the track. `state.erasing_applications` removes one for good.
"""

from __future__ import annotations

from typing import Literal, get_args

from sqlite_utils import Database

from state import application_answers, application_rows, rows, tracks
from state.application_rows import Application, Decision, find, read_applications, update
from state.database import Store
from state.ids import new_token
from state.language import _
from state.models import Organisation
from state.problems import Refused
from state.revisions import raise_for_track
from state.text_rules import paragraph

NoteKind = Literal["phone_note", "adds", "seeks", "doubts"]
NOTE_LIMIT = 2000


def of_track(store: Store, track_id: str) -> tuple[Application, ...]:
    """The applications of a track: those that were sent, in that order, then drafts; withdrawn
    ones last."""
    with store.read() as db:
        return read_applications(db, track_id)


def application(store: Store, application_id: str) -> Application:
    """One application; Refused when it is gone."""
    with store.read() as db:
        return find(db, application_id)


def alike(store: Store, track_id: str) -> dict[str, tuple[str, ...]]:
    """Which applications of a track seem to be of one organisation: id -> ids of the others. Those
    that were withdrawn do not count."""
    return application_answers.alike({
        one.id: one.answers for one in of_track(store, track_id) if one.status != "withdrawn"
    })  # fmt: skip


def give_link(store: Store, application_id: str) -> str:
    """Make another link to an application, for who lost it; earlier ones end. Gives the token."""
    token = new_token()
    with store.write() as db:
        find(db, application_id)
        application_rows.revoke(db, application_id)
        application_rows.link(db, application_id, token)
    return token


def revoke_link(store: Store, application_id: str) -> None:
    """End every link to an application."""
    with store.write() as db:
        find(db, application_id)
        application_rows.revoke(db, application_id)


def decide(store: Store, application_id: str, decision: Decision) -> None:
    """Choose yes, maybe, no or the waiting list, or "" for not decided yet. Refused for one that
    was not sent, a yes to one that was withdrawn, and another choice than yes once the organisation
    is in the track."""
    if decision not in get_args(Decision):
        raise Refused(_("Kies ja, misschien, nee of wacht."))
    with store.write() as db:
        found = find(db, application_id)
        if found.status == "draft":
            raise Refused(_("{name} heeft de aanmelding nog niet verstuurd.").format(
                name=_name(found)))  # fmt: skip
        if found.status == "withdrawn" and decision == "yes":
            raise Refused(_withdrawn(found))
        if decision != "yes" and _standing(db, found) is not None:
            raise Refused(_(
                "{name} staat al in het traject. Haal de organisatie daar eerst weg."
            ).format(name=_name(found)))  # fmt: skip
        update(db, found.id, touched=False, decision=decision)


def note(store: Store, application_id: str, kind: NoteKind, typed: str) -> None:
    """Note something about an application: of the phone call, what it adds, seeks, or a doubt."""
    if kind not in get_args(NoteKind):
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
    text = paragraph(typed, NOTE_LIMIT, _("De notitie"))
    with store.write() as db:
        find(db, application_id)
        update(db, application_id, touched=False, **{kind: text})


def accept(store: Store, application_id: str, into: str | None = None) -> str:
    """Make the organisation of an application and its people in the track, in one transaction, and
    decide yes; gives the organisation's id. A second time changes nothing.

    `into`: an organisation that is in the track already, such as by another application of the
    same one: its people come in there, those that are there already once. Refused for one that was
    withdrawn or never sent, and when an organisation with this name is in the track and not meant.
    """
    with store.write() as db:
        found = find(db, application_id)
        if found.status == "withdrawn":
            raise Refused(_withdrawn(found))
        if found.status == "draft":
            raise Refused(_("{name} heeft de aanmelding nog niet verstuurd.").format(
                name=_name(found)))  # fmt: skip
        there = _standing(db, found)
        if there is not None:
            return there
        organisation_id = _place(db, found, into)
        for one in found.answers.people:
            if tracks.person_named(db, organisation_id, one.name) is None:
                tracks.insert_person(db, organisation_id, one.name, one.function)
        update(db, found.id, touched=False, decision="yes", organisation_id=organisation_id)
        raise_for_track(db, found.track_id, "steps", "people", "results")
    return organisation_id


def accepted(db: Database, application_id: str) -> str | None:
    """The organisation that an application became and that is still in the track."""
    return _standing(db, find(db, application_id))


def _place(db: Database, found: Application, into: str | None) -> str:
    answers = found.answers
    if into is None:
        return tracks.insert_organisation(
            db, found.track_id, answers.name, answers.sector, answers.place
        )
    organisation = rows.find(db, Organisation, "organisation", into)
    if organisation.track_id != found.track_id:
        raise Refused(_("Deze organisatie is niet van dit traject."))
    return organisation.id


def _standing(db: Database, found: Application) -> str | None:
    if found.organisation_id is None:
        return None
    there = db.conn.execute(
        "SELECT 1 FROM organisation WHERE id = ? AND removed_at IS NULL", [found.organisation_id]
    ).fetchone()
    return found.organisation_id if there else None


def admit(store: Store, application_id: str) -> None:
    """Count a draft as sent, also after the deadline. Raises NotComplete; Refused for one that was
    withdrawn."""
    with store.write() as db:
        found = find(db, application_id)
        if found.status == "withdrawn":
            raise Refused(_withdrawn(found))
        if found.status == "draft":
            application_rows.mark_sent(db, found)


def _name(found: Application) -> str:
    return found.answers.name or _("Deze organisatie")


def _withdrawn(found: Application) -> str:
    return _("{name} heeft de aanmelding ingetrokken. Bel eerst even.").format(name=_name(found))

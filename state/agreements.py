"""What was agreed at a meeting, as the facilitator writes it down: a sentence, and by when."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from state import rows
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Meeting, MeetingAgreement
from state.problems import Refused
from state.revisions import raise_revision
from state.text_rules import one_line

TEXT_LIMIT = 240
MOST = 20


def of_meeting(db: Database, meeting_id: str) -> tuple[MeetingAgreement, ...]:
    """The agreements of a meeting: by day, then those without one, each in order of writing."""
    found = rows.ordered(db, MeetingAgreement, "agreement", "meeting_id", meeting_id)
    return tuple(sorted(found, key=lambda one: one.due or "9"))


def add(store: Store, meeting_id: str, text: str, due: str = "") -> str:
    """Write one down and give its id. Refused when it is empty or too long, for what is no date,
    and when there are `MOST` already."""
    clean, day = one_line(text, TEXT_LIMIT, _("De afspraak")), _day(due)
    with store.write() as db:
        rows.find(db, Meeting, "meeting", meeting_id)
        if len(of_meeting(db, meeting_id)) >= MOST:
            raise Refused(_("Meer dan {most} afspraken onthoudt niemand.").format(most=MOST))
        row = {
            "id": new_id(), "meeting_id": meeting_id, "text": clean, "due": day,
            "position": rows.next_position(db, "agreement", "meeting_id", meeting_id),
            "removed_at": None,
        }  # fmt: skip
        db.table("agreement").insert(row)
        raise_revision(db, meeting_id, "steps")
    return str(row["id"])


def change(store: Store, agreement_id: str, text: str, due: str) -> None:
    """Change the sentence and the day of one; Refused as in `add`, and when it is gone."""
    clean, day = one_line(text, TEXT_LIMIT, _("De afspraak")), _day(due)
    with store.write() as db:
        found = rows.find(db, MeetingAgreement, "agreement", agreement_id)
        db.table("agreement").update(agreement_id, {"text": clean, "due": day})
        raise_revision(db, found.meeting_id, "steps")


def remove(store: Store, agreement_id: str) -> None:
    """Take one away, with a way back on the meeting's page."""
    with store.write() as db:
        found = rows.find(db, MeetingAgreement, "agreement", agreement_id)
        label = _("Een afspraak is verwijderd: {text}").format(text=found.text)
        rows.remove(db, found.meeting_id, label, [("agreement", {"id": agreement_id})])
        raise_revision(db, found.meeting_id, "steps")


def _day(iso: str) -> str:
    try:
        return date.fromisoformat(iso).isoformat() if iso else ""
    except ValueError as error:
        raise Refused(_("Kies een dag in de kalender.")) from error

"""An agenda as a facilitator arranges it: what stands between exercises, the order, and copies; and
when the meeting begins and what people bring."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from sqlite_utils import Database

from state import rows
from state.database import Store
from state.ids import new_id
from state.language import _
from state.meetings import OWN_TITLE_LIMIT, checked_minutes
from state.models import INTERLUDES, Activity, InterludeKind, Json, Meeting
from state.problems import Refused
from state.revisions import raise_revision
from state.text_rules import one_line, paragraph

BRING_LIMIT = 300
NOTE_LIMIT = 600
NOTE_VERSION = 1
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def add_interlude(
    store: Store, meeting_id: str, kind: InterludeKind, title: str, minutes: int, note: str = ""
) -> str:
    """Put a welcome, break or talk at the end of the agenda; gives its id. Refused for a title or
    note that is too long, or minutes outside 0 to 600."""
    with store.write() as db:
        rows.find(db, Meeting, "meeting", meeting_id)
        activity_id = insert(db, meeting_id, kind, minutes, title, noted(note))
        raise_revision(db, meeting_id, "steps")
    return activity_id


def noted(note: str) -> Json:
    """The configuration of a welcome, break or talk. Refused for a note that is too long."""
    return {"version": NOTE_VERSION, "note": paragraph(note, NOTE_LIMIT, _("De tekst"))}


def change_note(store: Store, activity_id: str, typed: str) -> None:
    """Change what the facilitator noted for a welcome, break or talk. Refused when too long."""
    config = noted(typed)
    with store.write() as db:
        found = rows.find(db, Activity, "activity", activity_id)
        if not found.is_interlude:
            raise Refused(_("Bij deze oefening past geen losse tekst."))
        db.table("activity").update(activity_id, {"config": json.dumps(config)})
        raise_revision(db, found.meeting_id, "steps")


def set_start(store: Store, meeting_id: str, clock: str) -> None:
    """Say when a meeting begins: 'HH:MM', or "" for not chosen. Refused for anything else."""
    _change(store, meeting_id, {"start": checked_start(clock)})


def set_bring(store: Store, meeting_id: str, typed: str) -> None:
    """Say what people bring, in a few lines; "" for nothing. Refused when too long."""
    _change(store, meeting_id, {"bring": checked_bring(typed)})


def checked_start(clock: str) -> str:
    """A time of day as it is stored. Refused for what is none."""
    if clock and not _CLOCK.fullmatch(clock):
        raise Refused(_("Kies een beginuur tussen 0.00 en 23.59."))
    return clock


def checked_bring(typed: str) -> str:
    """What people bring, as it is stored. Refused when too long."""
    return paragraph(typed, BRING_LIMIT, _("Wat iedereen meebrengt"))


def arrange(store: Store, meeting_id: str, ids: Sequence[str]) -> None:
    """Put the agenda in this order. What is not in `ids`, since somebody added it meanwhile, keeps
    its place behind what came before it; ids that are not on the agenda are passed over."""
    with store.write() as db:
        there = [item.id for item in rows.ordered(db, Activity, "activity", "meeting_id",
                                                  meeting_id)]  # fmt: skip
        rows.arrange(db, "activity", rows.merged(there, ids))
        raise_revision(db, meeting_id, "steps")


def copy_item(store: Store, activity_id: str) -> str:
    """Put a copy of an exercise, break or talk behind it, without answers; gives its id."""
    with store.write() as db:
        found = rows.find(db, Activity, "activity", activity_id)
        there = [item.id for item in rows.ordered(db, Activity, "activity", "meeting_id",
                                                  found.meeting_id)]  # fmt: skip
        copied = insert(
            db, found.meeting_id, found.kind, found.minutes, found.title, found.config_json()
        )
        there.insert(there.index(activity_id) + 1, copied)
        rows.arrange(db, "activity", there)
        raise_revision(db, found.meeting_id, "steps")
    return copied


def insert(
    db: Database, meeting_id: str, kind: str, minutes: int, title: str, config: Json
) -> str:  # fmt: skip
    """Put something at the end of an agenda, inside a transaction; gives its id."""
    row = {
        "id": new_id(), "meeting_id": meeting_id, "kind": kind, "config": json.dumps(config),
        "minutes": checked_minutes(minutes, 0 if kind in INTERLUDES else 1),
        "title": one_line(title, OWN_TITLE_LIMIT, _("De titel"), required=False),
        "state": "planned", "phase": "{}", "spent_seconds": 0.0,
        "position": rows.next_position(db, "activity", "meeting_id", meeting_id),
    }  # fmt: skip
    db.table("activity").insert(row)
    return str(row["id"])


def _change(store: Store, meeting_id: str, values: Json) -> None:
    with store.write() as db:
        rows.find(db, Meeting, "meeting", meeting_id)
        db.table("meeting").update(meeting_id, values)
        raise_revision(db, meeting_id, "steps")

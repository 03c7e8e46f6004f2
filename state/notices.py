"""What somebody still has to be told of a kijkstage, on the own page, until it was read there.

A notice holds no words that people typed: a kind, and in `detail` which fields changed and the days
and hours of before and now. Names and words are looked up where it is shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from state.clock import now
from state.database import Store
from state.ids import new_id

# For a visitor: a place came, went to the waiting list, was given or freed by the coordinator, its
# day or offer changed or was called off. For a host: somebody comes, cancelled, or is gone.
NoticeKind = Literal[
    "moved_up", "moved_down", "given", "freed", "day_changed", "offer_changed", "day_off",
    "comes", "cancelled", "gone",
]  # fmt: skip


@dataclass(frozen=True)
class VisitNotice:
    """A notice for `person` about a day. `about`: the id of the person it is about, "" for the
    reader; `detail`: see the head of this file."""

    id: str
    person: str
    day: str
    kind: NoticeKind
    about: str
    detail: Mapping[str, Any]
    created_at: str


def unread(db: Database, person_id: str) -> tuple[VisitNotice, ...]:
    """What a person was not told yet, the oldest first."""
    found = db.query(
        "SELECT * FROM visit_notice WHERE person_id = ? AND seen_at IS NULL ORDER BY rowid",
        [person_id],
    )
    return tuple(
        VisitNotice(
            row["id"], row["person_id"], row["day_id"], row["kind"], row["about"],
            json.loads(row["detail"]), row["created_at"],
        )
        for row in found
    )  # fmt: skip


def read_all(store: Store, person_id: str, notice_ids: Iterable[str]) -> None:
    """Note that a person read these notices; those of others stay as they are."""
    with store.write() as db:
        for one in notice_ids:
            db.conn.execute(
                "UPDATE visit_notice SET seen_at = ? WHERE id = ? AND person_id = ?",
                [now(), one, person_id],
            )


def tell(
    db: Database, people: Iterable[str], day_id: str, kind: NoticeKind, about: str = "",
    detail: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Leave a notice for each of some people, within a transaction."""
    for person in people:
        db.table("visit_notice").insert(
            {
                "id": new_id(), "person_id": person, "day_id": day_id, "kind": kind,
                "about": about, "detail": json.dumps(detail or {}), "created_at": now(),
                "seen_at": None,
            }
        )  # fmt: skip


def of_organisation(db: Database, organisation_id: str) -> list[str]:
    """The ids of the people of an organisation who can be told something."""
    found = db.conn.execute(
        "SELECT id FROM person WHERE organisation_id = ? AND removed_at IS NULL"
        " AND erased_at IS NULL ORDER BY rowid",
        [organisation_id],
    ).fetchall()
    return [person_id for (person_id,) in found]

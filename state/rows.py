"""Small helpers over sqlite-utils that several modules of state/ share."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlite_utils import Database

from state.clock import now
from state.ids import new_id
from state.language import _
from state.models import Row
from state.problems import Refused

R = TypeVar("R", bound=Row)


def find(db: Database, kind: type[R], table: str, row_id: str) -> R:
    """The row that is not removed, or Refused when there is none."""
    rows = list(db.query(f"SELECT * FROM {table} WHERE id = ? AND removed_at IS NULL", [row_id]))
    if not rows:
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
    return kind.of(rows[0])


def ordered(db: Database, kind: type[R], table: str, owner: str, owner_id: str) -> tuple[R, ...]:
    """The rows of an owner that are not removed, in the order people gave them."""
    return _of_owner(db, kind, table, f"{owner} = ? AND removed_at IS NULL", owner_id)


def removed(db: Database, kind: type[R], table: str, owner: str, owner_id: str) -> tuple[R, ...]:
    """The rows of an owner that were removed, in the order people gave them."""
    return _of_owner(db, kind, table, f"{owner} = ? AND removed_at IS NOT NULL", owner_id)


def _of_owner(
    db: Database, kind: type[R], table: str, condition: str, owner_id: str
) -> tuple[R, ...]:
    found = db.query(
        f"SELECT * FROM {table} WHERE {condition} ORDER BY position, rowid", [owner_id]
    )
    return tuple(kind.of(row) for row in found)


def next_position(db: Database, table: str, owner: str, owner_id: str) -> int:
    """The position after the last row."""
    (last,) = db.conn.execute(
        f"SELECT coalesce(max(position), 0) FROM {table} WHERE {owner} = ?", [owner_id]
    ).fetchone()
    return int(last) + 1


def move(db: Database, table: str, ids: Sequence[str], row_id: str, by: int) -> None:
    """Give the rows of `ids` new positions with `row_id` moved `by` places, within the list."""
    if row_id not in ids:
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
    order = [item for item in ids if item != row_id]
    order.insert(max(0, min(len(order), ids.index(row_id) + by)), row_id)
    arrange(db, table, order)


def arrange(db: Database, table: str, ids: Sequence[str]) -> None:
    """Give rows the positions that they have in `ids`."""
    for position, item in enumerate(ids, start=1):
        db.conn.execute(f"UPDATE {table} SET position = ? WHERE id = ?", [position, item])


def merged(present: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The ids of `present` in the order of `wanted`; one that is not wanted stays behind the one
    that it stood behind, or at the front."""
    order = [one for one in dict.fromkeys(wanted) if one in present]
    for at, one in enumerate(present):
        if one not in order:
            order.insert(order.index(present[at - 1]) + 1 if at else 0, one)
    return order


def remove(
    db: Database, scope: str, label: str, changes: Iterable[tuple[str, dict[str, Any]]]
) -> str:
    """Mark rows as removed and remember them for `undo`; gives the id of the removal.

    `scope` is the track or meeting whose pages offer the undo; `changes` are (table, key).
    """
    done = []
    moment = now()
    for table, key in changes:
        where = " AND ".join(f"{column} = ?" for column in key)
        db.conn.execute(
            f"UPDATE {table} SET removed_at = ? WHERE {where} AND removed_at IS NULL",
            [moment, *key.values()],
        )
        done.append([table, key])
    removal = {
        "id": new_id(), "scope": scope, "label": label, "changes": json.dumps(done),
        "at": moment, "undone_at": None, "joined": "",
    }  # fmt: skip
    db.table("removal").insert(removal)
    return str(removal["id"])


def undo(db: Database, removal_id: str) -> None:
    """Bring back what one removal took away; a second time changes nothing."""
    rows = _stands(db, removal_id)
    for row in rows:
        for table, key in json.loads(row["changes"]):
            where = " AND ".join(f"{column} = ?" for column in key)
            db.conn.execute(
                f"UPDATE {table} SET removed_at = NULL WHERE {where} AND removed_at = ?",
                [*key.values(), row["at"]],
            )
        db.conn.execute("UPDATE removal SET undone_at = ? WHERE id = ?", [now(), removal_id])


def joined(db: Database, removal_id: str) -> str:
    """What a removal that can be undone remembers of two people who became one; "" for others."""
    return "".join(row["joined"] for row in _stands(db, removal_id))


def _stands(db: Database, removal_id: str) -> list[dict[str, Any]]:
    return list(db.query("SELECT * FROM removal WHERE id = ? AND undone_at IS NULL", [removal_id]))


def removals(
    db: Database, scope: str, limit: int = 3, only: Collection[str] | None = None
) -> list[dict[str, str]]:
    """The latest removals of a scope that can still be undone, newest first: id and label. `only`:
    the ids of rows that may be told of, None for all."""
    found = db.query(
        "SELECT id, label, changes FROM removal WHERE scope = ? AND undone_at IS NULL"
        " ORDER BY at DESC, rowid DESC",
        [scope],
    )
    told = (
        {"id": row["id"], "label": row["label"]}
        for row in found
        if only is None or all(key.get("id") in only for _table, key in json.loads(row["changes"]))
    )
    return list(islice(told, limit))

"""Another id in the place of one in what a meeting stored, wherever it stands, and back again.

As for pictures (`state.erasing`), no exercise has to say where it keeps ids: whatever holds one in
its JSON or in its slot, holds it. Ids and pseudonyms are random, so no text of people holds one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

# Activity id -> the names that change in it, each with what comes in its place.
Names = Mapping[str, Sequence[Sequence[str]]]
# What was rewritten: the keys of rows by their column, and slots as [row, before, after].
Rewritten = dict[str, list[Any]]
_IN_ACTIVITY = ("phase", "config")


def rewrite(db: Database, names: Names) -> Rewritten:
    """Put the new names in the place of the old ones, in a transaction; gives what `put_back`
    needs.

    Where a new name stands already, everything stays: both cannot stand there, so the old one is
    then somebody who left. The same for a slot that is taken.
    """
    done: Rewritten = {one: [] for one in ("payload", "history", "slots", *_IN_ACTIVITY)}
    for activity_id, pairs in names.items():
        _rewrite_answers(db, activity_id, pairs, done)
        for column in _IN_ACTIVITY:
            (text,) = db.conn.execute(
                f"SELECT {column} FROM activity WHERE id = ?", [activity_id]
            ).fetchone()
            if _may_change(text, pairs):
                _set(db, "activity", column, activity_id, _replaced(text, pairs))
                done[column].append(activity_id)
    return done


def put_back(db: Database, names: Names, done: Rewritten) -> None:
    """Put the old names back where `rewrite` changed them, also in what was changed there since."""
    for activity_id, pairs in names.items():
        back = [(new, old) for old, new in pairs]
        for column in _IN_ACTIVITY:
            if activity_id in done[column]:
                _replace(db, "activity", column, [activity_id], back)
        of_activity = "SELECT id FROM contribution WHERE activity_id = ?"
        here = {row[0] for row in db.conn.execute(of_activity, [activity_id])}
        history = f"SELECT id FROM contribution_history WHERE contribution_id IN ({of_activity})"
        versions = {row[0] for row in db.conn.execute(history, [activity_id])}
        _replace(db, "contribution", "payload", here.intersection(done["payload"]), back)
        earlier = versions.intersection(done["history"])
        _replace(db, "contribution_history", "payload", earlier, back)
    for row, before, after in reversed(done["slots"]):
        _move_slot(db, row, after, before)


def _rewrite_answers(
    db: Database, activity_id: str, pairs: Sequence[Sequence[str]], done: Rewritten
) -> None:
    for row, payload in _with_old(db, "contribution", "activity_id", activity_id, pairs):
        if not _may_change(payload, pairs):
            continue
        _set(db, "contribution", "payload", row, _replaced(payload, pairs))
        done["payload"].append(row)
        # What stood there before is looked back on.
        earlier = _with_old(db, "contribution_history", "contribution_id", row, pairs)
        for version, text in earlier:
            if _may_change(text, pairs):
                _set(db, "contribution_history", "payload", version, _replaced(text, pairs))
                done["history"].append(version)
    slots = db.conn.execute(
        "SELECT id, slot FROM contribution WHERE activity_id = ? ORDER BY id", [activity_id]
    )
    for row, slot in slots.fetchall():
        if _may_change(slot, pairs) and _move_slot(db, row, slot, _replaced(slot, pairs)):
            done["slots"].append([row, slot, _replaced(slot, pairs)])


def _with_old(
    db: Database, table: str, owner: str, owner_id: Any, pairs: Sequence[Sequence[str]]
) -> list[tuple[int, str]]:
    """The rows of an owner that hold one of the old names."""
    holds = " OR ".join("instr(payload, ?)" for _pair in pairs)
    found = db.conn.execute(
        f"SELECT id, payload FROM {table} WHERE {owner} = ? AND ({holds}) ORDER BY id",
        [owner_id, *(old for old, _new in pairs)],
    ).fetchall()
    return [(int(row), str(payload)) for row, payload in found]


def _move_slot(db: Database, row: int, slot: str, to: str) -> bool:
    """Give an answer another slot, with what restricts it; False where that one is taken, or the
    answer has another one by now."""
    moved = db.conn.execute(
        "UPDATE OR IGNORE contribution SET slot = ? WHERE id = ? AND slot = ?", [to, row, slot]
    ).rowcount
    if moved:
        about = {"row": row, "slot": slot, "to": to}
        whose = (
            "(activity_id, author) IN"
            " (SELECT activity_id, author FROM contribution WHERE id = :row)"
        )
        for column in ("slot", "thing"):
            db.conn.execute(
                f"UPDATE OR IGNORE restriction SET {column} = :to WHERE {column} = :slot"
                f" AND {whose}", about,
            )  # fmt: skip
    return bool(moved)


def _may_change(text: str, pairs: Sequence[Sequence[str]]) -> bool:
    return any(old in text for old, _new in pairs) and not any(new in text for _old, new in pairs)


def _replaced(text: str, pairs: Iterable[Sequence[str]]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def _replace(
    db: Database, table: str, column: str, rows: Iterable[Any], pairs: Sequence[Sequence[str]]
) -> None:
    for row in rows:
        found = db.conn.execute(f"SELECT {column} FROM {table} WHERE id = ?", [row]).fetchone()
        if found is not None:
            _set(db, table, column, row, _replaced(found[0], pairs))


def _set(db: Database, table: str, column: str, row: Any, text: str) -> None:
    db.conn.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", [text, row])

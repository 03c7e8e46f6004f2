"""Every text that people typed in a track, to be searched, or to be changed in a copy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

# Keys of JSON whose values are never words of people, in every exercise.
_CODES = frozenset({"key", "version", "photo", "by"})
_ALIAS = re.compile(r"[0-9a-f]{12}")
_OF_TRACK = "SELECT id FROM meeting WHERE track_id = :track"
_PEOPLE = "SELECT id FROM person WHERE track_id = :track"
_ANSWERS_AFTER = ("unexpected", "tells", "calls")
# Table, its columns that hold plain text, and which rows are of a track.
_PLAIN: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("track", ("name", "theme"), "id = :track"),
    ("organisation", ("sector", "place"), "track_id = :track"),
    ("meeting", ("title", "place", "bring"), "track_id = :track"),
    ("activity", ("title",), f"meeting_id IN ({_OF_TRACK})"),
    ("agreement", ("text",), f"meeting_id IN ({_OF_TRACK})"),
    ("report_part", ("text",), "track_id = :track"),
    ("visit", ("mentor", "place", "lodging"), "track_id = :track"),
    ("matching_choice", ("note",), "track_id = :track"),
    (
        "visit_offer",
        ("shown", "audience", "contact", "directions", "bring"),
        "track_id = :track",
    ),
    ("visit_place", ("why", "brings", "for_host", "for_home"), f"person_id IN ({_PEOPLE})"),
    ("visit_place", _ANSWERS_AFTER, f"shared = 1 AND person_id IN ({_PEOPLE})"),
    ("person", ("function",), "track_id = :track"),
    (
        "visit_note",
        ("text",),
        "shared = 1 AND visit_id IN (SELECT id FROM visit WHERE track_id = :track)",
    ),
    ("removal", ("label",), f"scope = :track OR scope IN ({_OF_TRACK})"),
)
# What its writer shared with nobody, and what is in no export: no list shows it, but a name that is
# erased goes from it too.
_PRIVATE = (
    (
        "visit_note",
        ("text",),
        "shared = 0 AND visit_id IN (SELECT id FROM visit WHERE track_id = :track)",
    ),
    ("application", ("answers", "phone_note", "adds", "seeks", "doubts"), "track_id = :track"),
    ("visit_place", _ANSWERS_AFTER, f"shared = 0 AND person_id IN ({_PEOPLE})"),
)
_FRAMEWORK = ("track", ("framework",), "id = :track")
_CALL = ("call", ("texts", "form"), "track_id = :track")
_REASONS = ("visit", ("why",), "track_id = :track")
_OF_ACTIVITIES = f"activity_id IN (SELECT id FROM activity WHERE meeting_id IN ({_OF_TRACK}))"
_ANSWERS = (
    ("contribution", ("payload",), _OF_ACTIVITIES),
    (
        "contribution_history", ("payload",),
        f"contribution_id IN (SELECT id FROM contribution WHERE {_OF_ACTIVITIES})",
    ),
)  # fmt: skip
# Keys whose values are no words, in one table only.
_CODES_OF = {"call": ("kind",), "application": ("free", "hosting", "team")}
# Columns that hold JSON.
_JSON = ("payload", "config", "phase", "framework", "why", "texts", "form", "answers")
_AGENDAS = ("activity", ("config", "phase"), f"meeting_id IN ({_OF_TRACK})")


@dataclass(frozen=True)
class StoredText:
    """A text and where it stands: `column` of the row `row` (SQLite's number of it) of `table`, and
    within JSON the `path`. `activity` is the id of the exercise it belongs to, `meeting` that of
    the meeting, each "" for none. `earlier`: an earlier version of an answer."""

    table: str
    column: str
    row: int
    path: str
    text: str
    activity: str = ""
    meeting: str = ""
    earlier: bool = False


# The kind of an exercise, "" for none -> the keys of its JSON whose values are codes, no words.
CodesOf = Callable[[str], Collection[str]]


def change(
    db: Database, track_id: str, codes: CodesOf, new: Callable[[StoredText], str], *,
    private: bool = False,
) -> None:  # fmt: skip
    """Put `new(text)` in the place of every text of a track, but for ids and aliases of people.
    `private`: also of those that their writer shared with nobody."""
    ids = _ids(db)

    def but_ids(text: StoredText) -> str:
        is_code = text.text in ids or _ALIAS.fullmatch(text.text) is not None
        return text.text if is_code else new(text)

    own = _PRIVATE if private else ()
    in_json = (_FRAMEWORK, _REASONS, _CALL, _AGENDAS, *_ANSWERS)
    for table, columns, where in (*_PLAIN, *own, *in_json):
        for row in _rows(db, table, columns, where, track_id):
            changed = _changed(table, columns, row, codes, but_ids)
            if changed:
                sets = ", ".join(f"{column} = ?" for column in changed)
                db.conn.execute(
                    f"UPDATE {table} SET {sets} WHERE rowid = ?", [*changed.values(), row["n"]]
                )


def _ids(db: Database) -> frozenset[str]:
    """All ids: they stand in JSON as texts do."""
    return frozenset(
        row[0] for table in ("track", "organisation", "person", "meeting", "activity", "picture",
                             "guest")
        for row in db.conn.execute(f"SELECT id FROM {table}")
    )  # fmt: skip


def of_track(
    db: Database, track_id: str, codes: CodesOf, *, private: bool = False
) -> list[StoredText]:
    """Every text of a track that is not empty, in the order of the tables; `private` as in
    `change`."""
    found: list[StoredText] = []

    def see(text: StoredText) -> str:
        if text.text.strip():
            found.append(text)
        return text.text

    change(db, track_id, codes, see, private=private)
    return found


def _rows(
    db: Database, table: str, columns: tuple[str, ...], where: str, track_id: str
) -> list[dict[str, Any]]:
    about = {
        "activity": "id AS activity, meeting_id AS meeting, kind",
        "agreement": "'' AS activity, meeting_id AS meeting, '' AS kind",
        "meeting": "'' AS activity, id AS meeting, '' AS kind",
    }.get(table, "'' AS activity, '' AS meeting, '' AS kind")
    source = table
    if table.startswith("contribution"):
        about = "activity.id AS activity, activity.meeting_id AS meeting, kind"
        own = "contribution.id = contribution_id" if table == "contribution_history" else ""
        source = (
            f"{table} JOIN contribution ON {own} JOIN activity ON activity.id = activity_id"
            if own
            else "contribution JOIN activity ON activity.id = activity_id"
        )
    wanted = ", ".join(f"{table}.{column}" for column in columns)
    return list(
        db.query(
            f"SELECT {table}.rowid AS n, {wanted}, {about} FROM {source} WHERE {where}",
            {"track": track_id},
        )
    )


def _changed(
    table: str, columns: tuple[str, ...], row: dict[str, Any], codes: CodesOf,
    new: Callable[[StoredText], str],
) -> dict[str, str]:  # fmt: skip
    """The columns of a row that get another value."""
    found = {}
    for column in columns:
        stored = row[column]
        made = "".join(
            _in_column(table, column, row, stored, _codes_in(table, codes(row["kind"])), new)
        )
        if made != stored:
            found[column] = made
    return found


def _in_column(
    table: str, column: str, row: dict[str, Any], stored: str, codes: Collection[str],
    new: Callable[[StoredText], str],
) -> Iterator[str]:  # fmt: skip
    def one(path: str, text: str) -> str:
        return new(
            StoredText(
                table, column, row["n"], path, text, row["activity"], row["meeting"],
                table == "contribution_history",
            )
        )  # fmt: skip

    if column not in _JSON:
        yield one("", stored)
    elif stored:
        before = _parsed(stored)
        after = _within(before, "", codes, one)
        # What has no name in it stays letter for letter as it is stored.
        new_text = after if before is stored else json.dumps(after, ensure_ascii=False)
        yield stored if after == before else new_text


def _codes_in(table: str, codes: Collection[str]) -> Collection[str]:
    """The keys of JSON in a table whose values are no words, with those of an exercise."""
    return _CODES.union(codes, _CODES_OF.get(table, ()))


def _parsed(stored: str) -> Any:
    """JSON as it was stored; words that are none, as a file that was read in may hold, as text."""
    try:
        return json.loads(stored)
    except ValueError:
        return stored


def _within(
    value: Any, path: str, codes: Collection[str], one: Callable[[str, str], str]
) -> Any:  # fmt: skip
    match value:
        case str():
            return one(path, value)
        case dict():
            return {
                key: inner if key in codes else _within(inner, f"{path}/{key}", codes, one)
                for key, inner in value.items()
            }
        case list():
            return [_within(inner, f"{path}/{at}", codes, one) for at, inner in enumerate(value)]
        case _:
            return value

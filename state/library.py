"""Contents of exercises kept for a next time: under a name, or in another meeting's agenda."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlite_utils import Database

from state import rows, track_access
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Activity, Json, Row
from state.text_rules import one_line

_SCOPE = "library"
NAME_LIMIT = 80


@dataclass(frozen=True)
class SavedContent(Row):
    """A content under a name; `config` is JSON text as in an activity."""

    id: str
    kind: str
    name: str
    config: str

    def config_json(self) -> Json:
        """The stored content."""
        return dict(json.loads(self.config))


@dataclass(frozen=True)
class Elsewhere:
    """The same kind of exercise on another place of an agenda."""

    activity: Activity
    meeting: str
    track: str


def scope() -> str:
    """The scope of removals from the library, for undo: it belongs to no track, and with several
    organisers each has an own one."""
    return f"{_SCOPE}:{_mine()}" if _mine() else _SCOPE


def save(store: Store, kind: str, name: str, config: Json) -> None:
    """Keep a content under a name. The name it had before goes to the new content, and what
    stood there can be put back. Refused when the name is empty or too long."""
    clean = one_line(name, NAME_LIMIT, _("De naam"))
    with store.write() as db:
        for same in _of_kind(db, kind):
            if same.name == clean:
                _remove(db, same)
        db.table("saved_content").insert(
            {
                "id": new_id(), "kind": kind, "name": clean,
                "config": json.dumps(config, ensure_ascii=False), "created_at": now(),
                "removed_at": None, "organiser_id": _mine(),
            }
        )  # fmt: skip


def saved(store: Store, kind: str) -> tuple[SavedContent, ...]:
    """What is kept for a kind of exercise, by name."""
    with store.read() as db:
        return _of_kind(db, kind)


def remove(store: Store, content_id: str) -> None:
    """Take a content out of the library, with a way back."""
    with store.write() as db:
        _remove(db, rows.find(db, SavedContent, "saved_content", content_id))


def elsewhere(store: Store, activity: Activity) -> tuple[Elsewhere, ...]:
    """The same kind of exercise on other agendas, the latest track and meeting first."""
    with store.read() as db:
        condition, values = track_access.opens(track_access.current(), "track.id")
        found = list(
            db.query(
                "SELECT activity.*, meeting.title AS meeting_title, track.name AS track_name"
                " FROM activity JOIN meeting ON meeting.id = meeting_id"
                " JOIN track ON track.id = track_id WHERE kind = :kind AND activity.id != :here"
                " AND activity.removed_at IS NULL AND meeting.removed_at IS NULL"
                f" AND track.removed_at IS NULL AND {condition}"
                " ORDER BY track.position DESC, meeting.position DESC, activity.position",
                {**values, "kind": activity.kind, "here": activity.id},
            )
        )
    return tuple(
        Elsewhere(Activity.of(row), row["meeting_title"], row["track_name"]) for row in found
    )


def _of_kind(db: Database, kind: str) -> tuple[SavedContent, ...]:
    found = db.query(
        "SELECT * FROM saved_content WHERE kind = ? AND organiser_id = ? AND removed_at IS NULL"
        " ORDER BY name, rowid",
        [kind, _mine()],
    )
    return tuple(SavedContent.of(row) for row in found)


def _remove(db: Database, content: SavedContent) -> None:
    label = _("De bewaarde inhoud {name} is weg.").format(name=content.name)
    rows.remove(db, scope(), label, [("saved_content", {"id": content.id})])


def _mine() -> str:
    """Whose contents are kept: those of who acts."""
    who = track_access.current()
    return who.organiser_id if who else ""

"""A track once more, for another year: its meetings, exercises and own content, without the people,
answers and visits."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import exercises
from exercises.templates.planning import moved
from state import calls, plans, rows, tracks
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Json, Organisation, Track
from state.plans import PlannedItem, PlannedMeeting

# A year of whole weeks, so that a meeting on a Tuesday is on a Tuesday again.
YEAR_OF_WEEKS = 364
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class NextYear:
    """How a track is done once more. `days`: by how many days everything is later, None for without
    dates; `organisations`: whether they come along, without their people."""

    name: str
    days: int | None = YEAR_OF_WEEKS
    organisations: bool = False


def duplicate(store: Store, track_id: str, wanted: NextYear) -> str:
    """Make the track of another year; gives its id. Refused for a name that does not fit, or when
    the track is gone."""
    with store.read() as db:
        track = rows.find(db, Track, "track", track_id)
        before = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
        meetings = plans.of_track(db, track_id)
        known = plans.ids_of_who(db, track_id)
    along = {one.id: new_id() for one in before} if wanted.organisations else {}
    gone = known - along.keys()
    coming = [replace(one, id=along[one.id]) for one in before if one.id in along]
    later = [_meeting(one, wanted.days, along, gone) for one in meetings]
    with store.write():
        made = plans.add_track(store, wanted.name, track.theme, later, coming, track.framework)
        calls.copy(store, track_id, made)
    return made


def proposed_name(store: Store, track: Track) -> str:
    """A name for the next year: with the year in it one higher, else with a number behind it."""
    years = re.findall(r"\b20[0-9]{2}\b", track.name)
    name = track.name
    for year in sorted(set(years), reverse=True):
        name = name.replace(year, str(int(year) + 1))
    if not years:
        end = _(", volgend jaar")
        name = f"{name[: tracks.TITLE_LIMIT - len(end)]}{end}"
    return tracks.free_name(store, name)


def _meeting(
    meeting: PlannedMeeting, days: int | None, along: Mapping[str, str], gone: Collection[str]
) -> PlannedMeeting:
    items = tuple(_item(one, days, along, gone) for one in meeting.agenda)
    return replace(meeting, date=moved(meeting.date, days), agenda=items)


def _item(
    item: PlannedItem, days: int | None, along: Mapping[str, str], gone: Collection[str]
) -> PlannedItem:
    return replace(item, config=afresh(item.kind, item.config, days, along, gone))


def afresh(
    kind: str, config: Json, days: int | None, along: Mapping[str, str], gone: Collection[str]
) -> Json:
    """The content of an exercise for another year: days in it move too, organisations that come
    along have their new ids, and what belongs to who does not is left out. Where the exercise can't
    read what is left, what it begins with."""
    exercise = exercises.of_kind(kind)
    made = _without(_dated(config, days), gone)
    text = json.dumps(made, ensure_ascii=False)
    for old, new in along.items():
        text = text.replace(old, new)
    changed: Json = json.loads(text)
    if exercise is None:
        return changed
    try:
        exercise.steps(exercise.config.from_json(changed))
    except (KeyError, TypeError, ValueError, AttributeError):
        return dict(exercise.sample.to_json())
    return changed


def _dated(value: Any, days: int | None) -> Any:
    """JSON with its ISO dates moved."""
    if isinstance(value, str):
        return moved(value, days) if _ISO_DATE.fullmatch(value) else value
    if isinstance(value, list):
        return [_dated(one, days) for one in value]
    if isinstance(value, dict):
        return {key: _dated(one, days) for key, one in value.items()}
    return value


def _without(value: Any, gone: Collection[str]) -> Any:
    """JSON without the items of lists that tell of one of these ids; elsewhere an id becomes ""."""
    if isinstance(value, str):
        return "" if value in gone else value
    if isinstance(value, list):
        return [_without(one, gone) for one in value if not _tells_of(one, gone)]
    if isinstance(value, dict):
        return {key: _without(one, gone) for key, one in value.items() if key not in gone}
    return value


def _tells_of(value: Any, gone: Collection[str]) -> bool:
    """Whether one of these ids is a value in it, within its dictionaries."""
    if isinstance(value, dict):
        return any(_tells_of(one, gone) for one in value.values())
    return isinstance(value, str) and value in gone

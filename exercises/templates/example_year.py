"""The example of a year near its end: four meetings that were held, visits with their days and
notebooks, and the closing to come, so that every page has something to show.

What people said stands in `example_year.json`, in the form in which exercises store it. There `o0`
to `o5` are the organisations of the example in their order, people are called by their name in
small letters, `v0` to `v6` are the visits, and `v0d1` is the second day of the first visit. Days
are counted from today. The last two meetings stand in `example_year_end.json` as they were played:
`example_year_end`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import exercises
from exercises import example
from exercises.engine import running
from exercises.templates import example_year_end
from exercises.templates.list import template_of
from exercises.templates.planning import TemplateChoice, planned
from state import agreements, consent, contributions, meetings, notebook, people, plans, tracks
from state import visits as track_visits
from state.clock import BRUSSELS
from state.contributions import Judge, Judged
from state.database import Store
from state.ids import new_id
from state.models import FACILITATOR, Activity, Json, TrackVisit, VisitDay

_FILE = Path(__file__).with_suffix(".json")
_TEMPLATE = "jobshadowing"
# So many weeks ago was the kick-off: one visit and the closing are still to come.
_WEEKS_AGO = 38
_TUESDAY = timedelta(days=1)
_HELD = ("kick_off", "preparation", "exchange", "actions")


@lru_cache(maxsize=1)
def _told() -> Any:
    return json.loads(_FILE.read_text(encoding="utf-8"))


@dataclass
class YearCast:
    """The ids of this track by what they are called in the file, and its days; `monday` is that of
    this week."""

    monday: date
    ids: dict[str, str] = field(default_factory=dict)
    writer: dict[str, str] = field(default_factory=dict)
    visits: list[TrackVisit] = field(default_factory=list)

    def translated(self, stored: Any) -> Any:
        """JSON of the file with the ids of this track; a text is one as a whole."""
        match stored:
            case str():
                return self.slot(stored) if stored.split(":")[0] in self.ids else stored
            case dict():
                return {self.ids.get(key, key): self.translated(one)
                        for key, one in stored.items()}  # fmt: skip
            case list():
                return [self.translated(one) for one in stored]
            case _:
                return stored

    def slot(self, written: str) -> str:
        """A slot of the file with the ids of this track, wherever they stand in it."""
        return re.sub(r"\w+", lambda found: self.ids.get(found[0], found[0]), written)


def make(store: Store, today: date | None = None) -> str:
    """Make the track of a year in progress on `today`, the present day by default; gives its id."""
    day = today or datetime.now(BRUSSELS).date()
    cast = YearCast(day - timedelta(days=day.weekday()))
    template = template_of(_TEMPLATE)
    assert template is not None
    first = cast.monday - timedelta(weeks=_WEEKS_AGO) + _TUESDAY
    choice = TemplateChoice(len(example.ORGANISATIONS), first, example.HALL)
    track_id = plans.add_track(
        store, tracks.free_name(store, example.NAME), example.THEME, planned(template, choice)
    )
    _people(store, track_id, cast)
    _visits(store, track_id, cast, day)
    there = dict(zip((one.key for one in template.meetings), meetings.of_track(store, track_id),
                     strict=True))  # fmt: skip
    cast.ids |= example_year_end.days(cast.monday)
    for key in _HELD:
        _hold(store, key, there[key].id, cast)
    for key, text, days in _told()["agreements"]:
        due = date.fromisoformat(there[key].date) + timedelta(days=days) if days else None
        agreements.add(store, there[key].id, text, due.isoformat() if due else "")
    _notebooks(store, cast, day)
    return track_id


def _people(store: Store, track_id: str, cast: YearCast) -> None:
    """The organisations with their people; most of them were asked for their name."""
    for at, (sector, name, place, both) in enumerate(example.ORGANISATIONS):
        owner = cast.ids[f"o{at}"] = tracks.add_organisation(store, track_id, name, sector, place)
        for person, function in both:
            key = person.lower()
            cast.ids[key] = tracks.add_person(store, owner, person, function)
            cast.writer.setdefault(f"o{at}", key)
            if key not in _told()["not_asked"]:
                nameless = key in _told()["nameless"]
                consent.give(store, cast.ids[key], "nameless" if nameless else "named")


def _visits(store: Store, track_id: str, cast: YearCast, today: date) -> None:
    for at, told in enumerate(_told()["visits"]):
        days = tuple(
            cast.monday + timedelta(weeks=told["week"], days=number + 1)
            for number in range(told["days"])
        )
        why = {"version": 1, **{key: told[key] for key in ("rank", "question", "strength")}}
        visit = TrackVisit(
            "", cast.ids[told["host"]], cast.ids[told["visitor"]],
            tuple(cast.ids[one] for one in told["people"]), len(told["people"]),
            state="done" if days[-1] < today else "agreed",
            days=tuple(VisitDay(day.isoformat(), "09:00", "16:00") for day in days),
            mentor=told["mentor"], place=told["place"], lodging=told["lodging"],
            why=json.dumps(why, ensure_ascii=False), announced=True,
        )  # fmt: skip
        cast.ids[f"v{at}"] = track_visits.add(store, track_id, visit)
        cast.ids |= {f"v{at}d{number}": day.isoformat() for number, day in enumerate(days)}
        cast.writer[f"v{at}"] = told["people"][0]
        cast.visits.append(replace(visit, id=cast.ids[f"v{at}"]))


def _hold(store: Store, key: str, meeting_id: str, cast: YearCast) -> None:
    """Hold a meeting from the door to the end, with what people said in its exercises."""
    meetings.open_doors(store, meeting_id)
    for person in tracks.people(store, meetings.room(store, meeting_id).track.id):
        people.let_in(store, meeting_id, person.id)
    for activity in meetings.room(store, meeting_id).agenda:
        running.start(store, activity.id)
        cast.ids[f"{key}_{activity.kind}"] = activity.id
        if example_year_end.is_played(key, activity.kind):
            example_year_end.play(store, key, activity, cast.translated, cast.slot)
        elif not activity.is_interlude:
            _say(store, activity, _told()["answers"].get(activity.kind, []), cast)
        running.close(store, activity.id)
    meetings.close(store, meeting_id)


def _say(store: Store, activity: Activity, said: Sequence[Any], cast: YearCast) -> None:
    exercise = exercises.of_kind(activity.kind)
    if exercise is None:
        return
    for author, slot, payload in said:
        owner = cast.ids.get(author, author)
        by = cast.ids.get(cast.writer.get(author, author), author)
        contributions.put(
            store, activity.id, by, cast.slot(slot), new_id(),
            _as_it_is(cast.translated(payload), owner), by_hand=author == FACILITATOR,
        )  # fmt: skip
    last = exercise.stages[-1]
    running.change_phase(
        store, activity.id,
        lambda exercise, config, phase: replace(
            phase, step=max(0, len(exercise.steps(config)) - 1), stage=last.key, open=False,
            shown=True,
        ),
    )  # fmt: skip


def _as_it_is(payload: Json, owner: str) -> Judge:
    """The file holds answers as they are stored: there is nothing to judge."""
    return lambda _db, _activity: Judged(payload, owner)


def _notebooks(store: Store, cast: YearCast, today: date) -> None:
    """What guests noted on the days that are behind them; some of it shared."""
    for at, person, day, kind, text, area, allowed, shared in _told()["notes"]:
        visit = cast.visits[at]
        noted_on = visit.days[day].date
        if noted_on > today.isoformat():
            continue
        draft = notebook.NoteDraft(text, kind, area, consent=allowed, day=noted_on)
        who = cast.ids[person]
        note = notebook.put(store, visit, who, new_id(), draft)
        if shared:
            notebook.share(store, who, note, True)

"""Data that several roles share: the meeting, an organisation, and the scene of an exercise."""

from __future__ import annotations

from posixpath import normpath
from typing import Any

from exercises.contract import Homework, Json, Member, Scene
from exercises.engine import stored
from exercises.engine.contexts import AnyContext
from exercises.engine.moment import Moment
from exercises.engine.private import PhoneGate
from exercises.kit.rules.hyphens import name_forms
from pages.web import assets
from state.latest import Latest
from state.models import Activity, Organisation, Room
from state.problems import Refused

_screens: Latest[str, Json] = Latest()


def meeting_json(room: Room) -> Json:
    """The meeting as sent to every page."""
    meeting = room.meeting
    state = "closed" if meeting.state == "closed" else _state(room)
    return {
        "id": meeting.code, "title": meeting.title, "track": room.track.name,
        "code": meeting.code, "state": state,
        "begun": any(item.state == "done" for item in room.agenda),
        "interlude": _interlude(room),
    }  # fmt: skip


def _interlude(room: Room) -> Json | None:
    """The break or talk that is on; what the facilitator noted for it stays on the desk."""
    found = room.interlude
    if found is None:
        return None
    return {
        "activity": found.id, "kind": found.kind, "title": stored.title_of(found),
        "timer": found.timer_json(),
    }  # fmt: skip


def _state(room: Room) -> str:
    if room.meeting.face == "pause":
        return "pause"
    if room.meeting.face != "exercise":
        return "lobby"
    return "running" if room.current else "talk" if room.interlude else "lobby"


def organisation_json(organisation: Organisation, room: Room) -> Json:
    """An organisation of the room with its tile, and its name in the forms that may be shown."""
    return {
        "id": organisation.id, "kind": organisation.sector, "tile": organisation.tile,
        **name_forms(organisation.name, room.short_names.get(organisation.id, "")),
    }  # fmt: skip


def on_phone(
    moment: Moment, activity: Activity, me: Member, homework: Homework | None = None,
    gate: PhoneGate | None = None,
) -> Json:  # fmt: skip
    """The scene of an activity on somebody's phone, with `drafts`: what that person typed there
    that is too long to be an answer. `gate` as in `Moment.context`."""
    context = moment.context(activity, "phone", me, homework, gate=gate)
    scene = dressed(context, context.exercise.phone(context), activity)
    return {**scene, "drafts": moment.drafts(activity, me.id, gate.kept_back if gate else None)}


def on_screen(moment: Moment, activity: Activity, away: frozenset[str]) -> Json:
    """The scene of an activity on the screen, drawn once for screen, console and remote.
    `away`: the people who left."""

    def drawn() -> Json:
        context = moment.context(activity, "screen", away=away)
        return dressed(context, context.exercise.screen(context), activity)

    version = (moment.rev, moment.track_rev(), away)
    return _screens.get(f"{moment.file}/{activity.id}", version, drawn)


def dressed(context: AnyContext, scene: Scene, activity: Activity) -> Json:
    """A scene as sent to a browser: the exercise's data, with the step, stage and countdown, and
    the addresses of its script and styles."""
    exercise, step = context.exercise, context.step
    folder = f"{assets.base()}exercises/{exercise.kind}/browser"
    area = step.area if step else None
    place, total = place_of(context)
    return {
        "kind": exercise.kind, "activity": activity.id, "title": stored.title_of(activity),
        "own_title": activity.title,
        "module": f"{folder}/{scene.script}",
        "css": [normpath(f"{folder}/{style}") for style in scene.styles],
        "area": area, "area_name": context.framework.name(area),
        "step": {
            "index": place, "total": total,
            "label": exercise.step_label, "key": step.key if step else "",
        },
        "stage": context.phase.stage, "open": context.phase.open, "shown": context.phase.shown,
        "timer": activity.timer_json(), "data": scene.data,
    }  # fmt: skip


def place_of(context: AnyContext) -> tuple[int, int]:
    """Which of the steps that are gone through is on, from 1, and how many there are."""
    order = context.exercise.in_order(context.config, context.phase)
    step = max(0, min(context.phase.step, len(context.steps) - 1))
    return (order.index(step) + 1 if step in order else len(order)), len(order)


def known_activity(room: Room, activity_id: Any) -> Activity:
    """The activity of that id; Refused when it is not on this meeting's agenda."""
    activity = room.activity(activity_id) if isinstance(activity_id, str) else None
    if activity is None:
        raise Refused(stored.not_on_the_agenda())
    return activity

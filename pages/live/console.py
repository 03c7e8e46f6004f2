"""What the console and the remote are sent."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from exercises.contract import Context, Control, Json, Panel, Stage
from exercises.engine import flow, running
from pages.live import common
from pages.web import addresses
from pages.web.access import screen_key
from pages.web.qr import qr
from state import contributions, homework, people, rows, tracks
from state.clock import now, now_ms, seconds_between
from state.database import Store
from state.language import _
from state.models import FACILITATOR, Activity, Attendee, Meeting, Person, Room
from state.problems import Refused

AnyContext = Context[Any, Any]
_log = logging.getLogger(__name__)


def data(
    store: Store, meeting: Meeting, present: set[str], screens: int, memory: dict[str, int],
    remote_url: str | None = None,
) -> Json:  # fmt: skip
    """The agenda, the running exercise with what the room sees, and who is here.

    `present`: ids of people whose phone is connected; `screens`: how many are open;
    `memory`: the numbers of the topics that the doorbell keeps in memory only;
    `remote_url`: the link for a remote, once asked for.
    """
    everybody = tracks.people(store, meeting.track_id)
    with store.read() as db:
        reading = common.look(store, db, meeting.id)
        attendees = reading.attendees()
        current, panel = _current(reading)
        takeovers = people.takeovers(db, meeting.id)
        undo = rows.removals(db, meeting.id)
        home_links = homework.links(db, meeting.id)
    room = reading.room
    return {
        "meeting": common.meeting_json(room),
        "links": {
            "screen": f"/scherm?m={meeting.id}&s={screen_key(meeting)}",
            "export": f"/uitvoer/{meeting.id}.zip",
            "home_links": f"/thuislinks/{meeting.id}",
            "prepare": f"/bijeenkomst?m={meeting.id}",
            "home": "/",
            "remote_url": remote_url,
            "remote_qr": qr(remote_url) if remote_url else None,
        },
        "agenda": [_agenda_item(activity) for activity in room.agenda],
        "homework": {
            "items": [_at_home(one) for one in room.agenda if running.may_go_home(one)],
            "links": sum(item.person.id in home_links for item in attendees),
        },
        "current": current,
        "people": _in_order(
            reading,
            [
                *(_person(reading, item, panel, present, takeovers) for item in attendees),
                *_expected(reading, everybody, {item.person.id for item in attendees}),
            ],
        ),
        "organisations": [common.organisation_json(item) for item in room.organisations],
        "undo": undo,
        "notices": [*_notices(store), *_failing(room, current)],
        "screens": screens,
        "can_add_org": bool(room.meeting.may_add_organisation),
        "revs": {**reading.revs, **memory},
        "bell": common.bell(meeting, "console", (*reading.revs, *memory)),
        "keep": f"console:{meeting.code}",
    }


def _failing(room: Room, current: Json | None) -> list[Json]:
    if room.current is None or current is not None:
        return []
    return [
        {
            "level": "warn",
            "text": _("De oefening die bezig is, kan nu niet getoond worden."),
            "fix": _("Wat bewaard is, blijft. Begin een andere oefening of herlaad de pagina."),
        }
    ]


def _current(reading: common.Reading) -> tuple[Json | None, Panel]:
    activity = reading.room.current
    if activity is None:
        return None, Panel()
    try:
        return _parts(reading, activity)
    except Refused:
        return None, Panel()
    except Exception:
        # One exercise that fails may not take the agenda, the pause and all others with it.
        _log.exception("the console could not draw %s", activity.kind)
        return None, Panel()


def _parts(reading: common.Reading, activity: Activity) -> tuple[Json, Panel]:
    context, scene = common.scene(reading, activity, "screen")
    over = replace(context, role="console")
    panel = over.exercise.panel(over)
    notes = contributions.of_author(reading.db, activity.id, FACILITATOR)
    own = over.exercise.desk(over)
    desk = None if own is None else common.dressed(over, own, activity)
    parts = {
        **_steering(over, activity),
        "scene": scene,
        "desk": desk,
        **_panel(activity, panel, notes, len(over.members)),
    }
    return parts, panel


def _steering(context: AnyContext, activity: Activity) -> Json:
    exercise, phase = context.exercise, context.phase
    step = context.step
    return {
        "activity": activity.id, "title": exercise.title, "area": step.area if step else None,
        "at": flow.position(phase),
        "stages": _stages(exercise.stages, phase.stage),
        "step": {
            "index": min(phase.step + 1, len(context.steps)), "total": len(context.steps),
            "label": exercise.step_label,
            "title": step.title if step else "",
        },
        "forward": _forward(context), "back": _back(context),
        "open": phase.open, "shown": phase.shown, "timer": activity.timer_json(),
    }  # fmt: skip


def _stages(stages: tuple[Stage, ...], now_at: str) -> list[Json]:
    keys = [stage.key for stage in stages]
    here = keys.index(now_at) if now_at in keys else 0
    return [
        {
            "key": stage.key, "label": stage.label,
            "state": "done" if place < here else "now" if place == here else "next",
        }
        for place, stage in enumerate(stages)
    ]  # fmt: skip


def _forward(context: AnyContext) -> Json | None:
    target = flow.neighbour(context.exercise, context.config, context.phase, +1)
    if target is None:
        return None
    return {"label": context.exercise.stage(target[1]).forward}


def _back(context: AnyContext) -> Json | None:
    target = flow.neighbour(context.exercise, context.config, context.phase, -1)
    return None if target is None else {"label": _("Stap terug")}


def _panel(activity: Activity, panel: Panel, notes: Mapping[str, Json], present: int) -> Json:
    note = None
    if panel.note_slot is not None:
        stored = notes.get(panel.note_slot, {}).get("text", "")
        note = {
            "slot": panel.note_slot, "label": _("Wat onthou je uit dit gesprek?"),
            "help": _("Komt in het verslag."), "text": stored,
        }  # fmt: skip
    behalf = panel.on_behalf
    return {
        "controls": [_control(control) for control in panel.controls],
        "note": note,
        "moves": [
            {"label": move.label, "slot": move.slot, "payload": move.payload, "value": move.value}
            for move in panel.moves
        ],
        "questions": panel.questions,
        "words": [{"who": word.who, "text": word.text} for word in panel.words],
        "summary": {
            "count": len(panel.answered) if panel.count is None else panel.count,
            "total": present if panel.total is None else panel.total,
            "label": panel.summary,
        },
        "on_behalf": None if behalf is None else {
            "slot": behalf.slot, "activity": activity.id, "kind": behalf.kind,
            "ends": behalf.ends,
        },
    }  # fmt: skip


def _control(control: Control) -> Json:
    return {
        "type": "choice" if control.options else "toggle", "key": control.key,
        "label": control.label, "value": control.value, "help": control.help,
        "options": [{"value": value, "label": label} for value, label in control.options],
        "asks": dict(control.asks),
    }  # fmt: skip


def _agenda_item(activity: Activity) -> Json:
    spent = activity.spent_seconds
    if activity.running_since is not None:
        spent += seconds_between(activity.running_since, now())
    title, area = activity.kind, None
    try:
        exercise = running.exercise_of(activity)
        title, area = exercise.title, exercise.area
    except Refused:
        pass
    return {
        "id": activity.id, "kind": activity.kind, "title": title, "area": area,
        "minutes": activity.minutes, "spent": int(spent // 60), "state": activity.state,
        "counting_from": now_ms() - int(spent * 1000) if activity.running_since else None,
    }  # fmt: skip


def _at_home(activity: Activity) -> Json:
    return {
        "id": activity.id, "title": running.exercise_of(activity).title,
        "open": bool(activity.at_home), "due": running.due(activity),
    }  # fmt: skip


def _person(
    reading: common.Reading, attendee: Attendee, panel: Panel, present: set[str],
    takeovers: dict[str, str],
) -> Json:  # fmt: skip
    person = attendee.person
    organisation = reading.room.organisation(person.organisation_id)
    asked = bool(panel.done_word)
    answered = person.id in panel.answered if asked else None
    return {
        "id": person.id, "name": person.name, "function": person.function,
        "tile": organisation.tile if organisation else None,
        "organisation": organisation.name if organisation else "",
        "joined": True, "here": attendee.by_hand or person.id in present,
        "byhand": attendee.by_hand, "answered": answered,
        "status": (panel.done_word if answered else panel.waiting_word) if asked else "",
        "takeover": person.id if person.id in takeovers else None,
    }  # fmt: skip


def _expected(
    reading: common.Reading, everybody: tuple[Person, ...], joined: set[str]
) -> list[Json]:
    """The people of the track who have not come in."""
    organisations = {item.id: item for item in reading.room.organisations}
    return [
        {
            "id": person.id, "name": person.name, "function": person.function,
            "tile": organisations[person.organisation_id].tile,
            "organisation": organisations[person.organisation_id].name,
            "joined": False, "here": False, "byhand": False, "answered": None,
            "status": _("nog niet binnen"), "takeover": None,
        }
        for person in everybody
        if person.id not in joined and person.organisation_id in organisations
    ]  # fmt: skip


def _in_order(reading: common.Reading, listed: list[Json]) -> list[Json]:
    """People by organisation, as the facilitator ordered those."""
    order = {item.name: place for place, item in enumerate(reading.room.organisations)}
    return sorted(listed, key=lambda person: order.get(person["organisation"], len(order)))


def _notices(store: Store) -> list[Json]:
    address = addresses.chosen(store)
    notices = []
    if store.problem is not None:
        notices.append({"level": "warn", "text": store.problem.text, "fix": store.problem.fix})
    if address.warning:
        notices.append({"level": "warn", "text": address.warning, "fix": address.fix})
    return notices

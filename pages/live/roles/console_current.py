"""What the console shows of the exercise that is on: the steps, the switches, and what the room
sees."""

from __future__ import annotations

import logging
from typing import Any

from exercises.contract import Context, Control, Json, Move, Panel, Stage
from exercises.engine import flow, notes, stored
from exercises.engine.moment import Moment
from pages.live import scenes
from state.language import _
from state.models import Activity
from state.problems import Refused

AnyContext = Context[Any, Any]
_log = logging.getLogger(__name__)


def current(moment: Moment, away: frozenset[str]) -> tuple[Json | None, Panel]:
    """The exercise that is on, and its panel; None and an empty panel when nothing is on, or when
    it can't be drawn. `away`: the ids of the people who left."""
    activity = moment.room.current
    if activity is None:
        return None, Panel()
    try:
        return _parts(moment, activity, away)
    except Refused:
        return None, Panel()
    except Exception:
        # A fault in one exercise must not break the rest of the console: agenda, pause, other
        # exercises.
        _log.exception("the console could not draw %s", activity.kind)
        return None, Panel()


def _parts(moment: Moment, activity: Activity, away: frozenset[str]) -> tuple[Json, Panel]:
    context = moment.context(activity, "console", away=away)
    panel = context.exercise.panel(context)
    own = context.exercise.console(context)
    parts = {
        **_steering(context, activity, panel),
        "scene": scenes.on_screen(moment, activity, away),
        "console": None if own is None else scenes.dressed(context, own, activity),
        "note": _note(context),
        **_panel(activity, panel, context.awaited(panel.answered)),
    }
    return parts, panel


def _steering(context: AnyContext, activity: Activity, panel: Panel) -> Json:
    exercise, phase = context.exercise, context.phase
    step = context.step
    index, total = scenes.place_of(context)
    return {
        "activity": activity.id, "title": stored.title_of(activity),
        "area": step.area if step else None,
        "at": flow.position(phase),
        "stages": _stages(exercise.stages, phase.stage),
        "step": {
            "index": index, "total": total, "label": exercise.step_label,
            "title": step.title if step else "", **_beside(context),
        },
        "forward": _turned(panel.onward) or _forward(context),
        "skip": _skip(context, panel),
        "back": _turned(panel.backward) or _back(context), "page": panel.page,
        "open": phase.open if exercise.takes_answers(context.config, phase) else None,
        "shown": phase.shown
        if exercise.stage(phase.stage).shows and (step is None or step.shows)
        else None,
        "timer": activity.timer_json(),
    }  # fmt: skip


def _beside(context: AnyContext) -> Json:
    """The number of this step among all that were prepared, by which it is gone to, and of those
    before and after it in the order in which they are gone through; None at either end."""
    order = context.exercise.in_order(context.config, context.phase)
    place = scenes.place_of(context)[0] - 1
    return {
        "number": context.phase.step + 1,
        "before": order[place - 1] + 1 if place > 0 else None,
        "after": order[place + 1] + 1 if place + 1 < len(order) else None,
    }


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


def _turned(move: Move | None) -> Json | None:
    """What the exercise does itself before the next step comes."""
    return None if move is None else {
        "label": move.label, "ask": "", "about": move.value,
        "move": {"slot": move.slot, "payload": move.payload},
    }  # fmt: skip


def _skip(context: AnyContext, panel: Panel) -> Json | None:
    """The way past what the main button would still do in this step, with what is told first."""
    on = _forward(context) if panel.onward is not None and panel.skip else None
    return on and {**on, "ask": panel.skip}


def _forward(context: AnyContext) -> Json | None:
    target = flow.neighbour(context.exercise, context.config, context.phase, +1)
    if target is None:
        return None
    step, stage = context.steps[target[0]], context.exercise.stage(target[1])
    begins = stage == context.exercise.stages[0]
    return {
        "label": (begins and step.forward) or stage.forward,
        "ask": context.exercise.unfinished(context) if stage.asks else "",
        "about": "",
        "move": None,
    }


def _back(context: AnyContext) -> Json | None:
    target = flow.neighbour(context.exercise, context.config, context.phase, -1)
    return None if target is None else {"label": _("Stap terug"), "move": None}


def _note(context: AnyContext) -> Json | None:
    key = context.exercise.note_on(context)
    return None if key is None else {
        "slot": notes.slot(key), "label": _("Wat onthou je uit dit gesprek?"),
        "help": _("Komt in het verslag."), "text": context.notes.get(key, ""),
    }  # fmt: skip


def _panel(activity: Activity, panel: Panel, awaited: int) -> Json:
    behalf = panel.on_behalf
    total = awaited if panel.total is None else panel.total
    return {
        "controls": [_control(control) for control in panel.controls],
        "moves": [
            {"label": move.label, "slot": move.slot, "payload": move.payload, "value": move.value}
            for move in panel.moves
        ],
        "questions": panel.questions,
        "words": [{"who": word.who, "text": word.text} for word in panel.words],
        "summary": {
            "count": len(panel.answered) if panel.count is None else panel.count,
            "total": total,
            # Of nobody nothing is counted: '0 van de 0' says nothing.
            "label": panel.summary if total else "",
        },
        "on_behalf": None if behalf is None else {
            "slot": behalf.slot, "activity": activity.id, "kind": behalf.kind,
            "ends": behalf.ends, "limit": behalf.limit, "label": behalf.label,
        },
    }  # fmt: skip


def _control(control: Control) -> Json:
    return {
        "type": "choice" if control.options else "toggle", "key": control.key,
        "label": control.label, "value": control.value, "help": control.help,
        "options": [{"value": value, "label": label} for value, label in control.options],
        "asks": dict(control.asks),
    }  # fmt: skip

"""What the console is given of Top en flop domino: counts, switches, and the desk with stones.

The console gets the text of a stone only once it is on the table, where everybody can read it.
"""

from __future__ import annotations

from exercises.contract import Control, Json, Move, Panel, Scene, Word
from exercises.domino.model import SHARED_LIMIT, Stone, Thread, own_start, visibility
from exercises.domino.table.trail import HALVES
from exercises.domino.views import DominoContext
from exercises.kit.rules import naming
from state.language import _, ngettext
from state.models import FACILITATOR


def panel(context: DominoContext) -> Panel:
    """Who has a stone (while writing) or has it on the table (later), and the switches."""
    view, writing = context.view, context.phase.stage in ("", "write")
    done = context.present(
        person for person in view.stones
        if (view.of(person).whole if writing else view.lies(person))
    )  # fmt: skip
    count = len(done)
    return Panel(
        answered=done,
        done_word=_("klaar") if writing else _("ligt"),
        waiting_word=_("nog niet") if writing else _("niet op tafel"),
        summary=ngettext("heeft een steen", "hebben een steen", count)
        if writing
        else ngettext("ligt op tafel", "liggen op tafel", count),
        controls=_controls(context),
        questions=context.config.questions,
        words=_words(context),
        moves=_moves(context) if context.phase.stage == "walk" else (),
    )


def _moves(context: DominoContext) -> tuple[Move, ...]:
    """Buttons to the previous and next stone in the reading order, where there is one."""
    order, at = context.view.trail.order, context.view.read_now
    found = []
    for label, to in ((_("Vorige steen"), at - 1), (_("Volgende steen"), at + 1)):
        if 0 <= to < len(order):
            stone = context.alias(order[to])
            place = _("{n} van {m}").format(n=to + 1, m=len(order))
            found.append(Move(label, "table.walk", {"stone": stone}, place))
    return tuple(found)


def _controls(context: DominoContext) -> tuple[Control, ...]:
    return (
        Control(
            "own_start", _("Zelf een steen op tafel leggen mag"),
            own_start(context.config, context.phase),
            help=_("Uit: enkel jij begint een spoor. Ernaast leggen mag altijd."),
        ),
        naming.control(
            _("Wie staat bij een steen?"), visibility(context.config, context.phase),
            answered=bool(context.view.stones),
        ),
    )  # fmt: skip


def _words(context: DominoContext) -> tuple[Word, ...]:
    """What people share, as it lies on the table."""
    named = visibility(context.config, context.phase) == "names"
    found = []
    for person, stone in context.view.lying.items():
        member = context.members.get(person)
        if stone.lay.shared:
            found.append(Word(member.name if member and named else "", stone.lay.shared))
    return tuple(found)


def console(context: DominoContext) -> Scene:
    """The list of stones with what can be done with each, and the steps of the walk."""
    order = context.view.trail.order
    threads = _threads_by_stone(context)
    return Scene(
        "console.js", ("console.css",),
        {
            "stage": context.phase.stage or "write",
            "limit": SHARED_LIMIT,
            "word": _alias(context, context.view.word),
            "people": [
                _person(context, person, threads.get(person, [])) for person in _everybody(context)
            ],
            "walk": [context.alias(stone) for stone in order],
            "at": context.view.read_now if order else None,
        },
    )  # fmt: skip


def _threads_by_stone(context: DominoContext) -> dict[str, list[Thread]]:
    """The threads at each lying stone, whichever end it is; a stone without any is left out."""
    found: dict[str, list[Thread]] = {}
    for thread in context.view.all_threads:
        for person in (thread.source, thread.target):
            found.setdefault(person, []).append(thread)
    return found


def _everybody(context: DominoContext) -> list[str]:
    """The people in the room, and those who left but whose stone is on the table, in the order of
    laying."""
    view = context.view
    return [*view.lying, *(person for person in context.members if not view.lies(person))]


def _alias(context: DominoContext, person: str | None) -> str | None:
    return None if person is None else context.alias(person)


def _person(context: DominoContext, person: str, threads: list[Thread]) -> Json:
    view, member = context.view, context.members.get(person)
    stone = view.of(person)
    lies = view.lies(person)
    return {
        "id": context.alias(person),
        "name": member.name if member else _("iemand die weg is"),
        "organisation": member.organisation if member else "",
        "tile": member.tile if member else None,
        "state": "lies" if lies else _state(stone),
        **(_on_table(context, person, stone, threads) if lies else {"top": "", "flop": ""}),
    }


def _state(stone: Stone) -> str:
    if stone.whole:
        return "back" if stone.was_laid else "ready" if stone.ready else "whole"
    return "busy" if stone.top or stone.flop else "none"


def _on_table(context: DominoContext, person: str, stone: Stone, threads: list[Thread]) -> Json:
    view = context.view
    joint = view.joint_of(person)
    return {
        "top": stone.top, "flop": stone.flop,
        "room": [half for half in HALVES if view.trail.has_room(person, half)],
        "joint": None if joint is None else {
            "id": context.alias(joint.against), "half": joint.half, "shared": joint.shared,
        },
        "threads": [
            {
                "id": context.alias(one.target if one.source == person else one.source),
                "text": one.text,
                "slot": _thread_slot(context, one.source, one.target)
                if one.by == FACILITATOR else None,
            }
            for one in threads
        ],
    }  # fmt: skip


def _thread_slot(context: DominoContext, source: str, target: str) -> str:
    return f"table.thread-{context.alias(source)}-{context.alias(target)}"

"""Checks each answer about stones, inside the transaction that stores it.

`entry.load()` gives the table as this transaction sees it, so of two people who claim the last
place at a half at once the second is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exercises.contract import Accepted, Entry, Json, Notifies
from exercises.domino.config import DominoConfig
from exercises.domino.model import (
    HALF_LIMIT,
    SHARED_LIMIT,
    THREADS_LIMIT,
    DominoView,
    has_room,
    own_start,
)
from exercises.domino.table.trail import HALVES, Half
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused
from state.text_rules import one_line

DominoEntry = Entry[DominoConfig, DominoView]
Verdict = Accepted


class _No(Refused):
    """The refusals, as sentences for people."""


def accept(entry: DominoEntry) -> Verdict:
    """Judge an answer; see the slots in exercises.domino.model."""
    key, _dot, part = entry.slot.rpartition(".")
    judge = _judge_of(key, part, entry.author == FACILITATOR)
    if judge is None:
        raise Refused(_("Dit antwoord hoort niet bij deze oefening. Laad de pagina opnieuw."))
    return judge(entry, part)


def _judge_of(
    key: str, part: str, facilitator: bool
) -> Callable[[DominoEntry, str], Verdict] | None:
    of_stone: dict[str, Callable[[DominoEntry, str], Verdict]] = {
        "top": _text, "flop": _text, "ready": _ready, "lay": _lay,
    }  # fmt: skip
    of_table: dict[str, Callable[[DominoEntry, str], Verdict]] = {
        "word": _word, "walk": _walk,
    }  # fmt: skip
    if key == "stone":
        if part.startswith("thread-") and not facilitator:
            return _own_thread
        return of_stone.get(part)
    if key == "table" and facilitator:
        return _any_thread if part.startswith("thread-") else of_table.get(part)
    return None


def _whose(entry: DominoEntry) -> str:
    """The person whose stone it is: the author, or whom the facilitator names."""
    if entry.author != FACILITATOR:
        return entry.author
    return _named(entry, entry.payload.get("stone"))


def _named(entry: DominoEntry, name: Any) -> str:
    """The person behind an alias."""
    # Look among the people present first: searching all stones is only needed for somebody who
    # left.
    for among in (entry.people, lambda: entry.load().stones):
        for person in among():
            if isinstance(name, str) and person != FACILITATOR and entry.alias(person) == name:
                return person
    raise _No(_("Deze steen is er niet meer. Kijk even opnieuw."))


def _text(entry: DominoEntry, half: str) -> Verdict:
    person = _whose(entry)
    what = _("Je top") if half == "top" else _("Je flop")
    text = _line(entry.payload.get("text"), HALF_LIMIT, what)
    lies = entry.phase.stage != "write" and entry.load().lies(person)
    if lies and not text:
        raise _No(_("Je steen ligt op tafel: een lege helft kan niet. Je vorige woorden blijven."))
    return Accepted({"text": text}, owner=_owner(entry, person), notifies=_notifies(lies))


def _ready(entry: DominoEntry, part: str) -> Verdict:
    return Accepted({"ready": entry.payload.get("ready") is True}, owner=_owner(entry))


def _lay(entry: DominoEntry, part: str) -> Verdict:
    person = _whose(entry)
    if entry.payload.get("on") is not True:
        return _taken_back(entry, person)
    if entry.author != FACILITATOR:
        _check_may_lay(entry)
    view = entry.load()
    stone = view.of(person)
    lies = view.lies(person)
    if lies and entry.author != FACILITATOR:
        raise _No(_("Je steen ligt al op tafel. Je kunt wel nog een draad leggen."))
    if not stone.whole:
        raise _No(_("Aan deze steen ontbreekt nog iets: schrijf eerst een top en een flop."))
    against, half, shared = _joint(entry, person)
    if against is not None and not has_room(view, person, against, half):
        raise _No(
            _(
                "Bij deze helft is net geen plaats meer."
                " Kies een andere helft; je woorden staan er nog."
            )
        )
    payload = {
        # Moving a stone does not change who tells.
        "on": True, "number": stone.lay.number if lies else view.number + 1,
        "against": against, "half": half, "shared": shared,
    }  # fmt: skip
    return Accepted(payload, owner=_owner(entry, person), notifies="everybody")


def _check_may_lay(entry: DominoEntry) -> None:
    if entry.phase.stage != "lay" or not entry.phase.open:
        raise _No(_("Leggen kan nu niet. Wat je schreef, blijft staan."))
    if entry.payload.get("against") is None and not own_start(entry.config, entry.phase):
        raise _No(_("De begeleider legt de eerste stenen. Daarna mag jij de jouwe ernaast leggen."))


def _joint(entry: DominoEntry, person: str) -> tuple[str | None, Half, str]:
    """Against whom, which half, and what they share."""
    payload, view = entry.payload, entry.load()
    if payload.get("against") is None:
        return None, "top", ""
    half: Half = payload["half"] if payload.get("half") in HALVES else "top"
    if payload.get("half") not in HALVES:
        raise _No(_("Kies eerst tegen welke helft je legt: een top of een flop."))
    shared = _line(payload.get("shared", ""), SHARED_LIMIT, _("Wat jullie delen"))
    try:
        against = _named(entry, payload["against"])
    except _No:
        against = ""
    if against == person:
        raise _No(_("Een steen kan niet tegen zichzelf liggen. Kies een andere."))
    if not view.lies(against):
        raise _No(_("Die steen ligt niet meer op tafel. Kies een andere; je woorden staan er nog."))
    if not shared and entry.author != FACILITATOR:
        raise _No(_("Schrijf er nog bij wat jullie delen. Een paar woorden volstaan."))
    return against, half, shared


def _taken_back(entry: DominoEntry, person: str) -> Verdict:
    """Take a stone off the table; its words and its joint are kept for when it is laid again."""
    view = entry.load()
    if not view.lies(person):
        raise _No(_("Deze steen ligt niet op tafel."))
    if entry.author != FACILITATOR:
        if entry.phase.stage != "lay" or not entry.phase.open:
            raise _No(_("Je steen terugnemen kan nu niet."))
        if view.leaning(person):
            raise _No(_("Er ligt al een steen tegen de jouwe: die blijft nu liggen."))
    lay = view.stones[person].lay
    payload = {
        "on": False, "number": lay.number,
        "against": lay.against, "half": lay.half, "shared": lay.shared,
    }  # fmt: skip
    return Accepted(payload, owner=_owner(entry, person), notifies="everybody")


def _own_thread(entry: DominoEntry, part: str) -> Verdict:
    if entry.phase.stage not in ("lay", "walk") or not entry.phase.open:
        raise _No(_("Draden leggen kan nu niet. Wat je schreef, blijft staan."))
    if not entry.load().lies(entry.author):
        raise _No(_("Leg eerst je steen op tafel. Daarna kun je draden leggen."))
    return Accepted(_thread(entry, entry.author, part.partition("-")[2]))


def _any_thread(entry: DominoEntry, part: str) -> Verdict:
    """A thread of the facilitator, between any two stones on the table."""
    one, _dash, two = part.partition("-")[2].partition("-")
    source = _named(entry, one)
    if not entry.load().lies(source):
        raise _No(_("Deze steen ligt niet op tafel."))
    return Accepted({**_thread(entry, source, two), "source": source}, notifies="everybody")


def _thread(entry: DominoEntry, source: str, name: str) -> Json:
    view = entry.load()
    target = _named(entry, name)
    text = _line(entry.payload.get("text"), SHARED_LIMIT, _("Wat jullie delen"))
    if target == source:
        raise _No(_("Een draad gaat naar een andere steen."))
    if text and not view.lies(target):
        raise _No(_("Die steen ligt niet meer op tafel. Kies een andere; je woorden staan er nog."))
    others = {one.target for one in view.threads if one.by == entry.author and one.source == source}
    if text and len(others - {target}) >= THREADS_LIMIT:
        raise _No(
            _("Er liggen al {limit} draden aan deze steen. Haal er eerst een weg.").format(
                limit=THREADS_LIMIT
            )
        )
    return {"target": target, "text": text}


def _word(entry: DominoEntry, part: str) -> Verdict:
    """The facilitator gives the word to a stone on the table, or to nobody."""
    return Accepted({"stone": _lying_or_none(entry), "number": entry.load().number + 1})


def _walk(entry: DominoEntry, part: str) -> Verdict:
    return Accepted({"stone": _lying_or_none(entry)})


def _lying_or_none(entry: DominoEntry) -> str | None:
    if entry.payload.get("stone") is None:
        return None
    person = _named(entry, entry.payload["stone"])
    if not entry.load().lies(person):
        raise _No(_("Deze steen ligt niet op tafel."))
    return person


def _line(typed: Any, limit: int, what: str) -> str:
    if not isinstance(typed, str):
        raise _No(_("Deze tekst is niet te lezen. Probeer het nog eens."))
    return one_line(typed, limit, what, required=False)


def _owner(entry: DominoEntry, person: str | None = None) -> str | None:
    """The owner to store; None when that is the author, the default."""
    owner = person or _whose(entry)
    return None if owner == entry.author else owner


def _notifies(lies: bool) -> Notifies:
    return "everybody" if lies else "nobody"

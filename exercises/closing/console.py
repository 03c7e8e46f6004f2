"""What the facilitator is given of Slotmoment: the chapters in their order, what stands beside the
one that is on, and the answers of the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.closing.config import Chapter
from exercises.closing.model import ABOUT, HIDDEN, QUOTE, ClosingContext, current
from exercises.closing.model_slips import by_area, folded
from exercises.closing.views import area_name, slip_pages, turned
from exercises.closing.views_chapters import (
    NOTHING,
    holds,
    key_of,
    line_of,
    lines,
    quote_of,
    quotes,
    shown,
    signed,
)
from exercises.contract import Json, Move, Panel, Scene
from exercises.results import Quote
from state.language import _, ngettext

# Kinds that show a quote above their picture.
_WITH_QUOTE = ("web", "line", "map")


def panel(context: ClosingContext) -> Panel:
    """How many answered, and the way through the cards of the chapter."""
    now = current(context.config, context.phase)
    if now is None:
        return Panel()
    pages = replace(
        _pages(context, now), moves=(*_statements(context, now), *_beside(context, now))
    )
    if now.kind != "ask":
        return replace(pages, count=0, total=0)
    count = context.view.counted.get(now.key, 0)
    answered = context.present(context.view.takes.get(now.key, ()))
    return replace(
        pages, answered=answered, count=count, total=context.awaited(answered),
        summary=ngettext("schreef een actie", "schreven een actie", count),
        done_word=_("schreef"), waiting_word=_("nog niet"),
    )  # fmt: skip


def console(context: ClosingContext) -> Scene:
    """All chapters, those that are skipped last; and what may be picked for the one that is on."""
    now = current(context.config, context.phase)
    order = context.exercise.in_order(context.config, context.phase)
    chapters = context.config.chapters
    skipped = [at for at in range(len(chapters)) if at not in order]
    data: Json = {
        "at": f"{context.phase.step + 1}:{context.phase.stage}", "stage": context.phase.stage,
        "chapters": [
            {
                "key": chapters[at].key, "title": chapters[at].title, "step": at + 1,
                "on": now is not None and chapters[at].key == now.key, "skipped": at in skipped,
                "nothing": _nothing(context, chapters[at]),
            }
            for at in (*order, *skipped)
        ],
        "quotes": None, "lines": None, "answers": None,
    }  # fmt: skip
    if now is not None:
        data |= _of(context, now)
    return Scene("console.js", ("console.css",), data)


def first_order(context: ClosingContext) -> tuple[str, ...]:
    """The chapters that have something to show, in the order of the editor; all of them where none
    has."""
    found = tuple(one.key for one in context.config.chapters if not _nothing(context, one))
    return found or tuple(one.key for one in context.config.chapters)


def lacks(context: ClosingContext) -> str:
    """Which chapters would be empty."""
    empty = [one.title for one in context.config.chapters if _nothing(context, one)]
    if not empty:
        return ""
    return _("Nog niets te tonen, dus overgeslagen: {titles}.").format(titles=", ".join(empty))


def _nothing(context: ClosingContext, chapter: Chapter) -> str:
    return "" if holds(context, chapter) else NOTHING[chapter.kind]


def _of(context: ClosingContext, now: Chapter) -> Json:
    found: Json = {}
    if now.kind in _WITH_QUOTE:
        found["quotes"] = {
            "slot": f"{now.key}.{QUOTE}",
            "key": context.view.picked(now.key, QUOTE).get("key", ""),
            "all": [signed(context, one) for one in quotes(context)],
        }
        keys = {key_of(one) for one in quotes(context)}
        if found["quotes"]["key"] not in keys:
            found["quotes"]["key"] = ""
    if now.kind == "line":
        line = line_of(context, now)
        found["lines"] = {
            "slot": f"{now.key}.{ABOUT}",
            "about": line.about if line else "",
            "all": [{"about": one.about, "moved": one.moved} for one in lines(context)],
        }
    if now.kind == "ask":
        found["answers"] = _answers(context, now)
    return found


def _statements(context: ClosingContext, now: Chapter) -> tuple[Move, ...]:
    """On the remote: another statement of the line, one after the other."""
    found = [one.about for one in lines(context)] if now.kind == "line" else []
    line = line_of(context, now)
    if line is None or len(found) < 2:
        return ()
    following = found[(found.index(line.about) + 1) % len(found)]
    return (Move(_("Andere stelling"), f"{now.key}.{ABOUT}", {"text": following}, following),)


def _beside(context: ClosingContext, now: Chapter) -> tuple[Move, ...]:
    """On the remote: the next quote beside the picture, and none any more."""
    found = quotes(context) if now.kind in _WITH_QUOTE else ()
    if not found:
        return ()
    slot, on = f"{now.key}.{QUOTE}", quote_of(context, now)
    if on is None:
        return (_quote_move(_("Zet een citaat erbij"), slot, found[0]),)
    away = Move(_("Haal het citaat weg"), slot, {"key": ""})
    following = found[(found.index(on) + 1) % len(found)]
    if following == on:
        return (away,)
    return (_quote_move(_("Ander citaat"), slot, following), away)


def _quote_move(label: str, slot: str, quote: Quote) -> Move:
    return Move(label, slot, {"key": key_of(quote)}, quote.text)


def _answers(context: ClosingContext, now: Chapter) -> Json:
    """Every answer, by area; `hidden` are those that the room does not see."""
    hidden = context.view.hidden.get(now.key, frozenset())
    everything = sorted(context.view.takes.get(now.key, {}).values(), key=lambda one: -one.order)
    return {
        "slot": f"{now.key}.{HIDDEN}", "hidden": sorted(hidden),
        "areas": [
            {
                "name": area_name(context, one.area),
                "slips": [
                    {"text": slip.text, "times": slip.times, "folded": folded(slip.text),
                     "hidden": folded(slip.text) in hidden}
                    for slip in one.slips
                ],
            }
            for one in by_area(everything)
        ],
    }  # fmt: skip


def _pages(context: ClosingContext, now: Chapter) -> Panel:
    """To the next card of the chapter and the one before, and which one is on."""
    asks = now.kind == "ask"
    pages: Sequence[object] = slip_pages(context, now) if asks else shown(context, now).pages
    turns = turned(context, now, pages)
    told = _("{n} van de {m}")
    back, here, on = (told.format(n=turns.at + one, m=len(pages)) for one in range(3))
    return Panel(
        onward=turns.onward(_("Volgende: {page}").format(page=on)),
        backward=turns.backward(_("Vorige: {page}").format(page=back)),
        page=_("Op het scherm: {page}").format(page=here) if len(pages) > 1 else "",
    )

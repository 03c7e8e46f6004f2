"""What phone and screen are given of Slotmoment.

The phone of a guest is given the question and its own answer, nothing of what others said. As all
guests who answered the same share one drawing, a phone looks only at `context.mine`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TypeVar

from exercises.closing import layout_slips
from exercises.closing.accept import TEXT_LIMIT
from exercises.closing.config import Chapter
from exercises.closing.layout_slips import SlipPage
from exercises.closing.model import AREA, PAGE, TAKE, ClosingContext, area_choice, current
from exercises.closing.model_slips import by_area
from exercises.closing.views_chapters import NOTHING, ChapterContent, quote_of, shown, signed
from exercises.contract import Json, Scene
from exercises.kit.rules.one_by_one import OneByOne, numbered
from exercises.kit.rules.prose import in_words, sentence
from state.language import _, ngettext

T = TypeVar("T")
_PHONE_STYLES = ("../../kit/browser/choose_one.css", "phone.css")
_SCREEN_STYLES = ("screen.css",)


def phone(context: ClosingContext) -> Scene:
    """The question that is on, and what was answered to those before."""
    now = current(context.config, context.phase)
    before = [
        _own(context, one) for one in context.config.asks
        if (now is None or one.key != now.key) and _text(context, one)
    ]  # fmt: skip
    data: Json = {
        "title": now.title if now else "", "limit": TEXT_LIMIT,
        "ask": _own(context, now) if now and now.kind == "ask" else None,
        "before": before,
    }  # fmt: skip
    return Scene("phone.js", _PHONE_STYLES, data)


def screen(context: ClosingContext) -> Scene:
    """The chapter that is on."""
    now = current(context.config, context.phase)
    if now is None:
        return Scene("screen.js", _SCREEN_STYLES, {"kind": "", "title": ""})
    data: Json = {
        "key": now.key, "kind": now.kind, "title": now.title, "activity": context.activity_id,
    }  # fmt: skip
    if now.kind == "ask":
        data |= _answers(context, now)
    elif context.phase.shown:
        data |= _picture(context, now, shown(context, now))
    else:
        data |= _picture(context, now, ChapterContent()) | {"nothing": ""}
    return Scene("screen.js", _SCREEN_STYLES, data)


def _own(context: ClosingContext, chapter: Chapter) -> Json:
    slot = f"{chapter.key}.{AREA}"
    areas = area_choice({one.number: one.name for one in context.framework.areas})
    return {
        "key": chapter.key, "question": chapter.title, "slot": f"{chapter.key}.{TAKE}",
        "text": _text(context, chapter), "area": areas.sent(slot, context.mine.get(slot)),
    }  # fmt: skip


def _text(context: ClosingContext, chapter: Chapter) -> str:
    return str(context.mine.get(f"{chapter.key}.{TAKE}", {}).get("text", ""))


def _picture(context: ClosingContext, chapter: Chapter, found: ChapterContent) -> Json:
    pages = turned(context, chapter, found.pages)
    return {
        "nothing": NOTHING[chapter.kind] if found.empty else "",
        "pieces": [asdict(one) for one in found.pieces], "village": list(found.village),
        "cards": list(pages.now or ()), "page": pages.at + 1, "pages": max(1, len(pages.things)),
        "count": list(found.count), "grown": list(found.grown), "quote": beside(context, chapter),
    }  # fmt: skip


def beside(context: ClosingContext, chapter: Chapter) -> Json | None:
    """The quote that was picked for a chapter with who said it, as long as it may be shown."""
    found = quote_of(context, chapter)
    return None if found is None else signed(context, found)


def turned(context: ClosingContext, chapter: Chapter, pages: Sequence[T]) -> OneByOne[T]:
    """The pages of a chapter, as the facilitator turned them."""
    return numbered(f"{chapter.key}.{PAGE}", pages, context.view.page_of(chapter.key))


def _answers(context: ClosingContext, chapter: Chapter) -> Json:
    pages = slip_pages(context, chapter)
    turns = turned(context, chapter, pages)
    now = turns.now
    alone = bool(pages) and all(one.area is None for page in pages for one in page.columns)
    return {
        "answered": context.view.counted.get(chapter.key, 0), "shown": context.phase.shown,
        "columns": [_column(context, one, alone=alone) for one in now.columns] if now else [],
        "whole": now.whole if now else True, "page": turns.at + 1, "pages": max(1, len(pages)),
    }  # fmt: skip


def slip_pages(context: ClosingContext, chapter: Chapter) -> tuple[SlipPage, ...]:
    """The pages of the answers to a question, as far as they may be shown."""
    return layout_slips.pages(by_area(context.view.shown_of(chapter.key)))


def area_name(context: ClosingContext, area: int | None) -> str:
    """What the answers of an area stand under."""
    return (context.framework.name(area) if area else None) or _("Zonder gebied")


def counted(count: int) -> str:
    """How many answers, in words: 'Drie acties'."""
    return sentence(ngettext("{n} actie", "{n} acties", count).format(n=in_words(count)))


def _column(context: ClosingContext, one: layout_slips.AreaColumn, *, alone: bool) -> Json:
    """`alone`: nobody chose an area, so that 'without area' would say nothing."""
    name = "" if alone else area_name(context, one.area)
    return {**asdict(one), "name": name, "told": counted(one.count)}

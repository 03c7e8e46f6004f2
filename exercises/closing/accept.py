"""Judges what comes in on Slotmoment: what somebody takes home, and what the facilitator picks."""

from __future__ import annotations

from typing import Any

from exercises.closing.config import ClosingConfig
from exercises.closing.model import (
    ABOUT,
    AREA,
    HIDDEN,
    PAGE,
    QUOTE,
    TAKE,
    ClosingView,
    area_choice,
    current,
)
from exercises.closing.model_slips import AREAS
from exercises.contract import Accepted, Entry, Json, Phase
from exercises.kit.rules.one_by_one import judged_number
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused
from state.text_rules import one_line

TEXT_LIMIT = 140
_MOST_HIDDEN, _LONGEST = 2000, 400

ClosingEntry = Entry[ClosingConfig, ClosingView]


def accept(entry: ClosingEntry) -> Accepted:
    """Judge an answer by its slot (see model.py)."""
    chapter, _dot, part = entry.slot.rpartition(".")
    found = entry.config.of(chapter)
    if found is None:
        raise Refused(_("Dit hoofdstuk staat er niet meer. Laad de pagina opnieuw."))
    if entry.author == FACILITATOR:
        judge = {PAGE: _page, QUOTE: _quote, ABOUT: _about, HIDDEN: _hidden}.get(part)
        if judge is None:
            raise _unreadable()
        return Accepted(judge(entry.payload))
    if found.kind != "ask" or part not in (TAKE, AREA):
        raise _unreadable()
    _check_time(entry, chapter)
    return Accepted(_text(entry.payload) if part == TAKE else _area(entry.payload))


def _check_time(entry: ClosingEntry, chapter: str) -> None:
    """A first answer comes while the question is on; who gave one may change or withdraw it as long
    as the closing lasts."""
    now = current(entry.config, entry.phase)
    if now is not None and now.key == chapter and entry.phase.open:
        return
    before = entry.stored(entry.author, f"{chapter}.{TAKE}")
    if not (before and before.get("text")):
        raise Refused(_("Deze vraag is al voorbij. Kijk mee op het scherm."))


def _text(payload: Json) -> Json:
    text = payload.get("text")
    if not isinstance(text, str):
        raise _unreadable()
    return {"text": one_line(text, TEXT_LIMIT, _("Je zin"), required=False)}


def _area(payload: Json) -> Json:
    return {AREA: area_choice(dict.fromkeys(AREAS, "")).judged(payload)}


def _page(payload: Json) -> Json:
    return judged_number(payload).payload


def _quote(payload: Json) -> Json:
    return {"key": _word(payload.get("key"))}


def _about(payload: Json) -> Json:
    return {"text": _word(payload.get("text"))}


def _hidden(payload: Json) -> Json:
    texts = payload.get("texts")
    if not isinstance(texts, list) or len(texts) > _MOST_HIDDEN:
        raise _unreadable()
    return {"texts": sorted({_word(one) for one in texts})}


def _word(sent: Any) -> str:
    if not isinstance(sent, str) or len(sent) > _LONGEST:
        raise _unreadable()
    if any("\ud800" <= char <= "\udfff" for char in sent):
        raise _unreadable()
    return sent


def _unreadable() -> Refused:
    return Refused(_("Dit is niet te lezen. Probeer het nog eens."))


def rehearse(config: ClosingConfig, phase: Phase, chance: float) -> tuple[str, dict[str, Any]]:
    """A sentence to the first question, as a phone would send it."""
    key = next((one.key for one in config.chapters if one.kind == "ask"), "ask")
    text = _("We laten de deur open ({n}).").format(n=round(chance * 40))
    return f"{key}.{TAKE}", {"text": text}

"""What phone and screen are given of Citaten."""

from __future__ import annotations

from exercises.contract import Context, Json, Scene
from exercises.kit.rules.days import day_text
from exercises.quotes import layout
from exercises.quotes.accept import TEXT_LIMIT
from exercises.quotes.config import QuotesConfig
from exercises.quotes.layout import WallSheet, WallText
from exercises.quotes.model import (
    CONSENT,
    CONSENTS,
    ONE,
    TEXT,
    WALL,
    OwnQuote,
    QuotesView,
)
from state.language import _

QuotesContext = Context[QuotesConfig, QuotesView]
_PHONE_STYLES = ("phone.css",)
_SCREEN_STYLES = ("screen.css",)


def phone(context: QuotesContext) -> Scene:
    """The own sentence, and what may be done with it."""
    me, view = context.me, context.view
    own = view.of(me.id) if me else None
    home = context.homework
    data: Json = {
        "ask": context.config.ask, "questions": context.config.questions,
        "slot": TEXT, "text": context.mine.get(TEXT, {}).get("text", ""), "limit": TEXT_LIMIT,
        "consent_slot": CONSENT, "consent": own.consent if own else "",
        "given_for": context.mine.get(CONSENT, {}).get("text", ""),
        "consents": [{"key": key, "label": label} for key, label in CONSENTS.items()],
        "on_screen": home is None and bool(own and own.naming and own.key == view.turn),
        "on_wall": home is None and context.phase.stage == WALL and bool(own and own.naming),
        "home": home is not None, "until": day_text(home.until) if home else "",
    }  # fmt: skip
    return Scene("phone.js", _PHONE_STYLES, data)


def screen(context: QuotesContext) -> Scene:
    """What is asked; then one quote, or a page of the wall: only those with consent."""
    stage = context.phase.stage
    shown = said(context)
    data: Json = {
        "ask": context.config.ask, "questions": context.config.questions,
        "stage": stage, "shown": context.phase.shown,
        "chosen": context.view.chosen, "count": len(shown),
        "quote": None, "sheets": [], "page": 1, "pages": 1,
    }  # fmt: skip
    if stage == ONE and context.phase.shown:
        now = current(context)
        data["quote"] = None if now is None else _quote(now)
    elif stage == WALL and context.phase.shown:
        pages = layout.wall(shown)
        at = page_of(context, len(pages))
        data["sheets"] = [_sheet(one) for one in pages[at]] if pages else []
        data["page"], data["pages"] = at + 1, max(1, len(pages))
    return Scene("screen.js", _SCREEN_STYLES, data)


def said(context: QuotesContext) -> list[WallText]:
    """The quotes with consent of people who are still known, each with who said it as far as that
    consent goes."""
    found = []
    for one in context.view.sentences:
        if one.naming and one.person in context.members:
            found.append(WallText(one.key, one.text, *_signed(context, one)))
    return found


def current(context: QuotesContext) -> WallText | None:
    """The quote that is on the screen; None without any."""
    found = said(context)
    after = next((one for one in found if one.key >= context.view.turn), None)
    return after or (found[0] if found else None)


def page_of(context: QuotesContext, pages: int) -> int:
    """The page of the wall that is shown, from 0."""
    return max(0, min(context.view.page, pages - 1))


def _signed(context: QuotesContext, one: OwnQuote) -> tuple[str, int | None, str]:
    """Who said it, the tile, and who with the short name of the organisation."""
    member = context.members[one.person]
    if one.naming == "nobody":
        return "", None, ""
    houses = (member.organisation, member.organisation_short or member.organisation)
    if one.naming == "names" and not member.nameless:
        whole, short = (", ".join(filter(None, (member.name, house))) for house in houses)
    else:
        whole, short = (_("iemand van {organisation}").format(organisation=h) for h in houses)
    return whole, member.tile, short


def _quote(one: WallText) -> Json:
    return {"key": one.key, "text": one.text, "who": one.who, "tile": one.tile}


def _sheet(one: WallSheet) -> Json:
    return {
        **_quote(one.said), "who": one.who, "x": one.x, "y": one.y, "wide": one.wide,
        "high": one.high, "size": one.size, "lines": one.lines,
    }  # fmt: skip

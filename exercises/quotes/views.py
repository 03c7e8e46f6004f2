"""What phone and screen are given of Citaten."""

from __future__ import annotations

from exercises.contract import Context, Json, Scene
from exercises.kit.rules.days import day_text
from exercises.kit.rules.one_by_one import OneByOne, keyed, numbered
from exercises.quotes import layout
from exercises.quotes.accept import TEXT_LIMIT
from exercises.quotes.config import QuotesConfig
from exercises.quotes.layout import WallSheet, WallText
from exercises.quotes.model import (
    ALLOWS,
    CONSENT,
    ONE,
    TEXT,
    TURN,
    WALL,
    OwnQuote,
    QuotesView,
)
from state.language import _

QuotesContext = Context[QuotesConfig, QuotesView]
_PHONE_STYLES = ("../../kit/browser/choose_one.css", "phone.css")
_SCREEN_STYLES = ("screen.css",)


def phone(context: QuotesContext) -> Scene:
    """The own sentence, and what may be done with it."""
    me, view = context.me, context.view
    own = view.of(me.id) if me else None
    home = context.homework
    data: Json = {
        "ask": context.config.ask, "questions": context.config.questions,
        "slot": TEXT, "text": context.mine.get(TEXT, {}).get("text", ""), "limit": TEXT_LIMIT,
        "consent": {
            **ALLOWS.sent(CONSENT, context.mine.get(CONSENT)),
            "chosen": own.consent if own else "",
        },
        "given_for": context.mine.get(CONSENT, {}).get("text", ""),
        "on_screen": home is None and bool(own and own.naming and own.key == view.turn),
        "on_wall": home is None and context.phase.stage == WALL and bool(own and own.naming),
        "home": home is not None, "until": day_text(home.until) if home else "",
    }  # fmt: skip
    return Scene("phone.js", _PHONE_STYLES, data)


def screen(context: QuotesContext) -> Scene:
    """What is asked; then one quote, or a page of the wall: only those with consent."""
    stage = context.phase.stage
    data: Json = {
        "ask": context.config.ask, "questions": context.config.questions,
        "stage": stage, "shown": context.phase.shown,
        "chosen": context.view.chosen, "count": len(said(context)),
        "quote": None, "sheets": [], "page": 1, "pages": 1,
    }  # fmt: skip
    if stage == ONE and context.phase.shown:
        now = turns(context).now
        data["quote"] = None if now is None else _quote(now)
    elif stage == WALL and context.phase.shown:
        wall = sheets(context)
        data["sheets"] = [_sheet(one) for one in wall.now or ()]
        data["page"], data["pages"] = wall.at + 1, max(1, len(wall.things))
    return Scene("screen.js", _SCREEN_STYLES, data)


def said(context: QuotesContext) -> list[WallText]:
    """The quotes with consent of people who are still known, each with who said it as far as that
    consent goes."""
    found = []
    for one in context.view.sentences:
        if one.naming and one.person in context.members:
            found.append(WallText(one.key, one.text, *_signed(context, one)))
    return found


def turns(context: QuotesContext) -> OneByOne[WallText]:
    """The quotes as they come on the screen one by one."""
    return keyed(TURN, said(context), context.view.turn, lambda one: one.key)


def sheets(context: QuotesContext) -> OneByOne[tuple[WallSheet, ...]]:
    """The pages of the wall."""
    return numbered(TURN, layout.wall(said(context)), context.view.page)


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

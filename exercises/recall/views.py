"""What phone and screen are given of the Inleefoefening."""

from __future__ import annotations

from exercises.contract import Json, Party, Scene
from exercises.kit.rules.hyphens import name_forms
from exercises.recall import views_slips as slips
from exercises.recall.accept import WORDS_LIMIT
from exercises.recall.config import RecallQuestion
from exercises.recall.content import FELT, drawings
from exercises.recall.layout import LaidSlip
from exercises.recall.model import (
    FEELING,
    LIGHT,
    LISTEN,
    PICK,
    WORDS,
    current,
    hosts_of,
    place,
    visibility,
)
from exercises.recall.views_slips import RecallContext

_PHONE_STYLES = ("../../kit/browser/choose_one.css", "phone.css")
_SCREEN_STYLES = ("screen.css",)


def phone(context: RecallContext) -> Scene:
    """A dark phone; then a question, with the own words and feeling; nobody else's."""
    question = current(context.config, context.phase)
    if question is None:
        listens = place(context.config, context.phase) == LISTEN
        return Scene("phone.js", _PHONE_STYLES, {"place": LISTEN if listens else LIGHT})
    return Scene("phone.js", _PHONE_STYLES, _asked(context, question))


def _asked(context: RecallContext, question: RecallQuestion) -> Json:
    words, feeling = f"{question.key}.{WORDS}", f"{question.key}.{FEELING}"
    offered = offered_hosts(context)
    picked = context.mine.get(PICK, {}).get("host")
    only = offered[0].id if context.visits and len(offered) == 1 else None
    return {
        "place": "question", "question": question.text,
        "words": words, "text": context.mine.get(words, {}).get("text", ""),
        "limit": WORDS_LIMIT,
        "feeling": FELT.sent(feeling, context.mine.get(feeling)), "drawings": dict(drawings()),
        "pick": PICK, "host": only if picked is None else picked,
        "hosts": [{"id": one.id, "tile": one.tile, "name": one.name} for one in offered],
        "visibility": visibility(context.config, context.phase),
    }  # fmt: skip


def offered_hosts(context: RecallContext) -> tuple[Party, ...]:
    """Whom this person may remember: the hosts of the own visits; in a track without any visit,
    every other organisation."""
    own = context.me.organisation_id if context.me else ""
    if context.visits:
        found = hosts_of(context.me, context.visits)
        return tuple(context.party_by_id[one] for one in found if one in context.party_by_id)
    return tuple(one for one in context.organisations if one.id != own)


def screen(context: RecallContext) -> Scene:
    """The dark hall; then the floor with the slips of a question; at the end all in one light."""
    here = place(context.config, context.phase)
    if here == LISTEN:
        opening = "" if context.view.asked else context.config.opening
        return Scene("screen.js", _SCREEN_STYLES, {"place": LISTEN, "opening": opening})
    sheet = slips.sheet(context)
    data: Json = {
        "place": here if here == LIGHT else "question",
        "question": sheet.title,
        "at": context.phase.step, "count": len(context.config.questions),
        "host": None if sheet.host is None else {
            "tile": sheet.host.tile, **name_forms(sheet.host.name, sheet.host.short),
        },
        "elsewhere": sheet.elsewhere,
        "page": sheet.number + 1, "pages": sheet.total,
        "written": sheet.written,
        "hidden": context.view.hidden,
        "slips": [_slip(one) for one in sheet.laid],
        "drawings": dict(drawings()),
    }  # fmt: skip
    return Scene("screen.js", _SCREEN_STYLES, data)


def _slip(one: LaidSlip) -> Json:
    written = one.written
    return {
        "key": written.key, "x": one.x, "y": one.y, "wide": one.wide, "high": one.high,
        "size": one.size, "lines": one.lines, "turn": one.turn, "warm": written.warm,
        "feeling": slips.feeling_key(written), "word": written.feeling, "who": written.who,
    }  # fmt: skip

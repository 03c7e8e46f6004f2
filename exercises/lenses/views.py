"""What phone and screen are given of a story and the lenses that listen."""

from __future__ import annotations

from exercises.contract import Json, Scene
from exercises.lenses import views_phone as on_phone
from exercises.lenses import views_shelf as shelf
from exercises.lenses import views_story as told_story
from exercises.lenses.content import drawings
from exercises.lenses.model import ANSWER, GATHERED, LISTEN
from exercises.lenses.model_telling import LensesContext

_PHONE_STYLES = ("phone.css",)
_SCREEN_STYLES = ("screen.css",)


def phone(context: LensesContext) -> Scene:
    """For who tells: the own story, and then the remarks to answer. For who listens: the own lens
    and the own remarks, nobody else's."""
    return Scene("phone.js", _PHONE_STYLES, on_phone.data(context))


def screen(context: LensesContext) -> Scene:
    """A page of the story; the shelf; or the remark that is answered."""
    told = told_story.now(context)
    stage = context.phase.stage or LISTEN
    remarks = context.view.of(told.story.key) if stage in GATHERED and context.phase.shown else ()
    large = shelf.large_json(context.config, remarks, told.large) if stage == ANSWER else None
    listens = stage == LISTEN or not context.phase.shown
    data: Json = {
        "stage": LISTEN if listens else stage, "activity": context.activity_id,
        "story": told.story.key, "ends": told_story.ends(context, told.story),
        "tellers": told_story.who_tells(context, told),
        "drawings": dict(drawings()),
        "page": None, "at": 0, "pages": 0, "large": large,
        "shelf": None if listens or large else shelf.shelf_json(
            context.config, remarks, told.shelf, told.worn
        ),
        "lenses": shelf.lenses_json(context.config.lenses) if listens else None,
    }  # fmt: skip
    if listens:
        found = told_story.pages(context, told)
        at = told_story.turns(told, found).at
        data |= {"at": at, "pages": len(found)}
        if at:
            page = found[at - 1]
            data["page"] = {"lines": page.lines, "size": page.size, "photo": page.photo}
    return Scene("screen.js", _SCREEN_STYLES, data)

"""What waits on a reflectiefiche at home: the first question without words."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Waiting
from exercises.kit.sheet.model import FilledSheet
from exercises.reflection_sheet import model
from exercises.reflection_sheet.views_wall import ReflectionContext
from state.language import _


def waiting(context: ReflectionContext) -> Waiting | None:
    """The first question of the own sheet that nothing stands under, what the exercises at home are
    about first; None for a full sheet."""
    if context.me is None:
        return None
    sheet = context.view.of(context.me.organisation_id)
    question = next(_empty(context, sheet), "")
    if not question:
        return None
    hint = _("Eén zin volstaat.")
    if sheet.begun:
        hint = _("Er staat al iets op jullie fiche. Eén zin volstaat.")
    return Waiting(question, hint=hint, button=_("Onze fiche aanvullen"))


def _empty(context: ReflectionContext, sheet: FilledSheet) -> Iterator[str]:
    config = context.config
    if config.questions and not any(sheet.text(part) for part in model.QUESTIONS):
        yield config.questions_ask
    if config.top and not any(model.hosts_on(sheet)):
        yield config.top_ask
    for one in config.conclusions:
        if not sheet.text(one.key):
            yield one.question
    for area in config.areas:
        for one in config.cups:
            if not sheet.text(model.cup(area, one.key)):
                name = context.framework.name(area) or ""
                yield f"{name}: {one.question}" if name else one.question

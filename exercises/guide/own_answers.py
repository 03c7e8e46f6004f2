"""What somebody wrote in the guides of the own visits, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.guide import content
from exercises.guide.model import GuideContext, form, sheet_context
from exercises.kit.sheet.own_answers import own_answers as on_sheets


def own_answers(context: GuideContext) -> Iterator[OwnAnswer]:
    """The fields of the sheets of the own visits, and the parts of their programmes. Days, mentor,
    place and lodging are of the visit itself, which its people must know."""
    yield from on_sheets(form(context.config), sheet_context(context))
    for visit in context.my_visits:
        for part in context.view.programme(visit.id):
            slots = (f"part.{visit.id}:{part.key}",)
            yield OwnAnswer(
                visit.id, slots, content.PROGRAMME[0], part.text, together=content.PROGRAMME[0]
            )

"""What the gespreksleidraad found out for others: the programme of each visit, and agreements."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.guide import content
from exercises.guide.config import GuideConfig
from exercises.guide.model import GuideView
from exercises.kit.sheet.form import STEP
from exercises.results import Agreement, Origin, ProgrammePart, Result

_ORIGIN = Origin(STEP)


def results(config: GuideConfig, view: GuideView) -> Iterator[Result]:
    """For the people of each visit and the facilitator; also of a visit that was called off, whose
    readers ask for visits that stand."""
    for visit in config.visits:
        for part in view.programme(visit.id):
            yield ProgrammePart(
                organisation=visit.visitor, host=visit.host, text=part.text, date=part.date,
                start=part.start, end=part.end, visit=visit.id, key=part.key, form=part.form,
                guests=part.guests, company=part.company, readers="facilitator", origin=_ORIGIN,
            )  # fmt: skip
        sheet = view.sheets.of(visit.id)
        for key, _title, question in content.AGREED:
            if text := sheet.text(key):
                yield Agreement(
                    organisation=visit.visitor, partner=visit.host, text=text, about=question,
                    visit=visit.id, readers="facilitator", origin=_ORIGIN,
                )  # fmt: skip

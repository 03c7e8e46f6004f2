"""What waits of a gespreksleidraad at home: the first thing that a visit still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import TrackVisit, Waiting
from exercises.guide import content
from exercises.guide.model import GuideContext
from state.language import _


def waiting(context: GuideContext) -> Waiting | None:
    """The first open question of the own visits; None when all of them have days, a mentor, a
    place and a programme."""
    for visit in context.my_visits:
        question = next(_open(context, visit), "")
        if question:
            host = context.party_by_id.get(visit.host)
            about = _("Bezoek aan {host}").format(host=host.name) if host else ""
            return Waiting(
                question, about=about, hint=_("Jullie vullen dit samen in."),
                button=_("Naar de leidraad"),
            )  # fmt: skip
    return None


def _open(context: GuideContext, visit: TrackVisit) -> Iterator[str]:
    if not visit.days:
        yield content.DAYS[1]
    if not context.view.parts.get(visit.id):
        yield content.PROGRAMME[1]
    if not visit.mentor:
        yield content.ROW[0][2]
    if not visit.place:
        yield content.ROW[1][2]

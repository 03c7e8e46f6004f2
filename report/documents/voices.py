"""What people said, in large type, and what they are going to do."""

from __future__ import annotations

from exercises.document import Block, Dated, Heading, PageBreak, Paragraph, Quotation
from exercises.kit.rules.days import day_of_year
from exercises.results import Action, Quote
from report.documents.reading import WholeTrack, tile_of
from state.language import _

_MOST_ON_A_PAGE = 5


def quotes(whole: WholeTrack) -> tuple[Block, ...]:
    """Quotes as far as consent goes: the first large, five on a page."""
    found = whole.results.of(Quote)
    blocks: list[Block] = []
    parties = whole.meetings[-1].parties if whole.meetings else ()
    for at, one in enumerate(found):
        if at % _MOST_ON_A_PAGE == 0:
            blocks += [PageBreak("floor"), Heading(_("Wat blijft hangen"), 2)]
        tile = tile_of(parties, one.organisation) if one.organisation else None
        known = {party.id: party.name for party in parties}
        who = ", ".join(filter(None, (one.name, known.get(one.organisation, ""))))
        blocks.append(Quotation(one.text, who, tile, 3 if at % _MOST_ON_A_PAGE == 0 else 2))
    return tuple(blocks)


def actions(whole: WholeTrack) -> tuple[Block, ...]:
    """What organisations will do: those with a day in its order, then the others."""
    known = {one.id: one.name for one in whole.organisations}
    found = [one for one in whole.results.of(Action) if one.organisation in known]
    dated = sorted((one for one in found if one.date), key=lambda one: one.date)
    rest = [one for one in found if not one.date]
    blocks: list[Block] = []
    if dated:
        blocks.append(
            Dated(
                tuple(
                    (day_of_year(one.date), f"{known[one.organisation]}: {one.text}")
                    for one in dated
                )
            )
        )  # fmt: skip
    blocks += [Paragraph(one.text, strong=f"{known[one.organisation]}.") for one in rest]
    return tuple(blocks)

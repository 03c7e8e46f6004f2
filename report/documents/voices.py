"""What people said, in large type, and what they are going to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Party
from exercises.document import Block, Dated, Heading, PageBreak, Paragraph, Quotation
from exercises.kit.rules.blocks import beside
from exercises.kit.rules.days import day_of_year
from exercises.results import Action, Quote, latest_actions
from report.documents.reading import WholeTrack
from state.language import _

_MOST_ON_A_PAGE, _GUESTS = 5, 2


def quotes(whole: WholeTrack) -> tuple[Block, ...]:
    """Quotes as far as consent goes, five on a page: the first large, the others in two columns;
    at the foot stand two of the organisations that said them."""
    found = whole.results.of(Quote)
    parties = whole.meetings[-1].parties if whole.meetings else ()
    blocks: list[Block] = []
    for at in range(0, len(found), _MOST_ON_A_PAGE):
        first, *others = [_said(one, parties) for one in found[at : at + _MOST_ON_A_PAGE]]
        tiles = dict.fromkeys(one.tile for one in (first, *others) if one.tile)
        guests = tuple(tiles)[:_GUESTS]
        blocks += [PageBreak("floor", guests), Heading(_("Wat blijft hangen"), 2)]
        blocks.append(replace(first, size=3))
        pairs = (others[n : n + 2] for n in range(0, len(others), 2))
        blocks += [block for pair in pairs for block in beside(pair[:1], pair[1:])]
    return tuple(blocks)


def _said(one: Quote, parties: Sequence[Party]) -> Quotation:
    party = next((item for item in parties if item.id == one.organisation), None)
    who = ", ".join(filter(None, (one.name, party.name if party else "")))
    return Quotation(one.text, who, party.tile if party else None, 2)


def actions(whole: WholeTrack) -> tuple[Block, ...]:
    """What was agreed at the meetings, and what organisations will do: those with a day in its
    order, then the others."""
    known = {one.id: one.name for one in whole.organisations}
    found = [one for one in latest_actions(whole.results.of(Action)) if one.organisation in known]
    agreed = [one for here in whole.held for one in whole.agreements(here.room.meeting.id)]
    dated = [(one.date, f"{known[one.organisation]}: {one.text}") for one in found if one.date]
    dated += [(one.due, one.text) for one in agreed if one.due]
    blocks: list[Block] = []
    if dated:
        ordered = sorted(dated, key=lambda one: one[0])
        blocks.append(Dated(tuple((day_of_year(day), text) for day, text in ordered)))
    blocks += [Paragraph(one.text) for one in agreed if not one.due]
    blocks += [
        Paragraph(one.text, strong=f"{known[one.organisation]}.") for one in found if not one.date
    ]
    return tuple(blocks)

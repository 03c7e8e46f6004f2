"""What people said, in large type, and what they are going to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """What was agreed at the meetings and what organisations will do: those with a day that is not
    past in its order, then the others. What was done, or agreed for a day that is past, stands
    apart."""
    known = {one.id: one.name for one in whole.organisations}
    found = [one for one in latest_actions(whole.results.of(Action)) if one.organisation in known]
    agreed = [one for here in whole.held for one in whole.agreements(here.room.meeting.id)]
    told = [(one, f"{known[one.organisation]}: {one.text}") for one in found
            if one.state != "dropped"]  # fmt: skip
    going = [(one, text) for one, text in told if one.state != "done"]
    ahead = [(one.date, text) for one, text in going if one.date >= whole.today]
    ahead += [(one.due, one.text) for one in agreed if one.due and one.due >= whole.today]
    blocks = [*_dated(ahead), *(Paragraph(one.text) for one in agreed if not one.due)]
    blocks += [
        Paragraph(one.text, strong=f"{known[one.organisation]}.")
        for one, _text in going if one.date < whole.today
    ]  # fmt: skip
    done = [(one.date, text) for one, text in told if one.state == "done"]
    done += [(one.due, one.text) for one in agreed if one.due and one.due < whole.today]
    if done:
        blocks += [Heading(_("Wat er al gebeurde"), 2), *_dated(done)]
    return tuple(blocks)


def _dated(found: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """Sentences by day, those without one first."""
    if found:
        yield Dated(tuple((day_of_year(day), text) for day, text in sorted(found)))

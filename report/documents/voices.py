"""What people said, in large type, and what they are going to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from exercises.contract import Party
from exercises.document import Block, Dated, Heading, PageBreak, Paragraph, Quotation, Table
from exercises.kit.rules.blocks import beside
from exercises.kit.rules.days import day_of_year
from exercises.kit.rules.prose import sentence
from exercises.results import Action, ActionState, Quote, latest_actions
from report.documents import wording
from report.documents.reading import WholeTrack, for_group
from state.language import _
from state.models import MeetingAgreement
from state.tracks import nameless

_MOST_ON_A_PAGE, _GUESTS = 5, 2
_ORDER: tuple[ActionState, ...] = ("busy", "planned", "done", "dropped")


def quotes(whole: WholeTrack) -> tuple[Block, ...]:
    """Quotes as far as consent goes, five on a page: the first large, the others in two columns;
    at the foot stand two of the organisations that said them."""
    found = whole.results.of(Quote)
    parties = whole.meetings[-1].parties if whole.meetings else ()
    blocks: list[Block] = []
    for at in range(0, len(found), _MOST_ON_A_PAGE):
        first, *others = [
            _said(one, parties, whole.signed) for one in found[at : at + _MOST_ON_A_PAGE]
        ]
        tiles = dict.fromkeys(one.tile for one in (first, *others) if one.tile)
        guests = tuple(tiles)[:_GUESTS]
        blocks += [PageBreak("floor", guests), Heading(_("Wat blijft hangen"), 2)]
        blocks.append(replace(first, size=3))
        pairs = (others[n : n + 2] for n in range(0, len(others), 2))
        blocks += [block for pair in pairs for block in beside(pair[:1], pair[1:])]
    return tuple(blocks)


def _said(one: Quote, parties: Sequence[Party], signed: Mapping[str, str]) -> Quotation:
    party = next((item for item in parties if item.id == one.organisation), None)
    house = party.name if party else ""
    # Who chose the name for this sentence is named, also where it is told nowhere else.
    name = signed.get(one.person, one.name) if one.naming == "names" else ""
    # The name of who is not named says the organisation already.
    who = sentence(name) if name == nameless(house) else ", ".join(filter(None, (name, house)))
    return Quotation(one.text, who, party.tile if party else None, 2)


def actions(whole: WholeTrack) -> tuple[Block, ...]:
    """What organisations do, each action with its first step and how it is now; and what was agreed
    at the meetings: what is ahead apart from what is past."""
    agreed = [one for here in whole.begun for one in whole.agreements(here.room.meeting.id)]
    ahead = [one for one in agreed if not "" < one.due < whole.today]
    past = [one for one in agreed if "" < one.due < whole.today]
    return (
        *_overview(whole),
        *_agreed(_("Afgesproken"), ahead),
        *_agreed(_("Wat eerder afgesproken was"), past),
    )


def _overview(whole: WholeTrack) -> Iterator[Block]:
    """What exercises drew of what is ahead, and all actions in one table."""
    known = {one.id: one.name for one in whole.organisations}
    found = [one for one in latest_actions(whole.results.of(Action)) if one.organisation in known]
    found.sort(key=lambda one: (_ORDER.index(one.state), not one.date, one.date))
    if found:
        yield Paragraph(wording.counted_actions([one.state for one in found]), style="lead")
    for placed in for_group(whole.sections):
        if placed.section.place == "ahead":
            yield from placed.section.blocks
    if found:
        head = (_("Wie"), _("Wat"), _("Eerste stap"), _("Hoe het staat"))
        rows = tuple(
            (known[one.organisation], one.text, one.first_step, wording.state_of_action(one))
            for one in found
        )
        yield Table(head, rows, widths=(3, 5, 5, 5))


def _agreed(title: str, found: Sequence[MeetingAgreement]) -> Iterator[Block]:
    """Agreements by day, then those without one."""
    if found:
        yield Heading(title, 2)
    dated = sorted((one.due, sentence(one.text)) for one in found if one.due)
    if dated:
        yield Dated(tuple((day_of_year(day), text) for day, text in dated))
    yield from (Paragraph(sentence(one.text)) for one in found if not one.due)

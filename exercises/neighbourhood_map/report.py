"""What documents say of Kaart van de buurt: who stands where, why, and how pawns moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.contract import Party, Section, Summary
from exercises.document import Block, Figure, Heading, Paragraph, Quotation, Remark
from exercises.kit.rules.blocks import in_two, occasion_of, with_a_page
from exercises.kit.rules.prose import worth_quoting
from exercises.neighbourhood_map import picture_paper as paper
from exercises.neighbourhood_map import report_words as words_of
from exercises.neighbourhood_map.config import AREA
from exercises.neighbourhood_map.layout_ways import MapContext
from exercises.neighbourhood_map.model import FIRST_ROUND, SECOND_ROUND, STEP
from state.language import _


def summary(context: MapContext) -> Summary | None:
    """How many pawns stand, where some of them do, and the map with its pawns."""
    placed = _placed(context)
    if context.role != "console" or not placed:
        return None
    alt = words_of.picture(context, placed)
    figure = Figure(alt, paper.small(context, placed, alt))
    told = (words_of.standing(len(placed)), *words_of.in_short(context, placed))
    did = words_of.did(len(placed))
    return Summary(told, figure, _quotation(context, placed), did)


def report(context: MapContext) -> Iterator[Section]:
    """The map with what each organisation said, for its area, with how pawns moved over the
    meetings; and for each organisation its own pawn. On a phone only that."""
    placed, title = _placed(context), context.exercise.title
    if context.role == "console" and placed:
        yield Section(title, tuple(_map(context, placed)), area=AREA, only="report")
    for party in placed:
        yield Section(title, tuple(_own(context, party)), organisation=party.id, only="bundle",
                      called=_("jullie plek op de kaart"))  # fmt: skip


def _placed(context: MapContext) -> list[Party]:
    """Whose pawn stands on the map, as far as this role may know; who left the track last."""
    standing = context.view.standing
    return sorted((one for one in with_a_page(context) if one.id in standing),
                  key=lambda one: one.gone)  # fmt: skip


def _map(context: MapContext, placed: Sequence[Party]) -> Iterator[Block]:
    alt = words_of.picture(context, placed)
    moved = any(context.view.pawns[one.id].before for one in placed)
    remarks = [remark for party in placed for remark in _remarks(context, party)]
    note = context.notes.get(STEP, "")
    told = words_of.over_meetings(context, placed)
    over_meetings = _over_meetings(context, placed) if told else ()
    if over_meetings and not moved:
        # It shows where every pawn stands now too: the same map twice would only be longer.
        yield from over_meetings
        yield from in_two(remarks, note)
        yield Paragraph(" ".join(told))
        return
    about = [occasion_of(context)]
    about += [_("Wie na het gesprek verhuisde, laat stippen na vanaf de oude plaats")] * moved
    yield Figure(alt, paper.evening(context, placed, alt), caption=_caption(about), width="page")
    yield from in_two(remarks, note)
    if told:
        yield Heading(_("Van bijeenkomst tot bijeenkomst"), 3)
        yield from over_meetings
        yield Paragraph(" ".join(told))


def _remarks(context: MapContext, party: Party) -> Iterator[Remark]:
    """What an organisation says of its place, before the talk and after it; where it said nothing,
    the place itself."""
    pawn = context.view.pawns[party.id]
    then, now = pawn.words_in(FIRST_ROUND), pawn.words_in(SECOND_ROUND)
    said = [
        (words, place) for words, place in
        ((then, words_of.before(pawn)), (now, words_of.after(pawn))) if words and words.text
    ]  # fmt: skip
    for words, place in said:
        yield Remark(words.text, f"{party.name}, {place}", party.tile)
    if not said:
        yield Remark(words_of.stands(party, pawn), party.name, party.tile)
    elif pawn.before and not (now and now.text):
        yield Remark(words_of.moved(party, pawn), party.name, party.tile)


def _over_meetings(context: MapContext, placed: Sequence[Party]) -> tuple[Block, ...]:
    """How pawns moved from meeting to meeting, drawn; nothing where that can't be."""
    alt = _("Een getekend dorp met de weg van elke pion, van bijeenkomst tot bijeenkomst.")
    drawn = paper.year(context, placed, alt)
    if drawn is None:
        return ()
    caption = _caption([occasion_of(context), words_of.legend(context)])
    return (Figure(alt, drawn, caption=caption, width="page"),)


def _own(context: MapContext, party: Party) -> Iterator[Block]:
    """The pawn of one organisation, with its way."""
    alt = words_of.picture(context, [party])
    drawn = paper.year(context, [party], alt) or paper.evening(context, [party], alt)
    told = words_of.over_meetings(context, [party], dated=True)
    way = (Paragraph(" ".join(told)),) if told else ()
    # As wide as the page: narrower, the name on it would be too small to read.
    yield Figure(alt, drawn)
    yield from _remarks(context, party)
    yield from way


def _caption(parts: Sequence[str]) -> str:
    return " ".join(f"{one}." for one in parts if one)


def _quotation(context: MapContext, placed: Sequence[Party]) -> Quotation | None:
    """The shortest of what organisations said of their place that can stand alone."""
    said = [
        (sentence.text, party) for party in placed
        if (sentence := context.view.pawns[party.id].said(SECOND_ROUND))
        and worth_quoting(sentence.text)
    ]  # fmt: skip
    if not said:
        return None
    text, party = min(said, key=lambda one: len(one[0]))
    return Quotation(text, party.name, party.tile, size=1)

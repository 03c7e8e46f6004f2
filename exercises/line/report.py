"""What documents say of De lijn: where people stood, who moved, and what they wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from exercises.contract import Party, Section, Summary
from exercises.document import Block, Figure, Heading, Paragraph, Quotation, Remark, Together
from exercises.kit.rules.blocks import beside, noted, occasion_of
from exercises.kit.rules.prose import quoted, signed, worth_quoting
from exercises.line import report_words as words
from exercises.line.config import Statement
from exercises.line.export import numbered
from exercises.line.layout import FOOTPRINTS, MOST_FIGURES
from exercises.line.model import FIRST_ROUND, SECOND_ROUND, LinePlace, visibility
from exercises.line.picture_paper import small, wide
from exercises.line.report_words import StoodOn
from exercises.line.views import LineContext, ends_of, layout_of
from state.language import _

_CALLED = _("waar jullie op de lijn stonden")


def summary(context: LineContext) -> Summary | None:
    """How many statements, and of the one on which most people moved: how, and as it ended."""
    stood = list(_stood(context))
    if not stood:
        return None
    first = max(stood, key=lambda one: (sum(p.moved for _who, p in one.people), len(one.people)))
    return Summary(
        (words.statements(len(stood)), *words.in_short(first)),
        _small(context, first), _quotation(first, 1), _("stonden op de lijn"),
    )  # fmt: skip


def report(context: LineContext) -> Iterator[Section]:
    """A section for each area with its statements; and for each organisation where its own people
    stood. On a phone only where that person stood."""
    if context.role == "phone":
        yield from _own(context)
        return
    title = context.exercise.title
    stood = list(_stood(context))
    for area in dict.fromkeys(one.statement.area for one in stood):
        found = [block for one in stood if one.statement.area == area
                 for block in _statement(context, one)]  # fmt: skip
        yield Section(title, tuple(found), area=area, only="report")
    for party in context.party_by_id.values():
        blocks = tuple(block for one in stood for block in _of_party(party, one))
        if blocks:
            yield Section(title, blocks, organisation=party.id, only="bundle", called=_CALLED)


def _stood(context: LineContext) -> Iterator[StoodOn]:
    """The statements that somebody stands on, or that were noted; none but for the facilitator."""
    if context.role != "console":
        return
    for number, statement in numbered(context):
        people = tuple(
            (context.members[person], place)
            for person, place in context.view.of(statement.key).items()
            if person in context.members
        )
        if people:
            yield StoodOn(
                number, statement, ends_of(context.config, statement), people,
                visibility(context.config, context.phase),
            )  # fmt: skip


def _statement(context: LineContext, stood: StoodOn) -> Iterator[Block]:
    statement = stood.statement
    yield Together((Heading(statement.text, 3, large=True), _wide(context, stood)))
    quote = _quotation(stood, 2)
    left = (*((quote,) if quote else ()), Paragraph(" ".join(words.told(stood))))
    remarks = [
        Remark(place.why, *signed(member, stood.shown_as))
        for member, place in stood.people
        if place.why and (quote is None or place.why != quote.text)
    ]
    yield from beside(left, noted(context.notes.get(statement.key, ""), remarks))


def _wide(context: LineContext, stood: StoodOn) -> Figure:
    layout, walks = layout_of(context, stood.statement, moved=stood.moved > 0, whole=True)
    number = _("Stelling {number}").format(number=stood.number) if stood.number else ""
    about = [", ".join(filter(None, (number, occasion_of(context))))]
    if walks and walks[0].size >= FOOTPRINTS:
        about.append(_("Wie opschoof, laat voetstappen na vanaf de oude plaats"))
    elif walks:
        about.append(_("Pijlen tonen wie opschoof, en vanwaar"))
    caption = " ".join(f"{one}." for one in about if one)
    alt = words.picture(stood)
    return Figure(alt, wide(layout, walks, stood.ends, alt), caption=caption, width="page")


def _small(context: LineContext, stood: StoodOn) -> Figure:
    # Of a crowd the arrows would be a haze on half a page.
    moved = stood.moved > 0 and len(stood.people) <= MOST_FIGURES
    layout, walks = layout_of(context, stood.statement, moved=moved, labels=False)
    left, right = stood.ends
    caption = _("Links {left}, rechts {right}.").format(left=left, right=right)
    if stood.number:
        about = _("Stelling {number}").format(number=stood.number)
        caption = f"{about}. {caption}"
    alt = words.picture(stood, named=False)
    return Figure(alt, small(layout, walks, alt), caption=caption)


def _quotation(stood: StoodOn, size: Literal[1, 2]) -> Quotation | None:
    """The shortest of what people wrote that can stand alone; first of those who moved."""
    found = [one for one in stood.people if worth_quoting(one[1].why)]
    if not found:
        return None
    member, place = min(found, key=lambda one: (not one[1].moved, len(one[1].why)))
    who, tile = signed(member, stood.shown_as)
    return Quotation(place.why, who, tile, size=size)


def _of_party(party: Party, stood: StoodOn) -> Iterator[Block]:
    """Where the people of an organisation stood, as far as the line showed whose they are."""
    if stood.shown_as == "nobody":
        return
    said = [
        words.stood_there(words.own_name(member, stood.shown_as), stood.ends, place)
        for member, place in stood.people
        if member.organisation_id == party.id
    ]
    if said:
        yield Paragraph(" ".join(said), strong=quoted(stood.statement.text))


def _own(context: LineContext) -> Iterator[Section]:
    blocks = []
    for _number, statement in numbered(context) if context.me else ():
        place = _mine(context, statement)
        if place.now is not None:
            said = words.stood_there(_("Jij"), ends_of(context.config, statement), place)
            blocks.append(Paragraph(said, strong=quoted(statement.text)))
    if blocks and context.me:
        title, own = context.exercise.title, context.me.organisation_id
        yield Section(title, tuple(blocks), organisation=own, only="bundle", called=_CALLED)


def _mine(context: LineContext, statement: Statement) -> LinePlace:
    """Where this person stood: a phone is given nobody's places in the view."""
    first, second, why = (
        context.mine.get(f"{statement.key}.{part}", {})
        for part in (FIRST_ROUND, SECOND_ROUND, "why")
    )
    return LinePlace(first.get("at"), second.get("at"), why.get("text", ""))

"""What documents say of Top en flop domino: the trail, what stones share, and own stones."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Party, Section, Summary
from exercises.document import Block, Bullets, Figure, Heading, Paragraph
from exercises.domino import picture_paper as paper
from exercises.domino import report_words as words
from exercises.domino.model import NOTE_ON, DominoView, visibility
from exercises.domino.table.trail import Joint
from exercises.domino.views import DominoContext
from exercises.kit.rules.blocks import more_than, noted, occasion_of, with_a_page
from exercises.kit.rules.prose import in_words, sentence
from state.language import _, ngettext

_MOST_TIES = 40


def summary(context: DominoContext) -> Summary | None:
    """How many stones lie and touch, and the two that tell most."""
    view = context.view
    if context.role != "console" or not view.lying:
        return None
    joint = _telling(view)
    told = [words.stones(len(view.lying)), *words.touching(context)]
    if joint is None:
        part = next(paper.parts(view))
    else:
        told.append(words.shared_by(context, joint))
        part = paper.pair(view, joint.against, joint.stone)
    did = words.did(len(view.lying))
    return Summary(tuple(told), _picture(context, part), did=did)


def report(context: DominoContext) -> Iterator[Section]:
    """The trail with what was shared, for its area; and for each organisation its own stones, as
    far as names are shown. On a phone only what that person laid."""
    title = context.exercise.title
    if context.role == "console" and context.view.lying:
        yield Section(title, tuple(_trail(context)), area=context.exercise.area, only="report")
    for party in with_a_page(context):
        blocks = tuple(_of_party(context, party))
        if blocks:
            called = ngettext("jullie dominosteen", "jullie dominostenen", len(blocks))
            yield Section(title, blocks, organisation=party.id, only="bundle", called=called)


def _trail(context: DominoContext) -> Iterator[Block]:
    view = context.view
    yield Paragraph(" ".join((words.stones(len(view.lying)), *words.touching(context))))
    drawn = list(paper.parts(view))
    for number, part in enumerate(drawn, start=1):
        about = [occasion_of(context)]
        if len(drawn) > 1:
            about.append(_("Het spoor, deel {n} van {all}").format(n=number, all=len(drawn)))
        yield _picture(context, part, " ".join(f"{one}." for one in about if one))
    apart = words.ties(context, [part.stones for part in drawn])
    if apart:
        yield Heading(_("Wat elkaar raakte, van deel tot deel"), 3)
        yield Bullets(apart[:_MOST_TIES])
        yield from more_than(len(apart), _MOST_TIES)
    yield from noted(context.notes.get(NOTE_ON, ""))


def _picture(context: DominoContext, part: paper.TrailPart, caption: str = "") -> Figure:
    count = len(part.stones)
    alt = ngettext("{n} dominosteen: {words}", "{n} dominostenen: {words}", count).format(
        n=in_words(count), words=words.on_stones(context, part.stones)
    )
    alt = sentence(alt)
    return Figure(alt, part.svg(context, alt), caption=caption)


def _telling(view: DominoView) -> Joint | None:
    """Of the joints with words the one at the stone against which most were laid; the first of
    equals."""
    found = [view.trail.joints[one] for one in view.lying if one in view.trail.joints]
    worded = [one for one in found if one.shared]
    return max(worded, key=lambda one: len(view.leaning(one.against)), default=None)


def _of_party(context: DominoContext, party: Party) -> Iterator[Block]:
    shown_as = visibility(context.config, context.phase)
    for person, stone in context.view.lying.items():
        member = context.members.get(person)
        own = context.me is not None and context.me.id == person
        if member is None or member.organisation_id != party.id:
            continue
        if own or shown_as != "nobody":
            named = shown_as == "names" and not member.nameless
            who = _("Jij") if own else member.name if named else _("Iemand van jullie")
            yield Paragraph(words.own(context, person, stone), strong=f"{who}.")

"""What documents say of acties: the plan of each organisation for its bundle, and the line of first
steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.actions.export import before, history, remarks
from exercises.actions.picture import line_pages
from exercises.actions.picture_paper import MOST, small
from exercises.actions.views import inspired
from exercises.actions.views_plan import (
    ActionsContext,
    OwnedAction,
    everything,
    in_time,
    names_of,
)
from exercises.contract import Section, Summary
from exercises.document import Block, Bullets, Figure, Heading, Paragraph
from exercises.kit.rules.blocks import noted, with_a_page
from exercises.kit.rules.days import day_of_year
from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from exercises.kit.sheet.form import STEP
from state.language import _, ngettext


def summary(context: ActionsContext) -> Summary | None:
    """How many actions there are, and how many get help."""
    found = everything(context) if context.role == "console" else []
    if not found:
        return None
    told = [sentence(ngettext(
        "er staat {n} actie op papier.", "er staan {n} acties op papier.", len(found)
    ).format(n=in_words(len(found))))]  # fmt: skip
    helped = sum(bool(one.action.helpers) for one in found)
    if helped:
        told.append(sentence(ngettext(
            "{n} krijgt al hulp van een andere organisatie.",
            "{n} krijgen al hulp van een andere organisatie.", helped,
        ).format(n=in_words(helped))))  # fmt: skip
    shown = in_time(context)
    figure = Figure(_alt(shown), small(context, shown, _("Eerste stappen"))) if shown else None
    return Summary(tuple(told), figure, did=_("maakten acties"), spare=True)


def report(context: ActionsContext) -> Iterator[Section]:
    """The plan of each organisation for its bundle, and for the report the line of first steps that
    are still to be made, and what the facilitator noted."""
    title, told = context.exercise.title, with_a_page(context)
    for party in told:
        plan = [OwnedAction(party, one) for one in context.view.plan(party.id) if one.begun]
        blocks = tuple(block for one in plan for block in _action(context, one))
        if blocks:
            yield Section(title, blocks, organisation=party.id, only="bundle",
                          called=_("jullie acties"), latest=True)  # fmt: skip
    if context.role == "console":
        going = [one for one in in_time(context) if one.action.state != "done"]
        if everything(context):
            yield Section(title, _line(context, going), only="report", place="ahead",
                          latest=True)  # fmt: skip
        if note := noted(context.notes.get(STEP, "")):
            yield Section(title, note, only="report")


def _line(context: ActionsContext, going: Sequence[OwnedAction]) -> tuple[Block, ...]:
    """The first page of the line of first steps that are not done. Where there are none, words say
    so: without them the line of an earlier meeting would be the last."""
    pages = line_pages(context, going)
    if not pages:
        return (Paragraph(_("Er staat geen eerste stap meer open.")),)
    return (Figure(_alt(going), pages[0], width="page"),)


def _alt(shown: Sequence[OwnedAction]) -> str:
    return _("De eerste stappen op één lijn. {steps}").format(steps=" ".join(
        f"{isolated(one.party.name)}: {one.action.first or one.action.title}".rstrip(".") + "."
        for one in shown[:MOST]
    ))  # fmt: skip


def _action(context: ActionsContext, one: OwnedAction) -> Iterator[Block]:
    """One action of a plan, with what was said of it and how it went."""
    action = one.action
    yield Heading(action.title, 3, area=action.area)
    first = _first(one) if action.what else ""
    if first:
        yield Paragraph(first)
    told = [(_("Voor wie:"), action.whom), (_("Wie:"), action.who), (_("Gelukt als:"), action.sign),
            (_("We kijken terug op:"), day_of_year(action.review))]  # fmt: skip
    for strong, text in told:
        if text:
            yield Paragraph(text, strong=strong)
    helpers = [helper["name"] for helper in names_of(context, action.helpers)]
    if helpers:
        yield Paragraph(listed(helpers), strong=ngettext("Helpt mee:", "Helpen mee:", len(helpers)))
    sources = [source["label"] for source in inspired(context, action)]
    if sources:
        yield Paragraph(listed(sources), strong=_("Gegroeid uit:"))
    for title, items in (
        (_("Wat de groep zei"), remarks(context, one)), (_("Hoe het ging"), history(one)),
        (_("Wat er eerder stond"), before(one)),
    ):  # fmt: skip
        if found := tuple(items):
            yield Heading(title, 3, quiet=True)
            yield Bullets(found, small=True)


def _first(one: OwnedAction) -> str:
    day = day_of_year(one.action.date)
    if not one.action.first:
        return _("Tegen {day}.").format(day=day) if day else ""
    if not day:
        return _("Eerst: {step}").format(step=one.action.first)
    return _("Eerst, tegen {day}: {step}").format(day=day, step=one.action.first)

"""What documents say of Beginoefening: how many wrote, and what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Section, Summary
from exercises.document import Paragraph, Quotation, Remark
from exercises.kit.rules.blocks import in_two, with_a_page
from exercises.kit.rules.prose import in_words, sentence, worth_quoting
from exercises.starter.model import STEP, TEXT, StarterContext, StarterSentence, visibility
from exercises.starter.views import said, written
from state.language import _, ngettext

_CALLED = _("wat jullie schreven")


# Next: the one thing that is worth telling on the sheet of the evening.
def summary(context: StarterContext) -> Summary | None:
    """How many wrote, and a sentence that can stand alone."""
    there = written(context) if context.role == "console" else []
    if not there:
        return None
    told = ngettext(
        "{n} mens schreef een zin bij ‘{ask}’.", "{n} mensen schreven een zin bij ‘{ask}’.",
        len(there),
    ).format(n=in_words(len(there)), ask=context.config.ask)  # fmt: skip
    fit = [said(context, one) for one in there if worth_quoting(one.text)]
    quotation = Quotation(fit[0]["text"], fit[0]["who"], fit[0]["tile"], 1) if fit else None
    return Summary((sentence(told),), quotation=quotation, did=_("schreven elk een zin"))


# Next: blocks of exercises/document.py; what a phone opens holds only what is its own.
def report(context: StarterContext) -> Iterator[Section]:
    """For the group all sentences; for the bundle of an organisation its own."""
    title, note = context.exercise.title, context.notes.get(STEP, "")
    if context.role == "phone":
        yield from _own(context)
    if context.role != "console":
        return
    there = written(context)
    if there or note:
        ask = Paragraph(context.config.ask, style="small")
        blocks = in_two(_remarks(context, there), note)
        yield Section(title, (ask, *blocks), only="report")
    if visibility(context) == "nobody":
        return
    for party in with_a_page(context):
        own = [one for one in there if context.members[one.person].organisation_id == party.id]
        if own:
            blocks = in_two(_remarks(context, own))
            yield Section(title, blocks, organisation=party.id, only="bundle", called=_CALLED)


def _remarks(context: StarterContext, sentences: Iterable[StarterSentence]) -> list[Remark]:
    found = (said(context, one) for one in sentences)
    return [Remark(one["text"], one["who"], one["tile"]) for one in found]


def _own(context: StarterContext) -> Iterator[Section]:
    """On a phone, for the bundle of its organisation, what its person wrote."""
    text = context.mine.get(TEXT, {}).get("text", "")
    if context.me and text:
        party = context.me.organisation_id
        block = Paragraph(text, strong=context.config.ask)
        title = context.exercise.title
        yield Section(title, (block,), organisation=party, only="bundle", called=_CALLED)

"""What documents say of Citaten. The quotes themselves stand in a report by `Quote`, with those of
other exercises; here is what an organisation and the sheet of the evening get of them."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Section, Summary
from exercises.document import Paragraph, Quotation, Remark
from exercises.kit.rules.blocks import in_two, noted
from exercises.kit.rules.prose import in_words, sentence, worth_quoting
from exercises.quotes.model import STEP, TEXT
from exercises.quotes.views import QuotesContext, said
from state.language import _, ngettext

_CALLED = _("wat jullie over het traject zeiden")


def summary(context: QuotesContext) -> Summary | None:
    """How many sentences may be told, and the shortest one that can stand alone."""
    found = said(context) if context.role == "console" else []
    if not found:
        return None
    told = sentence(ngettext(
        "{n} zin over het traject mag verder verteld worden.",
        "{n} zinnen over het traject mogen verder verteld worden.", len(found),
    ).format(n=in_words(len(found))))  # fmt: skip
    fit = sorted((one for one in found if worth_quoting(one.text)), key=lambda one: len(one.text))
    quotation = Quotation(fit[0].text, fit[0].who, fit[0].tile, 1) if fit else None
    return Summary((told,), quotation=quotation, did=_("zeiden wat het traject bracht"))


def report(context: QuotesContext) -> Iterator[Section]:
    """For the bundle of each organisation the quotes that name it; on a phone the own sentence."""
    title = context.exercise.title
    if context.role == "phone" and context.me:
        text = context.mine.get(TEXT, {}).get("text", "")
        if text:
            yield Section(
                title, (Paragraph(text),), organisation=context.me.organisation_id,
                only="bundle", called=_CALLED,
            )  # fmt: skip
    if context.role != "console":
        return
    named = {
        one.key: context.members[one.person].organisation_id
        for one in context.view.sentences
        if one.naming not in (None, "nobody") and one.person in context.members
    }
    for party in context.party_by_id.values():
        remarks = [
            Remark(one.text, one.who, one.tile)
            for one in said(context) if named.get(one.key) == party.id
        ]  # fmt: skip
        if remarks:
            yield Section(title, in_two(remarks), organisation=party.id, only="bundle",
                          called=_CALLED)  # fmt: skip
    note = noted(context.notes.get(STEP, ""))
    if note:
        yield Section(title, note, only="report")

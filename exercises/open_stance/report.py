"""What documents say of Open houding: how a sentence changed, and what each couple agreed."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Section, Summary
from exercises.document import Block, Bullets, Heading, Paragraph, Quotation, Together
from exercises.kit.rules.blocks import noted
from exercises.kit.rules.prose import in_words, sentence
from exercises.kit.sheet import holder as holders
from exercises.open_stance import content, model, views
from exercises.open_stance.export import written
from exercises.open_stance.model import STEP, StanceContext
from state.language import _, ngettext

_PAIRS, _CHANGES = 3, 5


def summary(context: StanceContext) -> Summary | None:
    """How many sentences were turned round, with one of them."""
    pairs = [pair for one in written(context) for pair in views.turned(context, one)]
    if not pairs or context.role != "console":
        return None
    said = sentence(ngettext(
        "{n} gesloten zin kreeg een open versie.", "{n} gesloten zinnen kregen een open versie.",
        len(pairs),
    ).format(n=in_words(len(pairs))))  # fmt: skip
    before, after = pairs[0]
    told = _("Van ‘{before}’ naar ‘{after}’.").format(before=before, after=after)
    return Summary(
        (said, told), did=_("maakten gesloten vragen open"), quotation=Quotation(after, size=1)
    )


def report(context: StanceContext) -> Iterator[Section]:
    """For the group the sentences before and after; for the bundles of both organisations of a
    visit what they agreed."""
    blocks = tuple(_sentences(context)) if context.role == "console" else ()
    note = noted(context.notes.get(STEP, ""))
    if blocks or note:
        yield Section(context.exercise.title, (*blocks, *note), only="report")
    form, inside = model.form(context.config), model.sheet_context(context)
    for one in holders.everyone(form, inside) if context.role != "screen" else ():
        sheet = inside.view.of(one.id)
        agreed = [(question, sheet.text(key)) for key, question in content.AGREEMENTS]
        items = tuple(
            Paragraph(text, strong=question) for question, text in agreed if text
        )  # fmt: skip
        own = context.me.organisation_id if context.me else ""
        for party in one.parties if items else ():
            if own not in ("", party.id):
                continue
            yield Section(
                _("Zo geven we elkaar feedback"), (Heading(one.name, 3), *items),
                organisation=party.id, only="bundle", called=_("jullie afspraken over feedback"),
            )  # fmt: skip


def _sentences(context: StanceContext) -> Iterator[Block]:
    for one in written(context):
        pairs = views.turned(context, one)[:_PAIRS]
        changes = context.view.changes(one.key)[:_CHANGES]
        told: list[Block] = [
            Paragraph(_("‘{after}’").format(after=after), strong=_("‘{before}’").format(
                before=before)) for before, after in pairs
        ]  # fmt: skip
        if changes:
            told += [Paragraph("", strong=_("Wat er verandert:")), Bullets(tuple(changes))]
        yield Together((Heading(one.text, 3), *told))

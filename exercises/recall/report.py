"""What documents say of the Inleefoefening: what guests remember as a warm welcome."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Section, Summary
from exercises.document import Block, Heading, Paragraph, Quotation, Remark
from exercises.kit.rules.blocks import in_two
from exercises.kit.rules.prose import in_words, isolated, quoted, sentence, worth_quoting
from exercises.recall.config import RecallQuestion
from exercises.recall.export import numbered
from exercises.recall.model import AREA, LIGHT, WORDS, Memory
from exercises.recall.views_slips import RecallContext
from exercises.results import WarmWelcome
from state.language import _, ngettext

_CALLED = _("wat gasten bij jullie een warm welkom vonden")


def summary(context: RecallContext) -> Summary | None:
    """How many looked back, and one of the warm words."""
    slips = [one for of in context.view.slips.values() for one in of]
    people = context.present(one.person for one in slips)
    if context.role != "console" or not people:
        return None
    told = [sentence(ngettext(
        "{n} ging met de ogen dicht terug naar een eerste ontvangst.",
        "{n} gingen met de ogen dicht terug naar een eerste ontvangst.", len(people),
    ).format(n=in_words(len(people))))]  # fmt: skip
    warm = [one for one in slips if one.warm]
    if warm:
        told.append(sentence(ngettext(
            "{n} briefje legde de groep in het licht: zo voelt een warm welkom.",
            "{n} briefjes legde de groep in het licht: zo voelt een warm welkom.", len(warm),
        ).format(n=in_words(len(warm)))))  # fmt: skip
    fit = sorted((one.text for one in warm if worth_quoting(one.text)), key=len)
    quotation = Quotation(fit[0], size=1) if fit else None
    return Summary(tuple(told), quotation=quotation, did=_("keken terug op een eerste ontvangst"))


def report(context: RecallContext) -> Iterator[Section]:
    """For the group the warm words by question, without whose they are; for the bundle of a host
    those of its guests. On a phone, for the bundle of its organisation, also its own words."""
    if context.role == "phone":
        yield from _own(context)
    if context.role != "console":
        return
    title = context.exercise.title
    blocks = [block for _n, one in numbered(context) for block in _question(context, one)]
    note = context.notes.get(LIGHT, "")
    if note:
        blocks.append(Paragraph(note, strong=_("We noteerden:")))
    if blocks:
        yield Section(title, tuple(blocks), area=AREA, only="report")
    for party in context.party_by_id.values():
        found = [one for one in _results(context) if one.organisation == party.id]
        if found:
            yield Section(title, tuple(_received(found)), organisation=party.id, only="bundle",
                          called=_CALLED)  # fmt: skip


def _question(context: RecallContext, question: RecallQuestion) -> Iterator[Block]:
    """The warm words at a question with the host they were about, and what was noted."""
    warm = [_remark(context, one) for one in context.view.of(question.key) if one.warm]
    note = context.notes.get(question.key, "")
    if warm or note:
        yield Heading(question.text, 3)
        yield from in_two(warm, note)


def _remark(context: RecallContext, slip: Memory) -> Remark:
    host = context.party_by_id.get(slip.host)
    if host is None:
        return Remark(slip.text)
    return Remark(slip.text, _("Bij {host}").format(host=isolated(host.name)), host.tile)


def _results(context: RecallContext) -> list[WarmWelcome]:
    if context.exercise.results is None:
        return []
    found = context.exercise.results(context.config, context.view)
    return [one for one in found if isinstance(one, WarmWelcome)]


def _received(found: list[WarmWelcome]) -> Iterator[Block]:
    for about in dict.fromkeys(one.about for one in found):
        yield Heading(about, 3)
        yield from in_two([Remark(one.text) for one in found if one.about == about])


def _own(context: RecallContext) -> Iterator[Section]:
    """What guests said of the own organisation, as far as the track tells this phone; and what this
    person wrote."""
    me = context.me
    if me is None:
        return
    told = [
        one for one in context.track.of(WarmWelcome)
        if one.organisation == me.organisation_id
        and one.origin.activity == context.activity_id
    ]  # fmt: skip
    blocks = list(_received(told))
    for question in context.config.questions:
        text = context.mine.get(f"{question.key}.{WORDS}", {}).get("text", "")
        if text:
            blocks.append(Paragraph(text, strong=quoted(question.text)))
    if blocks:
        yield Section(context.exercise.title, tuple(blocks), organisation=me.organisation_id,
                      only="bundle", called=_CALLED)  # fmt: skip

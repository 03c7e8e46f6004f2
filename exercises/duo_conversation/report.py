"""What documents say of Duo-gesprek: how people talked, and the notes that they released."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.contract import Member, Section, Step, Summary
from exercises.document import Block, Figure, Heading, Paragraph, Quotation, Remark
from exercises.duo_conversation.export import rounds
from exercises.duo_conversation.model import AREA, DuoContext
from exercises.duo_conversation.picture_paper import standing
from exercises.duo_conversation.views import present_groups
from exercises.kit.rules.blocks import noted, with_a_page
from exercises.kit.rules.prose import in_words, sentence, signed, worth_quoting
from state.language import _, ngettext


@dataclass(frozen=True)
class Released:
    """Words that may be shared, and who wrote them in which round."""

    round: str
    member: Member
    text: str


def summary(context: DuoContext) -> Summary | None:
    """How many rounds, how many people talked, how many notes were released; and how they stood."""
    played = _played(context)
    if context.role != "console" or not played:
        return None
    found = _released(context)
    told = [_talked(context, played)]
    if found:
        told.append(_notes(len(found)))
    quoted = [one for one in found if worth_quoting(one.text)]
    quote = None
    if quoted:
        first = min(quoted, key=lambda one: len(one.text))
        who, tile = signed(first.member)
        quote = Quotation(first.text, who, tile, size=1)
    did = ngettext("praatten {n} ronde lang", "praatten {n} rondes lang", len(played))
    return Summary(
        tuple(told), _figure(context, played), quote, did.format(n=in_words(len(played))),
        spare=True,
    )  # fmt: skip


def report(context: DuoContext) -> Iterator[Section]:
    """The released notes round by round, for the area; and for each organisation those of its own
    people. On a phone those that this person may read anyway."""
    title = context.exercise.title
    found = _released(context)
    if context.role == "console":
        blocks = tuple(_of_group(context, found))
        if blocks:
            yield Section(title, blocks, area=AREA, only="report")
    for party in with_a_page(context):
        own = [one for one in found if one.member.organisation_id == party.id]
        if own:
            remarks = tuple(_remark(one) for one in own)
            yield Section(title, remarks, organisation=party.id, only="bundle",
                          called=_("wat jullie noteerden"))  # fmt: skip


def _of_group(context: DuoContext, found: list[Released]) -> Iterator[Block]:
    played = _played(context)
    if played:
        yield Paragraph(_talked(context, played))
    for step in rounds(context):
        remarks = [_remark(one) for one in found if one.round == step.key]
        blocks = noted(context.notes.get(step.key, ""), remarks)
        # Of several rounds each has its own heading instead of the usual one.
        yield from (Heading(step.title, 3), *blocks[1:]) if blocks else ()


def _remark(one: Released) -> Remark:
    return Remark(one.text, *signed(one.member))


def _released(context: DuoContext) -> list[Released]:
    """Words that their writers released, round by round."""
    found = [
        Released(slot.rpartition(".")[0], member, words.text)
        for person, own in context.view.words.items() if (member := context.members.get(person))
        for slot, words in sorted(own.items()) if words.share and words.text
    ]  # fmt: skip
    order = {step.key: at for at, step in enumerate(rounds(context))}
    return sorted(found, key=lambda one: (order.get(one.round, len(order)), one.member.name))


def _played(context: DuoContext) -> list[Step]:
    """The rounds in which at least two people stood together."""
    return [
        step for step in rounds(context)
        if any(len(group.people) > 1 for group in present_groups(context, step.key))
    ]  # fmt: skip


def _talked(context: DuoContext, played: list[Step]) -> str:
    people = {
        person for step in played for group in present_groups(context, step.key)
        if len(group.people) > 1 for person in group.people
    }  # fmt: skip
    told = ngettext(
        "{people} mensen gingen met elkaar in gesprek, {n} ronde lang.",
        "{people} mensen gingen met elkaar in gesprek, {n} rondes lang.",
        len(played),
    )
    return sentence(told.format(people=in_words(len(people)), n=in_words(len(played))))


def _notes(count: int) -> str:
    told = ngettext("{n} notitie werd gedeeld.", "{n} notities werden gedeeld.", count)
    return sentence(told.format(n=in_words(count)))


def _figure(context: DuoContext, played: list[Step]) -> Figure | None:
    """How people stood in the last round; None when there are too many to be seen."""
    groups = present_groups(context, played[-1].key)
    count = len(groups)
    alt = ngettext("{n} groepje op de vloer.", "{n} groepjes op de vloer.", count).format(
        n=in_words(count)
    )
    alt = sentence(alt)
    drawn = standing(context, groups, alt)
    return None if drawn is None else Figure(alt, drawn, caption=f"{played[-1].title}.")

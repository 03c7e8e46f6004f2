"""What documents say of the sequels of gifts: what became of each, for who received it, for who
gave it, and in short for the group."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Party, Section, Summary
from exercises.document import Block, Figure, Heading, Paragraph, Quotation, Remark
from exercises.gift_sequels.export import ToldSequel, told
from exercises.gift_sequels.model import STEP
from exercises.gift_sequels.views_gifts import SequelsContext, giver_name, words_of
from exercises.kit.drawing import finger_drawing as drawing
from exercises.kit.rules.blocks import beside, in_two, noted, with_a_page
from exercises.kit.rules.days import occasion
from exercises.kit.rules.prose import in_words, isolated, quoted, sentence, worth_quoting
from state.language import _, ngettext

_PHOTO = 0.8


def summary(context: SequelsContext) -> Summary | None:
    """Of how many gifts the group heard what became of them, and one of these sentences."""
    found = [one for one in told(context) if one.sequel.shown] if context.role == "console" else []
    if not found:
        return None
    words = sentence(ngettext(
        "van {n} cadeautje hoorden we wat ervan kwam.",
        "van {n} cadeautjes hoorden we wat ervan kwam.", len(found),
    ).format(n=in_words(len(found))))  # fmt: skip
    grew = sum(one.action is not None for one in found)
    more = ngettext(
        "Uit {n} groeide een actie.", "Uit {n} groeiden acties.", grew
    ).format(n=in_words(grew))  # fmt: skip
    best = next((one for one in found if worth_quoting(one.sequel.text)), None)
    quote = Quotation(best.text, best.party.name, best.party.tile, size=1) if best else None
    return Summary((words, *((more,) if grew else ())), quotation=quote,
                   did=_("vertelden wat er van de cadeautjes kwam"))  # fmt: skip


def report(context: SequelsContext) -> Iterator[Section]:
    """For each organisation what became of what it received and of what it gave; for the report
    what was told to the group."""
    title, found = context.exercise.title, told(context)
    for party in with_a_page(context):
        own = [block for one in found if one.party == party for block in _whole(context, one)]
        gave = context.view.gave.get(party.id)
        if gave:
            own += [Heading(_("Wat geven bracht"), 3), Paragraph(gave)]
            if context.phase.over and not context.view.told_of_giving(party.id):
                own.append(_untold())
        own += _given(context, party)
        if own:
            yield Section(title, tuple(own), organisation=party.id, only="bundle",
                          called=_("wat er van jullie cadeautjes kwam"))  # fmt: skip
        said = tuple(
            _remark(context, one) for one in found if one.party == party
        ) + _of_giving(context, party)  # fmt: skip
        half = (len(said) + 1) // 2
        if said and context.role == "console":
            yield Section(title, (_heading(context), *beside(said[:half], said[half:])),
                          organisation=party.id, only="report")  # fmt: skip
    if context.role == "console":
        note = noted(context.notes.get(STEP, ""))
        # What the group heard comes first: of many only the first are printed.
        in_order = sorted(found, key=lambda one: not one.sequel.shown)
        givers = sorted(
            context.party_by_id.values(), key=lambda one: not context.view.told_of_giving(one.id)
        )  # fmt: skip
        giving = [remark for party in givers for remark in _of_giving(context, party)]
        remarks = in_two([*(_remark(context, one) for one in in_order), *giving])
        if remarks or note:
            yield Section(title, (*remarks, *note), only="report")


def _heading(context: SequelsContext) -> Heading:
    """With the meeting: a track that told of gifts twice has two of these."""
    when = occasion(isolated(context.meeting_title), context.meeting_date)
    return Heading(_("Wat er van hun cadeautjes kwam"), 3, kicker=when)


def _whole(context: SequelsContext, one: ToldSequel) -> Iterator[Block]:
    """The gift as far as it may be seen, and what they did with it."""
    giver = context.party_by_id.get(one.gift.giver)
    name = giver_name(context, one.gift.giver)
    tile = giver.tile if giver else None
    yield Heading(_("Van {giver}").format(giver=name), 3, tile=tile)
    if one.items:
        alt = _("Vingertekening van {who}.").format(who=isolated(name))
        shown = drawing.cropped(drawing.decode(one.items), alt)
        yield Figure(alt, shown[0], caption=one.words or one.heading, share=max(0.3, shown[1]))
    elif one.photo:
        content = context.photo(one.photo)
        if content:
            yield Figure(_("Een foto van het bezoek."), photo=content, caption=one.heading,
                         share=_PHOTO)  # fmt: skip
    elif one.words:
        yield Paragraph(quoted(one.words), strong=f"{one.heading}:")
    yield Paragraph(one.text, strong=_("Wat we ermee deden:"))
    if one.action:
        yield Paragraph(one.action.text, strong=_("Hieruit groeide:"))
    if one.sequel.late:
        yield _untold()


def _untold() -> Paragraph:
    return Paragraph(_("Dit kwam in de zaal niet op het scherm."), style="small")


def _of_giving(context: SequelsContext, party: Party) -> tuple[Remark, ...]:
    """What giving brought an organisation; () where it wrote nothing that may be read."""
    text = context.view.gave.get(party.id)
    if not text:
        return ()
    who = (
        _("{giver}, over wat ze gaven") if context.view.told_of_giving(party.id)
        else _("{giver}, over wat ze gaven; kwam in de zaal niet op het scherm")
    )  # fmt: skip
    return (Remark(text, who.format(giver=isolated(party.name)), party.tile),)


def _given(context: SequelsContext, party: Party) -> list[Block]:
    """What others did with what an organisation gave, as far as that was told to the group."""
    found = [
        one for one in words_of(context).values()
        if one.giver == party.id and one.readers == "everybody"
    ]  # fmt: skip
    if not found:
        return []
    heard = []
    for one in found:
        host = context.party_by_id.get(one.organisation)
        heard.append(Remark(one.text, host.name if host else "", host.tile if host else None))
    return [Heading(_("Wat er van jullie cadeautjes kwam"), 3), *heard]


def _remark(context: SequelsContext, one: ToldSequel) -> Remark:
    told_it = _("{host}, over het cadeautje van {giver}")
    wrote_it = _("{host}, over het cadeautje van {giver}; kwam in de zaal niet op het scherm")
    who = (wrote_it if one.sequel.late else told_it).format(
        host=isolated(one.party.name), giver=isolated(giver_name(context, one.gift.giver))
    )
    return Remark(one.text, who, one.party.tile)

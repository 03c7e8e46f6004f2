"""What documents say of Cadeautjestijd: gifts as their hosts received them, and in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.contract import Party, Section, Summary
from exercises.document import Block, Figure, Heading, Paragraph, Quotation, Remark, Together
from exercises.gifts import picture_paper as paper
from exercises.gifts import report_words as words
from exercises.gifts.content import HEADINGS, PHOTO
from exercises.gifts.export import unwrapped
from exercises.gifts.model_gift import Gift
from exercises.gifts.model_notes import Note
from exercises.gifts.views import (
    GiftsContext,
    author_name,
    giver_name,
    name_of,
    photo_in,
    tile_of,
)
from exercises.kit.drawing import finger_drawing as drawing
from exercises.kit.rules.blocks import beside, in_two, noted, with_a_page
from exercises.kit.rules.prose import quoted, sentence, signed, worth_quoting
from state.language import _

# Widths as shares of a column: of a drawing as wide as its paper, and of the smallest; of each gift
# in its paper, on the page of an organisation, in a column, on half a page and beside its notes.
_DRAWING, _LEAST_DRAWING = 0.95, 0.15
_PHOTO = 0.8
_ON_PAGE, _PARCEL, _ON_SHEET, _SMALL_PARCEL, _WIDEST = 0.12, 0.2, 0.3, 0.6, 0.95
# How many hosts are told one by one.
_HOSTS_IN_SHORT, _HOSTS = 3, 12


def summary(context: GiftsContext) -> Summary | None:
    """How many gifts were unwrapped, by whom they were given, and what a host shared."""
    gifts = _opened(context)
    if context.role != "console" or not gifts:
        return None
    told = (words.unwrapped(len(gifts)), *words.given(context, gifts, _HOSTS_IN_SHORT))
    said = next((one for one in gifts if worth_quoting(one.share)), None)
    quote = None
    if said is not None:
        who, tile = name_of(context, said.host), tile_of(context, said.host)
        quote = Quotation(said.share, who, tile, size=1)
    did = words.did(len(gifts))
    return Summary(told, _parcels(context, gifts, _ON_SHEET), quote, did)


def report(context: GiftsContext) -> Iterator[Section]:
    """For each host the gifts it unwrapped, whole for its bundle and in short for its page; and
    what hosts shared with the group. On a phone the gifts of the own organisation."""
    title = context.exercise.title
    gifts = _opened(context)
    if context.role == "console":
        shared = (*_shared(context, gifts), *_waiting(words.still_wrapped(len(_awaited(context)))))
        if shared:
            yield Section(title, shared, only="report")
    for party in with_a_page(context):
        own = [one for one in gifts if one.host == party.id]
        closed = [one for one in _awaited(context) if one.host == party.id]
        if not own and not closed:
            continue
        whole = [block for gift in own for block in _whole(context, gift)]
        whole += _waiting(words.to_unwrap(context, closed))
        yield Section(_("Cadeautjes"), tuple(whole), organisation=party.id, only="bundle",
                      called=words.called(len(own) + len(closed)))  # fmt: skip
        if not own:
            continue
        if context.role == "console":
            yield Section(_("Cadeautjes"), tuple(_in_short(context, party, own)),
                          organisation=party.id, only="report")  # fmt: skip
            said = tuple(_phrase(context, own))
            if said:
                yield Section(_("Cadeautjes"), said, organisation=party.id, only="report",
                              place="side")  # fmt: skip


def _awaited(context: GiftsContext) -> list[Gift]:
    """Gifts that wait for a host that is still in the track, once unwrapping is over."""
    if context.phase.stage != "after" and not context.phase.over:
        return []
    here = {party.id for party in context.organisations}
    return [one for one in context.view.gifts.values() if one.awaits and one.host in here]


def _waiting(told: str) -> Iterator[Paragraph]:
    if told:
        yield Paragraph(told)


def _opened(context: GiftsContext) -> list[Gift]:
    """Gifts that were unwrapped, in that order; on a phone those that its people received."""
    hosts = {party.id for party in with_a_page(context)}
    return [
        gift for _number, gift in unwrapped(context)
        if context.role == "console" or gift.host in hosts
    ]  # fmt: skip


def _whole(context: GiftsContext, gift: Gift) -> Iterator[Block]:
    """A gift as it was read: the parcel, and beside it all notes and what its host said."""
    giver, tile = giver_name(context, gift), tile_of(context, gift.visitor)
    yield Heading(_("Van {giver}").format(giver=giver), 3, tile=tile)
    inside = [block for note in gift.notes for block in _note(context, gift, note)]
    if gift.question:
        inside.append(Paragraph(gift.question, strong=_("Jullie vroegen:")))
    if gift.share:
        inside.append(Paragraph(gift.share, strong=_("Jullie zeiden:")))
    yield from beside([_parcels(context, [gift], _SMALL_PARCEL)], inside, (2, 4))
    yield from noted(context.notes.get(gift.key, ""))


def _note(context: GiftsContext, gift: Gift, note: Note) -> Iterator[Block]:
    who, tile = author_name(context, note), tile_of(context, gift.visitor)
    if note.kind == "draw":
        yield _drawing(context, gift, note)
        return
    if note.kind == PHOTO:
        yield from _photo(context, gift, note)
        return
    label = Paragraph(HEADINGS[note.kind], style="small")
    name = sentence(who or giver_name(context, gift))
    yield Together((label, Remark(note.text, name, tile)))


def _drawing(context: GiftsContext, gift: Gift, note: Note) -> Figure:
    who = author_name(context, note) or giver_name(context, gift)
    alt = words.drawing(who, note.text)
    caption = _("{heading}: getekend door {who}").format(heading=quoted(HEADINGS["draw"]), who=who)
    caption += f", {quoted(note.text)}." if note.text else "."
    made, wide = drawing.cropped(drawing.decode(note.items), alt)
    return Figure(alt, made, caption=caption, share=max(_LEAST_DRAWING, _DRAWING * wide))


def _photo(context: GiftsContext, gift: Gift, note: Note) -> Iterator[Figure]:
    """The photo of a note, as long as its writer shares it."""
    shared = photo_in(context, note)
    content = context.photo(shared) if shared else None
    if content:
        who = author_name(context, note) or giver_name(context, gift)
        caption = _("{heading}: gegeven door {who}.").format(
            heading=quoted(HEADINGS[PHOTO]), who=who
        )
        yield Figure(_("Een foto van het bezoek."), photo=content, caption=caption, share=_PHOTO)


def _in_short(context: GiftsContext, party: Party, gifts: Sequence[Gift]) -> Iterator[Block]:
    """From whom, and one drawing beside the gift that it was in, with what that giver liked."""
    notes = [(gift, note) for gift in gifts for note in gift.notes]
    drawn = next((one for one in notes if one[1].kind == "draw"), None)
    if drawn is None:
        yield Heading(_("Cadeautjes"), 3)
        yield Paragraph(words.received(context, party, gifts))
        yield _parcels(context, gifts, _ON_PAGE)
    else:
        gift, note = drawn
        yield Heading(sentence(words.from_gift(context, gift)), 3)
        parcel = _parcels(context, [gift], _SMALL_PARCEL)
        yield from beside([_drawing(context, gift, note)], [parcel], (4, 2))
    liked = next((one for one in notes if one[1].kind == "like"), None)
    if liked is not None:
        gift, note = liked
        who, _tile = signed(context.members.get(note.person))
        tile = tile_of(context, gift.visitor)
        yield Remark(note.text, who or giver_name(context, gift), tile)
    phrase = next((one for one in notes if one[1].kind == "phrase"), None)
    printed = (drawn, liked, phrase)
    rest = [
        note for gift, note in notes
        if (gift, note) not in printed and any(True for _block in _note(context, gift, note))
    ]  # fmt: skip
    if rest:
        yield Paragraph(words.elsewhere(party, rest))


def _phrase(context: GiftsContext, gifts: Sequence[Gift]) -> Iterator[Quotation]:
    """The first sentence that somebody wrote to stay."""
    for gift in gifts:
        for note in gift.notes:
            if note.kind == "phrase":
                yield Quotation(note.text, sentence(words.from_gift(context, gift)),
                                tile_of(context, gift.visitor), size=1)  # fmt: skip
                return


def _shared(context: GiftsContext, gifts: Sequence[Gift]) -> Iterator[Block]:
    """How many gifts there were, and what hosts said to the group."""
    if not gifts:
        return
    yield Paragraph(" ".join((words.unwrapped(len(gifts)), *words.given(context, gifts, _HOSTS))))
    yield _parcels(context, gifts, _PARCEL)
    said = [
        Remark(one.share, name_of(context, one.host), tile_of(context, one.host))
        for one in gifts if one.share
    ]  # fmt: skip
    if said:
        yield Heading(_("Wat de gastheren deelden"), 3)
        yield from in_two(said)


def _parcels(context: GiftsContext, gifts: Sequence[Gift], share: float) -> Figure:
    alt = words.parcels(context, gifts)
    return Figure(alt, paper.wrapped(context, gifts, alt), share=min(_WIDEST, share * len(gifts)))

"""What documents say of the stories: what the lenses saw, and in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.contract import Section, Summary
from exercises.document import Block, Heading, Paragraph, Quotation, Remark, Together
from exercises.kit.rules.blocks import beside, in_two, with_a_page
from exercises.kit.rules.prose import in_words, sentence, signed, worth_quoting
from exercises.lenses.config import Story
from exercises.lenses.model import LensRemark
from exercises.lenses.model_telling import LensesContext
from exercises.lenses.views_story import in_words as story_in_words
from exercises.lenses.views_story import tile_of, unseen
from exercises.results import StoryRemark
from state.language import _, ngettext


def summary(context: LensesContext) -> Summary | None:
    """How many stories were told, and what tellers wanted to answer."""
    view = context.view
    told = [key for key in view.stories if view.of(key)]
    if context.role != "console" or not told:
        return None
    found = [one for key in told for one in view.of(key)]
    sentences = [
        sentence(ngettext(
            "{n} verhaal werd verteld, terwijl de groep door brillen luisterde.",
            "{n} verhalen werden verteld, terwijl de groep door brillen luisterde.", len(told),
        ).format(n=in_words(len(told)))),
        sentence(ngettext(
            "{n} vraag of opmerking kwam op de plank.",
            "{n} vragen en opmerkingen kwamen op de plank.", len(found),
        ).format(n=in_words(len(found)))),
    ]  # fmt: skip
    fit = sorted(
        (one for one in found if worth_quoting(one.text)),
        key=lambda one: (not one.picked, len(one.text)),
    )
    quotation = None
    if fit:
        quotation = Quotation(fit[0].text, _lens_words(context, fit[0].lens), size=1)
    return Summary(
        tuple(sentences), quotation=quotation, did=_("luisterden door brillen naar elkaars verhaal")
    )


def report(context: LensesContext) -> Iterator[Section]:
    """Each story with what the lenses saw, for the group; and for visitor and host their own. On a
    phone, for the bundle, what the track tells that organisation."""
    title = context.exercise.title
    if context.role == "phone":
        yield from _on_phone(context)
        return
    if context.role != "console":
        return
    whole = tuple(block for story in context.config.stories for block in _story(context, story))
    if whole:
        yield Section(title, whole, only="report")
    for party in with_a_page(context):
        own = [
            one for one in context.config.stories
            if party.id in (one.visitor, one.host) and context.view.of(one.key)
        ]  # fmt: skip
        blocks = tuple(block for story in own for block in _story(context, story))
        if not blocks:
            continue
        yield Section(title, blocks, organisation=party.id, only="bundle", called=_called())
        short = tuple(block for story in own for block in _answered(context, story))
        if short:
            half = (len(short) + 1) // 2
            yield Section(title, beside(short[:half], short[half:]), organisation=party.id,
                          only="report")  # fmt: skip


def _called() -> str:
    return _("wat de brillen zagen bij het verhaal van jullie bezoek")


def _story(context: LensesContext, story: Story) -> Iterator[Block]:
    """A story: what its tellers wrote, then by lens what was said, those first that the tellers
    answered, and what was noted."""
    found, note = context.view.of(story.key), context.notes.get(story.key, "")
    if not found and not note:
        return
    tile = tile_of(context, story.visitor)
    chosen_first = sorted(found, key=lambda one: (not one.picked, one.order))
    yield Together((
        Heading(story_in_words(context, story) or _("Een verhaal"), 3, tile=tile),
        *_told(context, story),
        *in_two([_remark(one.text, _lens_words(context, one.lens))
                 for one in _by_lens(context, chosen_first)], note),
    ))  # fmt: skip


def _told(context: LensesContext, story: Story) -> Iterator[Paragraph]:
    """What the tellers of a story wrote to show, with who, and whether the room missed it."""
    told = context.view.stories.get(story.key)
    if told is None:
        return
    missed = unseen(context, told)
    for person, text in told.texts:
        who, _tile = signed(context.members.get(person))
        yield Paragraph(text, strong=f"{who}:" if who else "")
        if person in missed:
            yield Paragraph(_("Dit kwam in de zaal niet op het scherm."), style="small")


def _remark(text: str, lens: str) -> Remark:
    return Remark(text, lens or _("Zonder bril"))


def _by_lens(context: LensesContext, found: Sequence[LensRemark]) -> list[LensRemark]:
    """Remarks in the order of the lenses on the shelf."""
    place = {one.key: at for at, one in enumerate((*context.config.lenses, *context.config.gone))}
    return sorted(found, key=lambda one: place.get(one.lens, len(place)))


def _answered(context: LensesContext, story: Story) -> Iterator[Block]:
    """What the tellers of a story wrote and what they chose to answer, for the page of an
    organisation."""
    picked = [one for one in context.view.of(story.key) if one.picked]
    if picked:
        yield Together((
            Heading(story_in_words(context, story), 3),
            *_told(context, story),
            *in_two([_remark(one.text, _lens_words(context, one.lens))
                     for one in _by_lens(context, picked)]),
        ))  # fmt: skip


def _lens_words(context: LensesContext, key: str) -> str:
    lens = context.config.lens(key)
    return lens.text if lens else ""


def _on_phone(context: LensesContext) -> Iterator[Section]:
    me = context.me
    if me is None:
        return
    found = [
        one for one in context.track.of(StoryRemark)
        if one.origin.activity == context.activity_id
        and me.organisation_id in (one.organisation, one.host)
    ]  # fmt: skip
    blocks: list[Block] = []
    for visit in dict.fromkeys(one.visit for one in found):
        story = next((one for one in context.config.stories if one.key == visit), None)
        if story is None:
            continue
        of = [one for one in found if one.visit == visit]
        lenses = list(dict.fromkeys(one.lens for one in of))
        of.sort(key=lambda one: lenses.index(one.lens))
        blocks.append(Together((
            Heading(story_in_words(context, story), 3, tile=tile_of(context, story.visitor)),
            *in_two([_remark(one.text, one.lens) for one in of]),
        )))  # fmt: skip
    if blocks:
        yield Section(context.exercise.title, tuple(blocks), organisation=me.organisation_id,
                      only="bundle", called=_called())  # fmt: skip

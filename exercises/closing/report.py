"""What documents say of Slotmoment: what the room takes home, without anybody's name."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.closing.config import Chapter
from exercises.closing.model import ClosingContext
from exercises.closing.model_slips import AreaSlips, by_area
from exercises.closing.views import area_name, counted
from exercises.contract import Section, Summary
from exercises.document import Block, Bullets, Heading, Quotation
from exercises.kit.rules.blocks import more_than, noted
from exercises.kit.rules.prose import in_words, sentence
from state.language import _, ngettext

_MOST, _FEW = 150, 12
# So few in a list that its two columns stay on one page, and are read one after the other.
_IN_A_LIST = 10


def summary(context: ClosingContext) -> Summary | None:
    """How many people wrote what they take home, and what most of them wrote."""
    if context.role != "console":
        return None
    takes = [take for one in context.config.asks for take in context.view.shown_of(one.key)]
    if not takes:
        return None
    told = sentence(ngettext(
        "{n} mens schreef een actie om mee te nemen.",
        "{n} mensen schreven een actie om mee te nemen.", len(takes),
    ).format(n=in_words(len(takes))))  # fmt: skip
    most = max((slip for area in by_area(takes) for slip in area.slips), key=lambda one: one.times)
    return Summary(
        (told,), quotation=Quotation(most.text, size=1), did=_("schreven wat we meenemen")
    )


def report(context: ClosingContext) -> Iterator[Section]:
    """What the room takes home, by area; on a phone nothing: nobody is named here."""
    if context.role != "console":
        return
    for chapter in context.config.asks:
        found = _by_words(context, chapter)
        if found:
            blocks = tuple(block for one in found for block in _area(context, one))
            title = _("Wat de zaal meeneemt")
            head = () if chapter.title == title else (Heading(chapter.title, 3),)
            yield Section(title, (*head, *blocks), only="report")
    for step in context.steps:
        note = noted(context.notes.get(step.key, ""))
        if note:
            yield Section(context.exercise.title, (Heading(step.title, 3), *note), only="report")


def _by_words(context: ClosingContext, chapter: Chapter) -> tuple[AreaSlips, ...]:
    takes = sorted(context.view.shown_of(chapter.key), key=lambda one: one.text)
    return by_area(takes)


def _area(context: ClosingContext, one: AreaSlips) -> Iterator[Block]:
    """All sentences of an area, each once, what most wrote first; of hundreds those that fill a few
    pages."""
    yield Heading(area_name(context, one.area), 3, area=one.area, kicker=counted(one.count))
    said = [
        slip.text if slip.times == 1
        else _("{text} ({n} keer)").format(text=slip.text, n=slip.times)
        for slip in one.slips[:_MOST]
    ]  # fmt: skip
    for at in range(0, len(said), _IN_A_LIST):
        part = tuple(said[at : at + _IN_A_LIST])
        yield Bullets(part, columns=2, small=len(said) > _FEW)
    yield from more_than(len(one.slips), _MOST)

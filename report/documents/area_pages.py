"""What was said about an area, exercise by exercise; and what was about all areas together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from exercises.document import Block, Figure, Heading, PageBreak, Together
from exercises.kit.rules.days import occasion
from report.documents.reading import PlacedSection, WholeTrack, for_group
from state.language import _


def of_area(number: int) -> Callable[[WholeTrack], Sequence[Block]]:
    """What makes the pages of one area: its name, and below it what the first exercise says. Where
    that is about statements, each of them has a page on which it is what is set large."""

    def make(whole: WholeTrack) -> Sequence[Block]:
        placed = [one for one in for_group(whole.sections) if one.section.area == number]
        if not placed:
            return ()
        area = Heading(whole.framework.name(number) or "", 1, area=number)
        first = [one for one in placed if one.activity.id == placed[0].activity.id]
        kicker = ". ".join((_("Aandachtsgebied {number}").format(number=number),
                            placed[0].section.title))  # fmt: skip
        blocks = [block for one in first for block in one.section.blocks]
        if any(map(_is_statement, blocks)):
            opening = tuple(_by_statement(replace(area, kicker=kicker, quiet=True), blocks))
        else:
            if not any(_has_figure(one) for one in blocks):
                kicker += f". {occasion(placed[0].meeting.title, placed[0].meeting.date)}"
            opening = (replace(area, kicker=kicker), *blocks)
        return (*opening, *_told(placed[len(first) :], follows=True))

    return make


def _by_statement(area: Heading, blocks: Sequence[Block]) -> Iterator[Block]:
    """A page for each statement, with the area above it."""
    yield area
    again = False
    for block in blocks:
        if not isinstance(block, Together) or not _is_statement(block):
            yield block
            continue
        heading, *rest = block.blocks
        assert isinstance(heading, Heading)
        heading = replace(heading, level=2)
        if again:
            yield PageBreak(soft=True)
            kicker = f"{area.kicker}\n{area.text}"
            heading = replace(heading, area=area.area, kicker=kicker)
        again = True
        yield Together((heading, *rest))


def _is_statement(block: Block) -> bool:
    """Whether a block begins with words that a page is about."""
    first = block.blocks[0] if isinstance(block, Together) and block.blocks else None
    return isinstance(first, Heading) and first.large


def _has_figure(block: Block) -> bool:
    if isinstance(block, Together):
        return any(map(_has_figure, block.blocks))
    return isinstance(block, Figure)


def of_all(whole: WholeTrack) -> Sequence[Block]:
    """What belongs to no area and to no organisation."""
    return tuple(_told([
        one for one in for_group(whole.sections)
        if one.section.area is None and one.section.place != "ahead"
    ]))  # fmt: skip


def _told(placed: Sequence[PlacedSection], *, follows: bool = False) -> Iterator[Block]:
    """The sections of each exercise under its title; one that fills the width of the paper begins a
    page of its own. `follows`: something stands above the first one."""
    for _activity, group in groupby(placed, lambda one: one.activity.id):
        found = list(group)
        first = found[0]
        if (follows or first is not placed[0]) and any(
            _is_wide(one.section.blocks) for one in found
        ):
            yield PageBreak(soft=True)
        kicker = occasion(first.meeting.title, first.meeting.date)
        yield Heading(first.section.title, 2, kind=first.activity.kind, kicker=kicker)
        for one in found:
            yield from one.section.blocks


def _is_wide(blocks: Sequence[Block]) -> bool:
    return any(
        (isinstance(one, Figure) and one.width == "page")
        or (isinstance(one, Together) and _is_wide(one.blocks))
        for one in blocks
    )

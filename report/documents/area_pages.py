"""What was said about an area, exercise by exercise; and what was about all areas together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from exercises.document import Block, Figure, Heading, PageBreak, Together
from exercises.kit.rules.days import occasion
from report.documents.reading import PlacedSection, WholeTrack
from state.language import _


def of_area(number: int) -> Callable[[WholeTrack], Sequence[Block]]:
    """What makes the pages of one area."""

    def make(whole: WholeTrack) -> Sequence[Block]:
        placed = [one for one in _for_group(whole) if one.section.area == number]
        name = whole.framework.name(number) or ""
        kicker = _("Aandachtsgebied {number}").format(number=number)
        return (Heading(name, 1, area=number, kicker=kicker), *_told(placed)) if placed else ()

    return make


def of_all(whole: WholeTrack) -> Sequence[Block]:
    """What belongs to no area and to no organisation."""
    return tuple(_told([one for one in _for_group(whole) if one.section.area is None]))


def _for_group(whole: WholeTrack) -> list[PlacedSection]:
    return [
        one for one in whole.sections
        if not one.section.organisation and one.section.only in ("", "report")
    ]  # fmt: skip


def _told(placed: Sequence[PlacedSection]) -> Iterator[Block]:
    """The sections of each exercise under its title; one that fills the width of the paper begins a
    page of its own."""
    for _activity, group in groupby(placed, lambda one: one.activity.id):
        found = list(group)
        first = found[0]
        if first is not placed[0] and any(_is_wide(one.section.blocks) for one in found):
            yield PageBreak()
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

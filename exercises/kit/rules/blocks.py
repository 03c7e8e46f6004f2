"""Blocks that exercises give to documents in the same form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from exercises.contract import Context, Party
from exercises.document import Beside, Block, Heading, Paragraph, Remark
from exercises.kit.rules.days import occasion
from state.language import _, ngettext

# More than these would fill pages: the data have all of them.
MOST_REMARKS = 24
_FEWEST_IN_TWO = 4


def occasion_of(context: Context[Any, Any]) -> str:
    """The meeting and its day: 'Kennismaking, 12 december 2026'; what is not known is left out."""
    return occasion(context.meeting_title, context.meeting_date)


def noted(note: str, remarks: Iterable[Remark] = ()) -> tuple[Block, ...]:
    """What the facilitator noted and what people wrote, under one heading; nothing without both."""
    found = tuple(remarks)
    words = (Paragraph(note),) if note else ()
    if not found and not words:
        return ()
    return (Heading(_("Wat we noteerden"), 3), *words, *limited(found))


def limited(remarks: Sequence[Remark]) -> tuple[Block, ...]:
    """Remarks, as many as are read; and how many more there are."""
    return (*remarks[:MOST_REMARKS], *more_than(len(remarks), MOST_REMARKS))


def in_two(remarks: Sequence[Remark], note: str = "") -> tuple[Block, ...]:
    """Remarks in two columns where there are some: they are short, and a page is wide. Last comes
    what the facilitator noted."""
    noted_too = (Paragraph(note, strong=_("We noteerden:")),) if note else ()
    shown = (*limited(remarks), *noted_too)
    if len(shown) < _FEWEST_IN_TWO:
        return shown
    half = (len(shown) + 1) // 2
    return beside(shown[:half], shown[half:])


def more_than(count: int, most: int) -> tuple[Block, ...]:
    """That more was written than the `most` that stand above it; nothing when all do."""
    more = count - most
    if more <= 0:
        return ()
    rest = ngettext(
        "Nog {n} zin staat in de gegevens.", "Nog {n} zinnen staan in de gegevens.", more
    ).format(n=more)
    return (Paragraph(rest, style="small"),)


def beside(
    left: Iterable[Block], right: Iterable[Block], widths: tuple[int, int] = (3, 3)
) -> tuple[Block, ...]:
    """Two parts beside each other; where one is empty, the other across the whole width."""
    one, other = tuple(left), tuple(right)
    return (Beside((one, other), widths),) if one and other else (*one, *other)


def with_a_page(context: Context[Any, Any]) -> tuple[Party, ...]:
    """The organisations of which this role may be given what is theirs, also those that left: all
    for the facilitator, the own one on a phone, none on the screen."""
    if context.role == "console":
        return tuple(context.party_by_id.values())
    own = context.me.organisation_id if context.role == "phone" and context.me else None
    return tuple(party for party in context.party_by_id.values() if party.id == own)

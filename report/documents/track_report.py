"""The report of a track: the parts that the facilitator wants, in that order, with own texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.document import Block, Cover, Document, Heading, PageBreak, Paragraph, Rule
from exercises.kit.rules.days import month_of_year
from exercises.kit.rules.prose import sentence
from report.documents import wording
from report.documents.part_list import in_order
from report.documents.parts import PartKind
from report.documents.reading import WholeTrack
from state.language import _

_ON_A_ROW, _ROWS = 6, 3
# So many letters of own text are few on a page.
_FEW_LETTERS = 700


def track_report(whole: WholeTrack) -> Document:
    """The whole report; a cover alone for a track with nothing in it."""
    name = whole.track.name
    found = [
        (part, blocks) for part in in_order(whole.parts) if is_included(whole, part)
        if (blocks := tuple(_part(whole, part)))
    ]  # fmt: skip
    return Document(
        title=_("{name}: verslag van het traject").format(name=name),
        blocks=(_cover(whole), *_joined(whole, found)),
        head=name,
        tiles=tuple(one.tile for one in whole.organisations),
    )


def empty_parts(whole: WholeTrack) -> tuple[str, ...]:
    """The keys of the parts that hold nothing, chosen or not."""
    return tuple(
        part.key for part in in_order(whole.parts) if not next(iter(_part(whole, part)), None)
    )


def is_included(whole: WholeTrack, part: PartKind) -> bool:
    """Whether the facilitator left a part in the report."""
    chosen = whole.parts.get(part.key)
    return chosen is None or bool(chosen.included)


def own_text(whole: WholeTrack, key: str) -> str:
    """What the facilitator wrote at the beginning of a part."""
    chosen = whole.parts.get(key)
    return "" if chosen is None else chosen.text


def _part(whole: WholeTrack, part: PartKind) -> Iterator[Block]:
    """A part with its title and own text; nothing when it holds nothing."""
    made, text = tuple(part.make(whole)), own_text(whole, part.key)
    own = [Paragraph(one, style="lead") for one in text.split("\n\n")] if text else []
    if not made and not own:
        return
    if part.titled or not made:
        yield Heading(part.title, 1)
        yield from own
        yield from made
    else:
        # The title of these pages is their first block: own text comes below it.
        first, *rest = made
        yield first
        yield from own
        yield from rest


def _joined(
    whole: WholeTrack, found: Sequence[tuple[PartKind, Sequence[Block]]]
) -> Iterator[Block]:
    """The parts one after the other, on a new page but for those that may share one. A few words
    alone stand on the floor, with everybody."""
    last: Sequence[Block] = ()
    after = [part.shares for part, _blocks in found[1:]]
    for at, (part, blocks) in enumerate(found):
        if last and part.shares and _can_be_shared(last):
            yield from blocks
            last = (*last, *blocks)
            continue
        few = _are_few_words(blocks) and not any(after[at : at + 1])
        if few:
            yield PageBreak("floor", _guests(whole))
        elif last and not isinstance(blocks[0], PageBreak):
            yield PageBreak(soft=_may_follow(last, blocks))
        yield from blocks
        last = blocks


def _may_follow(last: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Whether a part may begin below another one: neither is made up as whole pages."""
    first = blocks[0]
    whole_pages = isinstance(first, Heading) and (first.tile is not None or first.quiet)
    of_tiles = isinstance(last[0], Heading) and last[0].tile is not None
    on_a_floor = any(isinstance(one, PageBreak) and one.ground == "floor" for one in last)
    return not (whole_pages or of_tiles or on_a_floor)


def _can_be_shared(blocks: Sequence[Block]) -> bool:
    """Whether another part may follow: pages that are made up as a whole stay as they are."""
    first = blocks[0]
    return (
        isinstance(first, Heading) and first.tile is None
        and not any(isinstance(one, PageBreak | Rule) for one in blocks)
    )  # fmt: skip


def _are_few_words(blocks: Sequence[Block]) -> bool:
    texts = [one.text for one in blocks[1:] if isinstance(one, Paragraph)]
    return len(texts) == len(blocks) - 1 and sum(map(len, texts)) <= _FEW_LETTERS


def _guests(whole: WholeTrack) -> tuple[int, ...]:
    return tuple(one.tile for one in whole.organisations[:_ON_A_ROW])


def _cover(whole: WholeTrack) -> Cover:
    tiles = [one.tile for one in whole.organisations]
    dates = [one.room.meeting.date for one in whole.held if one.room.meeting.date]
    first = tuple(tiles[:_ON_A_ROW])
    visits = _visitors(whole)
    below = [
        tuple(came[row] if row < len(came) else 0 for came in visits[:_ON_A_ROW])
        for row in range(_ROWS - 1)
    ]
    shown = any(any(row) for row in below)
    foot = _("Onder elke tegel ligt wie er op bezoek kwam.") if shown else ""
    if shown:
        foot += f" {sentence(wording.counted_visits(len(whole.visits)))}."
    subtitle = [f"{whole.track.theme.rstrip('.')}." if whole.track.theme else "",
                _("Verslag van een traject.")]  # fmt: skip
    return Cover(
        title=whole.track.name,
        subtitle="\n".join(filter(None, subtitle)),
        foot=foot,
        date=month_of_year(max(dates, default="")),
        floor=(first, *below) if first else (),
    )


def _visitors(whole: WholeTrack) -> list[list[int]]:
    """For each organisation the tiles of who visited it."""
    tiles = {one.id: one.tile for one in whole.organisations}
    return [
        list(dict.fromkeys(tiles[one.organisation] for one in whole.visits if one.host == own.id))
        for own in whole.organisations
    ]

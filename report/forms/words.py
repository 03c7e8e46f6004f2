"""The words of a document, in the order in which every form says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    Paragraph,
    Quotation,
    Remark,
    Table,
    TileList,
    Together,
)
from report.forms.prepared import joined, prepare


def words(document: Document) -> list[str]:
    """Each text of the document that is read, in order. Not in it: the head and foot of pages,
    numbers of lists, and what is said of figures to who can't see them (`alts`)."""
    made = prepare(document)
    above = (made.head, made.date) if made.kind == "sheet" else ()
    return [text for text in (*above, *_all(made.blocks)) if text]


def alts(document: Document) -> list[str]:
    """What is said of each figure to who can't see it, in order."""
    return [figure.alt for block in prepare(document).blocks for figure in _figures(block)]


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:  # noqa: PLR0912 - one case for each block
    match block:
        case Heading():
            yield from (block.kicker, block.text)
        case Paragraph():
            yield block.strong + joined(block) + block.text
        case Quotation() | Remark():
            yield from (block.text, block.who)
        case Bullets():
            yield from block.items
        case Dated():
            for day, what in block.entries:
                yield from (day, what)
        case TileList():
            for entry in block.entries:
                yield from (entry.name, entry.text)
        case Table():
            yield from (block.caption, *block.head)
            for row in block.rows:
                yield from row
        case Figure():
            yield block.caption
        case Together():
            yield from _all(block.blocks)
        case Beside():
            for part in block.parts:
                yield from _all(part)
        case Cover():
            yield from (block.kicker, block.title, block.subtitle, block.dedication)
            yield from (block.foot, block.date)


def _figures(block: Block) -> Iterator[Figure]:
    match block:
        case Figure():
            yield block
        case Together():
            for inner in block.blocks:
                yield from _figures(inner)
        case Beside():
            for part in block.parts:
                for inner in part:
                    yield from _figures(inner)

"""The words of a document, in the order in which every form says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

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
from report.forms.pictures import figures
from report.forms.prepared import joined, prepare


def words(document: Document) -> list[str]:
    """Each text of the document that is read, in order. Not in it: the head and foot of pages,
    numbers of lists, and what is said of figures to who can't see them (`alts`)."""
    made = prepare(document)
    above = (made.head, made.date) if made.kind == "sheet" else ()
    return [text for text in (*above, *_all(made.blocks)) if text]


def alts(document: Document) -> list[str]:
    """What is said of each figure to who can't see it, in order."""
    return [figure.alt for figure in figures(prepare(document).blocks)]


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)


@singledispatch
def _texts(block: Block) -> Iterator[str]:
    """The texts of one block; none of a rule, a page break or a drawing."""
    del block
    yield from ()


@_texts.register
def _heading(block: Heading) -> Iterator[str]:
    yield from (block.kicker, block.text)


@_texts.register
def _paragraph(block: Paragraph) -> Iterator[str]:
    yield block.strong + joined(block) + block.text


@_texts.register(Quotation)
@_texts.register(Remark)
def _said(block: Quotation | Remark) -> Iterator[str]:
    yield from (block.text, block.who)


@_texts.register
def _bullets(block: Bullets) -> Iterator[str]:
    yield from block.items


@_texts.register
def _dated(block: Dated) -> Iterator[str]:
    for day, what in block.entries:
        yield from (day, what)


@_texts.register
def _tile_list(block: TileList) -> Iterator[str]:
    for entry in block.entries:
        yield from (entry.name, entry.text)


@_texts.register
def _table(block: Table) -> Iterator[str]:
    yield from (block.caption, *block.head)
    for row in block.rows:
        yield from row


@_texts.register
def _figure(block: Figure) -> Iterator[str]:
    yield block.caption


@_texts.register
def _together(block: Together) -> Iterator[str]:
    yield from _all(block.blocks)


@_texts.register
def _beside(block: Beside) -> Iterator[str]:
    for part in block.parts:
        yield from _all(part)


@_texts.register
def _cover(block: Cover) -> Iterator[str]:
    yield from (block.kicker, block.title, block.subtitle, block.dedication)
    yield from (block.foot, block.date)

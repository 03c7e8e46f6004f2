"""A document made fit for showing, once for all three forms.

Texts hold only what can be drawn, drawings are cut to their crop, photos are as they are printed,
and what can't be read has become words. What says nothing is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import singledispatch
from html import escape, unescape
from typing import TypeAlias
from xml.etree import ElementTree

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    Listed,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Rule,
    Table,
    TileList,
    Together,
)
from report.forms import drawings, photos
from report.forms.characters import shown
from state.language import _

PRODUCT = "Over de vloer"
# Tiles of organisations above a page, at most.
HEAD_TILES = 16
_IN_ELEMENT = re.compile(">([^<]*[^\x00-\x7f][^<]*|[^<]*&#[^<]*)<")
_SQUARE = 1.0

_Blocks: TypeAlias = tuple[Block, ...]


def prepare(document: Document) -> Document:
    """The document with all that it holds made fit; see the module."""
    return replace(
        document,
        title=_line(document.title) or PRODUCT,
        head=_line(document.head),
        date=_line(document.date),
        blocks=_blocks(document.blocks),
    )


def proportion(figure: Figure) -> float:
    """Width by height of a prepared figure."""
    if figure.photo:
        return photos.proportion(figure.photo)
    return drawings.proportion(figure.svg) or _SQUARE


def joined(paragraph: Paragraph) -> str:
    """What stands between the bold beginning of a paragraph and its text: a space, or nothing."""
    if not paragraph.strong or not paragraph.text:
        return ""
    return "" if paragraph.text[0] in ",.;:!?)’\n " else " "


def _line(text: str) -> str:
    """On one line."""
    return " ".join(shown(text).split())


def _lines(text: str) -> str:
    """Lines without white space around them, at most one empty line between two."""
    lines = "\n".join(" ".join(line.split(" ")).strip() for line in shown(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def _blocks(blocks: _Blocks) -> _Blocks:
    made = (_fit(block) for block in blocks)
    return tuple(block for block in made if block is not None)


def _inside(blocks: _Blocks) -> _Blocks:
    """Blocks within another one, where no page can begin or end."""
    made: list[Block] = []
    for block in _blocks(blocks):
        match block:
            case Cover():
                lines = (block.subtitle, block.dedication, block.foot, block.date)
                made.append(Heading(block.title, 1, kicker=block.kicker))
                made += [Paragraph(line) for line in lines if line]
            case Rule():
                made.append(Rule())
            case PageBreak():
                continue
            case _:
                made.append(block)
    return tuple(made)


@singledispatch
def _fit(block: Block) -> Block | None:
    """The block made fit; None when nothing is left of it."""
    return block


@_fit.register
def _heading(block: Heading) -> Block | None:
    text = _line(block.text)
    return replace(block, text=text, kicker=_lines(block.kicker)) if text else None


@_fit.register
def _paragraph(block: Paragraph) -> Block | None:
    text, strong = _lines(block.text), _lines(block.strong)
    if strong and text and block.text.startswith("\n"):
        text = f"\n{text}"
    return replace(block, text=text, strong=strong) if text or strong else None


@_fit.register(Quotation)
@_fit.register(Remark)
def _said(block: Quotation | Remark) -> Block | None:
    text, who = _lines(block.text), _line(block.who)
    return replace(block, text=text, who=who) if text or who else None


@_fit.register
def _bullets(block: Bullets) -> Block | None:
    items = tuple(item for item in map(_lines, block.items) if item)
    return replace(block, items=items) if items else None


@_fit.register
def _dated(block: Dated) -> Block | None:
    days = tuple((_line(day), _lines(what)) for day, what in block.entries)
    return replace(block, entries=days) if days else None


@_fit.register
def _tile_list(block: TileList) -> Block | None:
    entries = tuple(
        Listed(entry.tile, _line(entry.name), _lines(entry.text)) for entry in block.entries
    )
    return replace(block, entries=entries) if entries else None


@_fit.register
def _table(block: Table) -> Block | None:
    """Each row as long as the head, whatever was given."""
    head = tuple(map(_line, block.head))
    if not head:
        return None
    empty = ("",) * len(head)
    rows = tuple((*map(_lines, row), *empty)[: len(head)] for row in block.rows)
    widths = block.widths if len(block.widths) == len(head) else ()
    return replace(block, head=head, rows=rows, caption=_line(block.caption), widths=widths)


@_fit.register
def _together(block: Together) -> Block | None:
    inner = _inside(block.blocks)
    return replace(block, blocks=inner) if inner else None


@_fit.register
def _beside(block: Beside) -> Block | None:
    count = len(block.parts)
    widths = block.widths if len(block.widths) == count else (1,) * count
    pairs = [(_inside(part), max(wide, 1)) for part, wide in zip(block.parts, widths, strict=True)]
    if not any(part for part, _wide in pairs):
        return None
    return Beside(tuple(part for part, _wide in pairs), tuple(wide for _part, wide in pairs))


@_fit.register
def _cover(block: Cover) -> Block | None:
    return replace(
        block,
        title=_line(block.title) or PRODUCT, subtitle=_lines(block.subtitle),
        foot=_line(block.foot), date=_line(block.date), kicker=_line(block.kicker),
        dedication=_line(block.dedication),
    )  # fmt: skip


@_fit.register
def _figure(block: Figure) -> Block | None:
    alt = _line(block.alt) or _line(block.caption) or _("Een beeld zonder beschrijving.")
    caption = _lines(block.caption)
    share = min(max(block.share, 0.05), 1.0)
    if block.photo:
        photo = photos.for_print(block.photo)
        if photo is None:
            return _instead(alt, caption)
        return replace(
            block, alt=alt, caption=caption, share=share, photo=photo.content, svg="", crop=None
        )
    svg = _readable(block.svg)
    if not svg:
        return _instead(alt, caption)
    if block.crop is not None and min(block.crop[2:]) > 0:
        svg = drawings.cropped(svg, block.crop)
    return replace(block, alt=alt, caption=caption, share=share, svg=svg, crop=None)


def _instead(alt: str, caption: str) -> Paragraph:
    """Words in the place of a picture that can't be read."""
    told = _("Hier hoort een beeld dat niet gelezen kon worden: {alt}").format(alt=alt)
    return Paragraph(f"{told}\n{caption}" if caption and caption != alt else told, style="small")


def _readable(svg: str) -> str:
    """The drawing, its texts with only what can be drawn; "" when it is no SVG."""
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError):
        return ""
    if root.tag.rpartition("}")[2] != "svg" or not drawings.proportion(svg):
        return ""
    return _IN_ELEMENT.sub(
        lambda found: f">{escape(shown(unescape(found.group(1))), quote=False)}<", svg
    )

"""One sheet as a picture for the report, as it hung on the wall: 1920 px wide and 1080 high, or
higher where its texts need that."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence

from exercises.contract import Picture
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import Block, fit, set_block, wrapped
from exercises.kit.drawing.svg import Style, text, tile_mark, token
from exercises.kit.sheet import deck, words
from exercises.kit.sheet.export import readable
from exercises.kit.sheet.form import SheetForm
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.values import Chosen
from exercises.kit.sheet.words import SheetContext

_LEFT, _WIDE_LEFT = 120, 720
_RIGHT, _WIDE_RIGHT, _WIDE_ALONE = 910, 890, 1680
_TOP, _BOTTOM, _HIGH = 300, 990, 1080
_NAME_SIZES = ((84, 1), (68, 1), (54, 2), (44, 2))
_LABEL_SIZES = ((36, 1), (30, 2), (26, 3))
_TEXT_SIZES = (44, 38, 34, 30, 26, 22)
_LABEL_HIGH, _BETWEEN, _LEADING = 48, 34, 1.2
_PICTURE_HIGH, _PERSON_HIGH, _TILE, _TILE_APART = 440, 58, 140, 150


def pictures(form: SheetForm, context: SheetContext) -> Iterator[Picture]:
    """Each sheet that may be read, with all of its fields."""
    for number, (holder, _sheet) in enumerate(readable(form, context), start=1):
        yield Picture.numbered(number, holder.name, svg(form, context, holder))


def svg(
    form: SheetForm, context: SheetContext, holder: Holder,
    people: Sequence[tuple[str, str]] = (),
) -> str:  # fmt: skip
    """A self-contained SVG of a sheet; `people`: name and function of those who stand on it below
    its picture, instead of in a field."""
    sheet = context.view.of(holder.id)
    chosen = words.picture_on(form, sheet)
    has_left = bool(people) or any(one.field.kind == "picture" for one in form.asked)
    written = [
        (words.label_of(one, context), said)
        for one in form.asked if one.field.kind not in ("picture", "own")
        and not (people and one.field.kind == "rows")
        if (said := words.text_signed(one, sheet, context))
    ]  # fmt: skip
    x, wide = (_RIGHT, _WIDE_RIGHT) if has_left else (_LEFT, _WIDE_ALONE)
    texts, bottom = _fields(written, x, wide)
    high = max(_HIGH, bottom + _HIGH - _BOTTOM)
    parts = [
        f'<rect width="1920" height="{high}" fill="{token("paper")}"/>',
        f'<rect x="60" y="50" width="1800" height="{high - 100}" rx="4" fill="{token("sheet")}"'
        f' stroke="{token("ink")}" stroke-width="4"/>',
        *(tile_mark(_LEFT + 70 + at * _TILE_APART, 170, _TILE, tile)
          for at, tile in enumerate(holder.tiles)),
        _name(holder),
        _picture(context, chosen) if has_left else "",
        _people(people, _TOP + _PICTURE_HIGH + 70),
        texts,
    ]  # fmt: skip
    return drawing.document("".join(parts), holder.name, high=high)


def _name(holder: Holder) -> str:
    left = 310 + max(0, len(holder.tiles) - 1) * _TILE_APART
    block = set_block(holder.name, 1810 - left, _NAME_SIZES, short=holder.short)
    high = block.size * 1.1
    top = 170 - high * (len(block.lines) - 1) / 2 + block.size * 0.34
    return "".join(
        text(left, top + high * at, line, Style(block.size)) for at, line in enumerate(block.lines)
    )


def _people(people: Sequence[tuple[str, str]], top: float) -> str:
    lines = []
    for at, (name, role) in enumerate(people):
        said = f"{name}, {role}" if role else name
        lines.append(
            text(_LEFT, top + at * _PERSON_HIGH, fit(said, 34, _WIDE_LEFT), Style(34, 700))
        )
    return "".join(lines)


def _fields(written: Sequence[tuple[str, str]], x: float, wide: float) -> tuple[str, int]:
    """The texts below each other, in the largest letters that show all of them at the usual height;
    and how far down they come."""
    labels = [set_block(label, wide, _LABEL_SIZES) for label, _words in written]
    heads = sum(_head_high(one) + _BETWEEN for one in labels)
    blocks = _blocks([words for _label, words in written], wide, _BOTTOM - _TOP - heads)
    parts, top = [], float(_TOP)
    for label, block in zip(labels, blocks, strict=True):
        for at, line in enumerate(label.lines):
            y = top + label.size - 2 + at * label.size * _LEADING
            parts.append(text(x, y, line, Style(label.size, 700, "accent")))
        top += _head_high(label)
        for line in block.lines:
            top += block.size * _LEADING
            parts.append(text(x, top, line, Style(block.size, 400)))
        top += _BETWEEN
    return "".join(parts), round(top)


def _head_high(label: Block) -> float:
    return _LABEL_HIGH + (len(label.lines) - 1) * label.size * _LEADING


def _blocks(texts: list[str], wide: float, room: float) -> list[Block]:
    """The texts in lines of one size: the largest that fits, else the smallest."""
    for size in _TEXT_SIZES:
        blocks = [_block(words, wide, size) for words in texts]
        if sum(len(one.lines) for one in blocks) * size * _LEADING <= room:
            break
    return blocks


def _block(words: str, wide: float, size: int) -> Block:
    """A text of several lines, each broken where it is too wide."""
    lines = [wrapped(line, size, wide) for line in words.split("\n")]
    return Block(tuple(one for line in lines for one in line), size)


def _picture(context: SheetContext, chosen: Chosen | None) -> str:
    frame = (
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_WIDE_LEFT}" height="{_PICTURE_HIGH}"'
        f' fill="none" stroke="{token("joint")}" stroke-width="3"/>'
    )
    if chosen is None:
        return frame
    if chosen.card in deck.cards():
        place = f'x="{_LEFT}" y="{_TOP}" width="{_WIDE_LEFT}" height="{_PICTURE_HIGH}"'
        return re.sub(r"^<svg", f"<svg {place}", deck.drawing(chosen.card))
    photo = context.photo(chosen.photo)
    if photo is None:
        return frame
    data = base64.b64encode(photo).decode()
    return (
        f'<image x="{_LEFT}" y="{_TOP}" width="{_WIDE_LEFT}" height="{_PICTURE_HIGH}"'
        f' preserveAspectRatio="xMidYMid meet" href="data:image/jpeg;base64,{data}"/>'
    )

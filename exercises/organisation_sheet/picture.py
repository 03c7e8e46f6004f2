"""One sheet as a picture for the report: 1920 x 1080 px, as it hung on the wall."""

from __future__ import annotations

import base64
import re

from exercises.contract import Party
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import Block, fit, set_block
from exercises.kit.drawing.svg import Style, text, tile_mark, token
from exercises.kit.sheet import deck
from exercises.kit.sheet.values import Chosen
from exercises.kit.sheet.views import picture_on
from exercises.organisation_sheet.model import form
from exercises.organisation_sheet.views import SheetContext, people_of

_LEFT, _WIDE_LEFT = 120, 720
_RIGHT, _WIDE_RIGHT = 910, 890
_TOP, _BOTTOM = 300, 990
_NAME_SIZES = ((84, 1), (68, 1), (54, 2), (44, 2))
_TEXT_SIZES = (44, 38, 34, 30, 26, 22)
_LABEL_SIZE, _LABEL_HIGH, _BETWEEN, _LEADING = 36, 48, 34, 1.2
_NO_END = 999
_PICTURE_HIGH = 440
_PERSON_HIGH = 58


def svg(context: SheetContext, party: Party) -> str:
    """A self-contained SVG of the sheet of an organisation."""
    sheet = context.view.of(party.id)
    parts = [
        f'<rect width="1920" height="1080" fill="{token("paper")}"/>',
        f'<rect x="60" y="50" width="1800" height="980" rx="4" fill="{token("sheet")}"'
        f' stroke="{token("ink")}" stroke-width="4"/>',
        tile_mark(_LEFT + 70, 170, 140, party.tile),
        _name(party),
        _picture(context, picture_on(form(context.config), sheet)),
        _people(people_of(context, party), _TOP + _PICTURE_HIGH + 70),
        _fields(context, party),
    ]
    return drawing.document("".join(parts), party.name)


def _name(party: Party) -> str:
    block = set_block(party.name, 1500, _NAME_SIZES, short=party.short)
    high = block.size * 1.1
    top = 170 - high * (len(block.lines) - 1) / 2 + block.size * 0.34
    return "".join(
        text(310, top + high * at, line, Style(block.size)) for at, line in enumerate(block.lines)
    )


def _people(people: list[tuple[str, str]], top: float) -> str:
    lines = []
    for at, (name, role) in enumerate(people):
        said = f"{name}, {role}" if role else name
        lines.append(
            text(_LEFT, top + at * _PERSON_HIGH, fit(said, 34, _WIDE_LEFT), Style(34, 700))
        )
    return "".join(lines)


def _fields(context: SheetContext, party: Party) -> str:
    """The texts that are there, below each other, in the largest letters that show all of them."""
    sheet = context.view.of(party.id)
    written = [
        (one.label, words) for one in context.config.shown if (words := sheet.texts.get(one.key))
    ]
    parts, top = [], float(_TOP)
    for (label, _words), block in zip(
        written, _blocks([words for _, words in written]), strict=True
    ):
        parts.append(text(_RIGHT, top + _LABEL_SIZE - 2, label, Style(_LABEL_SIZE, 700, "accent")))
        top += _LABEL_HIGH
        for line in block.lines:
            top += block.size * _LEADING
            parts.append(text(_RIGHT, top, line, Style(block.size, 400)))
        top += _BETWEEN
    return "".join(parts)


def _blocks(texts: list[str]) -> list[Block]:
    """The texts in lines of one size; in the smallest size each has its share of the height."""
    room = _BOTTOM - _TOP - len(texts) * (_LABEL_HIGH + _BETWEEN)
    for size in _TEXT_SIZES:
        blocks = [set_block(words, _WIDE_RIGHT, ((size, _NO_END),), 400) for words in texts]
        if sum(len(one.lines) for one in blocks) * size * _LEADING <= room:
            return blocks
    size = _TEXT_SIZES[-1]
    most = max(1, int(room / len(texts) / (size * _LEADING)))
    return [set_block(words, _WIDE_RIGHT, ((size, most),), 400) for words in texts]


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

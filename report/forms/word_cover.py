"""Where the floor of a cover stands in Word: as wide as the paper, and as low as its text lets it,
with room to spare for another line of title."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from exercises.document import Cover
from exercises.kit.drawing.lettering import Weight
from report.forms import drawings
from report.forms.setting import MM_PER_POINT, wide
from report.forms.word_sections import COVER_BOTTOM, COVER_TOP, SIDE, WIDE

# Of a page: what is between its margins, and what is left free for another line of the title.
_HIGH, _SPARE = 297.0 - COVER_TOP - COVER_BOTTOM, 8.0
_TITLE, _SUBTITLE, _FOOT = 40.0, 18.0, 10.5
# Above and below a paragraph of each, in points, and the height of a line by the size of letters.
_AROUND = {_TITLE: 38, _SUBTITLE: 14, _FOOT: 6}
_LINE = {_TITLE: 1.08, _SUBTITLE: 1.35, _FOOT: 1.45}
_NARROWEST = 110.0
_PAPER_WIDE = WIDE + 2 * SIDE
_FEWER_ROWS = 2


@dataclass(frozen=True)
class CoverFloor:
    """The floor: its drawing, its width and the room above it, in mm."""

    svg: str
    wide: float
    above: float


def floor_of(cover: Cover) -> CoverFloor:
    """The floor of a cover. That of one organisation shows a row less where there is no room, since
    its tiles only repeat; that of more becomes narrower."""
    free = _HIGH - _SPARE - _text_high(cover)
    art = drawings.cover(cover.floor)
    if art.pair and _high(art) > free:
        art = drawings.cover(cover.floor, _FEWER_ROWS)
    if _high(art) <= free:
        return CoverFloor(art.svg, _PAPER_WIDE, free - _high(art))
    wide = max(_NARROWEST, min(WIDE, _PAPER_WIDE * free / _high(art)))
    return CoverFloor(art.svg, wide, 2.0)


def _high(art: drawings.CoverArt) -> float:
    """As wide as the paper, in mm."""
    return _PAPER_WIDE * art.high / drawings.PAGE


def _text_high(cover: Cover) -> float:
    said = (
        (cover.kicker, _SUBTITLE), (cover.title, _TITLE), (cover.subtitle, _SUBTITLE),
        (cover.dedication, _SUBTITLE), (cover.foot, _FOOT), (cover.date, _FOOT),
    )  # fmt: skip
    return sum(_high_of(text, size) for text, size in said if text)


def _high_of(text: str, size: float) -> float:
    weight: Weight = 700 if size == _TITLE else 400
    lines = sum(max(1, ceil(wide(line, size, weight) * 1.1 / WIDE)) for line in text.split("\n"))
    return (lines * size * _LINE[size] + _AROUND[size]) * MM_PER_POINT

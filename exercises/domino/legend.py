"""The legend below the stones: words that found no place beside their joint or thread. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import ceil
from typing import TypeVar

from exercises.domino.drawn import Entry, Knot, Layout, Strand, Window
from exercises.domino.slips import Box
from exercises.kit.drawing.lettering import fit, width

NUMBER_SIDE = 40.0
_TEXT, _ROW, _GAP, _PAD = 28, 50.0, 28.0, 12.0
_SHARE = 0.3

Tie = TypeVar("Tie", Knot, Strand)


def _ties(drawn: Layout) -> list[Knot | Strand]:
    return [*drawn.knots, *drawn.strands]


def unplaced(drawn: Layout) -> list[str]:
    """Words of joints and threads that found no place, each once."""
    texts = (one.text for one in _ties(drawn) if one.text and not one.slip and not one.number)
    return list(dict.fromkeys(texts))


def _columns(texts: list[str], window: Window) -> int:
    wide = max(width(text, _TEXT, 400) for text in texts) + NUMBER_SIDE + 10 + _GAP
    return max(1, int((window.width - 2 * _PAD) / wide))


def legend_height(texts: list[str], window: Window) -> float:
    """How much of the window these words take, px; never more than a part of it."""
    if not texts:
        return 0.0
    rows = ceil(len(texts) / _columns(texts, window))
    most = max(1, int(window.height * _SHARE / _ROW))
    return min(rows, most) * _ROW + 2 * _PAD


def with_legend(drawn: Layout, window: Window, strip: float) -> Layout:
    """With numbers for what has no place, as far as the legend has room, and the legend."""
    texts = unplaced(drawn)
    if not texts:
        return drawn
    across = _columns(texts, window)
    rows = int((strip - 2 * _PAD) / _ROW)
    most = min(len(texts), rows * across)
    down = ceil(most / across)
    column = (window.width - 2 * _PAD) / across
    top = window.top + window.height - strip + _PAD
    room = column - NUMBER_SIDE - 10 - _GAP
    before = max((one.number for one in _ties(drawn)), default=0)
    entries = tuple(
        Entry(
            before + at + 1,
            window.left + _PAD + at // down * column + NUMBER_SIDE / 2,
            top + (at % down + 0.5) * _ROW,
            fit(text, _TEXT, room, 400),
        )
        for at, text in enumerate(texts[:most])
    )  # fmt: skip
    numbers = {text: before + at + 1 for at, text in enumerate(texts[:most])}
    knots = tuple(_with_number(one, numbers) for one in drawn.knots)
    strands = tuple(_with_number(one, numbers) for one in drawn.strands)
    paper = Box(window.left, top - _PAD, window.width, strip).rounded()
    return replace(drawn, knots=knots, strands=strands, legend=entries, paper=paper)


def _with_number(one: Tie, numbers: Mapping[str, int]) -> Tie:
    if one.slip or one.number:
        return one
    return replace(one, number=numbers.get(one.text, 0))

"""The chosen cards beside each other, each with the tile of who chose it, for half a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from exercises.contract import Party
from exercises.kit.drawing import svg as drawing
from exercises.kit.sheet import deck

_WIDE, _HIGH, _BETWEEN, _TILE = 300, 210, 18, 64
_FEW, _ACROSS, _MANY, _MANY_ACROSS = 4, 2, 9, 3


def gallery(chosen: Sequence[tuple[Party, str]], title: str) -> str:
    """A self-contained SVG of organisations with the ids of their cards; at least one."""
    across = _across(len(chosen))
    parts = []
    for at, (party, card) in enumerate(chosen):
        down, along = divmod(at, across)
        x, y = along * (_WIDE + _BETWEEN), down * (_HIGH + _BETWEEN)
        place = f'x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}"'
        parts.append(re.sub(r"^<svg", f"<svg {place}", _own_ids(deck.drawing(card), at)))
        parts.append(drawing.tile_mark(x + _TILE / 2, y + _TILE / 2, _TILE, party.tile))
    rows = ceil(len(chosen) / across)
    box = (
        0, 0, across * (_WIDE + _BETWEEN) - _BETWEEN, rows * (_HIGH + _BETWEEN) - _BETWEEN,
    )  # fmt: skip
    return drawing.part("".join(parts), title, box)


def _across(count: int) -> int:
    """How many cards stand in a row."""
    if count <= _FEW:
        return min(count, _ACROSS)
    return _MANY_ACROSS if count <= _MANY else _MANY_ACROSS + 1


def _own_ids(svg: str, at: int) -> str:
    """A card whose ids differ from those of the same card elsewhere in the picture."""
    return re.sub(r'(id="|url\(#|href="#)([\w-]+)', rf"\1k{at}-\2", svg)

"""Where gifts lie on the table of the screen: rows from the back, in px of 1920 x 1080."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 24
# The table: from its back edge to its front edge, where the cloth hangs down.
BACK, FRONT = 452, 924
# How large gifts lie with so many rows, and on which height each row stands.
_ROWS = {
    1: (1.5, (790,)),
    2: (0.91, (550, 870)),
    3: (0.5, (486, 689, 892)),
    4: (0.275, (464, 610, 756, 902)),
}
_PER_ROW = {1: 3, 2: 4, 3: 5, 4: 6}
_LEFT, _RIGHT = 72, 1848
_WIDEST_GIFT = 400
_AIR = 12
# Where few gifts lie, a long name gets the room.
_WIDEST_CARD = {1: 860, 2: 520}
# A card holds two lines: who gets it, and who gives it. On a full table both are small.
CARD_HIGH, SMALL_CARD_HIGH = 92, 74
_ROOMY_ROWS = 2


@dataclass(frozen=True)
class TablePlace:
    """A gift stands on (x, y), drawn `scale` times; its card is at most `card` px wide, and
    `high` px high."""

    x: float
    y: float
    scale: float
    card: float
    high: int


def places(count: int) -> tuple[TablePlace, ...]:
    """Places for the first `count` gifts, at most MOST, from left to right and from the back."""
    count = min(count, MOST)
    rows = next((n for n in _ROWS if count <= n * _PER_ROW[n]), max(_ROWS))
    scale, heights = _ROWS[rows]
    share = -(-count // rows) if count else 0
    found: list[TablePlace] = []
    for y in heights:
        in_row = min(share, count - len(found))
        if not in_row:
            break
        # The back of the table is narrower.
        inset = 100 * (FRONT - y) / (FRONT - BACK)
        room = (_RIGHT - _LEFT - 2 * inset) / in_row
        fits = min(scale, (room - _AIR) / _WIDEST_GIFT)
        found += [
            TablePlace(round(_LEFT + inset + room * (at + 0.5), 1), y, round(fits, 3),
                  round(min(room - _AIR, _WIDEST_CARD.get(rows, room)), 1),
                  CARD_HIGH if rows <= _ROOMY_ROWS else SMALL_CARD_HIGH)
            for at in range(in_row)
        ]  # fmt: skip
    return tuple(found)

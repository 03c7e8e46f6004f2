"""Finds free rectangles between what lies on the screen. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from exercises.domino.table.shapes import TableRect

_STEP = 20


def best_free(
    window: TableRect, taken: Iterable[TableRect], worth: Callable[[TableRect], float]
) -> TableRect | None:
    """Of all free rectangles that cannot be larger, the one that is worth most; None when none is
    worth more than 0. Edges are found to 20 px.
    """
    found = max(_free(window, list(taken)), key=worth, default=None)
    return found if found is not None and worth(found) > 0 else None


def _free(window: TableRect, taken: list[TableRect]) -> Iterator[TableRect]:
    """Row by row: how far free squares reach up in each column, and the rectangles that makes."""
    across, down = int(window.width) // _STEP, int(window.height) // _STEP
    heights = [0] * (across + 1)
    for row in range(down):
        line = TableRect(window.x, window.y + row * _STEP, across * _STEP, _STEP)
        shut = [rect for rect in taken if rect.meets(line)]
        for column in range(across):
            x = window.x + column * _STEP
            blocked = any(rect.x < x + _STEP and x < rect.right for rect in shut)
            heights[column] = 0 if blocked else heights[column] + 1
        open_at: list[tuple[int, int]] = []
        for column, height in enumerate(heights):
            start = column
            while open_at and open_at[-1][1] > height:
                start, high = open_at.pop()
                x, y = window.x + start * _STEP, line.bottom - high * _STEP
                yield TableRect(x, y, (column - start) * _STEP, high * _STEP)
            if height and (not open_at or open_at[-1][1] < height):
                open_at.append((start, height))

"""Measures the table of Top en flop domino: `python -m tests.bench.trail` prints one JSON object.

`laid_ms`: all stones laid one by one from an empty table, each looking for its own place.
`read_ms`: the same stones laid out from what is stored, as for each draw. `screen_ms`: their
places in px with all lines of text. Each is the middle and the worst of several tables.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable

from exercises.domino.layout import Window, arrange
from exercises.domino.model import DominoView, Lay, Stone
from exercises.domino.spots import HALVES
from exercises.domino.trail import Laid, Table, lay_out
from tests.bench.figures import Json, percentiles

TABLES = 20
_WINDOW = Window(40, 140, 1420, 924)


def trail(stones: int, seed: int) -> list[Laid]:
    """A table on which people lie mostly against one of the last stones."""
    chance = random.Random(seed)
    table, laid = Table(), [Laid("s0", 0)]
    laid[0] = Laid("s0", 0, table.loose("s0"))
    _put(table, laid[0])
    while len(laid) < stones:
        name = f"s{len(laid)}"
        # Phones offer only halves that have room.
        free = [(old.id, half) for old in laid for half in HALVES if table.has_room(old.id, half)]
        target, half = chance.choice(free[-10:])
        one = Laid(name, len(laid), table.against(name, target, half), target, half)
        laid.append(one)
        _put(table, one)
    return laid


def _put(table: Table, one: Laid) -> None:
    if one.spot is not None:
        table.put(one.id, one.spot)
        if one.against is not None:
            table.join(one.id, one.against, one.half)


def _view(laid: list[Laid]) -> DominoView:
    words = ("Opa vertelt een verhaal", "Niemand durfde te beginnen")
    return DominoView(
        {
            one.id: Stone(
                *words, True,
                Lay(True, one.number, one.spot, one.against, one.half, "taal als drempel"),
            )
            for one in laid
        },
        table=lay_out(laid),
    )  # fmt: skip


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measure(stones: int) -> Json:
    """Figures of one size of table, in ms; `squares`: the longest side of the worst table."""
    laid_ms, read_ms, screen_ms, sides = [], [], [], []
    for seed in range(TABLES):
        laid_ms.append(_ms(lambda seed=seed: trail(stones, seed)))  # type: ignore[misc]
        laid = trail(stones, seed)
        read_ms.append(_ms(lambda laid=laid: lay_out(laid)))  # type: ignore[misc]
        view = _view(laid)
        screen_ms.append(_ms(lambda view=view: arrange(view, _WINDOW)))  # type: ignore[misc]
        left, top, right, bottom = view.table.bounds()
        sides.append(max(right - left, bottom - top) + 1)
    return {
        "laid_ms": percentiles(laid_ms), "read_ms": percentiles(read_ms),
        "screen_ms": percentiles(screen_ms), "squares": max(sides),
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stones", type=int, nargs="*", default=[4, 16, 40, 100])
    asked = parser.parse_args()
    print(json.dumps({str(count): measure(count) for count in asked.stones}, indent=1))


if __name__ == "__main__":
    main()

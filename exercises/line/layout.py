"""Where everybody stands on the line, on the screen and in the picture of the report. Pure and
deterministic.

Up to 40 people are figures with their names above their heads, or beside them where that holds
more; above 40 they are tiles, above 150 dots.
"""

from collections.abc import Mapping, Sequence

from exercises.line.layout_figures import figures
from exercises.line.layout_places import (
    FOOTPRINTS,
    LineLayout,
    LineSpot,
    LineStanding,
    Mode,
    Trace,
)
from exercises.line.layout_stacks import stacks
from exercises.line.layout_traces import traces, tracks_needed

__all__ = [
    "FOOTPRINTS",
    "LineLayout",
    "LineSpot",
    "LineStanding",
    "Mode",
    "Trace",
    "arrange",
    "traces",
]

MOST_FIGURES = 40
MOST_TILES = 150


def arrange(
    standings: Sequence[LineStanding], before: Mapping[str, float] | None = None,
    *, whole: bool = False,
) -> LineLayout:  # fmt: skip
    """Place people of whom each has an own id; the order they come in does not matter.

    `before`: the old `at` by id, when traces will be drawn: rows in front then leave room for them.
    Pass the same `before` to `traces`, with the spots of the result. `whole`: names are not
    replaced by shorter ones as long as all people find a place.
    """
    people = sorted(standings, key=lambda one: (one.at, one.id))
    if len(people) <= MOST_FIGURES:
        return figures(people, tracks_needed(people, before or {}), whole=whole)
    return stacks(people, "tiles" if len(people) <= MOST_TILES else "dots")

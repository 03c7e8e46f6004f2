"""Where pawns came from: the way walked after the talk, and that from meeting to meeting.

Pure numbers in px of the stage, so that deck.gl, the drawing of a screen without it and the picture
of the report all draw the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from exercises.contract import Json
from exercises.kit.drawing import deck
from exercises.kit.drawing.svg import tile_colours, token
from exercises.neighbourhood_map.stage import MAP

VILLAGE = "exercises/neighbourhood_map/village.svg"
Point = tuple[float, float]
NODE, DOT, PACE = 21, 5.5, 24
_INNER, _OUTER = 9, 15


@dataclass(frozen=True)
class Trail:
    """The way of a pawn, oldest place first, the place where it stands last.

    `numbers`: of the meeting at each earlier place, for a journey; empty for the way walked after
    the talk. `faint`: drawn behind, while another pawn is shown large.
    """

    id: str
    tile: int
    points: tuple[Point, ...]
    numbers: tuple[int, ...] = ()
    faint: bool = False


def footsteps(trail: Trail) -> list[Point]:
    """Dots from the first place to the last, clear of both."""
    dots: list[Point] = []
    for start, end in zip(trail.points, trail.points[1:], strict=False):
        far = hypot(end[0] - start[0], end[1] - start[1])
        at = NODE + PACE * 0.7
        while at < far - PACE * 0.5:
            part = at / far
            dots.append(
                (round(start[0] + (end[0] - start[0]) * part, 1),
                 round(start[1] + (end[1] - start[1]) * part, 1))
            )  # fmt: skip
            at += PACE
    return dots


def to_json(trails: Sequence[Trail]) -> list[Json]:
    """Trails as the script of the screen draws them, when deck.gl can't."""
    return [
        {
            "id": trail.id, "tile": trail.tile, "points": trail.points, "numbers": trail.numbers,
            "dots": [] if trail.numbers else footsteps(trail), "faint": trail.faint,
        }
        for trail in trails
    ]  # fmt: skip


def ground(trails: Sequence[Trail]) -> Json:
    """The village with all trails on it, for deck.gl."""
    ink, sheet = token("ink"), token("sheet")
    journeys = [trail for trail in trails if trail.numbers]
    walks = [trail for trail in trails if not trail.numbers]
    dots = [dot for trail in walks for dot in footsteps(trail)]
    layers = [
        deck.picture("village", VILLAGE, MAP.left, MAP.top, MAP.right, MAP.bottom),
        deck.lines("journeys-edge", [(one.points, ink, _OUTER) for one in journeys]),
        deck.lines("journeys", [(one.points, _fill(one), _INNER) for one in journeys]),
        deck.circles("steps-edge", [(x, y, DOT + 2.5, sheet) for x, y in dots]),
        deck.circles("steps", [(x, y, DOT, ink) for x, y in dots]),
        deck.circles("places-edge", [(*at, NODE + 3.5, ink) for at, _one in _old_places(trails)]),
        deck.circles("places", [(*at, NODE, _fill(one)) for at, one in _old_places(trails)]),
    ]
    return deck.stage(layers)


def _old_places(trails: Sequence[Trail]) -> list[tuple[Point, Trail]]:
    return [(point, trail) for trail in trails for point in trail.points[:-1]]


def _fill(trail: Trail) -> str:
    return tile_colours(trail.tile).fill

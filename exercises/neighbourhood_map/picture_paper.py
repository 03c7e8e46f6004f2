"""The map as pictures in a document: the village and its pawns, without the words of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Party
from exercises.kit.drawing import svg as drawing
from exercises.neighbourhood_map import picture_pieces as pieces
from exercises.neighbourhood_map.layout import PawnLayout, arrange
from exercises.neighbourhood_map.layout_geometry import MAP
from exercises.neighbourhood_map.layout_trails import PastPawn, Trail
from exercises.neighbourhood_map.layout_ways import (
    MapContext,
    earlier_views,
    journeys,
    past_pawns,
    walks,
)
from exercises.neighbourhood_map.picture import village
from exercises.neighbourhood_map.views import standings

_BOX = (MAP.left, MAP.top, MAP.width, MAP.height)
# On half a page a pawn of this size is 6 mm wide; more of them are as large as they have room.
_LARGE = 1.15
# What lies under the torn edge of the drawing: on paper that is the paper itself.
GROUND = '<rect width="1600" height="1000" fill="#FBF6EC" stroke="none"/>'


def evening(context: MapContext, placed: Sequence[Party], title: str) -> str:
    """The pawns with their names, and where they stood before the talk."""
    layout = arrange(standings(context.view, placed), whole=True)
    ways = pieces.below(walks(context.view, placed), ())
    return _cut(ways + pieces.pawns(layout), title)


def small(context: MapContext, placed: Sequence[Party], title: str) -> str:
    """The pawns without names, and where they stood before the talk."""
    layout = _unnamed(context, placed)
    ways = pieces.below(walks(context.view, placed), ())
    return _cut(ways + pieces.bare(layout, _LARGE * (layout.scale or 0.5)), title)


def year(context: MapContext, placed: Sequence[Party], title: str) -> str | None:
    """The pawns and their ways from meeting to meeting; None when none of them moved since."""
    layout = arrange(standings(context.view, placed), whole=True)
    then, ways = _journeys(context, placed, layout)
    if not ways:
        return None
    return _cut(pieces.below(ways, then) + pieces.pawns(layout), title)


def _journeys(
    context: MapContext, placed: Sequence[Party], layout: PawnLayout
) -> tuple[list[PastPawn], list[Trail]]:
    before = earlier_views(context)
    then = past_pawns(context.view, before, placed, layout, every=True)
    return then, journeys(before, placed, layout, then)


def _unnamed(context: MapContext, placed: Sequence[Party]) -> PawnLayout:
    return arrange([replace(one, name="", short="") for one in standings(context.view, placed)])


def _cut(content: str, title: str) -> str:
    return drawing.part(village().replace(GROUND, "", 1) + content, title, _BOX)

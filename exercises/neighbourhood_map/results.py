"""What Kaart van de buurt gives to other exercises and documents: where each pawn stands."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.neighbourhood_map.config import MapConfig
from exercises.neighbourhood_map.model import SECOND_ROUND, STEP, MapView
from exercises.results import MapPosition, Origin


def results(config: MapConfig, view: MapView) -> Iterator[MapPosition]:
    """The place of each pawn, once the room saw the map, with its sentence where that was told."""
    if view.unseen:
        return
    for party, pawn in sorted(view.standing.items()):
        spot = pawn.now
        if spot is not None:
            why = pawn.told(SECOND_ROUND)[0] if party in view.told else ""
            yield MapPosition(organisation=party, x=spot.x, y=spot.y, why=why, origin=Origin(STEP))

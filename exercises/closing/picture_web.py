"""The web of visits, from results: doors, guests and ways, as the announcement drew them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exercises.closing.picture import POSES, PicturePiece
from exercises.contract import Party
from exercises.kit.web import drawing
from exercises.kit.web.drawing import DrawnHouse, DrawnVisit
from exercises.kit.web.layout import House, Trip, web
from exercises.results import Visit


def web_pieces(visits: Sequence[Visit], parties: Mapping[str, Party]) -> tuple[PicturePiece, ...]:
    """The web of some visits between organisations that are known; nobody in it is named."""
    trips = tuple(
        (f"v{at}", one) for at, one in enumerate(visits)
        if one.organisation in parties and one.host in parties
    )  # fmt: skip
    among = {key for _id, one in trips for key in (one.organisation, one.host)}
    houses = tuple(
        House(key, tuple(trip for trip, one in trips if one.host == key))
        for key in parties if key in among
    )  # fmt: skip
    found = web(houses, tuple(Trip(trip, one.organisation, one.host) for trip, one in trips))
    drawn = {trip: _drawn(parties[one.organisation], one.guests) for trip, one in trips}
    ways = drawing.ways(found, {key: one.tile for key, one in drawn.items()})
    pieces: list[PicturePiece] = [PicturePiece("way", ways[key], at) for at, key in enumerate(ways)]
    for cell in found.cells:
        party = parties[cell.house.id]
        one = drawing.house(cell, DrawnHouse(party.name, party.short, party.tile),
                            len(cell.house.receives))  # fmt: skip
        pieces.append(PicturePiece("still", one.shut + one.open))
    for cell in found.cells:
        for at in range(len(cell.shown)):
            pieces.append(PicturePiece("stands", "".join(drawing.visit(cell, at, drawn)), at))
    return tuple(pieces)


def _drawn(party: Party, count: int) -> DrawnVisit:
    poses = tuple(POSES[at % len(POSES)] for at in range(count))
    return DrawnVisit(party.tile, poses, party.short or party.name, party.short or party.name)

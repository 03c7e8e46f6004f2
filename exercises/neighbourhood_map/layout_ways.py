"""Where the pawns of a meeting came from: earlier in it, and in earlier meetings of the track."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from exercises.contract import Context, Earlier, Party
from exercises.kit.village.drawing import MOVED_MINIMUM
from exercises.neighbourhood_map.config import MapConfig
from exercises.neighbourhood_map.layout import PAST_SHAPE, PawnLayout, boxes_of, in_free_room
from exercises.neighbourhood_map.layout_geometry import on_screen
from exercises.neighbourhood_map.layout_trails import PastPawn, Point, Trail
from exercises.neighbourhood_map.model import MapView, Pawn, PawnSpot

MapContext = Context[MapConfig, MapView]
_NOTHING = PawnLayout("pawns", 1, 30, ())


@dataclass(frozen=True)
class _Stood:
    """A place where a pawn stood in earlier meetings, by their numbers."""

    spot: PawnSpot
    meetings: tuple[int, ...]


def walks(view: MapView, parties: Sequence[Party]) -> list[Trail]:
    """The way of each pawn that was moved after the talk."""
    return [
        Trail(party.id, party.tile, (on_screen(old.x, old.y), on_screen(now.x, now.y)))
        for party in parties
        if (pawn := view.pawns.get(party.id)) and (old := pawn.before) and (now := pawn.now)
    ]


def past_pawns(
    now: MapView, before: Sequence[MapView], parties: Sequence[Party],
    layout: PawnLayout = _NOTHING, *, every: bool,
) -> list[PastPawn]:  # fmt: skip
    """The pawns of earlier meetings, each as near to its place as the pawns of now leave room: of
    each organisation the last one, or, with `every`, one for each place where it stood, numbered
    where there is more than one earlier meeting. Where the pawn stands now there is none."""
    taken = list(boxes_of(layout))
    found = []
    for party in parties:
        here, stood = _foot(now, party.id), _stood(before, party.id)
        for one in stood if every else stood[-1:]:
            if here is None or not _same(one.spot, here):
                x, y = in_free_room(*on_screen(one.spot.x, one.spot.y), taken)
                taken += PAST_SHAPE.at(x, y)
                numbered = every and len(before) > 1
                found.append(PastPawn(party.id, party.tile, x, y, one.meetings, numbered))
    return found


def journeys(
    before: Sequence[MapView], parties: Sequence[Party], layout: PawnLayout,
    then: Sequence[PastPawn],
) -> list[Trail]:  # fmt: skip
    """The way of each pawn from meeting to meeting, along `then`, all its pawns of earlier
    meetings, to where it stands in `layout`."""
    feet = {one.id: (one.x, one.y) for one in layout.figures}
    found = []
    for party in parties:
        own = {number: (one.x, one.y) for one in then if one.id == party.id
               for number in one.meetings}  # fmt: skip
        points = _points(before, party.id, own, feet.get(party.id))
        if len(points) > 1:
            found.append(Trail(party.id, party.tile, tuple(points), bent=True))
    return found


def earlier_views(context: MapContext) -> list[MapView]:
    """What came of the map in earlier meetings, oldest first."""
    return [one.view for one in context.earlier]


def last_time(
    context: MapContext, party: str
) -> tuple[PawnSpot, Earlier[MapConfig, MapView]] | None:
    """Where a pawn stood in the last meeting in which it did, and that meeting."""
    for earlier in reversed(context.earlier):
        spot = _foot(earlier.view, party)
        if spot is not None:
            return spot, earlier
    return None


def _points(
    before: Sequence[MapView], party: str, then: Mapping[int, Point], now: Point | None
) -> list[Point]:
    """Where a pawn stood from meeting to meeting, without those at which it stayed."""
    found: list[Point] = []
    for number, view in enumerate(before, start=1):
        # A pawn that stood where it stands now has no other pawn there.
        point = then.get(number, now) if _foot(view, party) else None
        if point is not None and found[-1:] != [point]:
            found.append(point)
    return found if now is None or found[-1:] == [now] else [*found, now]


def _stood(before: Sequence[MapView], party: str) -> list[_Stood]:
    """The places where a pawn stood, in the order in which it left them."""
    found: list[_Stood] = []
    for number, view in enumerate(before, start=1):
        spot = _foot(view, party)
        if spot is None:
            continue
        known = next((one for one in found if _same(one.spot, spot)), None)
        if known is None:
            found.append(_Stood(spot, (number,)))
        else:
            found.remove(known)
            found.append(_Stood(known.spot, (*known.meetings, number)))
    return found


def _foot(view: MapView, party: str) -> PawnSpot | None:
    """Where a pawn stands, or stood at the end of an earlier meeting."""
    return view.pawns.get(party, Pawn()).now


def _same(one: PawnSpot, other: PawnSpot) -> bool:
    """Whether nobody sees that these are two places."""
    return hypot(one.x - other.x, one.y - other.y) < MOVED_MINIMUM

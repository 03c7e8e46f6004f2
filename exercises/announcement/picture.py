"""The picture of the web of visits: for the screen in pieces, for the export and paper as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exercises.announcement.model import AnnouncementContext, known
from exercises.announcement.views_people import (
    guests,
    name_of,
    pose,
    short_of,
    tile_of,
    told,
)
from exercises.contract import Picture, TrackVisit
from exercises.kit.drawing.svg import Style, document, text, token
from exercises.kit.web import drawing
from exercises.kit.web.drawing import DrawnHouse, DrawnVisit, HouseDrawing
from exercises.kit.web.layout import House, Trip, Web, web
from state.language import _

_TITLE = _("Wie komt er bij wie over de vloer?")


@dataclass(frozen=True)
class VisitDrawing:
    """A visit in the web: its guests with their label, and its soles."""

    id: str
    guests: str
    soles: str


@dataclass(frozen=True)
class WebDrawing:
    """The web in pieces; `left_out`: how many organisations have no room in it."""

    houses: tuple[HouseDrawing, ...]
    visits: tuple[VisitDrawing, ...]
    left_out: int = 0


def pictures(context: AnnouncementContext) -> Iterator[Picture]:
    """The web of what was announced."""
    found = known(context)
    if found:
        yield Picture(_("web"), whole(context, found))


def whole(context: AnnouncementContext, visits: Sequence[TrackVisit]) -> str:
    """The web as one picture."""
    made = pieces(context, visits)
    content = "".join(
        (
            f'<path d="M0 0h1920v1080H0z" fill="{token("paper")}"/>'
            f'<path d="M0 194h1920v886H0z" fill="{token("floor")}"/>'
            f'<path d="M0 184h1920v28H0z" fill="{token("sheet")}"/>'
            f'<path d="M0 184h1920M0 212h1920" stroke="{token("edge")}" stroke-width="3"/>',
            text(72, 142, _TITLE, Style(80, spacing=-0.012)),
            *(one.soles for one in made.visits),
            *(f"{one.shut}{one.open}" for one in made.houses),
            *(one.guests for one in made.visits),
        )
    )
    return document(content, _TITLE)


def pieces(context: AnnouncementContext, visits: Sequence[TrackVisit]) -> WebDrawing:
    """The web of some visits, in pieces."""
    found = laid(context, visits)
    # Without ways only the name of the home tells where guests come from.
    drawn = {one.id: _drawn(context, one, named=bool(found.ways)) for one in visits}
    houses = {
        cell.house.id: drawing.house(
            cell, DrawnHouse(name_of(context, cell.house.id), short_of(context, cell.house.id),
                             tile_of(context, cell.house.id)), len(cell.house.receives),
        )
        for cell in found.cells
    }  # fmt: skip
    ways = drawing.ways(found, {key: one.tile for key, one in drawn.items()})
    guests_of = {
        key: "".join(drawing.visit(cell, at, drawn))
        for cell in found.cells for at, key in enumerate(cell.shown)
    }  # fmt: skip
    return WebDrawing(
        tuple(houses.values()),
        tuple(
            VisitDrawing(one.id, guests_of.get(one.id, ""), ways.get(one.id, ""))
            for one in visits
        ),
        found.left_out,
    )  # fmt: skip


def laid(context: AnnouncementContext, visits: Sequence[TrackVisit]) -> Web:
    """Where everything stands: the organisations in the order of the track, strangers last."""
    among = {one for visit in visits for one in (visit.visitor, visit.host)}
    order = [one for one in context.party_by_id if one in among]
    order += sorted(among.difference(order))
    receives = {one: tuple(v.id for v in visits if v.host == one) for one in order}
    return web(
        tuple(House(one, receives[one]) for one in order),
        tuple(Trip(one.id, one.visitor, one.host) for one in visits),
    )


def _drawn(context: AnnouncementContext, visit: TrackVisit, *, named: bool) -> DrawnVisit:
    people = guests(context, visit)
    short = short_of(context, visit.visitor) or name_of(context, visit.visitor)
    return DrawnVisit(
        tile_of(context, visit.visitor),
        tuple(pose(one, at) for at, one in enumerate(people)),
        (named and told(people)) or short, short,
    )  # fmt: skip

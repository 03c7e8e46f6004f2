"""The drawn village with the pawns of all meetings as a pydeck drawing that zooms and pans.

It is drawn in the px of the stage, by the same pieces as the screen's map: only the frame around
it is deck.gl's. Nothing comes from outside: the village is a file of ours, a pawn is an SVG image
within the data.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

import pydeck

from exercises.contract import Json, Party
from exercises.kit.drawing.lettering import width
from exercises.kit.drawing.svg import tile_number, token
from exercises.neighbourhood_map import picture_pieces as pieces
from exercises.neighbourhood_map.explore_visits import Visited, arrows
from exercises.neighbourhood_map.layout import (
    PAST_SHAPE,
    DrawnPawn,
    PawnLayout,
    arrange,
    boxes_of,
)
from exercises.neighbourhood_map.layout_geometry import MAP, Rect
from exercises.neighbourhood_map.layout_trails import PastPawn, Point, dots
from exercises.neighbourhood_map.layout_ways import journeys, past_pawns
from exercises.neighbourhood_map.model import MapView
from exercises.neighbourhood_map.views import standings

VILLAGE = "exercises/kit/village/village.svg"
PAWNS, PAST = "pawns", "past"
# Images know no fonts of the page, and machines have others: each text is set as wide as ours is.
_LETTERS = "Arial,Helvetica,'Liberation Sans',sans-serif"
_TEXT = re.compile(r'(<text [^>]*font-size="([\d.]+)"[^>]*)>([^<]+)</text>')
# Room for edges, shadows and numbers around a pawn.
_MARGIN = 40
# Half the side of a dot with its edge.
_BEAD_HALF = 12
# An image is this much finer than the stage, so that it bears zooming in.
_FINE = 2
# How large a pawn gets at most, px of the page for one of the stage.
_LARGEST = 0.9
_LEAST_ZOOM, _MOST_ZOOM = -2, 3
# The ink of the arrow of a visit, as red, green and blue; and how wide it is, px of the stage.
_VISIT, _VISIT_WIDE = bytes.fromhex(token("ink")[1:]), 6
_NAME_EDGE = f'stroke="{token("ink")}" stroke-width="2.5"'
_CHOSEN_EDGE = f'stroke="{token("accent")}" stroke-width="6"'


@dataclass(frozen=True)
class Shown:
    """What is drawn: the map as it ended the last meeting, the maps before it, and whether the
    pawns of those and the ways are shown. `said`: by organisation, what is told of a pawn when it
    is pointed at; `chosen`: the organisation whose pawn stands out; `visits`: those that are drawn,
    from pawn to pawn."""

    now: MapView
    before: Sequence[MapView]
    parties: Sequence[Party]
    said: dict[str, str]
    past: bool = True
    chosen: str = ""
    visits: Sequence[Visited] = ()

    def told(self, party: str) -> Json:
        """What goes with each pawn of an organisation."""
        name = next(one.name for one in self.parties if one.id == party)
        return {"id": party, "name": name, "said": self.said.get(party, "")}


def deck(shown: Shown, village: str, zoom: float, target: tuple[float, float]) -> Any:
    """The drawing; `village` is the address of its file."""
    layers = [
        pydeck.Layer("BitmapLayer", id="village", image=pydeck.types.String(village),
                     bounds=[MAP.left, MAP.bottom, MAP.right, MAP.top]),
        *_layers(shown),
    ]  # fmt: skip
    made = pydeck.Deck(
        layers=layers,
        views=[pydeck.View("OrthographicView", controller=True)],
        initial_view_state=pydeck.ViewState(
            # Once somebody zoomed by hand deck.gl goes by the zoom of each axis.
            target=[*target, 0],
            zoom=zoom,
            zoom_x=zoom,
            zoom_y=zoom,
            min_zoom=_LEAST_ZOOM,
            max_zoom=_MOST_ZOOM,
        ),
        map_provider=None,
        map_style=None,
        tooltip={"html": "<b>{name}</b>\n{said}", "className": "odv-map-said"},
    )
    # pydeck leaves the name of a map here; there is none to style.
    made.map_style = None
    return made


def _layers(shown: Shown) -> list[Any]:
    standing = [one for one in shown.parties if one.id in shown.now.standing]
    layout = arrange(standings(shown.now, standing))
    then = past_pawns(shown.now, shown.before, shown.parties, layout, every=True)
    trails = journeys(shown.before, shown.parties, layout, then)
    if not shown.past:
        then, trails = [], []
    pawns = sorted(layout.figures, key=lambda one: one.y)
    return [
        _visits(arrows(shown.visits, {one.id: (one.x, one.y) for one in layout.figures})),
        _beads([(trail.tile, at) for trail in trails for at in dots(trail)]),
        _icons(PAST, [_past(one, shown) for one in sorted(then, key=lambda one: one.y)]),
        _icons("legs", [_leg(one) for one in pawns if one.leg], grows=True),
        _icons(PAWNS, [_pawn(one, layout, shown) for one in pawns]),
    ]


def _visits(lines: Sequence[Sequence[Point]]) -> Any:
    """The visits as arrows of ink."""
    return pydeck.Layer(
        "PathLayer", [{"line": [list(at) for at in line]} for line in lines], id="visits",
        get_path="line", get_color=list(_VISIT), get_width=_VISIT_WIDE,
        width_units=_word("common"), cap_rounded=True, joint_rounded=True, pickable=False,
    )  # fmt: skip


def _icons(name: str, data: list[Json], *, grows: bool = False) -> Any:
    """Images that stand on points. Unless they `grow` with the village, they stay small enough to
    see it around them when it comes close."""
    highest = max((one["high"] for one in data), default=0)
    return pydeck.Layer(
        "IconLayer", data, id=name, get_position="at", get_icon="icon", get_size="high",
        size_units=_word("common"), pickable=name in (PAWNS, PAST),
        size_max_pixels=4096 if grows else round(highest * _LARGEST),
    )  # fmt: skip


def _pawn(one: DrawnPawn, layout: PawnLayout, shown: Shown) -> Json:
    boxes = boxes_of(PawnLayout(layout.mode, layout.scale, layout.letters, (one,)))
    drawn = pieces.on_map(one, layout)
    if one.id == shown.chosen:
        drawn = drawn.replace(_NAME_EDGE, _CHOSEN_EDGE, 1)
    icon = _icon(one.x, one.y, [box.moved(-one.x, -one.y) for box in boxes], drawn)
    return {**icon, **shown.told(one.id)}


def _past(one: PastPawn, shown: Shown) -> Json:
    drawn = pieces.past(PastPawn(one.id, one.tile, 0, 0, one.meetings, one.numbered))
    return {**_icon(one.x, one.y, PAST_SHAPE.boxes, drawn), **shown.told(one.id)}


def _leg(one: DrawnPawn) -> Json:
    x, y = one.true_x - one.x, one.true_y - one.y
    here = replace(one, x=0, y=0, true_x=x, true_y=y)
    box = Rect(min(0, x), min(0, y), max(0, x), max(0, y))
    return _icon(one.x, one.y, [box], pieces.leg(here))


def _beads(found: Sequence[tuple[int, Point]]) -> Any:
    """The dots of all ways. There are thousands of them, so they share one image with the dot of
    each tile."""
    side = 2 * _BEAD_HALF
    tiles = sorted({tile_number(tile) for tile, _at in found})
    drawn = "".join(
        f'<g transform="translate({side * at + _BEAD_HALF} {_BEAD_HALF})">{pieces.bead(tile)}</g>'
        for at, tile in enumerate(tiles)
    )
    place = {"y": 0, "width": side * _FINE, "height": side * _FINE, "mask": False}
    return pydeck.Layer(
        "IconLayer", [{"at": [x, y], "tile": str(tile_number(tile))} for tile, (x, y) in found],
        id="ways", get_position="at", get_icon="tile", get_size=side, pickable=False,
        size_units=_word("common"), size_max_pixels=round(side * _LARGEST),
        icon_atlas=_word(_image(Rect(0, 0, side * max(1, len(tiles)), side), drawn)),
        icon_mapping={
            str(tile): {**place, "x": side * at * _FINE, "anchorX": side, "anchorY": side}
            for at, tile in enumerate(tiles)
        },
    )  # fmt: skip


def _icon(x: float, y: float, boxes: Sequence[Rect], drawn: str) -> Json:
    """A drawing around (0, 0) as an image that stands on a point."""
    box = Rect(
        min(box.left for box in boxes) - _MARGIN, min(box.top for box in boxes) - _MARGIN,
        max(box.right for box in boxes) + _MARGIN, max(box.bottom for box in boxes) + _MARGIN,
    )  # fmt: skip
    return {
        "at": [x, y], "high": round(box.height, 1),
        "icon": {
            "url": _image(box, drawn),
            "width": round(box.width * _FINE), "height": round(box.height * _FINE),
            "anchorX": round(-box.left * _FINE), "anchorY": round(-box.top * _FINE),
        },
    }  # fmt: skip


def _image(box: Rect, drawn: str) -> str:
    """A drawing as the address of an image."""
    fitted = _TEXT.sub(_as_wide_as_ours, drawn)
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{box.width * _FINE:.0f}"'
        f' height="{box.height * _FINE:.0f}"'
        f' viewBox="{box.left:.1f} {box.top:.1f} {box.width:.1f} {box.height:.1f}"'
        f' font-family="{_LETTERS}">{fitted}</svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(text.encode()).decode()}"


def _as_wide_as_ours(found: re.Match[str]) -> str:
    start, size, words = found.groups()
    wide = width(unescape(words), float(size))
    return f'{start} textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs">{words}</text>'


def _word(text: str) -> Any:
    """A word for deck.gl; pydeck takes a bare one for the name of a column."""
    return pydeck.types.String(text)

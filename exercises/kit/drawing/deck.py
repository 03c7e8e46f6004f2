"""Drawings for deck.gl behind the screen's own script: a flat view in px of the 1920 x 1080 stage.

The view neither moves nor listens: what lies on one point of the stage here, lies there in the
script above it too. Texts that begin with `ASSET` are addresses of our own files, from the root of
the product; the page puts its base before them.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from exercises.contract import Json

ASSET = "asset:"
WIDE, HIGH = 1920, 1080


def load() -> None:
    """Load pydeck before anybody waits for it: while a hall answers that takes half a second."""
    importlib.import_module("pydeck")


def stage(layers: Sequence[Json]) -> Json:
    """A deck of these layers."""
    return {**_frame(), "layers": list(layers)}


def picture(name: str, file: str, left: float, top: float, right: float, bottom: float) -> Json:
    """A drawing of ours (path from the root of the product) in a rectangle of the stage."""
    return {**_picture(name, file), "bounds": [left, bottom, right, top]}


def lines(name: str, found: Sequence[tuple[Sequence[Any], str, float]]) -> Json:
    """Lines with round ends: the points of each, its colour #RRGGBB and its width in px."""
    data = [
        {"path": [list(point) for point in points], "color": rgb(colour), "width": wide}
        for points, colour, wide in found
    ]
    return {**_lines(name), "data": data}


def circles(name: str, found: Sequence[tuple[float, float, float, str]]) -> Json:
    """Filled circles: middle, radius in px and colour #RRGGBB of each."""
    data = [{"at": [x, y], "radius": radius, "color": rgb(fill)} for x, y, radius, fill in found]
    return {**_circles(name), "data": data}


# What pydeck says of a deck and its layers is the same for each draw: it is asked once, and only
# the data change. Its own JSON takes longer than all else of a draw.
# It is not loaded by who only imports an exercise: the tests, the report.


@cache
def _frame() -> Json:
    import pydeck

    deck = pydeck.Deck(
        layers=[],
        views=[pydeck.View("OrthographicView", controller=False)],
        initial_view_state=pydeck.ViewState(target=[WIDE / 2, HIGH / 2, 0], zoom=0),
        map_provider=None,
        map_style=None,
        tooltip=False,
    )
    made: Json = json.loads(deck.to_json())
    # pydeck leaves a name here that only its own pages know; there is no map to style.
    made.pop("mapStyle", None)
    return made


@cache
def _picture(name: str, file: str) -> Json:
    import pydeck

    image = pydeck.types.String(f"{ASSET}{file}")
    return _as_json(pydeck.Layer("BitmapLayer", id=name, image=image))


@cache
def _lines(name: str) -> Json:
    import pydeck

    return _as_json(
        pydeck.Layer(
            "PathLayer", [], id=name, get_path="path", get_color="color", get_width="width",
            width_units=pydeck.types.String("pixels"), joint_rounded=True, cap_rounded=True,
        )
    )  # fmt: skip


@cache
def _circles(name: str) -> Json:
    import pydeck

    return _as_json(
        pydeck.Layer(
            "ScatterplotLayer", [], id=name, get_position="at", get_radius="radius",
            get_fill_color="color", radius_units=pydeck.types.String("pixels"), antialiasing=True,
        )
    )  # fmt: skip


def _as_json(layer: Any) -> Json:
    made: Json = json.loads(layer.to_json())
    return made


def rgb(colour: str) -> list[int]:
    """#RRGGBB as three numbers 0..255."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def with_addresses(deck: Any, base: str) -> Any:
    """A deck with the base of our assets in each address."""
    if isinstance(deck, dict):
        return {key: with_addresses(value, base) for key, value in deck.items()}
    if isinstance(deck, list):
        return [with_addresses(value, base) for value in deck]
    if isinstance(deck, str) and deck.startswith(ASSET):
        return base + deck.removeprefix(ASSET)
    return deck

"""What deck.gl is given: a still, flat view, and addresses of our own only."""

import json

from exercises.kit.drawing import deck


def test_the_view_is_flat_still_and_in_px_of_the_stage() -> None:
    made = deck.stage([])
    (view,) = made["views"]
    assert view == {"@@type": "OrthographicView", "controller": False}
    assert made["initialViewState"]["target"] == [960, 540, 0]
    assert made["initialViewState"]["zoom"] == 0
    assert "mapProvider" not in made or made["mapProvider"] is None
    assert "mapStyle" not in made


def test_layers_hold_what_was_asked() -> None:
    made = deck.stage(
        [
            deck.picture("ground", "exercises/x/y.svg", 10, 20, 110, 70),
            deck.lines("ways", [([(1, 2), (3, 4)], "#FF8000", 9)]),
            deck.circles("dots", [(5, 6, 7, "#000102")]),
        ]
    )
    ground, ways, dots = made["layers"]
    assert ground["bounds"] == [10, 70, 110, 20]
    assert ways["data"] == [{"path": [[1, 2], [3, 4]], "color": [255, 128, 0], "width": 9}]
    assert dots["data"] == [{"at": [5, 6], "radius": 7, "color": [0, 1, 2]}]
    assert [one["id"] for one in made["layers"]] == ["ground", "ways", "dots"]


def test_addresses_get_their_base_and_nothing_else_changes() -> None:
    made = deck.stage([deck.picture("ground", "exercises/x/y.svg", 0, 0, 1, 1)])
    placed = deck.with_addresses(made, "/assets/1234/")
    assert placed["layers"][0]["image"] == "/assets/1234/exercises/x/y.svg"
    assert json.dumps(placed).replace("/assets/1234/", "asset:") == json.dumps(made)

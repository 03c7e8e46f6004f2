"""The drawn web of visits."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing.lettering import width
from exercises.kit.drawing.svg import FOOTPRINT
from report.documents.visit_web import Arrow, crossings, order, web

TILES = st.lists(st.integers(1, 12), min_size=2, max_size=8, unique=True)


@st.composite
def visited(draw: st.DrawFn) -> tuple[list[int], list[Arrow]]:
    tiles = draw(TILES)
    pairs = draw(st.lists(st.permutations(tiles).map(lambda one: one[:2]), max_size=10))
    return tiles, [Arrow(at, *pair) for at, pair in enumerate(pairs, start=1)]


@given(visited())
def test_each_visit_is_walked_from_its_number(made: tuple[list[int], list[Arrow]]) -> None:
    tiles, arrows = made
    svg = web([(one, f"Huis {one}") for one in tiles], arrows)
    root = ElementTree.fromstring(svg)
    words = [one.text for one in root.iter() if one.tag.endswith("text")]
    assert [one for one in words if one and one.isdigit()] == [str(a.number) for a in arrows]
    assert svg.count(FOOTPRINT) >= 3 * len(arrows)
    assert {f"Huis {one}" for one in tiles} <= set(words)


@given(visited())
def test_no_other_order_was_asked_for_more_crossings(
    made: tuple[list[int], list[Arrow]],
) -> None:
    tiles, arrows = made
    ring = order(tiles, arrows)
    assert sorted(ring) == sorted(tiles) and ring[0] == tiles[0]
    assert crossings(ring, arrows) <= crossings(tiles, arrows)


def test_a_name_at_the_side_begins_at_its_tile_and_stays_in_the_drawing() -> None:
    names = {
        number: f"Buurtgericht ouderpunt en huis De Vensterbank {number}" for number in range(1, 7)
    }
    root = ElementTree.fromstring(web(list(names.items()), [Arrow(1, 1, 2)]))
    texts = [
        one for one in root.iter() if one.tag.endswith("text") and not (one.text or "").isdigit()
    ]
    assert "…" not in "".join(one.text or "" for one in texts)
    for one in texts:
        wide = width(one.text or "", float(one.attrib["font-size"]))
        before = {"start": 0.0, "middle": wide / 2, "end": wide}[one.attrib["text-anchor"]]
        left = float(one.attrib["x"]) - before
        assert left >= 0 and left + wide <= 1660
        assert 26 <= float(one.attrib["y"]) <= 1120

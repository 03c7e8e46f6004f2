"""Drawings as texts: they come back the same, and whatever else is sent is refused."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing import finger_drawing as drawing
from exercises.kit.drawing.finger_drawing import Stamp, Stroke, TooLarge, Unreadable, decode, encode

colours = st.sampled_from(sorted(drawing.COLOURS))
points = st.tuples(st.integers(0, drawing.WIDTH), st.integers(0, drawing.HEIGHT))
strokes = st.builds(
    Stroke, colours, st.sampled_from(sorted(drawing.WIDTHS)),
    st.lists(points, min_size=1, max_size=30).map(tuple),
)  # fmt: skip
stamps = st.builds(
    Stamp, colours, st.sampled_from(sorted(drawing.SIZES)),
    st.integers(0, len(drawing.stamps()) - 1),
    st.integers(0, drawing.WIDTH), st.integers(0, drawing.HEIGHT),
)  # fmt: skip
drawings = st.lists(strokes | stamps, max_size=12).map(tuple)


@given(drawings)
def test_a_drawing_comes_back_the_same(items: tuple[drawing.Item, ...]) -> None:
    assert decode(encode(items)) == items


@given(drawings)
def test_a_drawing_is_proper_svg_with_each_item(items: tuple[drawing.Item, ...]) -> None:
    drawn = ElementTree.fromstring(f"<g>{drawing.svg(items)}</g>")
    assert len(list(drawn)) == len(items)


@given(st.recursive(st.none() | st.integers() | st.text(max_size=12), st.lists, max_leaves=6))
def test_anything_else_is_refused_as_such(sent: Any) -> None:
    try:
        items = decode(sent)
    except (Unreadable, TooLarge):
        return
    assert decode(encode(items)) == items


@given(strokes, st.data())
def test_a_changed_letter_never_breaks_the_reader(stroke: Stroke, data: st.DataObject) -> None:
    (text,) = encode([stroke])
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + data.draw(st.characters()) + text[at + 1 :]
    with suppress(Unreadable):
        drawing.svg(decode([changed]))


def test_a_dot_is_a_dot() -> None:
    (dot,) = decode(encode([Stroke("i", "2", ((40, 50),))]))
    assert isinstance(dot, Stroke)
    assert drawing.path(dot.points) == "M40 50h.01"


@pytest.mark.parametrize(
    "texts",
    [["pi1"], ["pi1A"], ["px1AA"], ["pi9AA"], ["si3AAAA"], ["si9AAA"], ["q"], [""], ["pi1gggggA"],
     ["pi1BA"], [1], "pi1AA", None, {"pi1AA": 1}],
)  # fmt: skip
def test_what_is_no_drawing_is_unreadable(texts: Any) -> None:
    with pytest.raises(Unreadable):
        decode(texts)


def test_two_thousand_points_take_less_than_twenty_thousand_bytes() -> None:
    scribble = random.Random(7)
    made = [
        Stroke("i", "1", tuple((scribble.randint(0, 1000), scribble.randint(0, 600))
                               for _point in range(100)))
        for _stroke in range(20)
    ]  # fmt: skip
    assert sum(map(len, encode(made))) < 20_000
    assert decode(encode(made)) == tuple(made)


def test_more_than_is_kept_is_too_large_and_not_unreadable() -> None:
    near = tuple((500 + at % 2, 300) for at in range(drawing.POINTS_LIMIT + 1))
    for texts in (
        encode([Stroke("i", "1", near)]), encode([Stroke("i", "1", ((1, 1),))]) * 401,
        ["pi1" + "A" * drawing.SIZE_LIMIT],
    ):  # fmt: skip
        with pytest.raises(TooLarge):
            decode(texts)


def test_stamps_have_lines_and_their_order_is_stored() -> None:
    assert list(drawing.stamps())[:6] == ["huis", "deur", "boom", "hart", "kop", "hand"]
    assert all(path.startswith("M") for path in drawing.stamps().values())

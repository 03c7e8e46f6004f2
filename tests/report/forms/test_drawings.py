"""The drawings of covers and heads, for any number of organisations."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exercises
from exercises.document import Heading
from exercises.kit.drawing.svg import figure
from report.forms import drawings

ROWS = st.lists(st.lists(st.integers(0, 30), max_size=20).map(tuple), max_size=5).map(tuple)


@given(ROWS)
def test_any_floor_can_be_drawn(rows: tuple[tuple[int, ...], ...]) -> None:
    art = drawings.cover(rows)
    ElementTree.fromstring(art.svg)
    assert drawings.proportion(art.svg) == pytest.approx(drawings.PAGE / art.high, rel=0.01)
    # Beside the title there is room for the floor and who stands on it.
    assert 1000 <= art.high <= 2000


def test_two_people_stand_on_each_organisation_of_the_first_row() -> None:
    def people(rows: tuple[tuple[int, ...], ...]) -> int:
        return len(re.findall(r'fill="#C9BA9A"', drawings.cover(rows).svg))

    assert people(((1, 2, 3, 4, 5, 6), (2, 2, 2, 2, 2, 2))) == 12
    assert people(((1, 0, 3),)) == 4
    assert people(((3, 0, 3, 0),)) == 2
    assert people(()) == 0


def test_a_floor_of_one_organisation_has_two_large_people() -> None:
    assert drawings.cover(((3, 0, 3),)).pair
    assert not drawings.cover(((3, 4),)).pair


@pytest.mark.parametrize("exercise", exercises.EXERCISES, ids=lambda item: item.kind)
def test_every_exercise_has_a_sign(exercise: object) -> None:
    kind = getattr(exercise, "kind", "")
    ElementTree.fromstring(drawings.sign_of(Heading("x", kind=kind)))


def test_an_unknown_exercise_has_none() -> None:
    assert drawings.sign_of(Heading("x", kind="unknown")) == ""


def test_a_mirrored_figure_keeps_its_sign() -> None:
    plain, turned = (figure(50, 90, 40, 2, "zij", mirrored=mirrored) for mirrored in (False, True))
    assert "scale(-" in turned
    sign = '<g transform="translate(33 84) scale(.54)"'
    assert plain.split(sign)[1].removesuffix("</g></g>") == turned.split(sign)[1].removesuffix(
        "</g></g>"
    )

"""The words of a place: what people see on the drawing, and right in a sentence."""

from __future__ import annotations

import re

import pytest

from exercises.neighbourhood_map.content import AT, CLOSE, HIGH, PLACES, WIDE, in_words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ((600, 350), "op het gras bij de kerk"),
        ((735, 345), "in de kerk"),
        ((770, 416), "op het kerkhof"),
        ((152, 640), "in de school"),
        ((640, 262), "bij de rijhuizen"),
        ((150, 866), "bij de rijhuizen achter de speelplaats"),
        ((1172, 668), "op de steiger"),
        ((880, 750), "in de tuin van het woonzorgcentrum"),
        ((1250, 390), "vlak bij de koeien"),
        ((1080, 600), "aan het water"),
    ],
)
def test_a_point_is_called_as_people_see_it(at: tuple[int, int], words: str) -> None:
    assert in_words(*at) == words


def test_everywhere_the_words_fit_in_a_sentence() -> None:
    right = re.compile(r"(vlak bij|in de buurt van) (de|het) \w")
    labels = {place.label for place in PLACES}
    for x in range(24, WIDE - 23, 16):
        for y in range(24, HIGH - 23, 16):
            words = in_words(x, y)
            assert words in labels or right.match(words), (x, y, words)


def test_nearness_goes_from_at_to_close_to_around() -> None:
    brug = next(place for place in PLACES if place.label == "op de brug")
    assert brug.far(brug.x, brug.y) == 0
    tuin = next(place for place in PLACES if place.label == "aan de rand van het dorp")
    assert in_words(tuin.x, tuin.y + AT - 1) == tuin.label
    assert in_words(tuin.x, tuin.y + AT + 1) == "vlak bij de rand van het dorp"
    assert CLOSE > AT


def test_every_name_is_used_once() -> None:
    labels = [place.label for place in PLACES]
    assert len(labels) == len(set(labels))

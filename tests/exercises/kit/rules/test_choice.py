"""One of several, chosen on a phone."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.kit.rules.choice import Choice
from tests.exercises.refusing import refusal

AREAS = Choice[int | None]({1: "Onthaal", 2: "Buurt"}, "area", None, "Geen van deze")
WAYS = Choice[str]({"yes": "Ja", "no": "Nee"}, "way", "", unknown="Dit antwoord is er niet.")


def test_what_can_be_chosen_is_taken_as_it_is() -> None:
    assert (AREAS.judged({"area": 2}), AREAS.judged({"area": None})) == (2, None)
    assert WAYS.judged({"way": "no"}) == "no"


@pytest.mark.parametrize("sent", ["", None, "maybe", 1, ["yes"], {"yes": 1}, True])
def test_what_cannot_be_chosen_is_refused_in_its_own_words(sent: Any) -> None:
    assert refusal(WAYS.judged, {"way": sent}) == "Dit antwoord is er niet."


@pytest.mark.parametrize("sent", [True, 1.0, "1", 3, ""])
def test_a_number_is_no_other_value_that_equals_it(sent: Any) -> None:
    assert "Kies een andere" in refusal(AREAS.judged, {"area": sent})


def test_an_option_that_went_counts_as_not_chosen() -> None:
    assert WAYS.stored({"way": "maybe"}) == WAYS.stored(None) == ""
    assert (WAYS.words("no"), WAYS.words("")) == ("Nee", "")


def test_a_phone_has_the_options_the_own_choice_and_the_way_back() -> None:
    found = AREAS.sent("s1.area", {"area": 2})
    assert (found["slot"], found["name"], found["chosen"]) == ("s1.area", "area", 2)
    assert [one["key"] for one in found["options"]] == [1, 2, None]
    assert [one["label"] for one in WAYS.sent("s1.way", None)["options"]] == ["Ja", "Nee"]

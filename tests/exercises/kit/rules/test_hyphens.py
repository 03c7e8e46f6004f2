"""Where words may go on to the next line."""

from __future__ import annotations

import pytest

from exercises.kit.rules.hyphens import forced, hyphenated, whole


def test_the_longest_first_part_comes_first() -> None:
    firsts = [first for first, _rest in hyphenated("buurtwerking")]
    assert firsts == sorted(firsts, key=len, reverse=True)
    assert firsts[0] == "buurtwer-"


@pytest.mark.parametrize("cuts", [whole, hyphenated, forced])
@pytest.mark.parametrize(
    "word", ["overeenkomst" * 900, "x" * 10_000, "ja-nee/" * 1500, "中" * 9000]
)
def test_a_word_without_end_is_cut_in_its_first_letters(cuts: object, word: str) -> None:
    assert callable(cuts)
    found = cuts(word)
    assert len(found) <= 400
    for first, rest in found:
        assert len(first) <= 201
        assert word in (first + rest, first.removesuffix("-") + rest)

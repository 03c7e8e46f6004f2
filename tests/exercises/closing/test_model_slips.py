"""Answers of a room put together, whatever people type."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exercises.closing.model_slips import Take, by_area, folded

TEXT = st.text(min_size=1, max_size=40)
TAKES = st.lists(
    st.builds(
        Take, st.sampled_from(["Ja.", "ja", "JA!", "nee", "👍", "<b>", "نعم"]) | TEXT,
        st.sampled_from([None, 1, 2, 3, 4, 9]), st.integers(0, 99),
    ),
    max_size=40,
)  # fmt: skip


@given(TAKES)
def test_nobody_is_lost_and_nobody_counted_twice(takes: list[Take]) -> None:
    found = by_area(takes)
    assert sum(one.count for one in found) == len(takes)
    areas = [one.area for one in found]
    assert len(set(areas)) == len(areas)
    for one in found:
        keys = [folded(slip.text) for slip in one.slips]
        assert len(set(keys)) == len(keys)
        assert [slip.times for slip in one.slips] == sorted(
            (slip.times for slip in one.slips), reverse=True
        )


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_the_same_words_are_one_slip_as_most_wrote_it() -> None:
    takes = [
        Take(text, 1) for text in ("De deur open!", "de deur  open", "De deur open!", "Koffie")
    ]
    (area,) = by_area(takes)
    assert [(one.text, one.times) for one in area.slips] == [("De deur open!", 3), ("Koffie", 1)]


def test_marks_alone_stay_apart_and_areas_stand_in_order() -> None:
    found = by_area([Take("!"), Take("?"), Take("x", 4), Take("y", 2)])
    assert [one.area for one in found] == [2, 4, None]
    assert len(found[-1].slips) == 2

"""Pages of answers: nothing falls off the screen, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exercises.closing.layout_slips import BOTTOM, LEFT, RIGHT, TOP, pages
from exercises.closing.model_slips import Take, by_area
from exercises.kit.drawing.lettering import width

TAKES = st.lists(
    st.builds(Take, st.text("abcdefg hijk", min_size=1, max_size=140).filter(str.strip),
              st.sampled_from([None, 1, 2, 3, 4])),
    max_size=30,
)  # fmt: skip


@given(TAKES)
def test_every_slip_lies_on_the_screen_and_its_words_in_it(takes: list[Take]) -> None:
    for page in pages(by_area(takes)):
        for column in page.columns:
            for one in column.slips:
                assert one.x >= LEFT and one.x + one.wide <= RIGHT + 1
                assert one.y >= TOP and one.y + one.high <= BOTTOM + 1
                assert len(one.lines) * one.size * 1.2 <= one.high
                assert all(width(line, one.size) <= one.wide for line in one.lines)
                assert one.size >= 28


@given(TAKES)
def test_the_pages_after_the_overview_hold_every_answer(takes: list[Take]) -> None:
    found = pages(by_area(takes))
    if len(found) > 1:
        told = sum(slip.times for page in found[1:] for one in page.columns for slip in one.slips)
        assert told == len(takes)
    elif found:
        assert all(not one.more for one in found[0].columns)
    else:
        assert not takes


def test_four_hundred_answers_are_pages_of_six() -> None:
    found = pages(by_area([Take(f"Actie {n}", n % 4 + 1) for n in range(400)]))
    assert found[0].whole and [one.count for one in found[0].columns] == [100] * 4
    assert max(len(page.columns[0].slips) for page in found[1:]) == 6
    assert len(found) == 1 + 4 * 17


def test_the_only_answer_stands_larger_than_one_of_several() -> None:
    def size(*texts: str) -> int:
        (column,) = pages(by_area([Take(text, 1) for text in texts]))[0].columns
        return column.slips[0].size

    alone = size("Wij zetten de deur open.")
    assert alone > size("Wij zetten de deur open.", "Iets anders") and alone >= 88

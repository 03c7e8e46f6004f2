"""Pages of answers: nothing falls off the screen, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exercises.closing.layout_slips import LEFT, LOWEST, RIGHT, TOP, pages
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
                assert one.y >= TOP and one.y + one.high <= LOWEST + 1
                assert len(one.lines) * one.size * 1.2 <= one.high
                assert all(width(line, one.size) <= one.wide for line in one.lines)
                assert one.size >= 28


@given(TAKES)
def test_the_pages_after_the_overview_hold_every_answer(takes: list[Take]) -> None:
    found = pages(by_area(takes))
    if len(found) > 1 and found[0].whole:
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


def test_a_few_answers_are_as_large_as_the_floor_allows() -> None:
    texts = [
        "We laten de deur open voor wie te vroeg komt.",
        "Bij naam groeten.",
        "Eerst luisteren.",
    ]
    (page,) = pages(by_area([Take(text) for text in texts]))
    (column,) = page.columns
    assert {one.size for one in column.slips} == {80} and not column.more


def test_many_answers_without_an_area_fill_pages_and_no_overview() -> None:
    found = pages(by_area([Take(f"Actie {n}") for n in range(40)]))
    assert not found[0].whole and len(found) == 7
    assert sum(len(page.columns[0].slips) for page in found) == 40


def test_areas_take_turns_page_by_page() -> None:
    many = [Take(f"Actie {n}", 1) for n in range(20)]
    few = [Take(f"Zin {n}", 2) for n in range(7)]
    turns = [page.columns[0].area for page in pages(by_area([*many, *few]))[1:]]
    assert turns == [1, 2, 1, 2, 1, 1]

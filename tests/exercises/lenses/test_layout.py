"""Pages of a story and of the shelf: every word once, in letters that are read from the back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.drawing.lettering import clean, width
from exercises.lenses import layout
from exercises.lenses.accept import REMARK_LIMIT
from exercises.lenses.layout import BESIDE, BOTTOM, LEADING, RIGHT, TOP, WHOLE, ShelfCard, pages
from exercises.lenses.model import LensRemark

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "So")), max_size=900)
SENTENCE = "Wij aten eerst samen soep en pas daarna kwam het formulier op tafel. "


def said(key: str, text: str) -> LensRemark:
    return LensRemark(key, "v1", text, "critical")


def all_pages(of: list[list[LensRemark]]) -> list[tuple[tuple[ShelfCard, ...], ...]]:
    plan = layout.shelf(of)
    return [plan.page(at) for at in range(plan.pages)]


SAID = st.builds(
    said, st.uuids().map(str),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), min_size=1, max_size=140)
    .filter(lambda text: bool(clean(text))),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sampled_from(["", "p1"]))
def test_a_page_holds_its_lines_and_every_word_comes(text: str, photo: str) -> None:
    wide, high = BESIDE if photo else WHOLE
    found = pages(text, photo)
    for page in found:
        assert page.photo == photo and page.size >= 52
        assert len(page.lines) * page.size * LEADING <= high + 1
        assert all(width(line, page.size) <= wide for line in page.lines)
    shown = "".join(line for page in found for line in page.lines)
    kept = "".join(clean(text).split())
    assert shown.replace("-", "").replace(" ", "") == kept.replace("-", "")


def test_two_lines_are_one_large_page_and_four_thousand_characters_are_several() -> None:
    (short,) = pages("Eerst aan tafel.\nPas daarna het formulier.")
    assert short.lines == ("Eerst aan tafel.", "Pas daarna het formulier.") and short.size == 88
    long = pages((SENTENCE * 80)[:4000])
    assert 8 <= len(long) <= 14
    lengths = [len(page.lines) for page in long]
    assert max(lengths) - lengths[-1] <= len(long), "the last page is no single word"


def test_a_photo_without_words_is_a_page() -> None:
    assert [(page.lines, page.photo) for page in pages("", "p1")] == [((), "p1")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(SAID, max_size=9), min_size=1, max_size=6))
def test_each_remark_lies_below_its_lens_once_and_at_most_three(
    of: list[list[LensRemark]],
) -> None:
    found = all_pages(of)
    places = layout.columns(len(of))
    for page in found:
        for column, (x, wide) in zip(page, places, strict=True):
            assert len(column) <= 3
            for one in column:
                assert (one.x, one.wide) == (x, wide) and x + wide <= RIGHT
                assert one.y >= TOP and one.y + one.high <= BOTTOM and one.size >= 30
            for one, below in pairwise(column):
                assert one.y + one.high < below.y
    for at, below_it in enumerate(of):
        seen = list(dict.fromkeys(one.said.key for page in found for one in page[at]))
        assert seen == [one.key for one in below_it]


def test_three_short_remarks_fit_beside_four_lenses_in_the_largest_letters() -> None:
    three = [said(str(n), "De vrijwilligers kennen elke naam.") for n in range(3)]
    ((column, *_rest),) = all_pages([three, [], [], []])
    assert len(column) == 3 and column[0].size == 38


def test_the_longest_remark_fits() -> None:
    text = (SENTENCE * 3)[:REMARK_LIMIT]
    for count in range(1, 7):
        (page, *_more) = all_pages([[said("a", text)], *[[] for _lens in range(count - 1)]])
        (card,) = page[0]
        assert " ".join(card.lines).replace("-", "") == clean(text).replace("-", "")
    lines, size = layout.large(text)
    assert size >= 60 and clean(" ".join(lines)) == clean(text)

"""The wall: every quote hangs once, none over another, none off the wall."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from exercises.quotes.layout import BOTTOM, LEFT, RIGHT, TOP, WallSheet, WallText, wall

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1,
                max_size=240).filter(lambda text: bool(text.strip()))  # fmt: skip
WHO = st.sampled_from(["", "Nadia, Knikkerzak", "iemand van " + "Kinderdagverblijf " * 3])
QUOTES = st.lists(
    st.builds(WallText, st.uuids().map(str), WORDS, WHO, st.just(3)), max_size=30
)  # fmt: skip


def apart(one: WallSheet, other: WallSheet) -> bool:
    return (
        one.x + one.wide <= other.x or other.x + other.wide <= one.x
        or one.y + one.high <= other.y or other.y + other.high <= one.y
    )  # fmt: skip


@given(QUOTES)
def test_every_quote_hangs_once_and_apart(quotes: list[WallText]) -> None:
    pages = wall(quotes)
    hung = [one for page in pages for one in page]
    assert sorted(one.said.key for one in hung) == sorted(one.key for one in quotes)
    for page in pages:
        assert page and all(apart(*pair) for pair in combinations(page, 2))
        for one in page:
            assert one.x >= LEFT and one.x + one.wide <= RIGHT and one.y >= TOP
            assert one.size >= 32 and one.y + one.high <= BOTTOM


def test_one_quote_hangs_large_and_no_quote_makes_no_page() -> None:
    ((one,),) = wall([WallText("k", "Ik groet nu ook wie alleen even brengt.")])
    assert one.size == 88
    assert wall([]) == ()

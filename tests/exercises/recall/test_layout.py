"""Slips on the floor: each once, none over another, all to be read."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from exercises.recall.accept import WORDS_LIMIT
from exercises.recall.content import FEELINGS
from exercises.recall.layout import SMALL, LaidSlip, SlipText, light_edge, pages

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "So")), max_size=100)
SLIPS = st.lists(
    st.builds(
        SlipText, st.uuids().map(str), WORDS, st.sampled_from(["", *FEELINGS.values()]),
        st.sampled_from(["", "Anne-Marie"]), st.booleans(),
    ).filter(lambda one: bool(one.text.strip() or one.feeling)),
    max_size=45,
)  # fmt: skip


def overlap(one: LaidSlip, other: LaidSlip) -> bool:
    return (
        one.x < other.x + other.wide and other.x < one.x + one.wide
        and one.y < other.y + other.high and other.y < one.y + one.high
    )  # fmt: skip


def check(found: tuple[tuple[LaidSlip, ...], ...]) -> None:
    for page in found:
        for one in page:
            assert one.x >= 72 and one.x + one.wide <= 1848 and one.y >= 338
            assert one.y + one.high <= 1008, "the sentence below stands free"
            assert one.size >= SMALL
        assert not [pair for pair in combinations(page, 2) if overlap(*pair)]


@given(SLIPS)
def test_every_slip_lies_once_and_none_over_another(slips: list[SlipText]) -> None:
    found = pages(slips)
    assert found
    check(found)
    # Where one of warm and other slips needs fewer pages, its last page stays.
    laid = Counter(one.written.key for page in found for one in page)
    assert set(laid) == {one.key for one in slips}


def test_a_warm_slip_lies_free_of_the_lower_rows_beside_it() -> None:
    """In few slips the rows in the light are higher, so that one begins where another ends."""
    soup, lost = "warme soep bij de deur", FEELINGS["lost"]
    slips = [
        SlipText("w0", soup, FEELINGS["curious"], warm=True),
        SlipText("w1", "soep", FEELINGS["surprised"], warm=True),
        SlipText("k0", "soep"),
        *(SlipText(f"k{at}", soup, lost) for at in (1, 2, 3)),
    ]
    check(pages(slips))


@given(SLIPS)
def test_in_the_one_light_too(slips: list[SlipText]) -> None:
    found = pages(slips, lit=True)
    check(found)
    assert Counter(one.written.key for page in found for one in page) == Counter(
        one.key for one in slips
    )


def test_fourteen_slips_lie_on_one_page() -> None:
    words = ("met mijn voornaam", "kort, ze hadden het druk", "met een badge")
    slips = [SlipText(f"k{at}", words[at % 3]) for at in range(14)]
    assert len(pages(slips)) == 1


def test_what_is_warm_begins_in_the_light() -> None:
    slips = [SlipText(f"k{at}", "soep, nog voor de uitleg", warm=at < 3) for at in range(8)]
    (page,) = pages(slips)
    for one in page:
        if one.written.warm:
            assert one.x < light_edge(one.y + one.high)
        else:
            assert one.x > light_edge(one.y + one.high)


def test_a_slip_holds_all_that_the_phone_accepts() -> None:
    sentence = "Ik wist niet goed of de afspraak om negen of om tien uur aan de poort was, en belde"
    words = sentence[:WORDS_LIMIT].strip()
    for warm in (False, True):
        (page,) = pages([SlipText("a", words, warm=warm)])
        assert " ".join(page[0].lines) == words

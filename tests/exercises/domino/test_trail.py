"""Where stones lie: legal, on the table, and staying where they lie, whatever people do."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.domino.spots import HALVES, REACH, Half, Spot, beside, on_table
from exercises.domino.trail import Laid, Table, lay_out

HALF = st.sampled_from(HALVES)
# Who lays against whom: a number of a stone before, a half, or a stone of its own.
MOVES = st.lists(st.tuples(st.integers(0, 1000), HALF, st.integers(0, 9)), max_size=45)
Move = tuple[int, Half, int]


def played(moves: list[Move]) -> list[Laid]:
    """Stones laid one by one, each by what lay on the table before it."""
    laid: list[Laid] = []
    for number, (pick, half, loose) in enumerate(moves, start=1):
        table = lay_out(laid)
        name = f"s{number}"
        spot = None
        target = laid[pick % len(laid)].id if laid and loose else None
        if target is not None:
            spot = table.against(name, target, half)
        if spot is None:
            target, spot = None, table.loose(name)
        laid.append(Laid(name, number, spot, target, half))
    return laid


def assert_legal(table: Table, laid: list[Laid]) -> None:
    joined = {(*sorted((one.id, one.against)), one.half) for one in laid if one.against is not None}
    for spot in table.spots.values():
        assert all(on_table(square) for square in spot.squares)
    for (one, first), (two, second) in combinations(sorted(table.spots.items()), 2):
        assert not {*first.squares} & {*second.squares}, "two stones on one square"
        for half, square in zip(HALVES, first.squares, strict=True):
            for there, near in zip(HALVES, second.squares, strict=True):
                if near in beside(square):
                    assert half == there, "top against flop"
                    assert (one, two, half) in joined, "they touch and nobody laid them so"


@settings(deadline=None, max_examples=40)
@given(MOVES)
def test_stones_touch_like_to_like_and_never_overlap(moves: list[Move]) -> None:
    laid = played(moves)
    table = lay_out(laid)
    assert table.spots.keys() == {one.id for one in laid}
    assert_legal(table, laid)
    for one in laid:
        if one.against is not None:
            assert table.joints[one.id] == one.against
            assert table.touching(one.id, one.against, one.half)


@settings(deadline=None, max_examples=25)
@given(MOVES)
def test_what_lies_stays_while_the_trail_grows(moves: list[Move]) -> None:
    laid = played(moves)
    for count in range(len(laid) + 1):
        table = lay_out(laid[:count])
        assert table.spots == {one.id: one.spot for one in laid[:count]}


@settings(deadline=None, max_examples=25)
@given(MOVES, st.randoms(use_true_random=False), st.sets(st.integers(1, 45)))
def test_the_order_of_reading_does_not_matter_and_gaps_move_nobody(
    moves: list[Move], shuffler: object, gone: set[int]
) -> None:
    laid = played(moves)
    left = [one for one in laid if one.number not in gone]
    mixed = list(left)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert lay_out(mixed) == lay_out(left)
    # Who lies stays, also when the one it was laid against was taken back.
    assert lay_out(left).spots == {one.id: one.spot for one in left}


SPOT = st.none() | st.builds(Spot, st.integers(-3, 3), st.integers(-3, 3), st.integers(0, 3))
ANY = st.lists(
    st.builds(
        Laid, st.sampled_from("abcdefgh"), st.integers(0, 4), SPOT,
        st.none() | st.sampled_from("abcdefghx"), HALF,
    ),
    unique_by=lambda one: one.id, max_size=8,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(ANY)
def test_anything_stored_is_laid_out(laid: list[Laid]) -> None:
    """Rings, stones against themselves or against nobody, two on one spot: all find a place."""
    table = lay_out(laid)
    assert table.spots.keys() == {one.id for one in laid}
    assert_legal(table, laid)
    assert lay_out(laid[::-1]) == table


@pytest.mark.parametrize("count", [1, 4, 16, 40])
def test_a_trail_stays_compact(count: int) -> None:
    chain: list[Move] = [(at, HALVES[at % 2], 1) for at in range(-1, count - 1)]
    laid = played(chain)
    assert lay_out(laid).joints.keys() == {one.id for one in laid[1:]}
    left, top, right, bottom = lay_out(laid).bounds()
    assert max(right - left, bottom - top) + 1 <= {1: 2, 4: 6, 16: 10, 40: 18}[count]


def test_it_turns_corners() -> None:
    laid = played([(at, HALVES[at % 2], 1) for at in range(-1, 15)])
    turns = {one.spot.turn for one in laid if one.spot}
    assert turns == {0, 1, 2, 3}


def test_a_half_has_room_for_two_and_says_when_it_is_full() -> None:
    laid = [Laid("a", 1, Spot(0, 0, 0))]
    for number in (2, 3):
        table = lay_out(laid)
        assert table.has_room("a", "top")
        spot = table.against(f"s{number}", "a", "top")
        laid.append(Laid(f"s{number}", number, spot, "a", "top"))
    table = lay_out(laid)
    assert not table.has_room("a", "top")
    assert table.against("late", "a", "top") is None
    assert table.has_room("a", "flop")


def test_a_stone_goes_back_where_it_lay() -> None:
    laid = played([(0, "top", 1), (0, "top", 1), (1, "flop", 1)])
    table = lay_out([laid[0], laid[2]])
    middle = laid[1]
    assert middle.spot is not None
    # What leans on it may touch it again.
    table.allow(middle.id, laid[2].id, "flop")
    assert table.touches(middle.id, middle.spot, laid[0].id, "top")
    assert not lay_out([laid[0], laid[2]]).touches(middle.id, middle.spot, laid[0].id, "top")


def test_a_loose_stone_touches_nothing() -> None:
    laid = played([(0, "top", 0)] * 12)
    assert lay_out(laid).joints == {}
    assert_legal(lay_out(laid), laid)


@pytest.mark.parametrize("stored", [None, [], [1, 2], [1, 2, "3"], [True, 0, 0], [REACH, 0, 0], {}])
def test_what_is_no_spot_is_none(stored: object) -> None:
    assert Spot.from_json(stored) is None


def test_a_spot_comes_back_from_storage() -> None:
    spot = Spot(3, -4, 2)
    assert Spot.from_json(spot.to_json()) == spot
    assert Spot.of("top", spot.square("top"), 2) == spot
    assert Spot.of("flop", spot.square("flop"), 0) == spot
    assert replace(spot, turn=0).flat

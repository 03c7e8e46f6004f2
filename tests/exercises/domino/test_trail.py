"""Who lies against whom, in which order that is read, and where stones lie then."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.domino.table.grid import on_grid
from exercises.domino.table.rows import GAP, fitting
from exercises.domino.table.shapes import INSET, Piece, TableRect, around
from exercises.domino.table.trail import HALVES, MOST_AT_HALF, Half, Joint, LaidStone, trail_of
from tests.exercises.domino.trails import MOVES, Move, chain, played

ROOM = TableRect(40, 218, 1840, 854)
MANY = st.lists(MOVES, min_size=1, max_size=60)
FEW = st.lists(MOVES, min_size=1, max_size=12)


def assert_legal(pieces: tuple[Piece, ...], joined: set[frozenset[tuple[str, Half]]]) -> None:
    """No two stones overlap, and none touches another but like to like, where it was laid so."""
    for one, two in combinations(pieces, 2):
        assert not one.squares.meets(two.squares, -0.01), "two stones overlap"
        for half in HALVES:
            for there in HALVES:
                if one.square(half).meets(two.square(there), 1):
                    near = one.square(half), two.square(there)
                    corner = min(near[0].right, near[1].right) - max(near[0].x, near[1].x) < 1
                    low = min(near[0].bottom, near[1].bottom) - max(near[0].y, near[1].y) < 1
                    if corner and low:
                        continue
                    assert half == there, "top against flop"
                    assert frozenset(((one.id, half), (two.id, half))) in joined


def joined(laid: list[LaidStone]) -> set[frozenset[tuple[str, Half]]]:
    joints = (one.joint for one in laid if one.joint)
    return {frozenset(((one.stone, one.half), (one.against, one.half))) for one in joints}


@settings(deadline=None, max_examples=60)
@given(MANY)
def test_the_trail_holds_every_joint_and_is_read_once(moves: list[Move]) -> None:
    laid = played(moves)
    trail = trail_of(laid)
    assert trail.joints == {one.id: one.joint for one in laid if one.joint}
    assert sorted(trail.order) == sorted(one.id for one in laid)
    for piece in trail.chains:
        for one, two in pairwise(piece):
            assert trail.between(one, two)
        # Each half is joined once in a piece: there it can touch.
        halves = [(one, trail.between(*pair).half) for pair in pairwise(piece) for one in pair]  # type: ignore[union-attr]
        assert len(halves) == len(set(halves))
    for stone in trail.stones:
        for half in HALVES:
            used = sum((stone, half) in pair for pair in joined(laid))
            assert trail.has_room(stone, half) == (used < MOST_AT_HALF)


@settings(deadline=None, max_examples=60)
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_reading_answers_does_not_matter(moves: list[Move], shuffler: object) -> None:
    laid = played(moves)
    mixed = list(laid)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert trail_of(mixed) == trail_of(laid)


@settings(deadline=None, max_examples=30)
@given(MANY)
def test_what_was_laid_stays_in_its_piece_as_the_trail_grows(moves: list[Move]) -> None:
    laid = played(moves)
    before = trail_of(laid[:-1]).chains
    after = trail_of(laid).chains
    grown = [tuple(one for one in piece if one != laid[-1].id) for piece in after]
    assert [piece for piece in grown if piece] == list(before)


ANY = st.lists(
    st.builds(
        lambda name, number, against, half, since: LaidStone(
            name, number, Joint(name, against, half) if against else None, since
        ),
        st.sampled_from("abcdefgh"), st.integers(0, 4),
        st.none() | st.sampled_from("abcdefghx"), st.sampled_from(HALVES), st.integers(0, 9),
    ),
    unique_by=lambda one: one.id, max_size=8,
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(ANY)
def test_anything_stored_lies(laid: list[LaidStone]) -> None:
    """Rings, stones against themselves or against nobody: all lie, each after its target."""
    trail = trail_of(laid)
    assert sorted(trail.stones) == sorted(one.id for one in laid)
    for joint in trail.joints.values():
        assert trail.stones.index(joint.against) < trail.stones.index(joint.stone)
    known = {one.id for one in laid}
    said = [one.joint for one in laid if one.joint and one.joint.against in known]
    assert sorted([*trail.joints.values(), *trail.loosened], key=repr) == sorted(said, key=repr)
    pieces = on_grid(trail)
    assert len(pieces) == len(laid)
    assert_legal(pieces, joined(laid))


def test_of_a_ring_the_joint_that_was_laid_first_gives_way() -> None:
    ring = [
        LaidStone("a", 1, Joint("a", "c"), since=9), LaidStone("b", 2, Joint("b", "a"), since=2),
        LaidStone("c", 3, Joint("c", "b"), since=3),
    ]  # fmt: skip
    assert [one.stone for one in trail_of(ring).loosened] == ["b"]


@settings(deadline=None, max_examples=60)
@given(MANY)
def test_a_large_table_is_legal_and_no_stone_moves_when_one_is_added(
    moves: list[Move],
) -> None:
    laid = played(moves)
    pieces = on_grid(trail_of(laid))
    assert_legal(pieces, joined(laid))
    assert {one.cell for one in pieces} == {pieces[0].cell}
    assert on_grid(trail_of(laid[:-1])) == pieces[:-1]


@settings(deadline=None, max_examples=40)
@given(MANY)
def test_on_a_large_table_no_stone_with_what_it_touches_is_higher_than_a_screen(
    moves: list[Move],
) -> None:
    trail = trail_of(played(moves))
    pieces = {one.id: one for one in on_grid(trail)}
    for stone, one in pieces.items():
        joints = (joint for joint in trail.joints.values() if stone in (joint.stone, joint.against))
        near = [one.squares]
        for joint in joints:
            halves = (pieces[end].square(joint.half) for end in (joint.stone, joint.against))
            if next(halves).meets(next(halves), 1):
                near += [pieces[joint.stone].squares, pieces[joint.against].squares]
        assert around(near).height <= 5 * one.cell


@settings(deadline=None, max_examples=60)
@given(FEW, st.booleans())
def test_rows_are_legal_and_lie_in_their_room_in_the_order_of_reading(
    moves: list[Move], upright: bool
) -> None:
    laid = played(moves)
    trail = trail_of(laid)
    for pieces in list(fitting(trail, ROOM, upright=upright))[::20]:
        assert tuple(one.id for one in pieces) == trail.order
        assert_legal(pieces, joined(laid))
        assert all(one.squares.inside(ROOM) for one in pieces)
        assert all(one.squares.width + one.squares.height == 3 * one.cell for one in pieces)
        for one, two in pairwise(pieces):
            if upright and any((one.id, two.id) in pairwise(piece) for piece in trail.chains):
                half = trail.between(one.id, two.id).half  # type: ignore[union-attr]
                assert one.square(half).meets(two.square(half), 1), "laid together, and apart"


@settings(deadline=None, max_examples=30)
@given(FEW)
def test_a_stone_at_the_end_leaves_the_others_where_they_lie_in_their_row(
    moves: list[Move],
) -> None:
    trail, longer = trail_of(played(moves[:-1])), trail_of(played(moves))
    if not trail.stones or longer.order[:-1] != trail.order:
        return
    before = {ways[0].cell: ways for ways in fitting(trail, ROOM, upright=True)}
    for ways in fitting(longer, ROOM, upright=True):
        old = before.get(ways[0].cell)
        if old and max(one.squares.right for one in old) == max(one.squares.right for one in ways):
            kept = [
                one
                for one, two in zip(old, ways, strict=False)
                if (one.x, one.way) == (two.x, two.way) and abs(one.y - two.y) <= GAP
            ]
            assert len(kept) >= len(old) - 1, "only the last one may turn a corner now"


@pytest.mark.parametrize(
    ("count", "least"), [(1, 400), (2, 400), (3, 300), (5, 270), (8, 240), (10, 200)]
)
def test_few_stones_are_large(count: int, least: int) -> None:
    assert next(fitting(chain(count), ROOM, upright=True))[0].cell >= least


def test_stones_apart_are_seen_to_be_apart() -> None:
    assert GAP > 4 * 2 * INSET

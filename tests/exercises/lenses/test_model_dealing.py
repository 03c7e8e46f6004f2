"""Lenses are dealt evenly in any room, turned each story, and kept when others come or go."""

from __future__ import annotations

from collections import Counter
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.lenses.model_dealing import Deals, LensHolder, deal, deal_late

LENSES = ("critical", "valuing", "practical", "families", "own", "other")
COUNTS = st.integers(1, 6).map(lambda count: LENSES[:count])


@st.composite
def rooms(draw: st.DrawFn, most: int = 30) -> list[LensHolder]:
    count = draw(st.integers(0, most))
    houses = draw(st.integers(1, 8))
    return [
        LensHolder(f"p{at}", f"o{draw(st.integers(0, houses - 1))}") for at in range(count)
    ]  # fmt: skip


@st.composite
def past(draw: st.DrawFn, room: list[LensHolder], lenses: tuple[str, ...]) -> Deals:
    """What was dealt before, not to everybody: some told then, or came later."""
    deals = [
        {
            one.id: draw(st.sampled_from(lenses)) for one in room if draw(st.booleans())
        }
        for _story in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    about = [one for one in deals if draw(st.booleans())]
    return Deals(tuple(deals), tuple(about))


def is_even(held: list[str], lenses: tuple[str, ...]) -> bool:
    counts = Counter(held)
    return max(counts[one] for one in lenses) - min(counts[one] for one in lenses) <= 1


def assert_fair(dealt: dict[str, str], room: list[LensHolder], lenses: tuple[str, ...]) -> None:
    assert set(dealt) == {one.id for one in room}
    assert is_even(list(dealt.values()), lenses)
    for house in {one.organisation for one in room}:
        assert is_even([dealt[one.id] for one in room if one.organisation == house], lenses)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_room_is_dealt_evenly_and_so_is_each_organisation(data: st.DataObject) -> None:
    lenses, room = data.draw(COUNTS), data.draw(rooms())
    assert_fair(deal(lenses, room, data.draw(past(room, lenses))), room, lenses)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_nobody_has_the_same_lens_twice_in_a_row_when_that_can_be_avoided(
    data: st.DataObject,
) -> None:
    lenses = data.draw(st.sampled_from((LENSES[:2], LENSES[:3])))
    room = data.draw(rooms(most=5))
    deals = data.draw(past(room, lenses))
    last = deals.before[-1] if deals.before else {}

    def repeats(found: dict[str, str]) -> int:
        return sum(last.get(person) == lens for person, lens in found.items())

    fair = []
    for held in product(lenses, repeat=len(room)):
        tried = dict(zip((one.id for one in room), held, strict=True))
        even = is_even(list(held), lenses) and all(
            is_even([tried[one.id] for one in room if one.organisation == house], lenses)
            for house in {one.organisation for one in room}
        )
        if even:
            fair.append(repeats(tried))
    assert repeats(deal(lenses, room, deals)) == min(fair)


def test_three_hundred_people_turn_through_all_lenses() -> None:
    lenses, before = LENSES[:4], ()
    room = [LensHolder(f"p{at}", f"o{at // 4}") for at in range(300)]
    told: tuple[dict[str, str], ...] = before
    for _story in range(4):
        dealt = deal(lenses, room, Deals(told))
        assert_fair(dealt, room, lenses)
        told = (*told, dealt)
    for one in room:
        assert len({dealt[one.id] for dealt in told}) == len(lenses)


def test_the_lens_of_an_earlier_story_about_the_same_host_is_avoided() -> None:
    lenses = LENSES[:3]
    room = [LensHolder("an", "a"), LensHolder("bo", "b"), LensHolder("cas", "c")]
    first = deal(lenses, room)
    second = deal(lenses, room, Deals((first,)))
    third = deal(lenses, room, Deals((first, second), (first,)))
    for one in room:
        assert third[one.id] not in (first[one.id], second[one.id])


def test_fewer_people_than_lenses_one_organisation_and_one_lens() -> None:
    pair = [LensHolder("an", "a"), LensHolder("bo", "a")]
    assert len(set(deal(LENSES, pair).values())) == 2
    assert deal(LENSES[:1], pair) == {"an": "critical", "bo": "critical"}
    assert deal((), pair) == {} and deal(LENSES, []) == {}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_who_comes_late_gets_the_scarcest_lens_and_nobody_else_another(
    data: st.DataObject,
) -> None:
    lenses, room = data.draw(COUNTS), data.draw(rooms())
    held = deal(lenses, room)
    gone = {one.id for one in room if data.draw(st.booleans())}
    here = [one for one in room if one.id not in gone]
    late = [LensHolder(f"late{at}", "o1") for at in range(data.draw(st.integers(1, 9)))]
    found = deal_late(lenses, late, [*here, *late], held)
    assert set(found) == {one.id for one in late}
    counts = Counter({lens: 0 for lens in lenses})
    counts.update(held[one.id] for one in here)
    for one in sorted(late, key=lambda listener: (listener.organisation, listener.id)):
        assert counts[found[one.id]] == min(counts.values())
        counts[found[one.id]] += 1


def test_without_lenses_nobody_who_is_late_gets_one() -> None:
    late = [LensHolder("an")]
    assert deal_late((), late, late, {}) == {}

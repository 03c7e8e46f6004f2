"""Who gets a place and who waits: the rules alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from state import places
from state.places import PlaceAsk


def asks(*told: str) -> list[PlaceAsk]:
    """'A+' has a place, 'a' waits and is of the host's sector; the letter is the organisation."""
    return [
        PlaceAsk(str(at), one[0].upper(), one[0].islower(), one.endswith("+"))
        for at, one in enumerate(told)
    ]


def up(places_: int, *told: str, others_only: bool = False) -> list[str]:
    return list(places.moves(places_, asks(*told), others_only=others_only).up)


def test_who_asked_first_comes_first() -> None:
    assert up(2, "A", "B", "C") == ["0", "1"]
    assert up(2, "A+", "B", "C") == ["1"]
    assert up(1, "A+", "B") == []


def test_colleagues_give_way_while_others_wait_and_come_when_nobody_does() -> None:
    assert up(2, "A", "A", "B") == ["0", "2"]
    assert up(2, "A+", "A", "B") == ["2"]
    assert up(2, "A+", "A") == ["1"]
    assert up(3, "A", "A", "B", "B") == ["0", "2", "1"]


def test_other_sectors_go_first_as_long_as_that_holds() -> None:
    assert up(2, "a", "B", others_only=True) == ["1"]
    assert up(2, "a", "B") == ["0", "1"]
    assert not places.only_others("2027-03-20", 0, "2027-03-01")
    assert places.only_others("2027-03-20", 7, "2027-03-12")
    assert not places.only_others("2027-03-20", 7, "2027-03-13")


def test_fewer_places_send_back_who_came_last() -> None:
    assert places.moves(1, asks("A+", "B+", "C"), others_only=False).down == ("1",)


def test_what_keeps_somebody_waiting_is_said() -> None:
    def why(places_: int, ask: str, *told: str, others_only: bool = False) -> str:
        return places.why_waiting(places_, asks(*told), ask, others_only=others_only)

    assert why(1, "0", "A+", "B") == ""
    assert why(1, "1", "A+", "B") == "full"
    assert why(2, "1", "A+", "A", "B") == "colleague"
    assert why(2, "1", "A+", "b", others_only=True) == "sector"
    assert places.place_in_line(asks("A+", "B", "C"), "2") == 2
    assert places.place_in_line(asks("A+"), "0") == 0


def test_a_sector_is_the_same_however_it_is_typed() -> None:
    assert places.is_same_sector("Kinderopvang ", "kinderopvang")
    assert not places.is_same_sector("", "") and not places.is_same_sector("school", "inloop")


_ASK = st.tuples(st.sampled_from("ABCabc"), st.booleans())


@given(st.integers(1, 6), st.lists(_ASK, max_size=14), st.booleans())
def test_after_the_moves_the_rules_hold_and_nothing_is_left_to_do(
    count: int, told: list[tuple[str, bool]], others_only: bool
) -> None:
    before = asks(*(f"{letter}{'+' if taken else ''}" for letter, taken in told))
    moved = places.moves(count, before, others_only=others_only)
    after = [
        PlaceAsk(one.id, one.organisation, one.same_sector,
                 (one.taken and one.id not in moved.down) or one.id in moved.up)
        for one in before
    ]  # fmt: skip
    taken = [one for one in after if one.taken]
    assert len(taken) <= count
    assert places.moves(count, after, others_only=others_only) == places.Moves()
    waits = [one for one in after if not one.taken and not (others_only and one.same_sector)]
    assert len(taken) == count or not waits
    assert not set(moved.up) & set(moved.down)
    # Nobody who stays within the places loses one.
    kept = [one.id for one in before if one.taken][:count]
    assert set(kept) <= {one.id for one in taken}

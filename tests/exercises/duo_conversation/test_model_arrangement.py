"""Groups of a round: made, and mended with the least change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exercises.duo_conversation import model_arrangement as arrangement
from exercises.duo_conversation.model_arrangement import Arrangement, Group, Guests

Changes = list[tuple[str, int, int]]


def hall(parties: str, met: Mapping[tuple[str, str], int] | None = None) -> Guests:
    """People a, b, c ...; each letter of `parties` is the organisation of the next."""
    people = "abcdefghijklmnopqrstuvwxyz"
    return Guests({people[at]: party for at, party in enumerate(parties)}, met or {})


def together(now: Arrangement) -> set[frozenset[str]]:
    return {frozenset(group.people) for group in now.groups}


def groups(*names: str) -> Arrangement:
    """groups("ab", "cde"): two groups at spots 1 and 2."""
    return Arrangement(
        tuple(Group(at, at, tuple(people)) for at, people in enumerate(names, start=1)), made=1
    )


def assert_sound(now: Arrangement, guests: Guests) -> None:
    """A partition of who is present, one three at most, each spot and key once."""
    free = [one for one in guests.party if one not in now.aside]
    assert sorted(one for group in now.groups for one in group.people) == sorted(free)
    sizes = [len(group.people) for group in now.groups]
    assert all(size in (2, 3) for size in sizes) or sizes == [1]
    assert sizes.count(3) == (len(free) % 2 if len(free) > 1 else 0)
    assert len({group.spot for group in now.groups}) == len(sizes)
    keys = [group.key for group in (*now.groups, *now.former)]
    assert len(set(keys)) == len(keys)


parties = st.text("ABCD", max_size=15)


@given(parties, st.text(max_size=4))
def test_a_made_round_is_sound_and_the_same_each_time(letters: str, seed: str) -> None:
    guests = hall(letters)
    made = arrangement.make(Arrangement(), guests, seed)
    assert_sound(made, guests)
    assert made == arrangement.make(Arrangement(), guests, seed)


@given(parties)
def test_colleagues_are_together_only_when_one_organisation_is_too_large(letters: str) -> None:
    guests = hall(letters)
    made = arrangement.make(Arrangement(), guests, "r1")
    most = max((letters.count(party) for party in letters), default=0)
    if most <= len(letters) // 2 and len(letters) > 3:
        for group in made.groups:
            assert len({guests.party[one] for one in group.people}) == len(group.people)


@given(st.integers(2, 6), st.integers(1, 3))
def test_rounds_bring_nobody_together_twice_while_that_can_be(count: int, rounds: int) -> None:
    guests = hall("".join(letter * 2 for letter in "ABCDEF"[: count + 1]))
    met: dict[tuple[str, str], int] = {}
    for number in range(min(rounds, count)):
        made = arrangement.make(Arrangement(), replace(guests, met=met), f"r{number}")
        now = arrangement.count_met(made.groups)
        assert not set(now) & set(met)
        met |= now


@given(parties, st.lists(st.tuples(st.sampled_from("jlabt"), st.integers(0, 25),
                                   st.integers(0, 25)), max_size=12))  # fmt: skip
def test_whatever_happens_the_groups_stay_sound(letters: str, changes: Changes) -> None:
    everybody = hall("ABCDE" * 5)
    present = dict(hall(letters).party)
    now = arrangement.make(Arrangement(), Guests(present, {}), "r1")
    for what, first, second in changes:
        one, other = (list(everybody.party)[n % 25] for n in (first, second))
        if what == "j":
            present = {**present, one: everybody.party[one]}
        elif what == "l":
            present = {person: party for person, party in present.items() if person != one}
        guests = Guests(present, {})
        before = now
        if what == "a" and one in present:
            now = arrangement.set_aside(now, one, guests)
        elif what == "b" and one in present:
            now = arrangement.bring_back(now, one, guests)
        elif what == "t":
            now = arrangement.put_together(now, one, other, guests)
        now = arrangement.mend(now, guests)
        assert_sound(now, guests)
        assert arrangement.mend(now, guests) == now
        assert now.made >= before.made
        assert Arrangement.from_json(now.to_json()) == now


@given(parties, st.sets(st.integers(0, 14), max_size=4), st.integers(0, 3))
def test_two_who_are_a_pair_and_both_stay_remain_together(
    letters: str, leaving: set[int], coming: int
) -> None:
    guests = hall(letters)
    before = arrangement.make(Arrangement(), guests, "r1")
    gone = {one for at, one in enumerate(guests.party) if at in leaving}
    here = {one: party for one, party in guests.party.items() if one not in gone}
    here |= {f"new{number}": "E" for number in range(coming)}
    after = arrangement.mend(before, Guests(here, {}))
    for group in before.groups:
        if len(group.people) == 2 and not gone & set(group.people):
            assert any(set(group.people) <= set(other.people) for other in after.groups)
            assert after.of(group.people[0]).spot == group.spot  # type: ignore[union-attr]


def test_a_latecomer_makes_a_three_of_a_pair_without_a_colleague() -> None:
    after = arrangement.mend(groups("ab", "cd"), hall("ABCDA"))
    assert together(after) == {frozenset("ab"), frozenset("cde")}


def test_a_latecomer_goes_to_who_is_left_alone() -> None:
    after = arrangement.mend(groups("ab", "c"), hall("ABCD"))
    assert together(after) == {frozenset("ab"), frozenset("cd")}
    assert after.of("d").spot == 2  # type: ignore[union-attr]


def test_a_second_latecomer_takes_one_out_of_the_three_but_no_colleague() -> None:
    after = arrangement.mend(groups("ab", "cde"), hall("ABCDEE"))
    assert frozenset("ab") in together(after)
    assert not any({"e", "f"} <= set(group.people) for group in after.groups)
    assert_sound(after, hall("ABCDEE"))


def test_who_loses_a_partner_joins_a_pair_of_others() -> None:
    guests = hall("ABCDEF")
    left = Guests({one: party for one, party in guests.party.items() if one != "f"}, {})
    after = arrangement.mend(groups("ab", "cd", "ef"), left)
    assert sorted(len(group.people) for group in after.groups) == [2, 3]
    assert_sound(after, left)


def test_two_who_lost_their_partners_find_each_other() -> None:
    party = {"a": "A", "c": "C", "e": "E", "f": "F"}
    after = arrangement.mend(groups("ab", "cd", "ef"), Guests(party, {}))
    assert together(after) == {frozenset("ac"), frozenset("ef")}


def test_who_is_put_together_stays_together_and_the_others_find_each_other() -> None:
    guests = hall("ABCDEF")
    after = arrangement.put_together(groups("ab", "cd", "ef"), "a", "c", guests)
    assert together(after) == {frozenset("ac"), frozenset("bd"), frozenset("ef")}
    assert_sound(after, guests)


def test_putting_aside_and_back_is_a_step_each_and_twice_is_none() -> None:
    guests = hall("ABCD")
    aside = arrangement.set_aside(groups("ab", "cd"), "a", guests)
    assert aside.made == 2 and aside.of("a") is None
    assert arrangement.set_aside(aside, "a", guests) == aside
    back = arrangement.bring_back(aside, "a", guests)
    assert back.made == 3 and not back.aside
    assert_sound(back, guests)


def test_new_pairs_in_the_same_round_are_other_ones() -> None:
    guests = hall("ABCDEF")
    first = arrangement.make(Arrangement(), guests, "r1")
    second = arrangement.make(first, guests, "r1")
    assert not set(arrangement.count_met(first.groups)) & set(arrangement.count_met(second.groups))
    assert second.former == first.groups


@given(parties)
def test_a_latecomer_takes_nobody_out_of_a_conversation(letters: str) -> None:
    before = arrangement.make(Arrangement(), hall(letters), "r1")
    guests = hall(letters + "Z")
    after = arrangement.mend(before, guests, talking=True)
    (late,) = set(guests.party) - set(hall(letters).party)
    pair = any(len(group.people) == 2 for group in before.groups)
    if pair:
        assert {one.key: set(one.people) - {late} for one in after.groups} == {
            one.key: set(one.people) for one in before.groups
        }
        assert after.came == (late,)
    found = after.of(late)
    assert found is not None and (not letters or len(found.people) > 1)
    assert Arrangement.from_json(after.to_json()) == after


def test_who_came_is_told_as_long_as_he_is_there() -> None:
    joined = arrangement.mend(groups("abc", "de"), hall("ABCDEF"), talking=True)
    assert together(joined) == {frozenset("abc"), frozenset("def")}
    assert joined.came == ("f",)
    again = arrangement.mend(joined, Guests({one: one for one in "bcdef"}, {}), talking=True)
    assert again.came == ("f",)
    left = arrangement.mend(joined, Guests({one: one for one in "abcde"}, {}), talking=True)
    assert left.came == ()
    assert Arrangement.from_json({**joined.to_json(), "came": ()}).came == ()

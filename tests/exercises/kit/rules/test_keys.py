"""Keys that do not tell whose something is."""

from __future__ import annotations

from exercises.kit.rules.keys import key_of


def test_a_key_is_the_same_each_time_and_another_at_each_place() -> None:
    # Stored by earlier versions.
    assert key_of("quote", "an") == key_of("quote", "an") == "deca5e90a382"
    assert len({key_of(place, who) for place in ("s1", "s2") for who in ("an", "bo")}) == 4

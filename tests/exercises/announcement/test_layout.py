"""One couple on the screen: the title, and names that do not lie on each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.announcement import layout
from exercises.announcement.layout import Flag
from exercises.kit.drawing.lettering import width

LONG = "Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek"
NONE = layout.guests(())
NAMES = st.lists(st.text(st.characters(categories=("L", "Zs")), max_size=40), max_size=9)


def test_short_names_stand_in_three_large_lines() -> None:
    made = layout.title(("Kattenstaart", ""), ("De Regenton", ""), NONE)
    assert made.lines == ("Kattenstaart", "gaat over de vloer", "bij De Regenton.")
    assert made.size == 112
    shut = layout.title(("Kattenstaart", ""), ("", ""), NONE)
    assert shut.lines[-1] == "bij …"


def test_a_long_name_is_broken_between_words_only() -> None:
    made = layout.title((LONG, "HvK"), ("De Regenton", ""), NONE)
    assert 3 < len(made.lines) <= 5
    assert any("Zuid-Oost-Vlaanderen" in line for line in made.lines)


@given(
    st.text(st.characters(categories=("L", "Nd", "Zs", "Pd")), min_size=1, max_size=120),
    st.text(st.characters(categories=("L", "Nd", "Zs", "Pd")), min_size=1, max_size=120),
)
def test_a_title_always_fits_beside_the_door(visitor: str, host: str) -> None:
    made = layout.title((visitor, visitor[:30]), (host, host[:30]), NONE)
    assert made.size >= 50
    assert all(width(line, made.size) <= 1200 for line in made.lines)
    assert made.why_high >= 150, "there is room for the reasons"


def apart(flags: tuple[Flag, ...], left: float, right: float) -> None:
    for raised in (False, True):
        row = sorted((one for one in flags if one.raised is raised), key=lambda one: one.x)
        for one, other in pairwise(row):
            assert one.x + one.wide / 2 <= other.x - other.wide / 2
    for one in flags:
        assert one.size >= 28
        assert left <= one.x - one.wide / 2 and one.x + one.wide / 2 <= right


@given(NAMES)
def test_names_of_guests_and_hosts_do_not_overlap(names: list[str]) -> None:
    row = layout.guests(names)
    assert len(row.xs) == min(len(names), layout.MOST_GUESTS)
    apart(row.flags, 200, 1300)
    apart(layout.hosts(names).flags, 1320, 1900)


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_guests_stand_beside_each_other(count: int) -> None:
    row = layout.guests(["An"] * count)
    assert all(two - one >= row.size * 0.85 for one, two in pairwise(row.xs))
    assert row.xs[-1] == 1070


def test_long_names_hang_in_two_rows_and_leave_room_for_the_reasons() -> None:
    row = layout.guests(["Maria-Magdalena", "Jean-Christophe"])
    assert [one.raised for one in row.flags] == [False, True]
    assert [one.text for one in row.flags] == ["Maria-Magdalena", "Jean-Christophe"]
    under, beside = (
        layout.title(("Kattenstaart", ""), ("De Regenton", ""), one) for one in (row, NONE)
    )
    assert under.why_top + under.why_high == beside.why_top + beside.why_high - layout.RAISED
    assert under.size < beside.size and under.why_high >= 150

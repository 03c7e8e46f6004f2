"""What the screen is given of actions."""

from __future__ import annotations

import pytest

from exercises.actions.views_screen import short_day


@pytest.mark.parametrize(
    ("iso", "told"),
    [("2030-03-01", "vr 1 mrt"), ("2026-11-30", "ma 30 nov"), ("2027-05-04", "di 4 mei"), ("", ""),
     ("ooit", "")],
)  # fmt: skip
def test_a_short_day_is_as_people_write_it(iso: str, told: str) -> None:
    assert short_day(iso) == told

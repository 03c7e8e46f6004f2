"""Longer texts in lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing.lettering import clean, width, wrapped


@given(st.text(max_size=300), st.sampled_from((30, 44)), st.integers(90, 900))
def test_no_letter_is_lost_and_every_line_fits(text: str, size: int, room: int) -> None:
    lines = wrapped(text, size, room)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert all(width(line, size, 400) <= room + 0.01 for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("een twee drie", 30, 150) == ("een twee", "drie")
    assert wrapped("", 30, 150) == ("",)
    assert len(wrapped("x" * 40, 30, 150)) > 3

"""The top 3 when two colleagues choose at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exercises.reflection_sheet import model_top as top

ids = st.sampled_from(["", "o0", "o1", "o2", "o3", "o4"])
tops = st.lists(ids, min_size=3, max_size=3).map(tuple)


@given(tops, tops, tops)
def test_a_merged_top_has_nobody_twice_and_keeps_what_was_chosen_last(
    base: top.Top, now: top.Top, wanted: top.Top
) -> None:
    now, wanted = top.single(now), top.single(wanted)
    merged = top.merge(base, now, wanted)
    assert not top.has_twice(merged) and len(merged) == top.PLACES
    assert set(merged) <= {*now, *wanted, ""}
    for place in range(top.PLACES):
        if wanted[place] and wanted[place] != base[place]:
            assert merged[place] == wanted[place]


@given(tops)
def test_a_top_that_changed_nothing_changes_nothing(now: top.Top) -> None:
    now = top.single(now)
    assert top.merge(now, now, now) == now
    assert top.stored({"hosts": list(now)}) == now

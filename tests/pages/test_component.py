"""A component of the desk takes any id in its key, and all of them are made in one place."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.desk.component import allowed

ROOT = Path(__file__).resolve().parents[2]
_IDS = st.text("aZ0_-", min_size=1, max_size=12)


@given(_IDS, _IDS)
def test_no_two_keys_become_one_and_none_is_refused(one: str, other: str) -> None:
    assert (allowed(one) == allowed(other)) == (one == other)
    assert "__" not in allowed(f"odv-copy-{one}")


def test_an_id_with_two_underscores_is_drawn_and_told_of() -> None:
    def page() -> None:
        import streamlit as st

        from pages.desk.component import Component

        shown = Component("odv_copying", "copying.js")
        shown.show("odv-copy-a__b", {"text": "Dag"}, on_copied_change=lambda: None)
        st.write(shown.told("odv-copy-a__b", "copied") is None)

    run = AppTest.from_function(page).run()
    assert not run.exception
    assert [one.value for one in run.markdown] == ["`True`"]


def test_nothing_else_makes_components() -> None:
    makers = [
        path.name
        for path in (ROOT / "pages").rglob("*.py")
        if "components.v" in path.read_text("utf-8")
    ]
    assert makers == ["component.py"]

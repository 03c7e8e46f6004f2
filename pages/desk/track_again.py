"""A track once more for another year: what comes along, and on which days."""

from __future__ import annotations

from datetime import date
from typing import Literal

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.days import full_day
from exercises.kit.rules.labels import plain
from exercises.templates.next_year import YEAR_OF_WEEKS, NextYear, duplicate, proposed_name
from exercises.templates.planning import moved
from pages.desk import parts
from pages.desk.fields import attempt, folded, show_trouble
from pages.desk.texts import parsed_date
from state.app import store
from state.language import _
from state.models import Meeting, Track

When = Literal["year", "from", "none"]
_WHEN: dict[When, str] = {
    "year": _("Een jaar later, op dezelfde weekdag"),
    "from": _("Vanaf een dag die je kiest"),
    "none": _("Nog zonder datums"),
}


def show(track: Track, planned: tuple[Meeting, ...]) -> None:
    """Behind a button: the name, the days, whether the organisations come along."""
    with st.container(key="odv-card-again"):
        st.header(_("Opnieuw voor een volgend jaar"), anchor=False)
        st.text(_(
            "Bijeenkomsten, agenda’s en wat je zelf schreef komen mee. Mensen, antwoorden en"
            " bezoeken niet."
        ))  # fmt: skip
        if folded(f"again-{track.id}", _("Dupliceer dit traject"), _("Sluit")):
            _form(track, planned)


def _form(track: Track, planned: tuple[Meeting, ...]) -> None:
    key = f"odv-again-{track.id}"
    st.text_input(
        _("Naam van het nieuwe traject"),
        key=remembered(f"{key}-name", proposed_name(store(), track)),
    )
    first = next((one for one in planned if parsed_date(one.date)), None)
    if first is not None:
        st.radio(_("Wanneer?"), list(_WHEN), key=f"{key}-when",
                 format_func=lambda one: _WHEN[one])  # fmt: skip
        if st.session_state.get(f"{key}-when") == "from":
            st.date_input(
                _("Dag van {title}").format(title=plain(first.title)), format="DD/MM/YYYY",
                value=parsed_date(moved(first.date, YEAR_OF_WEEKS)), key=f"{key}-first",
                min_value=date(2000, 1, 1), max_value=date(2100, 12, 31),
            )  # fmt: skip
        _told(planned, _days(first, key))
    st.toggle(_("De organisaties komen mee, zonder hun mensen"), key=f"{key}-along")
    show_trouble(key)
    st.button(_("Maak het nieuwe traject"), key=f"{key}-make", type="primary",
              on_click=_make, args=(track, first, key))  # fmt: skip


def _days(first: Meeting | None, key: str) -> int | None:
    """By how many days everything is later, as the fields say now; None for without days."""
    when: When = st.session_state.get(f"{key}-when", "none")
    if first is None or when == "none":
        return None
    if when == "year":
        return YEAR_OF_WEEKS
    chosen, before = st.session_state.get(f"{key}-first"), parsed_date(first.date)
    return (chosen - before).days if isinstance(chosen, date) and before else None


def _told(planned: tuple[Meeting, ...], days: int | None) -> None:
    with st.container(key="odv-muted-again", gap=None):
        for one in planned:
            st.text(f"{one.title}: {full_day(moved(one.date, days)) or _('nog geen datum')}")


def _make(track: Track, first: Meeting | None, key: str) -> None:
    state = st.session_state
    name, along = str(state.get(f"{key}-name") or ""), bool(state.get(f"{key}-along"))
    wanted = NextYear(name, _days(first, key), along)
    made: list[str] = []

    def act() -> None:
        made.append(duplicate(store(), track.id, wanted))

    if attempt(act, key):
        parts.go_to(parts.TRACK, {"t": made[0]})

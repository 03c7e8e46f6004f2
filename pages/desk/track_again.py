"""A track once more for another year: what comes along, and on which days."""

from __future__ import annotations

from datetime import date
from typing import Literal

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.days import full_day
from exercises.templates.next_year import YEAR_OF_WEEKS, NextYear, duplicate, proposed_name
from exercises.templates.planning import moved
from pages.desk import parts
from pages.desk.fields import attempt, folded, show_trouble
from pages.desk.texts import parsed_date
from state.app import store
from state.language import _
from state.models import Meeting, Track
from state.problems import Refused

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
    name = st.text_input(
        _("Naam van het nieuwe traject"),
        key=remembered(f"{key}-name", proposed_name(store(), track)),
    )
    dated = [one for one in planned if parsed_date(one.date)]
    days: int | None = None
    if dated:
        when = st.radio(_("Wanneer?"), list(_WHEN), key=f"{key}-when",
                        format_func=lambda one: _WHEN[one])  # fmt: skip
        days = _days(when or "none", dated[0], key)
        _told(planned, days)
    along = st.toggle(_("De organisaties komen mee, zonder hun mensen"), key=f"{key}-along")
    show_trouble(key)
    wanted = NextYear(name, days, along)
    st.button(_("Maak het nieuwe traject"), key=f"{key}-make", type="primary",
              on_click=_make, args=(track, wanted, key))  # fmt: skip


def _days(when: When, first: Meeting, key: str) -> int | None:
    """By how many days everything is later; None for without days."""
    if when == "year":
        return YEAR_OF_WEEKS
    if when == "none":
        return None
    usual = parsed_date(moved(first.date, YEAR_OF_WEEKS))
    chosen: date | None = st.date_input(
        _("Dag van {title}").format(title=first.title), value=usual, format="DD/MM/YYYY",
        min_value=date(2000, 1, 1), max_value=date(2100, 12, 31), key=f"{key}-first",
    )  # fmt: skip
    before = parsed_date(first.date)
    return (chosen - before).days if chosen and before else None


def _told(planned: tuple[Meeting, ...], days: int | None) -> None:
    with st.container(key="odv-muted-again", gap=None):
        for one in planned:
            st.text(f"{one.title}: {full_day(moved(one.date, days)) or _('nog geen datum')}")


def _make(track: Track, wanted: NextYear, key: str) -> None:
    made: list[str] = []

    def act() -> None:
        if not wanted.name.strip():
            raise Refused(_("Geef het nieuwe traject een naam."))
        made.append(duplicate(store(), track.id, wanted))

    if attempt(act, key):
        parts.go_to(parts.TRACK, {"t": made[0]})

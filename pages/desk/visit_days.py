"""The days of a visit, each with the times it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from exercises.kit.rules.days import full_day
from pages.desk import parts
from pages.desk.fields import attempt, show_trouble, text_field
from state import visits
from state.app import store
from state.language import _
from state.models import TrackVisit, VisitDay
from state.problems import Refused

_FRIDAY = 4
_CLOCK = re.compile(r"\s*(\d{1,2})\s*(?:[:.,uhUH]\s*(\d{2})?)?\s*(?:uur)?\s*")
_LAST_HOUR, _LAST_MINUTE = 23, 59


def show(visit: TrackVisit) -> None:
    """The days that are chosen, and fields for more."""
    st.markdown(_("**Dagen**"))
    for at, day in enumerate(visit.days):
        _row(visit, day, first=at == 0)
    _more(visit)


def clock(typed: str) -> str:
    """A time as people type it ('9', '9.30', '9u30', '09:30') as 'HH:MM', "" for nothing; Refused
    for what is none."""
    if not typed.strip():
        return ""
    found = _CLOCK.fullmatch(typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (-1, 0)
    if not 0 <= hour <= _LAST_HOUR or minute > _LAST_MINUTE:
        raise Refused(_("Schrijf het uur zo: 9.30."))
    return f"{hour:02d}:{minute:02d}"


def working_days(first: date, count: int) -> Iterator[date]:
    """So many days from the first on, without weekends; the first may be in one."""
    day = first
    for at in range(count):
        if at:
            day += timedelta(days=1)
            while day.weekday() > _FRIDAY:
                day += timedelta(days=1)
        yield day


def _row(visit: TrackVisit, day: VisitDay, *, first: bool) -> None:
    key = f"odv-{visit.id}-{day.date}"
    name, start, end, remove = st.columns([8, 4, 4, 2], vertical_alignment="bottom", gap="small")
    with name:
        st.text(full_day(day.date))
    with start:
        text_field(_("Van"), f"{key}-start", _shown(day.start),
                   lambda typed: _change(visit, replace(_now(visit, day), start=clock(typed))),
                   hint="9.00", label_shown=first)  # fmt: skip
    with end:
        text_field(_("Tot"), f"{key}-end", _shown(day.end),
                   lambda typed: _change(visit, replace(_now(visit, day), end=clock(typed))),
                   hint="16.00", label_shown=first)  # fmt: skip
    with remove:
        parts.icon_button(
            _("Verwijder"), "delete", f"day-{visit.id}-{day.date}",
            lambda: _remove(visit, day), subject=full_day(day.date),
        )  # fmt: skip


def _shown(time: str) -> str:
    return time.replace(":", ".").removeprefix("0")


def _now(visit: TrackVisit, day: VisitDay) -> VisitDay:
    """A day as it is stored by now."""
    there = visits.visit(store(), visit.id).days
    return next((one for one in there if one.date == day.date), day)


def _change(visit: TrackVisit, day: VisitDay) -> None:
    there = visits.visit(store(), visit.id)
    days = tuple(one for one in there.days if one.date != day.date)
    visits.change(store(), replace(there, days=(*days, day)))


def _remove(visit: TrackVisit, day: VisitDay) -> None:
    def act() -> None:
        there = visits.visit(store(), visit.id)
        days = tuple(one for one in there.days if one.date != day.date)
        visits.change(store(), replace(there, days=days))

    attempt(act, _place(visit))


def _place(visit: TrackVisit) -> str:
    return f"visit-days-{visit.id}"


def _more(visit: TrackVisit) -> None:
    """Some days in a row: a jobshadowing has three as a rule."""
    key = f"odv-days-{visit.id}"
    usual = 1 if visit.kind == "kijkstage" or visit.days else 3
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.date_input(
            _("Eerste dag"), value=None, key=f"{key}-first", format="DD/MM/YYYY",
            min_value=date(2000, 1, 1), max_value=date(2100, 12, 31),
        )  # fmt: skip
        st.number_input(
            _("Hoeveel dagen"), min_value=1, max_value=visits.MOST_DAYS, value=usual, width=140,
            key=f"{key}-count",
        )  # fmt: skip
        st.button(_("Voeg toe"), key=f"{key}-add", on_click=_add, args=(visit, key))
    show_trouble(_place(visit))


def _add(visit: TrackVisit, key: str) -> None:
    state = st.session_state
    first, count = state.get(f"{key}-first"), int(state.get(f"{key}-count") or 1)

    def act() -> None:
        if first is None:
            raise Refused(_("Kies eerst de eerste dag."))
        there = visits.visit(store(), visit.id)
        times = there.days[-1] if there.days else VisitDay("")
        new = (replace(times, date=day.isoformat()) for day in working_days(first, count))
        known = {one.date for one in there.days}
        more = tuple(one for one in new if one.date not in known)
        visits.change(store(), replace(there, days=(*there.days, *more)))

    if attempt(act, _place(visit)):
        state[f"{key}-first"] = None

"""The head of a meeting's page, and the card with its title, date, hour and place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.days import full_day
from exercises.kit.rules.hours import clock_of, parsed
from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.fields import field_trouble, saved, text_field
from pages.desk.texts import joined, parsed_date
from state import agenda, meetings
from state.app import store
from state.language import _
from state.models import Meeting
from state.problems import Refused


def show(meeting: Meeting, *, ready: bool, begun: bool) -> None:
    """Title, date and place, and the way to the console: the main button once the meeting is
    `ready`, that is has something on its agenda; once something `begun`, the way to what came of
    it."""
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(plain(meeting.title), anchor=False)
            when = joined(full_day(meeting.date), meeting.place)
            if when:
                st.text(when)
        if begun:
            parts.link(_("Terugblik"), parts.LOOKBACK, {"m": meeting.id}, "lookback")
        if ready:
            parts.file_link(_("Draaiboek"), f"./draaiboek/{meeting.id}.pdf")
        if meeting.state != "prepared":
            parts.page_link(_("De bijeenkomst op één blad"), f"./avond/{meeting.id}")
        parts.console_link(_("Naar de regie"), meeting.id, main=ready)


def details(meeting: Meeting) -> None:
    """The fields for title, date, place, the hour at which it begins and what people bring."""
    key = f"odv-{meeting.id}"

    def change_date(typed: date | None) -> None:
        iso = typed.isoformat() if typed else ""
        _change(meeting, date=iso)

    with st.container(key="odv-card-details"):
        st.header(_("Gegevens"), anchor=False)
        text_field(
            _("Titel"), f"{key}-title", meeting.title,
            lambda typed: _change(meeting, title=typed),
        )  # fmt: skip
        stored = parsed_date(meeting.date)
        st.date_input(
            _("Datum"), key=remembered(f"{key}-date", stored), format="DD/MM/YYYY",
            min_value=date(2000, 1, 1), max_value=date(2100, 12, 31),
            on_change=saved(f"{key}-date", stored, change_date),
        )  # fmt: skip
        field_trouble(f"{key}-date")
        text_field(
            _("Plaats"), f"{key}-place", meeting.place,
            lambda typed: _change(meeting, place=typed),
        )  # fmt: skip
        stored_start = clock_of(meeting.start)
        text_field(
            _("Begint om"), f"{key}-start", stored_start,
            lambda typed: _start(meeting, typed), hint=_("9.30"),
            help=_("Van dit uur rekent de agenda verder, pauzes inbegrepen."),
        )  # fmt: skip
        st.text_area(
            _("Iedereen brengt mee"), key=remembered(f"{key}-bring", meeting.bring), height=90,
            placeholder=_("Eén voorwerp of foto uit je werking."), persist_state="session",
            on_change=saved(
                f"{key}-bring", meeting.bring,
                lambda typed: agenda.set_bring(store(), meeting.id, typed),
            ),
        )  # fmt: skip
        field_trouble(f"{key}-bring")


def _start(meeting: Meeting, typed: str) -> None:
    found = parsed(typed)
    if found is None:
        raise Refused(_("Dat uur lezen we niet. Typ het zo: 9.30."))
    agenda.set_start(store(), meeting.id, found)


def _change(meeting: Meeting, **values: Any) -> None:
    """Change one text of a meeting; the others keep their stored value, which may be newer than
    this page's."""
    new = replace(meetings.room(store(), meeting.id).meeting, **values)
    meetings.change(store(), new.id, new.title, new.date, new.place)

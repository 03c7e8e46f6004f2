"""A planned meeting to read: its day and hours, what to bring, and what happens when."""

from __future__ import annotations

from html import escape

import streamlit as st

from exercises.engine.stored import title_of_kind
from exercises.kit.rules.days import full_day
from exercises.kit.rules.hours import duration_text, span_text, spans, whole_text
from exercises.kit.rules.labels import plain
from pages.desk import drawings
from pages.desk.texts import joined
from state.language import _
from state.plans import PlannedMeeting


def show(meeting: PlannedMeeting, about: str = "", *, titled: bool = True) -> None:
    """The meeting with its agenda; `about` says in a sentence what it is for. `titled`: with its
    title above it."""
    minutes = [one.minutes for one in meeting.agenda]
    if titled:
        st.subheader(plain(meeting.title), anchor=False)
    st.text(joined(
        full_day(meeting.date) or _("Nog geen datum"),
        whole_text(meeting.start, minutes) or duration_text(sum(minutes)),
        meeting.place,
    ))  # fmt: skip
    if about:
        st.text(about)
    if meeting.agenda:
        st.html(_agenda(meeting, minutes))
    if meeting.bring:
        st.text(_("Iedereen brengt mee: {what}").format(what=meeting.bring))


def _agenda(meeting: PlannedMeeting, minutes: list[int]) -> str:
    times = [span_text(one) for one in spans(meeting.start, minutes)]
    lines = (
        f"<tr><td>{drawings.exercise_icon(item.kind, 28)}</td>"
        f"<th scope='row'>{escape(item.title or title_of_kind(item.kind))}</th>"
        f"<td>{escape(time) or duration_text(item.minutes)}</td></tr>"
        for item, time in zip(meeting.agenda, times, strict=True)
    )
    return f'<table class="odv-planned"><tbody>{"".join(lines)}</tbody></table>'

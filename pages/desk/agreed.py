"""What was agreed at a meeting: sentences with a day, for the sheet of the evening."""

from __future__ import annotations

from datetime import date

import streamlit as st

from exercises.kit.editor.editing import remembered
from pages.desk import parts
from pages.desk.fields import add_form, field_trouble, saved, text_field
from pages.desk.texts import parsed_date
from state import agreements
from state.app import store
from state.language import _
from state.models import Meeting, MeetingAgreement


def show(meeting: Meeting) -> None:
    """All agreements, each to be changed, and the field for one more."""
    with store().read() as db:
        found = agreements.of_meeting(db, meeting.id)
    with st.container(key="odv-card-agreed"):
        st.header(_("Afgesproken"), anchor=False)
        if not found:
            st.text(_("Nog niets. Wat je hier schrijft, staat op de bijeenkomst op één blad."))
        for one in found:
            _row(one)
        add_form(
            f"agreed-{meeting.id}", {"text": _("Nog een afspraak")}, _("Voeg toe"),
            lambda typed: agreements.add(store(), meeting.id, typed["text"]),
            hints={"text": _("Wout belt Greet over de code op de deur")},
        )  # fmt: skip


def _row(one: MeetingAgreement) -> None:
    key = f"odv-agreed-{one.id}"
    what, when, remove = st.columns([12, 6, 2], vertical_alignment="bottom", gap="small")
    with what:
        text_field(
            _("Wat"), f"{key}-text", one.text,
            lambda typed: _change(one, text=typed),
        )  # fmt: skip
    with when:
        stored = parsed_date(one.due)
        st.date_input(
            _("Tegen wanneer"), key=remembered(f"{key}-due", stored), format="DD/MM/YYYY",
            min_value=date(2000, 1, 1), max_value=date(2100, 12, 31),
            on_change=saved(f"{key}-due", stored, lambda day: _change_day(one, day)),
        )  # fmt: skip
        field_trouble(f"{key}-due")
    with remove:
        parts.icon_button(
            _("Verwijder"), "delete", f"agreed-{one.id}",
            lambda: agreements.remove(store(), one.id), subject=one.text,
        )  # fmt: skip


def _change(one: MeetingAgreement, *, text: str) -> None:
    agreements.change(store(), one.id, text, _now(one).due)


def _change_day(one: MeetingAgreement, day: date | None) -> None:
    agreements.change(store(), one.id, _now(one).text, day.isoformat() if day else "")


def _now(one: MeetingAgreement) -> MeetingAgreement:
    """As it is stored by now, which may be newer than this page."""
    with store().read() as db:
        found = agreements.of_meeting(db, one.meeting_id)
    return next((item for item in found if item.id == one.id), one)

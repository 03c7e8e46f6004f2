"""A welcome, break or talk on an agenda: offered, and changed within its card."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from exercises.engine.stored import title_of_kind
from exercises.kit.editor.editing import remembered
from exercises.kit.rules.hours import duration_text
from pages.desk import drawings
from pages.desk.fields import attempt, field_trouble, saved, text_field
from state import agenda, meetings
from state.app import store
from state.language import _
from state.models import Activity, InterludeKind, Room


@dataclass(frozen=True)
class OfferedInterlude:
    """What can be put between exercises, with how long it usually takes."""

    kind: InterludeKind
    help: str
    minutes: int


OFFERED = (
    OfferedInterlude("welcome", _("Mensen komen binnen; het scherm toont de code."), 15),
    OfferedInterlude("break", _("Scherm en gsm’s tonen een pauze, met een klok."), 15),
    OfferedInterlude(
        "talk", _("Iets vertellen of bespreken zonder gsm’s; het scherm toont waarover."), 20
    ),
)


def offer(room: Room) -> None:
    """What can be put on the agenda besides exercises."""
    for one in OFFERED:
        with st.container(horizontal=True, vertical_alignment="center",
                          key=f"odv-row-offer-{one.kind}"):  # fmt: skip
            st.html(drawings.exercise_icon(one.kind, 48), width="content")
            with st.container(key=f"odv-text-{one.kind}", gap=None):
                st.text(title_of_kind(one.kind))
                with st.container(key=f"odv-muted-{one.kind}"):
                    st.text(f"{one.help} ({duration_text(one.minutes)})")
                    tell_place(room, one.kind)
            st.button(_("Zet op de agenda"), key=f"odv-put-{one.kind}",
                      on_click=partial(_put, room, one))  # fmt: skip


def tell_place(room: Room, kind: str) -> None:
    """Where the last one of a kind stands on the agenda, beside the button that puts it there: the
    agenda itself is mostly out of sight then. Nothing where there is none."""
    places = [at for at, one in enumerate(room.agenda, 1) if one.kind == kind]
    if places:
        st.text(
            _("✓ Staat op de agenda, als nummer {n} van {total}.").format(
                n=places[-1], total=len(room.agenda)
            )
        )  # fmt: skip


def _put(room: Room, one: OfferedInterlude) -> None:
    attempt(lambda: agenda.add_interlude(store(), room.meeting.id, one.kind, "", one.minutes))


def edit(activity: Activity) -> None:
    """The fields of one: what it is called, and for a talk what the facilitator will say."""
    text_field(
        _("Titel"), f"odv-title-{activity.id}", activity.title,
        lambda typed: meetings.entitle(store(), activity.id, typed),
        hint=title_of_kind(activity.kind),
    )  # fmt: skip
    key = f"odv-note-{activity.id}"
    st.text_area(
        _("Voor jezelf (staat op het draaiboek)"), key=remembered(key, activity.note),
        persist_state="session", height=120,
        on_change=saved(
            key, activity.note,
            lambda typed: agenda.change_note(store(), activity.id, typed),
        ),
    )  # fmt: skip
    field_trouble(key)

"""The meetings of a track, each with a way to its preparation and to its console."""

from __future__ import annotations

import streamlit as st

import exercises
from exercises.engine.stored import title_of
from exercises.kit.rules.days import full_day
from exercises.kit.rules.hours import clock_of, duration_text, whole_text
from pages.desk import downloads, parts, sorting
from pages.desk.fields import add_form, attempt
from pages.desk.texts import joined
from state import meetings, plans
from state.app import store
from state.language import _
from state.models import Meeting, Track

_STATES = {"running": _("Bezig"), "closed": _("Voorbij")}


def show(track: Track, planned: tuple[Meeting, ...], *, main: bool) -> None:
    """All meetings; the first that is not over has the page's main action, where `main`."""
    upcoming = next((item.id for item in planned if item.state != "closed"), None)
    for at, meeting in enumerate(planned):
        with st.container(key=f"odv-card-{meeting.id}"):
            _card(meeting, at, len(planned), main=main and meeting.id == upcoming)
    sorting.draggable(
        track.id, [item.id for item in planned],
        lambda ids: meetings.arrange(store(), track.id, ids),
    )  # fmt: skip
    with st.container(key="odv-card-add-meeting"):
        add_form(
            f"meeting-{track.id}", {"title": _("Titel van de bijeenkomst")},
            _("Bijeenkomst toevoegen"),
            lambda typed: meetings.add(
                store(), track.id, typed["title"], place=planned[-1].place if planned else ""
            ),
            main=main and not planned,
        )  # fmt: skip


def _card(meeting: Meeting, at: int, total: int, *, main: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="top", key=f"odv-row-{meeting.id}"):
        if total > 1:
            sorting.grip()
        with st.container(key=f"odv-text-{meeting.id}", gap=None):
            st.text(meeting.title)
            with st.container(key=f"odv-muted-{meeting.id}", gap=None):
                day = full_day(meeting.date) or _("Nog geen datum")
                st.text(joined(day, _hours(meeting), meeting.place))
                st.text(joined(_STATES.get(meeting.state, ""), _agenda(meeting)))
        parts.icon_button(
            _("Kopieer"), "content_copy", f"copy-{meeting.id}", lambda: _copy(meeting),
            subject=meeting.title,
        )  # fmt: skip
        parts.order_buttons(
            meeting.id, at, total,
            lambda by: meetings.move(store(), meeting.track_id, meeting.id, by),
            subject=meeting.title,
        )  # fmt: skip
        question = _("{title} verwijderen, met de agenda en alle antwoorden?")
        parts.remove_button(
            meeting.id, question.format(title=meeting.title),
            lambda: meetings.remove(store(), meeting.id), subject=meeting.title,
        )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-links-{meeting.id}"):
        # A meeting without an agenda has nothing to go to: preparing it is what comes next.
        agenda = meetings.room(store(), meeting.id).agenda
        ready = bool(agenda)
        parts.link(
            _("Voorbereiden"), parts.MEETING, {"m": meeting.id}, meeting.id,
            main=main and not ready,
        )  # fmt: skip
        parts.console_link(_("Naar de regie"), meeting.id, main=main and ready)
        if any(one.state != "planned" for one in agenda):
            parts.link(
                _("Terugblik"), parts.LOOKBACK, {"m": meeting.id}, f"lookback-{meeting.id}"
            )  # fmt: skip
        if meeting.state != "prepared":
            parts.page_link(_("De bijeenkomst op één blad"), f"./avond/{meeting.id}")
        if meeting.state == "closed":
            downloads.button(_("Download wat eruit kwam"), meeting.id)
    downloads.progress(meeting.id, f"./uitvoer/{meeting.id}.zip")


def _copy(meeting: Meeting) -> None:
    end = _(" (kopie)")
    title = f"{meeting.title[: meetings.TITLE_LIMIT - len(end)]}{end}"
    attempt(lambda: plans.copy_meeting(store(), meeting.id, title))


def _hours(meeting: Meeting) -> str:
    agenda = meetings.room(store(), meeting.id).agenda
    return whole_text(meeting.start, [item.minutes for item in agenda]) or clock_of(meeting.start)


def _agenda(meeting: Meeting) -> str:
    """What is on the agenda: the titles, and how long all takes."""
    agenda = meetings.room(store(), meeting.id).agenda
    if not agenda:
        return _("Nog niets op de agenda")
    titles = joined(
        *(title_of(item) for item in agenda if item.kind == "talk" or exercises.of_kind(item.kind))
    )
    total = duration_text(sum(item.minutes for item in agenda))
    return f"{titles} ({total})"

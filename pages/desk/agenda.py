"""The agenda of a meeting: exercises, breaks and talks, with their minutes and times of day. No
exercise is named here."""

from __future__ import annotations

from typing import Any

import streamlit as st

import exercises
from exercises.contract import Exercise
from exercises.engine import moment, stored
from exercises.engine.standing import standing
from exercises.engine.stored import config_of, title_of
from exercises.kit.editor.editing import remembered
from exercises.kit.rules.hours import duration_text, span_text, spans, whole_text
from exercises.kit.rules.labels import label_of
from pages.desk import drawings, exercise_editor, interlude, parts, sorting, visits_made
from pages.desk.fields import attempt, field_trouble, folded, is_open, saved
from pages.desk.texts import joined, step_count
from state import agenda, homework, meetings
from state.app import store
from state.language import _
from state.models import Activity, Room, TrackVisit
from state.problems import Refused

_STATES = {
    "running": _("bezig"), "left": _("nog niet gedaan"), "stopped": _("gestopt"),
    "done": _("gedaan"),
}  # fmt: skip


def show(room: Room) -> None:
    """What is on the agenda, how long it takes, and what can be added."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="odv-agenda-head"):
        st.header(_("Agenda"), anchor=False)
        if room.agenda:
            with st.container(key="odv-total", width="content"):
                st.text(_total(room))
    visits_made.ask(_unsaid(room), {one.id: one.name for one in room.organisations}, room.track.id)
    minutes = [item.minutes for item in room.agenda]
    times = [span_text(one) for one in spans(room.meeting.start, minutes)]
    for at, (activity, time) in enumerate(zip(room.agenda, times, strict=True)):
        with st.container(key=f"odv-card-{activity.id}"):
            _item(room, activity, at, time)
    _offer(room)
    sorting.draggable(
        room.meeting.id, [item.id for item in room.agenda],
        lambda ids: agenda.arrange(store(), room.meeting.id, ids),
    )  # fmt: skip


def _total(room: Room) -> str:
    minutes = [item.minutes for item in room.agenda]
    total = _("samen {time}").format(time=duration_text(sum(minutes)))
    return joined(total, whole_text(room.meeting.start, minutes))


def _item(room: Room, activity: Activity, at: int, time: str) -> None:
    exercise = exercises.of_kind(activity.kind)
    known = exercise is not None or activity.is_interlude
    title = title_of(activity) if known else _("Een oefening van een andere versie")
    unfolded = f"item-{activity.id}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-{activity.id}"):
        if len(room.agenda) > 1:
            sorting.grip()
        st.html(drawings.exercise_icon(activity.kind, 48), width="content")
        with st.container(key=f"odv-text-{activity.id}", gap=None):
            st.text(title)
            with st.container(key=f"odv-muted-{activity.id}"):
                st.text(
                    joined(
                        time,
                        _STATES.get(_standing(room, activity), ""),
                        exercise.title if exercise and activity.title else "",
                        _size(exercise, activity),
                    )
                )
        _minutes(activity)
        if exercise and exercise.edit:
            st.button(label_of(_("Inhoud"), title), key=f"odv-content-{activity.id}",
                      on_click=exercise_editor.open_editor, args=(activity.id,))  # fmt: skip
        if activity.is_interlude:
            folded(unfolded, _("Inhoud"), subject=title)
        if known:
            parts.icon_button(
                _("Kopieer"), "content_copy", f"copy-{activity.id}",
                lambda: _copy(activity.id), subject=title,
            )  # fmt: skip
        parts.order_buttons(
            activity.id, at, len(room.agenda),
            lambda by: meetings.move_activity(store(), room.meeting.id, activity.id, by),
            subject=title,
        )  # fmt: skip
        parts.remove_button(
            activity.id, _("{title} van de agenda halen?").format(title=title),
            lambda: meetings.remove_activity(store(), activity.id, title), subject=title,
        )  # fmt: skip
    field_trouble(_minutes_key(activity))
    if activity.is_interlude and is_open(unfolded):
        interlude.edit(activity)
    if room.meeting.state == "prepared" and stored.may_begin_at_home(activity):
        _beforehand(activity, title)
    if lacking := _lacks(room, activity):
        st.warning(lacking)
        for place in _lacks_at(room, activity):
            # Its own content has a button in the same row.
            if way := parts.WAYS.get(place):
                label, page = way
                parts.link(
                    label_of(label, title), page, {"t": room.track.id},
                    f"lacks-{place}-{activity.id}",
                )  # fmt: skip


def _beforehand(activity: Activity, title: str) -> None:
    """Whether people may fill it in at home in the days before the meeting."""
    key = f"odv-beforehand-{activity.id}"
    st.toggle(
        label_of(_("Mag thuis vooraf ingevuld worden"), title),
        key=remembered(key, bool(activity.at_home)),
        on_change=saved(
            key, bool(activity.at_home),
            lambda on: homework.allow(store(), activity.id, allowed=bool(on)),
        ),
    )  # fmt: skip
    if activity.at_home:
        st.text(_("Het staat op ieders eigen plek, tot de bijeenkomst opengaat."))


def _copy(activity_id: str) -> None:
    attempt(lambda: agenda.copy_item(store(), activity_id))


def _lacks(room: Room, activity: Activity) -> str:
    with store().read() as db:
        return moment.at(store(), db, room.meeting.id).lacks(activity)


def _lacks_at(room: Room, activity: Activity) -> tuple[str, ...]:
    with store().read() as db:
        return moment.at(store(), db, room.meeting.id).lacks_at(activity)


def _standing(room: Room, activity: Activity) -> str:
    with store().read() as db:
        return standing(moment.at(store(), db, room.meeting.id), activity)


def _unsaid(room: Room) -> list[TrackVisit]:
    """The visits without a day that an exercise of this agenda is about, each once."""
    with store().read() as db:
        here = moment.at(store(), db, room.meeting.id)
        return list(dict.fromkeys(one for item in room.agenda for one in here.unsaid(item)))


def _size(exercise: Exercise[Any, Any] | None, activity: Activity) -> str:
    if exercise is None:
        return ""
    return step_count(exercise, config_of(activity))


def _minutes_key(activity: Activity) -> str:
    return f"odv-minutes-{activity.id}"


def _minutes(activity: Activity) -> None:
    def plan(typed: int | None) -> None:
        if typed is None:
            raise Refused(_("Vul in hoeveel minuten je ervoor uittrekt."))
        meetings.plan_minutes(store(), activity.id, int(typed))

    key = _minutes_key(activity)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", width="content",
                      key=f"odv-time-{activity.id}"):  # fmt: skip
        st.number_input(
            _("Minuten"), key=remembered(key, activity.minutes), step=5, format="%d", width=76,
            label_visibility="collapsed", on_change=saved(key, activity.minutes, plan),
        )  # fmt: skip
        st.text(_("min"))


def _offer(room: Room) -> None:
    """The exercises to choose from: shown at once while the agenda is empty."""
    with st.container(key="odv-card-offer"):
        shown = True
        if room.agenda:
            shown = folded(f"offer-{room.meeting.id}", _("Iets toevoegen"))
        else:
            st.text(_("Wat staat er op de agenda?"))
        if shown:
            for exercise in exercises.EXERCISES:
                _choice(room, exercise)
            interlude.offer(room)


def _choice(room: Room, exercise: Exercise[Any, Any]) -> None:
    def put() -> None:
        config = exercise.sample.to_json()
        attempt(
            lambda: meetings.add_activity(
                store(), room.meeting.id, exercise.kind, config, exercise.minutes
            )
        )

    row = f"odv-row-offer-{exercise.kind}"
    with st.container(horizontal=True, vertical_alignment="center", key=row):
        st.html(drawings.exercise_icon(exercise.kind, 48), width="content")
        with st.container(key=f"odv-text-{exercise.kind}", gap=None):
            st.text(exercise.title)
            with st.container(key=f"odv-muted-{exercise.kind}"):
                st.text(f"{exercise.help} ({duration_text(exercise.minutes)})")
                interlude.tell_place(room, exercise.kind)
        # On an empty agenda the first exercise is what somebody most likely wants.
        first = not room.agenda and exercise is exercises.EXERCISES[0]
        st.button(_("Zet op de agenda"), key=f"odv-put-{exercise.kind}", on_click=put,
                  type="primary" if first else "secondary")  # fmt: skip

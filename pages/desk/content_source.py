"""Where the content of an exercise can come from: kept under a name, another agenda, the method."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

import exercises
from exercises.engine.stored import config_of, exercise_of
from pages.desk import parts
from pages.desk.fields import attempt, folded, show_trouble
from pages.desk.texts import joined
from state import library, meetings
from state.app import store
from state.language import _
from state.models import Activity, Json
from state.problems import Refused

_UNDO = "odv-content-before"


@dataclass(frozen=True)
class _Source:
    key: str
    title: str
    more: str
    config: Json
    saved: library.SavedContent | None = None


def show(activity: Activity) -> None:
    """Keep this content under a name, and take over another one."""
    _way_back(activity)
    parts.undo_strip(library.SCOPE)
    with st.container(horizontal=True, gap="small", key="odv-content-source"):
        keeping = folded(f"keep-{activity.id}", _("Bewaar voor een volgende keer"), _("Sluit"))
        taking = folded(f"take-{activity.id}", _("Neem andere inhoud over"), _("Sluit"))
    if keeping:
        _keep(activity)
    if taking:
        _take(activity)


def _keep(activity: Activity) -> None:
    key = f"odv-keep-name-{activity.id}"

    def keep() -> None:
        name = str(st.session_state.get(key) or "")
        # What is stored by now: fields on this page are stored when they are left.
        with store().read() as db:
            config = config_of(meetings.activity(db, activity.id)).to_json()
        if attempt(lambda: library.save(store(), activity.kind, name, config), key):
            st.session_state[key] = ""
            st.session_state[f"{key}:kept"] = " ".join(name.split())

    with st.container(key="odv-card-keep"):
        st.text_input(
            _("Onder welke naam?"), key=key, persist_state="session",
            placeholder=_("bijvoorbeeld: voor buurthuizen"),
        )  # fmt: skip
        show_trouble(key)
        if kept := st.session_state.get(f"{key}:kept"):
            st.text(
                _("Bewaard als {name}. Je vindt het terug bij ‘Neem andere inhoud over’.").format(
                    name=kept
                )
            )
        st.button(_("Bewaar"), key=f"odv-keep-{activity.id}", on_click=keep)


def _take(activity: Activity) -> None:
    with st.container(key="odv-card-take"):
        st.text(_("De inhoud van nu wordt vervangen. Je kunt dat terugdraaien."))
        for source in _sources(activity):
            _row(activity, source)


def _row(activity: Activity, source: _Source) -> None:
    row = f"odv-row-{source.key}"
    with st.container(horizontal=True, vertical_alignment="center", key=row):
        with st.container(key=f"odv-text-{source.key}", gap=None):
            st.text(source.title)
            if source.more:
                with st.container(key=f"odv-muted-{source.key}"):
                    st.text(source.more)
        st.button(_("Neem over"), key=f"odv-take-{source.key}", on_click=_replace,
                  args=(activity.id, source.config))  # fmt: skip
        if source.saved is not None:
            kept = source.saved
            parts.remove_button(
                kept.id, _("De bewaarde inhoud {name} verwijderen?").format(name=kept.name),
                lambda: library.remove(store(), kept.id),
            )  # fmt: skip


def _sources(activity: Activity) -> list[_Source]:
    exercise = exercise_of(activity)
    found = [
        _Source(f"saved-{one.id}", one.name, _("bewaard"), one.config_json(), one)
        for one in library.saved(store(), activity.kind)
    ]
    for one in library.elsewhere(store(), activity):
        size = len(exercise.steps(config_of(one.activity)))
        told = joined(one.track, _("{count} × {step}").format(count=size, step=exercise.step_label))
        found.append(_Source(one.activity.id, one.meeting, told, one.activity.config_json()))
    return [*found, _Source("usual", _("De inhoud van de methode"), "", exercise.sample.to_json())]


def _replace(activity_id: str, config: Json) -> None:
    def act() -> None:
        with store().read() as db:
            activity = meetings.activity(db, activity_id)
        exercise = exercises.of_kind(activity.kind)
        if exercise is None:
            raise Refused(_("Deze oefening zit nog niet in deze versie van Over de vloer."))
        # Parse with the exercise's own `from_json`, which upgrades content of older versions.
        taken = exercise.config.from_json(config).to_json()
        meetings.configure(store(), activity_id, taken)
        st.session_state[f"{_UNDO}-{activity_id}"] = activity.config_json()

    attempt(act)


def _way_back(activity: Activity) -> None:
    name = f"{_UNDO}-{activity.id}"
    before = st.session_state.get(name)
    if before is None:
        return

    def put_back() -> None:
        if attempt(lambda: meetings.configure(store(), activity.id, before)):
            del st.session_state[name]

    with (
        st.container(key="odv-undo-content"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        st.text(_("De inhoud is vervangen."), width="stretch")
        st.button(_("Zet terug"), key=f"odv-back-{activity.id}", on_click=put_back)

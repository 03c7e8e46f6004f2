"""Where the content of an exercise can come from: kept under a name, another agenda, the method."""

from __future__ import annotations

import json
from dataclasses import dataclass

import streamlit as st
from sqlite_utils import Database

from exercises.engine.stored import config_of, exercise_of
from exercises.kit.rules.labels import label_of
from pages.desk import parts
from pages.desk.fields import attempt, folded, show_trouble
from pages.desk.texts import joined, step_count
from state import contributions, library, meetings
from state.app import store
from state.language import _
from state.models import Activity, Json

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
    parts.undo_strip(library.scope())
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
        st.button(label_of(_("Neem over"), source.title), key=f"odv-take-{source.key}",
                  on_click=_replace, args=(activity.id, source.config))  # fmt: skip
        if source.saved is not None:
            kept = source.saved
            parts.remove_button(
                kept.id, _("De bewaarde inhoud {name} verwijderen?").format(name=kept.name),
                lambda: library.remove(store(), kept.id), subject=kept.name,
            )  # fmt: skip


def _sources(activity: Activity) -> list[_Source]:
    exercise = exercise_of(activity)
    found = [
        _Source(f"saved-{one.id}", one.name, _("bewaard"), one.config_json(), one)
        for one in library.saved(store(), activity.kind)
    ]
    for one in library.elsewhere(store(), activity):
        told = joined(one.track, step_count(exercise, config_of(one.activity)))
        found.append(_Source(one.activity.id, one.meeting, told, one.activity.config_json()))
    return [*found, _Source("usual", _("De inhoud van de methode"), "", exercise.sample.to_json())]


def _replace(activity_id: str, config: Json) -> None:
    def act() -> None:
        st.session_state[f"{_UNDO}-{activity_id}"] = _take_over(activity_id, config)

    attempt(act)


def _take_over(activity_id: str, config: Json) -> tuple[Json, str]:
    """Store another content; what people answered keeps its own words beside it. Gives the former
    content, and the stored text of the new one."""
    before: Json = {}
    after = ""

    def change(db: Database, activity: Activity) -> Json:
        exercise = exercise_of(activity)
        # Parse with the exercise's own `from_json`, which upgrades content of older versions.
        chosen = exercise.config.from_json(config)
        answered = contributions.answered_keys(db, activity_id)
        taken: Json = exercise.take_over(config_of(activity), chosen, answered).to_json()
        nonlocal before, after
        before, after = activity.config_json(), json.dumps(taken)
        return taken

    meetings.reconfigure(store(), activity_id, change)
    return before, after


def _way_back(activity: Activity) -> None:
    name = f"{_UNDO}-{activity.id}"
    kept: tuple[Json, str] | None = st.session_state.get(name)
    if kept is None:
        return
    before, after = kept

    def put_back() -> None:
        if attempt(lambda: _take_over(activity.id, before)):
            del st.session_state[name]

    with (
        st.container(key="odv-undo-content"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        told = _("De inhoud is vervangen.")
        if activity.config != after:
            told = _(
                "De inhoud is vervangen. Zet je terug, dan vervalt ook wat je daarna wijzigde."
            )
        st.text(told, width="stretch")
        st.button(_("Zet terug"), key=f"odv-back-{activity.id}", on_click=put_back)

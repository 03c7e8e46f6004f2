"""What is in the report: parts and organisations to choose, to order and to write a text for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import plain
from pages.desk import parts, report_preview
from pages.desk.fields import attempt, field_trouble, saved
from pages.web import consent_words
from report.documents.organisation_pages import PREFIX
from report.documents.part_list import ListedPart, listed
from state import report_parts, tracks
from state.app import store
from state.framework import framework_of
from state.language import _
from state.models import Organisation, ReportPart, Track


def show(track: Track) -> None:
    """The three cards: parts, organisations, names."""
    with store().read() as db:
        chosen = report_parts.of_track(db, track.id)
    with st.container(key="odv-card-parts"):
        st.header(_("Wat komt erin?"), anchor=False)
        found = listed(chosen, framework_of(track.framework))
        for at, one in enumerate(found):
            _part(track, found, at, one)
    present = tracks.organisations(store(), track.id)
    if present:
        with st.container(key="odv-card-organisations"):
            st.header(_("Wie komt erin?"), anchor=False)
            for organisation in present:
                _organisation(track, organisation, chosen.get(f"{PREFIX}{organisation.id}"))
    with st.container(key="odv-card-consent"):
        st.header(_("Namen"), anchor=False)
        st.text(consent_words.told(tracks.people(store(), track.id)))


def _part(track: Track, found: Sequence[ListedPart], at: int, one: ListedPart) -> None:
    key = f"{track.id}-{one.key}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-part-{key}"):
        _tick(track, one.key, one.title, included=one.included)
        if one.key in report_preview.empty_parts(track.id):
            with st.container(key=f"odv-muted-part-{key}", width="content"):
                st.text(_("nog leeg"), width="content")
        is_open = _opener(key, one.title, written=bool(one.text))
        parts.order_buttons(
            f"part-{key}", at, len(found),
            partial(_move, track, [item.key for item in found], at), subject=one.title,
        )  # fmt: skip
    if is_open:
        _text(track, one.key, one.title, one.text, one.hint)


def _organisation(track: Track, organisation: Organisation, part: ReportPart | None) -> None:
    key = f"{PREFIX}{organisation.id}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-part-{key}"):
        _tick(track, key, organisation.name, included=part is None or bool(part.included))
        text = "" if part is None else part.text
        is_open = _opener(key, organisation.name, written=bool(text))
    if is_open:
        _text(track, key, organisation.name, text, _("Iets over deze organisatie."))


def _opener(key: str, title: str, *, written: bool) -> bool:
    """A button with a pen that opens the field for own text; filled in once there is one."""
    opened = f"odv-part-open-{key}"
    parts.icon_button(
        _("Jouw tekst"), "edit_note" if written else "edit", f"part-{key}",
        lambda: _flip(opened), subject=title,
    )  # fmt: skip
    return bool(st.session_state.get(opened, False))


def _flip(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key, False)


def _tick(track: Track, key: str, title: str, *, included: bool) -> None:
    widget = f"odv-include-{track.id}-{key}"
    st.checkbox(
        plain(title), key=remembered(widget, included), width="stretch",
        on_change=saved(
            widget, included, lambda on: report_parts.include(store(), track.id, key, bool(on))
        ),
    )  # fmt: skip


def _text(track: Track, key: str, title: str, text: str, hint: str) -> None:
    """The field for own text; what can't be stored stays in it, with the reason below."""
    widget = f"odv-part-text-{track.id}-{key}"
    st.text_area(
        _("Jouw tekst bij {title}").format(title=plain(title)), key=remembered(widget, text),
        placeholder=hint or _("Komt vooraan in dit deel."), height=180, persist_state="session",
        on_change=saved(
            widget, text, lambda typed: report_parts.write(store(), track.id, key, typed)
        ),
    )  # fmt: skip
    field_trouble(widget)


def _move(track: Track, keys: list[str], at: int, by: int) -> None:
    order = [*keys]
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    attempt(lambda: report_parts.order(store(), track.id, order))

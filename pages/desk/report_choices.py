"""What is in the report: parts and organisations to choose, to order and to write a text for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.fields import attempt, field_trouble, flip, is_open, saved
from pages.web import consent_words
from report.documents.organisation_pages import PREFIX
from report.documents.part_list import ListedPart, listed
from state import report_parts, tracks
from state.app import store
from state.framework import framework_of
from state.language import _
from state.models import Organisation, ReportPart, Track


def show(track: Track) -> dict[str, DeltaGenerator]:
    """The three cards: parts, organisations, names. Gives the place beside each part, by its key,
    for `tell_empty`."""
    with store().read() as db:
        chosen = report_parts.of_track(db, track.id)
    with st.container(key="odv-card-parts"):
        st.header(_("Wat komt erin?"), anchor=False)
        found = listed(chosen, framework_of(track.framework))
        beside = {one.key: _part(track, found, at, one) for at, one in enumerate(found)}
    present = tracks.organisations(store(), track.id)
    if present:
        with st.container(key="odv-card-organisations"):
            st.header(_("Wie komt erin?"), anchor=False)
            for organisation in present:
                _organisation(track, organisation, chosen.get(f"{PREFIX}{organisation.id}"))
    with st.container(key="odv-card-consent"):
        st.header(_("Namen"), anchor=False)
        st.text(consent_words.told(tracks.people(store(), track.id)))
    return beside


def tell_empty(beside: dict[str, DeltaGenerator], empty: Iterable[str]) -> None:
    """Say beside the parts of these keys that they hold nothing yet: known once the pages are
    made."""
    for key in empty:
        beside[key].text(_("nog leeg"), width="content")


def _part(
    track: Track, found: Sequence[ListedPart], at: int, one: ListedPart
) -> DeltaGenerator:  # fmt: skip
    key = f"{track.id}-{one.key}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-part-{key}"):
        _tick(track, one.key, one.title, included=one.included)
        beside = st.container(key=f"odv-muted-part-{key}", width="content").empty()
        opened = _opener(key, one.title, written=bool(one.text))
        parts.order_buttons(
            f"part-{key}", at, len(found),
            partial(_move, track, [item.key for item in found], at), subject=one.title,
        )  # fmt: skip
    if opened:
        _text(track, one.key, one.title, one.text, one.hint)
    return beside


def _organisation(track: Track, organisation: Organisation, part: ReportPart | None) -> None:
    key = f"{PREFIX}{organisation.id}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-part-{key}"):
        _tick(track, key, organisation.name, included=part is None or bool(part.included))
        text = "" if part is None else part.text
        opened = _opener(key, organisation.name, written=bool(text))
    if opened:
        _text(track, key, organisation.name, text, _("Iets over deze organisatie."))


def _opener(key: str, title: str, *, written: bool) -> bool:
    """A button with a pen that opens the field for own text; filled in once there is one."""
    name = f"part-{key}"
    parts.icon_button(
        _("Jouw tekst"), "edit_note" if written else "edit", name, lambda: flip(name),
        subject=title,
    )  # fmt: skip
    return is_open(name)


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

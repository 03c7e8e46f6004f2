"""Reading a track in from the ZIP of another installation: shown first, and stored when asked."""

from __future__ import annotations

from typing import Any

import streamlit as st

from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.fields import attempt, close_fold, folded, show_trouble
from pages.desk.texts import joined
from report.data import opening_beside, reading_in
from report.data.reading_in import OpenedTrack
from state import tracks
from state.app import store
from state.language import _, ngettext
from state.problems import Refused, StateError

_PLACE = "read-in"
_OPENED, _DONE, _ROUND = "odv-read-in-opened", "odv-read-in-done", "odv-read-in-round"
# As much as the server takes: maxUploadSize of .streamlit/config.toml.
_MOST_MB = 200


def show() -> None:
    """The button that opens the form, the form, and what was read in."""
    with st.container(key="odv-plain-read-in"):
        st.header(_("Een traject inlezen"), anchor=False)
        st.markdown(_(
            "Kreeg je de ZIP van een traject, of werkte je op een andere laptop? Dan zet je het"
            " hier bij de rest. Wat hier staat, verandert niet."
        ))  # fmt: skip
        done = st.session_state.get(_DONE)
        if done:
            st.success(plain(done["sentence"]))
        with st.container(horizontal=True, vertical_alignment="center", key="odv-read-in"):
            if done:
                parts.link(_("Open het traject"), parts.TRACK, {"t": done["track"]}, "read-in")
            is_open = folded(_PLACE, _("Lees een traject in"), _("Sluit"))
        if is_open:
            _form()


def _form() -> None:
    dropped = st.file_uploader(
        _("De ZIP van een traject"), key=_widget(), max_upload_size=_MOST_MB
    )  # fmt: skip
    if dropped is None:
        st.session_state.pop(_OPENED, None)
        return
    st.session_state.pop(_DONE, None)
    try:
        one = _opened(dropped)
    except Refused as refusal:
        st.error(plain(str(refusal)))
        return
    st.text(one.name)
    with st.container(key="odv-muted-read-in", gap=None):
        st.text(_counts(one))
    try:
        here = reading_in.is_here(store(), one)
    except StateError as error:
        st.error(plain(f"{error.problem.text} {error.problem.fix}"))
        return
    if here is not None:
        st.warning(plain(str(here)))
    label = _("Lees in") if here is None else _("Lees in als kopie")
    st.button(
        label, key="odv-read-in-go", type="primary" if here is None else "secondary",
        on_click=_store, args=(one, here is not None),
    )  # fmt: skip
    show_trouble(_PLACE)


def _opened(dropped: Any) -> OpenedTrack:
    """The track of the chosen file, opened once; Refused, each time, for one that is no good."""
    known = st.session_state.get(_OPENED)
    if known is None or known[0] != dropped.file_id:
        with st.spinner(_("We kijken het bestand na.")):
            try:
                found: OpenedTrack | Refused = opening_beside.opened(dropped)
            except Refused as refusal:
                found = refusal
        known = st.session_state[_OPENED] = (dropped.file_id, found)
    if isinstance(known[1], Refused):
        raise known[1]
    opened: OpenedTrack = known[1]
    return opened


def _store(one: OpenedTrack, as_copy: bool) -> None:
    stored: list[str] = []
    if attempt(
        lambda: stored.append(reading_in.store_track(store(), one, as_copy=as_copy)), _PLACE
    ):
        st.session_state.pop(_OPENED, None)
        # Another name for the field: the file goes.
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        close_fold(_PLACE)
        st.session_state[_DONE] = {
            "track": stored[0],
            "sentence": _("{name} is ingelezen: {counts}.").format(
                name=tracks.track(store(), stored[0]).name, counts=_counts(one)
            ),
        }


def _counts(one: OpenedTrack) -> str:
    return joined(
        ngettext("{count} organisatie", "{count} organisaties", one.organisations).format(
            count=one.organisations
        ),
        ngettext("{count} deelnemer", "{count} deelnemers", one.people).format(count=one.people),
        ngettext("{count} bijeenkomst", "{count} bijeenkomsten", one.meetings).format(
            count=one.meetings
        ),
        ngettext("{count} antwoord", "{count} antwoorden", one.answers).format(count=one.answers),
        ngettext("{count} foto", "{count} foto’s", len(one.photos)).format(count=len(one.photos)),
    )


def _widget() -> str:
    return f"odv-read-in-file-{st.session_state.get(_ROUND, 0)}"

"""A page that may not be seen any more while somebody types in it, since its track is shared no
more or its pass ended: what was typed stays to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from typing import Any

import streamlit as st

from pages.desk import guard, watching
from pages.desk.copying import copy_button
from state import track_access, tracks
from state.app import store
from state.language import _
from state.problems import Refused, StateError

_OPENED, _KEPT = "odv-opened-tracks", "odv-kept-words"
_SIGNED_IN = "odv-was-signed-in"
_BASE, _ADDED = ":base", "odv-add-"
# Passcodes are typed in forms of these names, and are never shown.
_SECRET = ("-passcode", "-present", "-wanted")


@contextmanager
def watched() -> Iterator[None]:
    """Remember that the track of this page was open here; when it is not for this organiser any
    more, Refused with a sentence of its own in place of the one inside."""
    track_id = _track_of_page()
    opened: set[str] = st.session_state.setdefault(_OPENED, set())
    try:
        yield
    except Refused as refusal:
        if track_id in opened and _is_there(track_id):
            raise Refused(_("Dit traject wordt niet meer met je gedeeld.")) from refusal
        raise
    if track_id:
        opened.add(track_id)
    st.session_state[_SIGNED_IN] = True


def watch() -> None:
    """Have the page say at once when its track or its pass is this browser's no more."""
    watching.watch(_track_of_page())


def was_signed_in() -> bool:
    """Whether this open page was once shown with a pass that was valid then."""
    return bool(st.session_state.get(_SIGNED_IN, False))


def show_words() -> None:
    """What was typed here and could not be stored, each text with a button to copy it."""
    track_id = _track_of_page()
    if track_id in st.session_state.get(_OPENED, ()):
        _show(track_id)


def show_signed_out() -> None:
    """That the pass of this browser ended, with what was typed and could not be stored."""
    st.error(_(
        "Je bent hier afgemeld. Misschien is je toegangscode veranderd, of meldde je je af in een"
        " ander venster."
    ))  # fmt: skip
    # Loaded anew, the page asks to sign in, and comes back.
    st.html(f'<a class="odv-go odv-go-main" href="{escape(guard.here())}" target="_self">'
            f'{_("Meld je opnieuw aan")}</a>', width="content")  # fmt: skip
    _show("")


def _show(place: str) -> None:
    kept: dict[str, dict[str, str]] = st.session_state.setdefault(_KEPT, {})
    # Streamlit forgets what a field holds at the end of a run that does not draw that field.
    words = {**kept.get(place, {}), **_typed()}
    known = {*words.values(), *_stored()}
    words |= {f"odv-page-{text}": text for text in watching.typed() if text not in known}
    kept[place] = words
    if not words:
        return
    with st.container(key="odv-card-kept-words"):
        st.text(_("Dit typte je nog. Het is niet bewaard, maar je kunt het hier kopiëren."))
        for number, (_key, text) in enumerate(words.items()):
            st.text(text)
            copy_button(f"kept-{number}", text, "", _("Kopieer wat je typte"))


def _typed() -> dict[str, str]:
    """The texts in fields that hold something else than what is stored, by the key of the field."""
    state = st.session_state.to_dict()
    return {
        str(key): value
        for key, value in state.items()
        if isinstance(value, str) and value.strip() and _unsaved(str(key), value, state)
    }


def _stored() -> set[str]:
    """The texts that the fields of this open page held when they were last drawn."""
    state = st.session_state.to_dict()
    return {value for key, value in state.items()
            if str(key).endswith(_BASE) and isinstance(value, str)}  # fmt: skip


def _unsaved(key: str, value: str, state: Mapping[Any, Any]) -> bool:
    if f"{key}{_BASE}" in state:
        return bool(state[f"{key}{_BASE}"] != value)
    return key.startswith(_ADDED) and not key.endswith(_SECRET)


def _track_of_page() -> str:
    track_id, meeting_id = (st.query_params.get(name, "") for name in ("t", "m"))
    if track_id or not meeting_id:
        return track_id
    with store().read() as db:
        return track_access.of_meeting(db, meeting_id) or ""


def _is_there(track_id: str) -> bool:
    """Whether the track itself was not removed."""
    with track_access.acting(None):
        try:
            tracks.track(store(), track_id)
        except (Refused, StateError):
            return False
    return True

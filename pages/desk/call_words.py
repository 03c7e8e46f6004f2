"""The texts of a call, and of the letters to who applied, each from a default."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exercises.kit.editor.editing import remembered
from pages.desk.fields import attempt, field_trouble, saved
from state import call_texts, calls
from state.app import store
from state.call_texts import TextKey
from state.calls import Call
from state.language import _
from state.models import Track

_PAGE: dict[TextKey, str] = {
    "about": _("Waarover het gaat"), "for_whom": _("Voor wie"), "ask": _("Wat we vragen"),
    "offer": _("Wat we bieden"), "choosing": _("Hoe we kiezen"),
    "phone": _("Wie je kunt bellen, en wanneer"),
}  # fmt: skip
_AFTER: dict[TextKey, str] = {
    "thanks": _("Op de bladzijde na het versturen"), "mail": _("Om te mailen"),
    "yes": _("Brief: jullie doen mee"), "no": _("Brief: dit jaar niet"),
    "waiting": _("Brief: op de wachtlijst"),
}  # fmt: skip
_ROW = 26
_LONGEST = 300


def show(track: Track, call: Call) -> None:
    """The texts of the public page."""
    with st.container(key="odv-card-call-texts"):
        st.header(_("De tekst van de oproep"), anchor=False)
        with st.container(key="odv-muted-call-texts"):
            st.text(_(
                "Een regel die met ‘- ’ begint, wordt een lijstje. Leeg mag. De dagen van de"
                " bijeenkomsten komen er vanzelf bij, en het thema waar {thema} staat."
            ))  # fmt: skip
        for key, label in _PAGE.items():
            _field(track, call, key, label)


def letters(track: Track, call: Call) -> None:
    """What people get after they applied."""
    with st.container(key="odv-card-call-letters"):
        st.header(_("Mails en brieven"), anchor=False)
        with st.container(key="odv-muted-call-letters"):
            st.text(_("{traject}, {organisatie}, {link} en {tot} worden vanzelf ingevuld."))
        for key, label in _AFTER.items():
            _field(track, call, key, label)


def _field(track: Track, call: Call, key: TextKey, label: str) -> None:
    name, stored = f"odv-{track.id}-call-{key}", call.texts[key]
    lines = sum(1 + len(line) // 48 for line in stored.splitlines()) or 1
    st.text_area(
        label, key=remembered(name, stored), height=min(_LONGEST, 42 + _ROW * max(2, lines)),
        persist_state="session",
        on_change=saved(name, stored, partial(calls.set_text, store(), track.id, key)),
    )  # fmt: skip
    field_trouble(name)
    if key in call.own_texts:
        st.button(
            _("Terug naar de gewone tekst"), key=f"odv-call-usual-{key}", on_click=_usual,
            args=(track, key), help=label,
        )  # fmt: skip


def _usual(track: Track, key: TextKey) -> None:
    attempt(lambda: calls.set_text(store(), track.id, key, call_texts.usual()[key]))

"""The letters after choosing: a text for each candidate, by what was decided, to copy."""

from __future__ import annotations

import streamlit as st

from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.candidate_case import Candidates
from pages.desk.copying import copy_button
from state.application_rows import Application
from state.call_texts import TextKey, filled
from state.language import _

_KINDS: dict[TextKey, str] = {
    "yes": _("Wie meedoet"), "waiting": _("Wie op de wachtlijst staat"),
    "no": _("Wie dit jaar niet meedoet"),
}  # fmt: skip


def show(found: Candidates) -> None:
    """A card for each candidate of one decision; the texts are those of the call."""
    with st.container(key="odv-card-letters"):
        st.header(_("Brieven"), anchor=False)
        there = {key: [one for one in found.sent if one.decision == key] for key in _KINDS}
        kinds = [key for key, of in there.items() if of]
        if not kinds:
            st.text(_("Kies eerst wie meedoet. Dan staat hier voor elk een tekst klaar."))
            return
        kind = st.segmented_control(
            _("Welke"), kinds, default=kinds[0], format_func=_KINDS.__getitem__,
            key="odv-letter-kind", required=True, label_visibility="collapsed",
        )  # fmt: skip
        for one in there[kind or kinds[0]]:
            _letter(found, one, kind or kinds[0])
        with st.container(key="odv-muted-letters"):
            st.text(_("De tekst zelf wijzig je bij de oproep."))
        parts.link(_("Naar de oproep"), parts.CALL, {"t": found.track.id}, "letter-texts")


def _letter(found: Candidates, one: Application, kind: TextKey) -> None:
    text = filled(found.call.texts[kind], traject=found.track.name, organisatie=one.answers.name)
    with st.container(key=f"odv-letter-{one.id}"):
        st.subheader(plain(one.answers.name), anchor=False)
        if twice := found.twice(one):
            st.text(twice)
        contact = ", ".join(filter(None, (one.answers.contact, one.answers.phone)))
        if contact:
            st.text(contact)
        st.text(text)
        copy_button(one.id, text, one.answers.name)

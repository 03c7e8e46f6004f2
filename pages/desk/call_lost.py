"""The card for who lost the link to an application, or whose link is in the wrong hands."""

from __future__ import annotations

import streamlit as st

from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.copying import copy_button
from pages.desk.fields import attempt
from pages.web import addresses
from state import applications
from state.app import store
from state.language import _
from state.models import Track

_MADE = "odv-call-made-link"


def show(track: Track) -> None:
    """Choose an application, and make its link anew or end it."""
    names = {one.id: one.answers.name or _("zonder naam")
             for one in applications.of_track(store(), track.id)
             if one.status != "withdrawn"}  # fmt: skip
    if not names:
        return
    with st.container(key="odv-card-call-lost"):
        st.header(_("Een link kwijt?"), anchor=False)
        with st.container(key="odv-muted-call-lost"):
            st.text(_("Een nieuwe link staat hier één keer. De link van daarvoor werkt dan niet"
                      " meer. Vraag eerst wie je aan de lijn hebt."))  # fmt: skip
        chosen = st.selectbox(
            _("De aanmelding van"), list(names), key="odv-call-lost",
            format_func=lambda one: plain(names.get(one, "")),
        )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(_("Maak een nieuwe link"), key="odv-call-give", on_click=_give,
                      args=(chosen,))  # fmt: skip
            parts.remove_button(
                "call-revoke", _("De link van deze aanmelding werkt dan niet meer."),
                lambda: applications.revoke_link(store(), chosen), label=_("Trek de link in"),
            )  # fmt: skip
        made = st.session_state.get(_MADE)
        if made and made[0] == chosen:
            st.code(made[1], language=None, wrap_lines=True)
            copy_button("call-lost-link", made[1], "", _("Kopieer de nieuwe link"))


def _give(application_id: str) -> None:
    def act() -> None:
        token = applications.give_link(store(), application_id)
        address = f"{addresses.chosen(store()).url}/aanmelding/{token}"
        st.session_state[_MADE] = (application_id, address)

    attempt(act)

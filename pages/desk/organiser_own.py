"""What somebody who prepares changes of themselves: name and passcode."""

from __future__ import annotations

import streamlit as st

from pages.desk import guard
from pages.desk.fields import add_form, close_fold, folded, text_field
from state import access, organisers
from state.app import store
from state.language import _
from state.organisers import Organiser


def show(me: Organiser) -> None:
    """The own name, and a form to choose another passcode."""
    with st.container(key="odv-card-own"):
        st.header(_("Jij"), anchor=False)
        text_field(
            _("Je naam"), "odv-own-name", me.name,
            lambda typed: organisers.rename(store(), me.id, typed),
        )  # fmt: skip
        if not me.passcode_hash:
            st.text(_("Je meldt je aan met de account van je organisatie."))
        elif folded("own-passcode", _("Kies een andere toegangscode"), _("Sluit")):
            add_form(
                "own-passcode",
                {"present": _("Je toegangscode van nu"), "wanted": _("Je nieuwe toegangscode")},
                _("Bewaar de toegangscode"),
                lambda typed: organisers.change_own_passcode(
                    store(), me.id, typed["present"], typed["wanted"], guard.token()
                ),
                then=lambda _done: close_fold("own-passcode"),
                hints={"wanted": _("minstens {n} tekens").format(n=access.PASSCODE_MINIMUM)},
                secret={"present", "wanted"},
            )  # fmt: skip

"""From one passcode to several organisers, and back."""

from __future__ import annotations

import streamlit as st

from pages.desk import guard, parts
from pages.desk.fields import add_form, folded
from state import access, organisers
from state.app import store
from state.language import _

_ONE = "odv-one-passcode"


def show() -> None:
    """What changes with several organisers, and the form that adds the first."""
    st.markdown(_(
        "Nu is er één toegangscode voor iedereen die voorbereidt, en iedereen ziet alles. Werk je"
        " met meer mensen, dan krijgt elk een eigen naam en toegangscode. Je ziet dan alleen je"
        " eigen trajecten en die iemand met je deelt, en je kunt nalezen wie wat wijzigde."
    ))  # fmt: skip
    with st.container(key="odv-card-first-organiser", width=620):
        st.header(_("Begin met jezelf"), anchor=False)
        st.markdown(_(
            "Jij wordt beheerder: jij voegt anderen toe en kunt veilige kopieën terugzetten. De"
            " trajecten van nu worden van jou. Wie op een ander toestel aangemeld is, meldt zich"
            " opnieuw aan."
        ))  # fmt: skip
        add_form(
            "first-organiser",
            {"name": _("Je naam"), "passcode": _("Je eigen toegangscode")},
            _("Ga verder met organisatoren"),
            lambda typed: organisers.begin(
                store(), typed["name"], typed["passcode"], guard.token()
            ),
            hints={"passcode": _("minstens {n} tekens").format(n=access.PASSCODE_MINIMUM)},
            main=True, secret={"passcode"},
        )  # fmt: skip


def back_to_one() -> None:
    """A closed part for administrators: one passcode for everybody again."""
    with st.container(key="odv-plain-one-passcode"):
        st.header(_("Terug naar één toegangscode"), anchor=False)
        if not folded("one-passcode", _("Zet organisatoren af"), _("Sluit")):
            return
        st.markdown(_(
            "Alle organisatoren gaan weg en worden afgemeld. Iedereen met de toegangscode die je"
            " hier kiest, ziet daarna weer elk traject."
        ))  # fmt: skip
        st.text_input(_("Toegangscode voor iedereen"), key=_ONE, type="password")
        if st.button(_("Terug naar één toegangscode"), key="odv-end-organisers"):
            parts.confirm(
                _("Alle organisatoren weghalen, en verdergaan met één toegangscode?"),
                _("Ja, haal ze weg"), "end-organisers", _end,
            )  # fmt: skip


def _end() -> None:
    organisers.end(store(), str(st.session_state.get(_ONE) or ""), guard.token())

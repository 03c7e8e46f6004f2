"""What the coordinator chooses for the kijkstages of a track."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from exercises.kit.editor.editing import remembered
from pages.desk.fields import field_trouble, saved
from pages.desk.kijkstage_known import KnownOffers
from pages.own.kijkstage_words import rule_text
from state import offering, offers
from state.app import store
from state.language import _
from state.places import MOST_OTHERS_FIRST, USUAL_OTHERS_FIRST


def show(here: KnownOffers) -> None:
    """Whether own pages offer kijkstages, and who goes first."""
    key = f"odv-offer-rules-{here.track.id}"
    first = here.rules.others_first
    with st.container(key="odv-card-offer-rules"):
        st.header(_("Afspraken"), anchor=False)
        st.checkbox(
            _("Kijkstages staan op ieders eigen plek, ook zonder aanbod"),
            key=remembered(f"{key}-on", here.rules.is_on),
            on_change=saved(f"{key}-on", here.rules.is_on,
                            lambda on: _change(here, is_on=bool(on))),
        )  # fmt: skip
        st.checkbox(
            _("Een andere sector gaat voor"), key=remembered(f"{key}-first", first > 0),
            on_change=saved(
                f"{key}-first", first > 0,
                lambda on: _change(here, others_first=USUAL_OTHERS_FIRST if on else 0),
            ),
        )  # fmt: skip
        if first:
            st.number_input(
                _("Tot hoeveel dagen vooraf?"), min_value=1, max_value=MOST_OTHERS_FIRST,
                width=160, key=remembered(f"{key}-days", first),
                on_change=saved(f"{key}-days", first,
                                lambda n: _change(here, others_first=int(n))),
            )  # fmt: skip
            field_trouble(f"{key}-days")
        with st.container(key="odv-muted-offer-rules"):
            st.text(rule_text(here.rules))


def _change(here: KnownOffers, **values: Any) -> None:
    with store().read() as db:
        stored = offers.rules(db, here.track.id)
    offering.set_rules(store(), here.track.id, replace(stored, **values), today=here.today)

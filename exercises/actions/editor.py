"""The facilitator's editor of acties: drawn anew at each run."""

from __future__ import annotations

import streamlit as st

from exercises.actions import config as rules
from exercises.actions.config import ActionsConfig, usual
from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.fields import back_to, day_field, label_and_question
from state.language import _


def edit(config: ActionsConfig, organisations: tuple[Party, ...]) -> ActionsConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    st.header(_("Waaruit bestaat een actie?"), anchor=False)
    st.text(_("Vijf stappen. Aandachtsgebied en inspiratie kiest elke organisatie er zelf bij."))
    for ask in config.asks:
        with st.container(key=f"odv-card-actions-{ask.key}"):
            config = label_and_question(config, ask, rules.with_label, rules.with_question)
    with st.container(key="odv-card-actions-until"):
        config = _until(config)
    back_to(_("Terug naar de gewone vragen"), config, usual())
    return config


def _until(config: ActionsConfig) -> ActionsConfig:
    st.subheader(_("Thuis verder"), anchor=False)
    st.text(
        _(
            "Thuis werkt elke organisatie haar plan af, en vertelt ze hoe het staat:"
            " bezig, gedaan of laten vallen. Wie later is, kan nog altijd iets vertellen."
        )
    )
    day = day_field(_("Af te werken tegen"), "until", config.until)
    return rules.with_date(config, day)

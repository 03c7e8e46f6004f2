"""The facilitator's editor of the gespreksleidraad: by when it is filled in at home."""

from __future__ import annotations

import streamlit as st

from exercises.contract import Party
from exercises.guide.config import GuideConfig, with_date
from exercises.kit.editor import editing
from exercises.kit.editor.fields import day_field
from state.language import _


def edit(config: GuideConfig, organisations: tuple[Party, ...]) -> GuideConfig:
    """Draw the editor and give the configuration as it is now."""
    config = editing.changed(config)
    with st.container(key="odv-card-guide-until"):
        st.header(_("Thuis verder invullen"), anchor=False)
        st.text(
            _(
                "Elk bezoek heeft zijn eigen leidraad, met dagen en programma. Die gaan naar de"
                " bezoeken van het traject: wat je daar wijzigt, staat ook hier."
            )
        )
        day = day_field(_("In te vullen tegen"), "until", config.until)
    return with_date(config, day)

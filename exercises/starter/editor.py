"""The facilitator's editor of Beginoefening: drawn anew at each run."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.fields import back_to, line_field
from exercises.kit.editor.naming_field import naming_field
from exercises.kit.editor.questions import questions_field, read_questions
from exercises.starter.config import QUESTION_LIMIT, QUESTIONS_LIMIT, StarterConfig, with_ask
from state.language import _


# Next: a field for each field of the configuration, from kit/editor/, so that what is refused stays
# typed; a list whose entries have answers is drawn by kit/editor/list_editor.py.
def edit(config: StarterConfig, organisations: tuple[Party, ...]) -> StarterConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    with st.container(key="odv-card-starter-ask"):
        st.header(_("De vraag"), anchor=False)
        config = line_field(config, _("Op gsm en scherm"), "ask", config.ask, with_ask)
        named = naming_field(_("Wie staat bij een zin?"), config.visibility)
        config = replace(config, visibility=named)
    with st.container(key="odv-card-starter-talk"):
        config = questions_field(config, _("Vragen voor het gesprek"), _read)
    back_to(_("Terug naar de gewone vragen"), config, StarterConfig())
    return config


def _read(typed: str) -> tuple[str, ...]:
    return read_questions(typed, QUESTION_LIMIT, QUESTIONS_LIMIT)

"""The facilitator's editor of De lijn: drawn anew at each run, from a configuration to one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.naming_field import naming_field
from exercises.kit.editor.questions import questions_field, read_questions
from exercises.line.config import (
    QUESTIONS_LIMIT,
    STATEMENT_LIMIT,
    LineConfig,
    end_labels,
)
from exercises.line.editor_statements import statements
from exercises.line.editor_widgets import ends_choice
from state.language import _
from state.problems import Refused


def edit(config: LineConfig, organisations: tuple[Party, ...]) -> LineConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Stellingen"), anchor=False)
        config = statements(config)
    with right:
        with st.container(key="odv-card-line-ends"):
            config = _ends(config)
        with st.container(key="odv-card-line-talk"):
            config = _questions(config)
        with st.container(key="odv-card-line-show"):
            config = _showing(config)
    return config


def _ends(config: LineConfig) -> LineConfig:
    st.header(_("Uiteinden van de lijn"), anchor=False)
    try:
        ends = ends_choice(
            _("Wat staat er links en rechts?"), "ends", config.ends,
            lambda now, pair: replace(now, ends=end_labels(*pair)),
        )  # fmt: skip
        return replace(config, ends=end_labels(*ends))
    except Refused as refusal:
        st.error(str(refusal))
        return config


def _questions(config: LineConfig) -> LineConfig:
    return questions_field(config, _("Vragen voor het gesprek"), _read_questions)


def _read_questions(typed: str) -> tuple[str, ...]:
    return read_questions(typed, STATEMENT_LIMIT, QUESTIONS_LIMIT)


def _showing(config: LineConfig) -> LineConfig:
    st.header(_("Op het scherm"), anchor=False)
    visibility = naming_field(_("Wat staat er bij een figuur?"), config.visibility)
    hidden = st.toggle(
        _("Figuren pas tonen als ik het zeg"),
        key=editing.remembered(editing.key("hide-first"), config.hide_first),
    )
    return replace(config, visibility=visibility, hide_first=hidden)

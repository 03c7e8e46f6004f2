"""The facilitator's editor of Top en flop domino: from a configuration to one, drawn anew."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.domino import content
from exercises.domino.config import (
    DominoConfig,
    intro,
    questions,
)  # fmt: skip
from exercises.kit.editor import editing
from exercises.kit.editor.naming_field import naming_field
from exercises.kit.editor.questions import questions_field
from state.language import _
from state.problems import Refused


def edit(config: DominoConfig, organisations: tuple[Party, ...] = ()) -> DominoConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        with st.container(key="odv-card-domino-intro"):
            config = _intro(config)
        with st.container(key="odv-card-domino-talk"):
            config = _questions(config)
        _usual(config)
    with right, st.container(key="odv-card-domino-show"):
        return _showing(config)


def _intro(config: DominoConfig) -> DominoConfig:
    st.header(_("Waarover schrijven ze?"), anchor=False)
    typed = st.text_area(
        _("Inleiding boven de steen"), height="content", persist_state="session",
        key=editing.remembered(editing.key("intro"), config.intro), on_change=_keep_intro,
    )  # fmt: skip
    try:
        return replace(config, intro=intro(typed or ""))
    except Refused as refusal:
        st.error(str(refusal))
        return config


def _keep_intro() -> None:
    typed = str(st.session_state[editing.key("intro")] or "")
    editing.later(lambda config: replace(config, intro=intro(typed)))


def _questions(config: DominoConfig) -> DominoConfig:
    return questions_field(config, _("Vragen voor de nabespreking"), questions)


def _usual(config: DominoConfig) -> None:
    """The way back to the words of the method, when they are others by now."""
    if (config.intro, config.questions) == (content.INTRO, content.QUESTIONS):
        return

    def restore() -> None:
        for name, text in (
            ("intro", content.INTRO),
            ("questions", "\n".join(content.QUESTIONS)),
        ):
            st.session_state[editing.key(name)] = text
        editing.later(lambda now: replace(now, intro=content.INTRO, questions=content.QUESTIONS))

    st.button(_("Terug naar de gewone woorden"), key=editing.key("usual"), on_click=restore)


def _showing(config: DominoConfig) -> DominoConfig:
    st.header(_("Op het scherm"), anchor=False)
    visibility = naming_field(_("Wie staat bij een steen?"), config.visibility)
    own_start = st.toggle(
        _("Wie wil, legt zelf een steen op tafel"),
        key=editing.remembered(editing.key("own-start"), config.own_start),
        help=_("Uit: enkel jij begint een spoor. Ernaast leggen mag altijd."),
    )
    return replace(config, visibility=visibility, own_start=own_start)

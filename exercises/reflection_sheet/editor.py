"""The facilitator's editor of the reflectiefiche: drawn anew at each run."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.fields import back_to, day_field, label_and_question, line_field, switch
from exercises.reflection_sheet import config as rules
from exercises.reflection_sheet.config import AREAS, Prompt, ReflectionConfig, usual
from state.language import _
from state.problems import Refused


def edit(config: ReflectionConfig, organisations: tuple[Party, ...]) -> ReflectionConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    st.header(_("De drie kopjes"), anchor=False)
    for prompt in config.cups:
        config = _prompt(config, prompt)
    st.header(_("Het besluit"), anchor=False)
    for prompt in config.conclusions:
        config = _prompt(config, prompt)
    with st.container(key="odv-card-reflection-rest"):
        config = _rest(config)
    with st.container(key="odv-card-reflection-areas"):
        config = _areas(config)
    with st.container(key="odv-card-reflection-until"):
        config = _until(config)
    back_to(_("Terug naar de gewone fiche"), config, usual())
    return config


def _prompt(config: ReflectionConfig, prompt: Prompt) -> ReflectionConfig:
    with st.container(key=f"odv-card-reflection-{prompt.key}"):
        return label_and_question(config, prompt, rules.with_label, rules.with_question)


def _rest(config: ReflectionConfig) -> ReflectionConfig:
    questions = switch(_("Leervragen"), "questions", config.questions)
    top = switch(_("Top 3 van gastorganisaties"), "top", config.top)
    config = replace(config, questions=questions, top=top)
    if questions:
        config = line_field(
            config, _("Vraag bij de leervragen"), "questions-ask", config.questions_ask,
            rules.with_questions_ask,
        )  # fmt: skip
    if top:
        config = line_field(
            config, _("Vraag bij de top 3"), "top-ask", config.top_ask, rules.with_top_ask
        )
    return config


def _areas(config: ReflectionConfig) -> ReflectionConfig:
    st.subheader(_("Welke aandachtsgebieden?"), anchor=False)
    names = editing.area_names()
    for number in AREAS:
        label = f"{number}. {names.get(number, '')}"
        on = switch(label, f"area-{number}", number in config.areas)
        try:
            config = rules.with_area(config, number, on)
        except Refused as refusal:
            st.error(str(refusal))
    return config


def _until(config: ReflectionConfig) -> ReflectionConfig:
    st.subheader(_("Thuis verder invullen"), anchor=False)
    st.text(
        _(
            "Na de bijeenkomst geef je in de regie links mee om de fiche thuis af te werken."
            " De datum staat op de gsm; wie later is, kan nog altijd invullen."
        )
    )
    day = day_field(_("In te vullen tegen"), "until", config.until)
    return rules.with_date(config, day)

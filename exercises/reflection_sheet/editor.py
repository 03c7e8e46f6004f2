"""The facilitator's editor of the reflectiefiche: drawn anew at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from exercises.reflection_sheet import config as rules
from exercises.reflection_sheet.config import AREAS, Prompt, ReflectionConfig, usual
from exercises.shared import editing
from state.language import _
from state.problems import Refused

Keep = Callable[[ReflectionConfig, str], ReflectionConfig]


def edit(config: ReflectionConfig) -> ReflectionConfig:
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
    if config != usual():
        st.button(_("Terug naar de gewone fiche"), key=editing.key("usual"), on_click=_to_usual)
    return config


def _to_usual() -> None:
    """Back to the sheet of the method; what the fields hold, stored or not, is forgotten."""
    fields = [key for key in st.session_state if str(key).startswith(editing.key(""))]
    for key in fields:
        if key != editing.key("usual"):
            del st.session_state[key]
    editing.later(lambda now: usual())


def _prompt(config: ReflectionConfig, prompt: Prompt) -> ReflectionConfig:
    with st.container(key=f"odv-card-reflection-{prompt.key}"):
        config = _typed(
            config, _("Titel"), f"label-{prompt.key}", prompt.label,
            lambda now, typed: rules.with_label(now, prompt.key, typed),
        )  # fmt: skip
        return _typed(
            config, _("Vraag erbij"), f"question-{prompt.key}", prompt.question,
            lambda now, typed: rules.with_question(now, prompt.key, typed),
        )  # fmt: skip


def _rest(config: ReflectionConfig) -> ReflectionConfig:
    questions = _switch(_("Leervragen"), "questions", config.questions)
    top = _switch(_("Top 3 van gastorganisaties"), "top", config.top)
    config = replace(config, questions=questions, top=top)
    if questions:
        config = _typed(
            config, _("Vraag bij de leervragen"), "questions-ask", config.questions_ask,
            rules.with_questions_ask,
        )  # fmt: skip
    if top:
        config = _typed(
            config, _("Vraag bij de top 3"), "top-ask", config.top_ask, rules.with_top_ask
        )
    return config


def _areas(config: ReflectionConfig) -> ReflectionConfig:
    st.subheader(_("Welke aandachtsgebieden?"), anchor=False)
    names = editing.area_names()
    for number in AREAS:
        label = f"{number}. {names.get(number, '')}"
        on = _switch(label, f"area-{number}", number in config.areas)
        try:
            config = rules.with_area(config, number, on)
        except Refused as refusal:
            st.error(str(refusal))
    return config


def _until(config: ReflectionConfig) -> ReflectionConfig:
    st.subheader(_("Thuis verder invullen"), anchor=False)
    st.text(
        _(
            "Na de bijeenkomst geef je op de console links mee om de fiche thuis af te werken."
            " De datum staat op de gsm; wie later is, kan nog altijd invullen."
        )
    )
    day = st.date_input(
        _("In te vullen tegen"), format="DD/MM/YYYY",
        key=editing.remembered(editing.key("until"), _day(config.until)), value=None,
    )  # fmt: skip
    return rules.with_date(config, day if isinstance(day, date) else None)


def _day(stored: str) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _switch(label: str, name: str, on: bool) -> bool:
    return st.toggle(label, key=editing.remembered(editing.key(name), on))


def _typed(
    config: ReflectionConfig, label: str, name: str, stored: str, keep: Keep
) -> ReflectionConfig:
    """A line of text that is kept as soon as its field is left, when it fits."""
    widget = editing.remembered(editing.key(name), stored)

    def left() -> None:
        typed = str(st.session_state[widget] or "")
        editing.later(lambda now: keep(now, typed))

    typed = st.text_input(label, key=widget, on_change=left, persist_state="session")
    try:
        return keep(config, typed or "")
    except Refused as refusal:
        st.error(str(refusal))
        return config

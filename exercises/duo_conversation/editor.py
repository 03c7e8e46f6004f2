"""The facilitator's editor of Duo-gesprek: drawn anew at each run, from a configuration to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.duo_conversation.config import MINUTES_LIMIT, ROUNDS_LIMIT, DuoConfig, usual
from exercises.duo_conversation.config_list import add_pasted, replace_pasted
from exercises.duo_conversation.editor_questions import question_rows
from exercises.kit.editor import editing
from exercises.kit.editor.entries import way_back
from state.language import _
from state.problems import Refused


def edit(config: DuoConfig, organisations: tuple[Party, ...]) -> DuoConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Vragen"), anchor=False)
        way_back("questions")
        config = question_rows(config)
        _paste()
        _usual_list(config)
    with right, st.container(key="odv-card-duo-rounds"):
        return _rounds(config)


def _rounds(config: DuoConfig) -> DuoConfig:
    st.header(_("Rondes"), anchor=False)
    rounds = st.number_input(
        _("Aantal rondes"), 1, ROUNDS_LIMIT, step=1,
        key=editing.remembered(editing.key("rounds"), config.rounds),
        help=_("In elke ronde praat iedereen met iemand anders."),
    )  # fmt: skip
    minutes = st.number_input(
        _("Minuten per ronde"), 1, MINUTES_LIMIT, step=1,
        key=editing.remembered(editing.key("minutes"), config.minutes),
        help=_("De klok begint te lopen als het gesprek begint. Je kunt ze altijd verlengen."),
    )  # fmt: skip
    return replace(config, rounds=int(rounds), minutes=int(minutes))


def _paste() -> None:
    """A place to paste a list; it stays there until all of it fits."""
    with st.container(key="odv-card-duo-paste"):
        st.text_area(
            _("Vragen toevoegen: typ er een, of plak een hele lijst"), key=editing.key("paste"),
            placeholder=_("Elke vraag op een eigen lijn. Nummers mogen blijven staan."),
            height=120, persist_state="session",
        )  # fmt: skip
        with st.container(horizontal=True, gap="small"):
            for label, name, make in (
                (_("Voeg toe"), "add", add_pasted),
                (_("Vervang de hele lijst"), "replace", replace_pasted),
            ):
                st.button(
                    label, key=editing.key(f"paste-{name}"), on_click=_use_pasted, args=(make,)
                )
        sentence = st.session_state.get(editing.key("paste:trouble"))
        if sentence:
            st.error(sentence)


def _use_pasted(make: Callable[[DuoConfig, str], DuoConfig]) -> None:
    state = st.session_state
    text, failed = state[editing.key("paste")], editing.key("paste:trouble")
    state.pop(failed, None)

    def change(config: DuoConfig) -> DuoConfig:
        try:
            changed = make(config, text)
        except Refused as refusal:
            state[failed] = str(refusal)
            return config
        if make is replace_pasted:
            state[editing.key("undo")] = (_("De vorige lijst is vervangen."), config.questions)
        state[editing.key("paste")] = ""
        return changed

    editing.later(change)


def _usual_list(config: DuoConfig) -> None:
    """The way back to the questions of the method, when the list is another one by now."""
    questions = usual().questions
    if config.questions == questions:
        return

    def restore() -> None:
        label = _("De acht vragen staan er weer.")
        st.session_state[editing.key("undo")] = (label, config.questions)
        editing.later(lambda now: replace(now, questions=questions))

    st.button(_("Terug naar de acht vragen"), key=editing.key("usual"), on_click=restore)

"""The facilitator's editor of De lijn: drawn anew at each run, from a configuration to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.entries import way_back
from exercises.kit.editor.naming_field import naming_field
from exercises.kit.editor.questions import questions_field, read_questions
from exercises.line.config import (
    QUESTIONS_LIMIT,
    STATEMENT_LIMIT,
    LineConfig,
    end_labels,
    usual,
)  # fmt: skip
from exercises.line.config_list import add_pasted, replace_pasted
from exercises.line.editor_statements import statement_rows
from exercises.line.editor_widgets import area_choice, ends_choice, trouble
from state.language import _
from state.problems import Refused


def edit(config: LineConfig, organisations: tuple[Party, ...]) -> LineConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Stellingen"), anchor=False)
        way_back("statements")
        config = statement_rows(config)
        _paste()
        _usual_list(config)
    with right:
        with st.container(key="odv-card-line-ends"):
            config = _ends(config)
        with st.container(key="odv-card-line-talk"):
            config = _questions(config)
        with st.container(key="odv-card-line-show"):
            config = _showing(config)
    return config


def _paste() -> None:
    """A place to paste a list; it stays there until all of it fits."""
    text, area = editing.key("paste"), editing.key("paste-area")
    with st.container(key="odv-card-line-paste"):
        st.text_area(
            _("Stellingen toevoegen: typ er een, of plak een hele lijst"), key=text,
            placeholder=_("Elke stelling op een eigen lijn. Nummers mogen blijven staan."),
            height=120, persist_state="session",
        )  # fmt: skip
        area_choice(_("Gebied van deze stellingen"), area, None)
        with st.container(horizontal=True, gap="small"):
            for label, name, make in (
                (_("Voeg toe"), "add", add_pasted),
                (_("Vervang de hele lijst"), "replace", replace_pasted),
            ):
                st.button(
                    label, key=editing.key(f"paste-{name}"), on_click=_use_pasted,
                    args=(make,),
                )  # fmt: skip
        trouble("paste")


def _use_pasted(make: Callable[[LineConfig, str, int | None], LineConfig]) -> None:
    state = st.session_state
    area = state[editing.key("paste-area")] or None
    text, failed = state[editing.key("paste")], editing.key("paste:trouble")
    state.pop(failed, None)

    def change(config: LineConfig) -> LineConfig:
        try:
            changed = make(config, text, area)
        except Refused as refusal:
            state[failed] = str(refusal)
            return config
        if make is replace_pasted:
            label = _("De vorige lijst is vervangen.")
            state[editing.key("undo")] = (label, config.statements)
        state[editing.key("paste")] = ""
        return changed

    editing.later(change)


def _usual_list(config: LineConfig) -> None:
    """The way back to the statements of the method, when the list is another one by now."""
    statements = usual().statements
    if config.statements == statements:
        return

    def restore() -> None:
        label = _("De veertien stellingen staan er weer.")
        st.session_state[editing.key("undo")] = (label, config.statements)
        editing.later(lambda now: replace(now, statements=statements))

    st.button(_("Terug naar de veertien stellingen"), key=editing.key("usual"), on_click=restore)


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

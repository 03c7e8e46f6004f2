"""The list of questions in the editor: calm rows, one of which opens to be changed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.duo_conversation import config_list
from exercises.duo_conversation.config import DuoConfig, Question, question
from exercises.kit.editor import editing
from exercises.kit.editor.entries import order_buttons
from state.language import _
from state.problems import Refused


def question_rows(config: DuoConfig) -> DuoConfig:
    """Draw the questions; gives the configuration with what was changed in the open one."""
    if not config.questions:
        st.text(_("Er zijn nog geen vragen. Zonder vragen praten de duo's vrij."))
        return config
    with st.container(key="odv-card-rows", gap=None):
        changed = tuple(
            _row(config, item, number) for number, item in enumerate(config.questions, start=1)
        )
    return replace(config, questions=changed)


def _row(config: DuoConfig, item: Question, number: int) -> Question:
    is_open = bool(st.session_state.get(editing.key("open")) == item.key)
    with st.container(key=f"odv-entry-{'open' if is_open else 'row'}-{item.key}"):
        with st.container(
            horizontal=True, vertical_alignment="center", gap="small", key=f"odv-row-{item.key}"
        ):
            with st.container(key=f"odv-text-{item.key}", gap=None):
                st.text(f"{number}. {item.text}")
            st.button(
                _("Klaar") if is_open else _("Wijzig"), key=editing.key(f"open-{item.key}"),
                on_click=_flip, args=(item,),
            )  # fmt: skip
            order_buttons(item.key, number - 1, len(config.questions), _move)
        return _fields(config, item) if is_open else item


def _fields(config: DuoConfig, item: Question) -> Question:
    """The field of the open question; a text that doesn't fit stays typed, with the reason."""
    typed = st.text_area(
        _("Vraag"), height="content", persist_state="session",
        key=editing.remembered(_text_key(item), item.text), on_change=_keep_text, args=(item,),
    )  # fmt: skip
    sentence = st.empty()
    st.button(
        _("Verwijder deze vraag"), key=editing.key(f"remove-{item.key}"), on_click=_remove,
        args=(config, item.key),
    )  # fmt: skip
    try:
        return question(typed or "", item.key)
    except Refused as refusal:
        sentence.error(str(refusal))
        return item


def _keep_text(item: Question) -> None:
    typed = str(st.session_state[_text_key(item)] or "")
    editing.later(lambda config: config_list.with_text(config, item.key, typed))


def _text_key(item: Question) -> str:
    return editing.key(f"text-{item.key}")


def _flip(item: Question) -> None:
    """Open a question, or close the open one unless its text would be lost."""
    state, opened = st.session_state, editing.key("open")
    if state.get(opened) != item.key:
        state[opened] = item.key
        return
    try:
        question(str(state.get(_text_key(item)) or ""))
    except Refused:
        return
    state[opened] = None


def _move(key: str, by: int) -> None:
    editing.later(lambda config: config_list.move(config, key, by))


def _remove(config: DuoConfig, key: str) -> None:
    st.session_state[editing.key("undo")] = (_("Een vraag is verwijderd."), config.questions)
    editing.later(lambda now: config_list.without(now, key))

"""The list of statements in the editor: calm rows, one of which opens to be changed."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import streamlit as st

from exercises.kit.drawing.svg import symbol
from exercises.kit.editor import editing
from exercises.kit.editor.entries import order_buttons
from exercises.line import config_list
from exercises.line.config import LineConfig, Statement, statement
from exercises.line.editor_widgets import area_choice, own_ends_choice
from state.language import _
from state.problems import Refused


def statement_rows(config: LineConfig) -> LineConfig:
    """Draw the statements; gives the configuration with what was changed in the open one."""
    if not config.statements:
        st.text(_("Er zijn nog geen stellingen."))
        return config
    with st.container(key="odv-card-entries", gap=None):
        changed = tuple(
            _row(config, item, number) for number, item in enumerate(config.statements, start=1)
        )
    return replace(config, statements=changed)


def _row(config: LineConfig, item: Statement, number: int) -> Statement:
    is_open = _is_open(item)
    with st.container(key=f"odv-entry-{'open' if is_open else 'row'}-{item.key}"):
        with st.container(
            horizontal=True, vertical_alignment="center", gap="small", key=f"odv-row-{item.key}"
        ):
            st.html(_area_icon(item.area), width="content")
            with st.container(key=f"odv-text-{item.key}", gap=None):
                st.text(f"{number}. {item.text}")
            st.button(
                _("Klaar") if is_open else _("Wijzig"), key=editing.key(f"open-{item.key}"),
                on_click=_flip, args=(item,),
            )  # fmt: skip
            order_buttons(item.key, number - 1, len(config.statements), _move)
        return _fields(config, item) if is_open else item


def _fields(config: LineConfig, item: Statement) -> Statement:
    """The fields of the open statement; a text that doesn't fit stays typed, with the reason."""
    typed = st.text_area(
        _("Stelling"), height="content", persist_state="session",
        key=editing.remembered(_text_key(item), item.text), on_change=_keep_text, args=(item,),
    )  # fmt: skip
    sentence = st.empty()
    area = area_choice(_("Gebied"), editing.key(f"area-{item.key}"), item.area)
    ends = own_ends_choice(
        _("Uiteinden van de lijn"), f"ends-{item.key}", item.ends, config.ends,
        lambda now, ends: config_list.with_ends(now, item.key, ends),
    )  # fmt: skip
    st.button(
        _("Verwijder deze stelling"), key=editing.key(f"remove-{item.key}"), on_click=_remove,
        args=(config, item.key),
    )  # fmt: skip
    try:
        return statement(typed or "", area, ends, item.key)
    except Refused as refusal:
        sentence.error(str(refusal))
        return replace(item, area=area)


def _keep_text(item: Statement) -> None:
    typed = str(st.session_state[_text_key(item)] or "")
    editing.later(lambda config: config_list.with_text(config, item.key, typed))


def _text_key(item: Statement) -> str:
    return editing.key(f"text-{item.key}")


def _is_open(item: Statement) -> bool:
    return bool(st.session_state.get(editing.key("open")) == item.key)


def _flip(item: Statement) -> None:
    """Open a statement, or close the open one unless its text would be lost."""
    state, opened = st.session_state, editing.key("open")
    if state.get(opened) != item.key:
        state[opened] = item.key
        return
    try:
        statement(str(state.get(_text_key(item)) or ""), item.area, None)
    except Refused:
        return
    state[opened] = None


def _move(key: str, by: int) -> None:
    editing.later(lambda config: config_list.move(config, key, by))


def _remove(config: LineConfig, key: str) -> None:
    st.session_state[editing.key("undo")] = (_("Een stelling is verwijderd."), config.statements)
    editing.later(lambda now: config_list.without(now, key))


def _area_icon(area: int | None) -> str:
    """The drawing of the area, or an empty place of the same size."""
    inside = symbol(f"gebied-{area}") if area else ""
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60">{inside}</svg>'
    source = f"data:image/svg+xml,{quote(drawn, safe='')}"
    return f'<img src="{source}" width="36" height="36" alt="">'

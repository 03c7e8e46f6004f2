"""The facilitator's editor of the organisatiefiche: drawn anew at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.organisation_sheet import config as rules
from exercises.organisation_sheet.config import Field, SheetConfig, usual
from exercises.shared import editing
from state.language import _
from state.problems import Refused


def edit(config: SheetConfig) -> SheetConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    st.header(_("Wat staat er op de fiche?"), anchor=False)
    st.text(_("De naam van de organisatie staat er altijd op."))
    for field in config.fields:
        with st.container(key=f"odv-card-sheet-{field.key}"):
            config = _field(config, field)
    with st.container(key="odv-card-sheet-rest"):
        config = _rest(config)
    _usual(config)
    return config


def _field(config: SheetConfig, field: Field) -> SheetConfig:
    on = st.toggle(
        _("{label} op de fiche").format(label=field.label),
        key=editing.remembered(editing.key(f"on-{field.key}"), field.on),
    )
    config = rules.switched(config, field.key, on)
    if not on:
        return config
    config = _typed(
        config, _("Titel"), f"label-{field.key}", field.label,
        lambda now, typed: rules.with_label(now, field.key, typed),
    )  # fmt: skip
    return _typed(
        config, _("Vraag erbij"), f"question-{field.key}", field.question,
        lambda now, typed: rules.with_question(now, field.key, typed),
    )  # fmt: skip


def _rest(config: SheetConfig) -> SheetConfig:
    people = st.toggle(
        _("De mensen, met naam en functie"),
        key=editing.remembered(editing.key("people"), config.people),
    )
    picture = st.toggle(
        _("Een beeld"), key=editing.remembered(editing.key("picture"), config.picture)
    )
    config = replace(config, people=people, picture=picture)
    if not picture:
        return config
    camera = st.toggle(
        _("Een eigen foto mag ook"), key=editing.remembered(editing.key("camera"), config.camera)
    )
    return _typed(
        replace(config, camera=camera), _("Vraag bij het beeld"), "picture-question",
        config.picture_question, rules.with_picture_question,
    )  # fmt: skip


def _typed(
    config: SheetConfig, label: str, name: str, stored: str,
    keep: Callable[[SheetConfig, str], SheetConfig],
) -> SheetConfig:  # fmt: skip
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


def _usual(config: SheetConfig) -> None:
    """The way back to the sheet of the method, when it is another one by now."""
    if config != usual():
        st.button(_("Terug naar de gewone fiche"), key=editing.key("usual"), on_click=_restore)


def _restore() -> None:
    # Fields hold what was typed and switched; without that they show what is stored.
    for name in [one for one in st.session_state if str(one).startswith(editing.key(""))]:
        del st.session_state[name]
    editing.later(lambda config: usual())

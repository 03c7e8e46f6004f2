"""The facilitator's editor of the organisatiefiche: drawn anew at each run."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.fields import back_to, label_and_question, line_field, switch
from exercises.organisation_sheet import config as rules
from exercises.organisation_sheet.config import Field, SheetConfig, usual
from state.language import _


def edit(config: SheetConfig, organisations: tuple[Party, ...]) -> SheetConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    st.header(_("Wat staat er op de fiche?"), anchor=False)
    st.text(_("De naam van de organisatie staat er altijd op."))
    for field in config.fields:
        with st.container(key=f"odv-card-sheet-{field.key}"):
            config = _field(config, field)
    with st.container(key="odv-card-sheet-rest"):
        config = _rest(config)
    back_to(_("Terug naar de gewone fiche"), config, usual())
    return config


def _field(config: SheetConfig, field: Field) -> SheetConfig:
    on = switch(_("{label} op de fiche").format(label=field.label), f"on-{field.key}", field.on)
    config = rules.switched(config, field.key, on)
    if not on:
        return config
    return label_and_question(config, field, rules.with_label, rules.with_question)


def _rest(config: SheetConfig) -> SheetConfig:
    people = switch(_("De mensen, met naam en functie"), "people", config.people)
    picture = switch(_("Een beeld"), "picture", config.picture)
    config = replace(config, people=people, picture=picture)
    if not picture:
        return config
    camera = switch(_("Een eigen foto mag ook"), "camera", config.camera)
    return line_field(
        replace(config, camera=camera), _("Vraag bij het beeld"), "picture-question",
        config.picture_question, rules.with_picture_question,
    )  # fmt: skip

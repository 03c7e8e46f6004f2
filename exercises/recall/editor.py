"""The facilitator's editor of the Inleefoefening: drawn anew at each run."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.entries import EditedList, PasteField, UsualList, only_text
from exercises.kit.editor.fields import line_field, switch
from exercises.kit.editor.list_editor import list_editor
from exercises.kit.editor.naming_field import naming_field
from exercises.recall.config import (
    PAUSES,
    RecallConfig,
    question,
    usual,
    with_opening,
    with_pause,
)
from exercises.recall.config_list import LIST, another, read, with_text
from state.language import _

QUESTIONS = EditedList(
    LIST, question, with_text,
    empty=_("Er zijn nog geen vragen."),
    label=_("Vraag"),
    remove=_("Verwijder deze vraag"),
    removed=_("Een vraag is verwijderd."),
    replaced=_("De vorige lijst is vervangen."),
    added=PasteField(
        read, "odv-card-recall-paste",
        _("Vragen toevoegen: typ er een, of plak een hele lijst"),
        _("Elke vraag op een eigen lijn. Nummers mogen blijven staan."),
    ),
    usual=UsualList(
        lambda: usual().questions, _("Terug naar de 5 vragen"), _("De 5 vragen staan er weer.")
    ),
    another=another,
    same_or_other=(
        _(
            "Er zijn al briefjes bij deze vraag. Is dit dezelfde vraag, beter gezegd?"
            " Dan blijven de briefjes erbij. Bij een andere vraag begint iedereen opnieuw."
        ),
        _("Dezelfde, beter gezegd"),
        _("Een andere vraag"),
    ),
)  # fmt: skip


def edit(config: RecallConfig, organisations: tuple[Party, ...]) -> RecallConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Vragen"), anchor=False)
        config = list_editor(config, QUESTIONS, only_text(question))
    with right:
        with st.container(key="odv-card-recall-dark"):
            config = _dark(config)
        with st.container(key="odv-card-recall-show"):
            st.header(_("Op het scherm"), anchor=False)
            shown_as = naming_field(_("Wat staat er bij een briefje?"), config.visibility)
            config = replace(config, visibility=shown_as)
    return config


def _dark(config: RecallConfig) -> RecallConfig:
    st.header(_("In het donker"), anchor=False)
    config = line_field(
        config, _("De enige zin op het donkere scherm"), "opening", config.opening, with_opening
    )
    words = {one: _("{n} seconden").format(n=one) if one else _("eigen tempo") for one in PAUSES}
    picked = st.segmented_control(
        _("Stilte na een vraag"), PAUSES, format_func=words.__getitem__, required=True,
        key=editing.remembered(editing.key("pause"), config.pause),
    )  # fmt: skip
    sound = switch(_("Zachte klank na de stilte"), "sound", config.sound)
    return replace(with_pause(config, picked or 0), sound=sound)

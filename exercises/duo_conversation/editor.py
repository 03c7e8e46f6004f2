"""The facilitator's editor of Duo-gesprek: drawn anew at each run, from a configuration to one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.duo_conversation.config import (
    MINUTES_LIMIT,
    ROUNDS_LIMIT,
    DuoConfig,
    question,
    usual,
)  # fmt: skip
from exercises.duo_conversation.config_list import LIST, read, with_text
from exercises.kit.editor import editing
from exercises.kit.editor.entries import EditedList, PasteField, UsualList, only_text
from exercises.kit.editor.list_editor import list_editor
from state.language import _

QUESTIONS = EditedList(
    LIST, question, with_text,
    empty=_("Er zijn nog geen vragen. Zonder vragen praten de duo’s vrij."),
    label=_("Vraag"),
    remove=_("Verwijder deze vraag"),
    removed=_("Een vraag is verwijderd."),
    replaced=_("De vorige lijst is vervangen."),
    added=PasteField(
        read, "odv-card-duo-paste", _("Vragen toevoegen: typ er een, of plak een hele lijst"),
        _("Elke vraag op een eigen lijn. Nummers mogen blijven staan."),
    ),
    usual=UsualList(
        lambda: usual().questions, _("Terug naar de acht vragen"),
        _("De acht vragen staan er weer."),
    ),
)  # fmt: skip


def edit(config: DuoConfig, organisations: tuple[Party, ...]) -> DuoConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Vragen"), anchor=False)
        config = list_editor(config, QUESTIONS, only_text(question))
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

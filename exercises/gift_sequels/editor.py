"""The facilitator's editor of the sequels of gifts: drawn anew at each run."""

from __future__ import annotations

import streamlit as st

from exercises.contract import Party
from exercises.gift_sequels.config import SequelsConfig, with_ask, with_date
from exercises.kit.editor import editing
from exercises.kit.editor.fields import back_to, day_field, line_field
from exercises.kit.editor.questions import questions_field, read_questions
from state.language import _

_QUESTIONS_LIMIT, _QUESTION_LIMIT = 6, 160


def edit(config: SequelsConfig, organisations: tuple[Party, ...]) -> SequelsConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    st.text(
        _("Elk cadeautje dat al uitgepakt is, komt vanzelf op de tafel: je hoeft niets te kiezen.")
    )
    with st.container(key="odv-card-sequels-ask"):
        st.header(_("De vraag bij elk cadeautje"), anchor=False)
        config = line_field(config, _("Op gsm en scherm"), "ask", config.ask, with_ask)
    with st.container(key="odv-card-sequels-talk"):
        config = questions_field(config, _("Vragen voor het gesprek"), _read)
    with st.container(key="odv-card-sequels-until"):
        config = _until(config)
    back_to(_("Terug naar de gewone vragen"), config, SequelsConfig())
    return config


def _read(typed: str) -> tuple[str, ...]:
    return read_questions(typed, _QUESTION_LIMIT, _QUESTIONS_LIMIT)


def _until(config: SequelsConfig) -> SequelsConfig:
    st.header(_("Thuis nog vertellen"), anchor=False)
    st.text(_("Wie in de zaal niets had, kan later nog een zin schrijven."))
    day = day_field(_("Te schrijven tegen"), "until", config.until)
    return with_date(config, day)

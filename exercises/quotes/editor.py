"""The facilitator's editor of Citaten: drawn anew at each run."""

from __future__ import annotations

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.fields import back_to, day_field, line_field
from exercises.kit.editor.questions import questions_field, read_questions
from exercises.quotes.config import (
    PROMPT_LIMIT,
    PROMPTS_LIMIT,
    QuotesConfig,
    with_ask,
    with_date,
)
from state.language import _


def edit(config: QuotesConfig, organisations: tuple[Party, ...]) -> QuotesConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    with st.container(key="odv-card-quotes-ask"):
        st.header(_("De vraag"), anchor=False)
        config = line_field(config, _("Op gsm en scherm"), "ask", config.ask, with_ask)
    with st.container(key="odv-card-quotes-prompts"):
        config = questions_field(config, _("Vragen die helpen"), _read)
    with st.container(key="odv-card-quotes-until"):
        config = _until(config)
    back_to(_("Terug naar de gewone vragen"), config, QuotesConfig())
    return config


def _read(typed: str) -> tuple[str, ...]:
    return read_questions(typed, PROMPT_LIMIT, PROMPTS_LIMIT)


def _until(config: QuotesConfig) -> QuotesConfig:
    st.header(_("Thuis nog kiezen"), anchor=False)
    st.text(
        _(
            "Na de bijeenkomst geef je in de regie links mee: wie wil, schrijft dan nog of kiest"
            " iets anders. Wat iemand intrekt, staat in geen document meer dat daarna gemaakt"
            " wordt."
        )
    )
    day = day_field(_("Te kiezen tegen"), "until", config.until)
    return with_date(config, day)

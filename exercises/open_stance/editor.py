"""The facilitator's editor of Open houding: drawn anew at each run, from a configuration to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.entries import EditedList, PasteField, UsualList
from exercises.kit.editor.fields import switch
from exercises.kit.editor.list_editor import list_editor
from exercises.open_stance.config import (
    LIST,
    ClosedSentence,
    StanceConfig,
    another,
    read,
    sentence,
    usual,
    with_after,
    with_text,
)
from state.language import _

SENTENCES = EditedList(
    LIST, sentence, with_text,
    empty=_("Er zijn nog geen zinnen."),
    label=_("Gesloten zin"),
    remove=_("Verwijder deze zin"),
    removed=_("Een zin is verwijderd."),
    replaced=_("De vorige lijst is vervangen."),
    added=PasteField(
        read, "odv-card-stance-paste", _("Zinnen toevoegen: typ er een, of plak een hele lijst"),
        _("Elke zin op een eigen lijn. Na een | mag een open vraag staan."),
    ),
    usual=UsualList(
        lambda: usual().examples, _("Terug naar de zes zinnen"), _("De zes zinnen staan er weer.")
    ),
    another=another,
    same_or_other=(
        _(
            "Er zijn al open zinnen bij deze zin. Is dit dezelfde zin, beter gezegd?"
            " Dan blijven ze erbij. Bij een andere zin begint iedereen opnieuw."
        ),
        _("Dezelfde, beter gezegd"),
        _("Een andere zin"),
    ),
)  # fmt: skip


def edit(config: StanceConfig, organisations: tuple[Party, ...]) -> StanceConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Zinnen die een gesprek sluiten"), anchor=False)
        config = list_editor(config, SENTENCES, _after)
    with right, st.container(key="odv-card-stance-more"):
        st.header(_("Erbij"), anchor=False)
        own = switch(_("Iedereen brengt ook een eigen zin"), "own", config.own)
        agreements = switch(
            _("Elk koppel maakt afspraken over feedback"), "agreements", config.agreements
        )
    return replace(config, own=own, agreements=agreements)


def _after(
    config: StanceConfig, item: ClosedSentence
) -> tuple[ClosedSentence, Callable[[str], ClosedSentence]]:
    widget = editing.remembered(editing.key(f"after-{item.key}"), item.after)

    def keep() -> None:
        typed = str(st.session_state[widget] or "")
        editing.later(lambda now: with_after(now, item.key, typed))

    typed = st.text_input(
        _("Een mogelijke open vraag, die je toont als je wilt"), key=widget, on_change=keep,
        persist_state="session",
    )  # fmt: skip
    return item, lambda text: sentence(text, typed or "", item.key)

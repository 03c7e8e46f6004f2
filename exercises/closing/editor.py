"""The facilitator's editor of Slotmoment: drawn anew at each run."""

from __future__ import annotations

import streamlit as st

from exercises.closing.config import (
    Chapter,
    ClosingConfig,
    moved,
    usual,
    with_chapter,
    with_title,
    without,
)
from exercises.closing.content import MEANING, TITLES, ChapterKind
from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.fields import back_to, line_field
from state.language import _


def edit(config: ClosingConfig, organisations: tuple[Party, ...]) -> ClosingConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    with st.container(key="odv-card-closing-chapters"):
        st.header(_("De hoofdstukken"), anchor=False)
        st.text(
            _(
                "Wat nog niets te tonen heeft, wordt overgeslagen. In de regie kies je de stelling"
                " en het citaat bij een beeld, en zet je hoofdstukken nog anders."
            )
        )
        for at, chapter in enumerate(config.chapters):
            config = _chapter(config, at, chapter)
    with st.container(key="odv-card-closing-add"):
        _adding()
    back_to(_("Terug naar de gewone hoofdstukken"), config, usual())
    return config


def _chapter(config: ClosingConfig, at: int, chapter: Chapter) -> ClosingConfig:
    key = chapter.key
    with st.container(horizontal=True, vertical_alignment="bottom"):
        config = line_field(
            config, f"{at + 1}. {MEANING[chapter.kind]}", f"title-{key}", chapter.title,
            lambda now, typed: with_title(now, key, typed),
        )  # fmt: skip
        _button("↑", _("Hoger"), f"up-{key}", at == 0,
                lambda: editing.later(lambda now: moved(now, key, -1)))  # fmt: skip
        _button("↓", _("Lager"), f"down-{key}", at == len(config.chapters) - 1,
                lambda: editing.later(lambda now: moved(now, key, 1)))  # fmt: skip
        answered = key in editing.answered()
        _button(
            _("Weg"), _("Haal dit hoofdstuk weg"), f"drop-{key}", len(config.chapters) == 1,
            lambda: editing.later(lambda now: without(now, key, answered=answered)),
        )  # fmt: skip
    return config


def _button(label: str, told: str, name: str, off: bool, act: object) -> None:
    st.button(label, key=editing.key(name), help=told, disabled=off, on_click=act)  # type: ignore[arg-type]


def _adding() -> None:
    st.header(_("Nog een hoofdstuk"), anchor=False)
    kinds: list[ChapterKind] = list(TITLES)
    widget = editing.key("add-kind")
    st.selectbox(
        _("Welk"), kinds, format_func=lambda kind: TITLES[kind], key=widget,
        persist_state="session",
    )  # fmt: skip

    def add() -> None:
        kind: ChapterKind = st.session_state[widget]
        editing.attempt("add", lambda now: with_chapter(now, kind))

    st.button(_("Voeg toe"), key=editing.key("add"), on_click=add)
    editing.trouble("add")

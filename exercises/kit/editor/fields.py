"""Fields in the editors of exercises: a line of text, a switch, and the way back to the usual."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

import streamlit as st

from exercises.kit.editor import editing
from state.language import _
from state.problems import Refused

C = TypeVar("C")


def line_field(config: C, label: str, name: str, stored: str, keep: Callable[[C, str], C]) -> C:
    """A line of text that is kept as soon as its field is left. `keep(config, typed)` gives the
    configuration with it; where that is Refused the text stays typed only, with the reason."""
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


def day_field(label: str, name: str, stored: str) -> date | None:
    """A day that may stay open, as it is chosen now. `stored`: an ISO date, or ""."""
    day = st.date_input(
        label, format="DD/MM/YYYY", value=None,
        key=editing.remembered(
            editing.key(name), date.fromisoformat(stored) if stored else None
        ),
    )  # fmt: skip
    return day if isinstance(day, date) else None


class Asked(Protocol):
    """Something to fill in: a label and a question, and a key that stays when they change."""

    @property
    def key(self) -> str:
        """Answers are stored under it."""
        ...

    @property
    def label(self) -> str:
        """Its title."""
        ...

    @property
    def question(self) -> str:
        """What stands with it."""
        ...


def label_and_question(
    config: C, asked: Asked, with_label: Callable[[C, str, str], C],
    with_question: Callable[[C, str, str], C],
) -> C:  # fmt: skip
    """The title and the question of something to fill in; each function gives the configuration
    with what was typed for a key."""
    config = line_field(
        config, _("Titel"), f"label-{asked.key}", asked.label,
        lambda now, typed: with_label(now, asked.key, typed),
    )  # fmt: skip
    return line_field(
        config, _("Vraag erbij"), f"question-{asked.key}", asked.question,
        lambda now, typed: with_question(now, asked.key, typed),
    )  # fmt: skip


def switch(label: str, name: str, on: bool) -> bool:
    """A switch, and whether it is on now."""
    return st.toggle(label, key=editing.remembered(editing.key(name), on))


def back_to(label: str, config: C, usual: C) -> None:
    """A button back to the usual configuration, when it is another one by now; also what fields
    hold and was never stored is forgotten."""
    if config == usual:
        return

    def restore() -> None:
        # Fields hold what was typed and switched; without that they show what is stored.
        for name in [one for one in st.session_state if str(one).startswith(editing.key(""))]:
            del st.session_state[name]
        editing.later(lambda now: usual)

    st.button(label, key=editing.key("usual"), on_click=restore)

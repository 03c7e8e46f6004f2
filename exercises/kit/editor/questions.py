"""The questions for the talk after an exercise, as the editors of exercises share them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from exercises.kit.editor import editing
from state import pasted
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

C = TypeVar("C")
Read = Callable[[str], tuple[str, ...]]


def read_questions(typed: str, limit: int, most: int) -> tuple[str, ...]:
    """The questions of a pasted list. Refused when one is longer than `limit` characters, or when
    there are more than `most`."""
    questions = tuple(one_line(item, limit, _("De vraag")) for item in pasted.items(typed))
    if len(questions) > most:
        raise Refused(
            _("Er passen hoogstens {limit} vragen. Nu staan er {count}.").format(
                limit=most, count=len(questions)
            )
        )
    return questions


def questions_field(config: C, header: str, read: Read) -> C:
    """A field with one question on each line; what is unfit stays typed, with the reason.

    `config` is a configuration with a field `questions`; `read` makes them of what was typed.
    """
    now: Any = config
    st.header(header, anchor=False)
    widget = editing.remembered(editing.key("questions"), "\n".join(now.questions))
    typed = st.text_area(
        _("Elke vraag op een eigen lijn"), height="content", persist_state="session", key=widget,
        on_change=_keep, args=(widget, read),
    )  # fmt: skip
    try:
        changed: C = replace(now, questions=read(typed or ""))
    except Refused as refusal:
        st.error(str(refusal))
        return config
    return changed


def _keep(widget: str, read: Read) -> None:
    typed = str(st.session_state[widget] or "")
    editing.later(lambda config: replace(config, questions=read(typed)))

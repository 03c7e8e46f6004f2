"""The list of statements in the editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import streamlit as st

from exercises.kit.drawing.svg import symbol
from exercises.kit.editor import editing
from exercises.kit.editor.entries import EditedList, PasteField, UsualList
from exercises.kit.editor.list_editor import list_editor
from exercises.line.config import LineConfig, Statement, statement, usual
from exercises.line.config_list import LIST, another, read, with_ends, with_text
from exercises.line.editor_widgets import area_choice, own_ends_choice
from state.language import _


def _area_of_pasted() -> None:
    area_choice(_("Gebied van deze stellingen"), editing.key("paste-area"), None)


def _read(text: str) -> tuple[Statement, ...]:
    return read(text, st.session_state[editing.key("paste-area")] or None)


STATEMENTS = EditedList(
    LIST, lambda text: statement(text, None, None), with_text,
    empty=_("Er zijn nog geen stellingen."),
    label=_("Stelling"),
    remove=_("Verwijder deze stelling"),
    removed=_("Een stelling is verwijderd."),
    replaced=_("De vorige lijst is vervangen."),
    added=PasteField(
        _read, "odv-card-line-paste",
        _("Stellingen toevoegen: typ er een, of plak een hele lijst"),
        _("Elke stelling op een eigen lijn. Nummers mogen blijven staan."), _area_of_pasted,
    ),
    usual=UsualList(
        lambda: usual().statements, _("Terug naar de 14 stellingen"),
        _("De 14 stellingen staan er weer."),
    ),
    another=another,
    same_or_other=(
        _(
            "Er zijn al antwoorden bij deze stelling. Is dit dezelfde stelling, beter gezegd?"
            " Dan blijven de antwoorden erbij. Bij een andere stelling begint iedereen opnieuw."
        ),
        _("Dezelfde, beter gezegd"),
        _("Een andere stelling"),
    ),
)  # fmt: skip


def statements(config: LineConfig) -> LineConfig:
    """Draw the statements, a place to paste more, and the ways back."""
    return list_editor(config, STATEMENTS, _area_and_ends, _mark)


def _area_and_ends(
    config: LineConfig, item: Statement
) -> tuple[Statement, Callable[[str], Statement]]:
    area = area_choice(_("Gebied"), editing.key(f"area-{item.key}"), item.area)
    ends = own_ends_choice(
        _("Uiteinden van de lijn"), f"ends-{item.key}", item.ends, config.ends,
        lambda now, ends: with_ends(now, item.key, ends),
    )  # fmt: skip
    return replace(item, area=area), lambda typed: statement(typed, area, ends, item.key)


def _mark(item: Statement) -> None:
    """The drawing of the area, or an empty place of the same size."""
    inside = symbol(f"gebied-{item.area}") if item.area else ""
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60">{inside}</svg>'
    source = f"data:image/svg+xml,{quote(drawn, safe='')}"
    st.html(f'<img src="{source}" width="36" height="36" alt="">', width="content")

"""The list of fields in the editor of the Eigen fiche, and what each kind asks besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.kit.editor import editing
from exercises.kit.editor.entries import EditedList, PasteField, UsualList
from exercises.kit.editor.fields import line_field
from exercises.kit.editor.list_editor import list_editor
from exercises.kit.sheet.form import FieldKind
from exercises.own_sheet import config as rules
from exercises.own_sheet import content
from exercises.own_sheet.config import OwnField, OwnSheetConfig, field, usual
from exercises.own_sheet.config_list import LIST, read, with_kind, with_text
from state.language import _
from state.problems import Refused


def _kind_of_new() -> None:
    st.segmented_control(
        _("Wat vult men in?"), tuple(content.KINDS), format_func=content.KINDS.__getitem__,
        key=editing.remembered(editing.key("add-kind"), "text"), required=True,
    )  # fmt: skip


def _read(text: str) -> tuple[OwnField, ...]:
    return read(text, st.session_state[editing.key("add-kind")] or "text")


FIELDS = EditedList(
    LIST, field, with_text,
    empty=_("Er staat nog niets op de fiche. Voeg hieronder een veld toe."),
    label=_("Vraag of titel"),
    remove=_("Haal dit veld van de fiche"),
    removed=_("Een veld is van de fiche gehaald. Wat er al stond, blijft in de gegevens."),
    replaced=_("De vorige velden zijn vervangen."),
    added=PasteField(
        _read, "odv-card-own-add", _("Velden toevoegen: typ er een, of plak een hele lijst"),
        _("Elk veld op een eigen lijn."), _kind_of_new,
    ),
    usual=UsualList(
        lambda: usual().fields, _("Terug naar de gewone velden"),
        _("De gewone velden staan er weer."),
    ),
)  # fmt: skip


def fields(config: OwnSheetConfig) -> OwnSheetConfig:
    """Draw the fields, a place to add more, and the ways back."""
    return list_editor(config, FIELDS, _more, _mark)


def _mark(item: OwnField) -> None:
    st.caption(content.KINDS[item.kind], width=110)


def _more(config: OwnSheetConfig, item: OwnField) -> tuple[OwnField, Callable[[str], OwnField]]:
    """What there is of the open field besides its text."""
    _kind(item)
    item = _line(item, _("Zin erbij (mag leeg blijven)"), "help", item.help, rules.with_help)
    if item.kind == "choice":
        item = _lines(item, _("Keuzes, elke op een eigen lijn"), "options",
                      [one.label for one in item.options], rules.with_options)  # fmt: skip
    elif item.kind == "rows":
        item = _lines(item, _("Vakjes van een regel, elk op een eigen lijn"), "columns",
                      [one.label for one in item.columns], rules.with_columns)  # fmt: skip
    elif item.kind == "scale":
        item = _line(item, _("Bij 1"), "low", item.ends[0],
                     lambda one, typed: rules.with_end(one, 0, typed))  # fmt: skip
        item = _line(item, _("Bij 5"), "high", item.ends[1],
                     lambda one, typed: rules.with_end(one, 1, typed))  # fmt: skip
    return item, lambda typed: replace(item, text=field(typed).text)


def _kind(item: OwnField) -> None:
    widget = editing.remembered(editing.key(f"kind-{item.key}"), item.kind)

    def chosen() -> None:
        kind: FieldKind = st.session_state[widget] or item.kind

        def change(config: OwnSheetConfig) -> OwnSheetConfig:
            changed = with_kind(config, item.key, kind, editing.answered())
            fresh = next((one for one in changed.fields if one not in config.fields), None)
            if fresh is not None:
                st.session_state[editing.key("open")] = fresh.key
            return changed

        editing.later(change)

    st.segmented_control(
        _("Wat vult men in?"), tuple(content.KINDS), format_func=content.KINDS.__getitem__,
        key=widget, on_change=chosen, required=True,
    )  # fmt: skip


def _line(
    item: OwnField, label: str, name: str, stored: str,
    keep: Callable[[OwnField, str], OwnField],
) -> OwnField:  # fmt: skip
    """A line of the open field, kept as soon as it is left."""
    config = OwnSheetConfig((item,))
    changed = line_field(
        config, label, f"{name}-{item.key}", stored,
        lambda now, typed: LIST.change(now, item.key, lambda one: keep(one, typed)),
    )  # fmt: skip
    return changed.fields[0]


def _lines(
    item: OwnField, label: str, name: str, stored: list[str],
    keep: Callable[[OwnField, str], OwnField],
) -> OwnField:  # fmt: skip
    """Lines of the open field, kept as soon as they are left."""
    widget = editing.remembered(editing.key(f"{name}-{item.key}"), "\n".join(stored))

    def left() -> None:
        typed = str(st.session_state[widget] or "")
        editing.later(lambda now: LIST.change(now, item.key, lambda one: keep(one, typed)))

    typed = st.text_area(
        label, key=widget, on_change=left, height="content", persist_state="session"
    )
    try:
        return keep(item, typed or "")
    except Refused as refusal:
        st.error(str(refusal))
        return item

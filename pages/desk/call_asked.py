"""What a call asks: each question renamed, switched off or added."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.fields import attempt, field_trouble, folded, saved, text_field
from state import call_form, calls
from state.app import store
from state.call_form import CallForm, FieldKind, FormField, FormSheet
from state.calls import Call
from state.language import _
from state.models import Track

_KINDS: dict[FieldKind, str] = {
    "short": _("één regel"), "text": _("een langere tekst"), "choice": _("een keuze"),
}  # fmt: skip
# Their parts have labels of their own: the areas of the track, and what is asked of people.
_WITHOUT_LABEL = ("areas", "people")
_WITHOUT_HINT = ("people",)
Change = Callable[[CallForm], CallForm]


def show(track: Track, call: Call) -> None:
    """Every sheet with its fields, each sheet behind a button."""
    with st.container(key="odv-card-call-form"):
        st.header(_("Het formulier"), anchor=False)
        with st.container(key="odv-muted-call-form"):
            st.text(_("Wat je uitzet, wordt niet meer gevraagd. Wat al ingevuld was, blijft."))
        for number, sheet in enumerate(call.form.sheets, start=1):
            title = f"{number}. {sheet.title}"
            if folded(f"sheet-{track.id}-{sheet.key}", plain(title), subject=sheet.title):
                _sheet(track, sheet)
        if call.form != call_form.usual():
            st.button(
                _("Terug naar de vragen van de methode"), key="odv-call-form-usual",
                on_click=_to_usual, args=(track,),
            )  # fmt: skip


def _sheet(track: Track, sheet: FormSheet) -> None:
    key = f"odv-{track.id}-sheet-{sheet.key}"
    with st.container(key=f"odv-sheet-{sheet.key}"):
        text_field(
            _("De vraag boven dit deel"), f"{key}-title", sheet.title,
            lambda typed: _set(track, lambda form: call_form.changed_sheet(
                form, sheet.key, title=typed, lead=sheet.lead)),
        )  # fmt: skip
        text_field(
            _("Uitleg"), f"{key}-lead", sheet.lead,
            lambda typed: _set(track, lambda form: call_form.changed_sheet(
                form, sheet.key, title=sheet.title, lead=typed)),
        )  # fmt: skip
        for field in sheet.fields:
            _field(track, field)
        _add(track, sheet)


def _field(track: Track, field: FormField) -> None:
    key = f"odv-{track.id}-field-{field.key}"
    fixed = field.key in call_form.FIXED
    with st.container(key=f"odv-asked-{field.key}"):
        if field.kind in _WITHOUT_LABEL:
            st.markdown(f"**{plain(field.label)}**")
        else:
            text_field(_("Vraag"), f"{key}-label", field.label,
                       lambda typed: _change(track, field, label=typed))  # fmt: skip
        if field.kind not in _WITHOUT_HINT:
            text_field(_("Hulp onder de vraag"), f"{key}-hint", field.hint,
                       lambda typed: _change(track, field, hint=typed))  # fmt: skip
        if field.kind in ("choice", "yesno"):
            _options(track, field, f"{key}-options")
        with st.container(horizontal=True, vertical_alignment="center"):
            if not fixed:
                st.toggle(
                    _("Vraag dit"), key=remembered(f"{key}-on", field.on),
                    on_change=saved(f"{key}-on", field.on,
                                    lambda typed: _change(track, field, on=typed)),
                )  # fmt: skip
                field_trouble(f"{key}-on")
            if not fixed and field.kind in call_form.OWN_KINDS:
                st.toggle(
                    _("Moet ingevuld zijn"), key=remembered(f"{key}-required", field.required),
                    on_change=saved(f"{key}-required", field.required,
                                    lambda typed: _change(track, field, required=typed)),
                )  # fmt: skip
            if call_form.is_own(field):
                parts.remove_button(
                    field.key, _("Deze vraag verdwijnt uit het formulier."),
                    partial(_set, track, partial(_without, field.key)), subject=field.label,
                )  # fmt: skip


def _options(track: Track, field: FormField, key: str) -> None:
    stored = "\n".join(field.options)
    st.text_area(
        _("Keuzes, elk op een regel"), key=remembered(key, stored), persist_state="session",
        height=42 + 26 * len(field.options),
        on_change=saved(
            key, stored, lambda typed: _change(track, field, options=tuple(typed.splitlines()))
        ),
    )  # fmt: skip
    field_trouble(key)


def _add(track: Track, sheet: FormSheet) -> None:
    """A form for a question of one's own, with what kind of answer it wants."""
    base = f"odv-own-{sheet.key}"

    def submit() -> None:
        label = str(st.session_state[f"{base}-label"] or "")
        kind: FieldKind = st.session_state[f"{base}-kind"]
        options = str(st.session_state[f"{base}-options"] or "").split(",")
        if _store(track, lambda form: call_form.with_own(form, sheet.key, kind, label, options)):
            st.session_state[f"{base}-label"] = st.session_state[f"{base}-options"] = ""

    with st.form(base, border=False):
        st.text_input(_("Een eigen vraag"), key=f"{base}-label", persist_state="session")
        st.selectbox(
            _("Antwoord"), list(_KINDS), format_func=_KINDS.__getitem__, key=f"{base}-kind"
        )
        st.text_input(_("Keuzes, met een komma ertussen (alleen bij een keuze)"),
                      key=f"{base}-options", persist_state="session")  # fmt: skip
        st.form_submit_button(_("Voeg de vraag toe"), key=f"{base}-add", on_click=submit)


def _to_usual(track: Track) -> None:
    _store(track, lambda _form: call_form.usual())


def _without(key: str, form: CallForm) -> CallForm:
    return call_form.without_own(form, key)


def _change(
    track: Track, field: FormField, *, label: str | None = None, hint: str | None = None,
    on: bool | None = None, required: bool | None = None, options: tuple[str, ...] | None = None,
) -> None:  # fmt: skip
    _set(track, lambda form: call_form.changed_field(
        form, field.key, label=field.label if label is None else label,
        hint=field.hint if hint is None else hint,
        on=field.on if on is None else on,
        required=field.required if required is None else required,
        options=field.options if options is None else options,
    ))  # fmt: skip


def _set(track: Track, change: Change) -> None:
    """Change the form as it is stored by now."""
    calls.set_form(store(), track.id, change(calls.of_track(store(), track.id).form))


def _store(track: Track, change: Change) -> bool:
    """The same from a button: what is refused is said on top of the page."""
    return attempt(lambda: _set(track, change))

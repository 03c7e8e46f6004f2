"""Fields that store what was typed at once, and keep it on the page when it can't be stored."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import label_of, plain
from pages.desk import guard
from state import track_access
from state.language import _
from state.problems import Refused, StateError

SAVED = "odv-saved"
_PAGE = "odv-page"


def attempt(act: Callable[[], object], place: str = _PAGE) -> bool:
    """Do something that may be refused; the sentence then waits for `show_trouble(place)`.

    `act` may give False when there was nothing to store, so that the page doesn't say 'Bewaard'.
    """
    state = st.session_state
    try:
        # A callback runs before its page checks the sign-in, so check it here: the pass may have
        # ended.
        who = guard.signed_in()
        if who is None:
            return False
        with track_access.acting(who.acting):
            guard.check_track()
            stored = act()
    except Refused as refusal:
        state[_trouble(place)] = str(refusal)
    except StateError as error:
        state[_trouble(place)] = f"{error.problem.text} {error.problem.fix}"
    else:
        state.pop(_trouble(place), None)
        if stored is not False:
            state[SAVED] = True
        return True
    return False


def show_trouble(place: str = _PAGE) -> None:
    """Show what went wrong at a place. The page's own sentence is shown once."""
    state, name = st.session_state, _trouble(place)
    sentence = state.pop(name, None) if place == _PAGE else state.get(name)
    if sentence:
        st.error(plain(sentence))


def forget_trouble(place: str) -> None:
    """Take the sentence of a place away."""
    st.session_state.pop(_trouble(place), None)


def text_field(
    label: str, key: str, stored: str, save: Callable[[str], None], *, hint: str = "",
    label_shown: bool = True, help: str | None = None,
) -> None:  # fmt: skip
    """One line of text, stored when the field is left."""
    st.text_input(
        label, key=remembered(key, stored), placeholder=hint, persist_state="session",
        on_change=saved(key, stored, save),
        label_visibility="visible" if label_shown else "collapsed", help=help,
    )  # fmt: skip
    field_trouble(key)


def saved(key: str, stored: Any, save: Callable[[Any], None]) -> Callable[[], None]:
    """A callback that stores what a widget holds, and remembers with what it failed."""

    def leave() -> None:
        typed = st.session_state[key]
        if typed == stored:
            forget_trouble(key)
        elif not attempt(lambda: save(typed), key):
            st.session_state[f"{key}:failed"] = typed

    return leave


def field_trouble(key: str) -> None:
    """Under a field: why it could not be stored, as long as it still holds that."""
    if st.session_state.get(f"{key}:failed") == st.session_state.get(key):
        show_trouble(key)


def folded(name: str, label: str, close: str = _("Klaar"), *, subject: str = "") -> bool:
    """A button that opens and closes a part of the page, about `subject`; gives
    whether that part is open."""
    now = is_open(name)
    st.button(label_of(close if now else label, subject), key=f"odv-button-{name}",
              on_click=flip, args=(name,))  # fmt: skip
    return now


def is_open(name: str) -> bool:
    """Whether a part of the page is open."""
    return bool(st.session_state.get(_fold_key(name), False))


def flip(name: str) -> None:
    """Open a part of the page, or close it."""
    st.session_state[_fold_key(name)] = not is_open(name)


def _fold_key(name: str) -> str:
    """Where it is kept whether a part of the page is open."""
    return f"odv-fold-{name}"


def close_fold(name: str) -> None:
    """Close a part of the page that `folded` opened."""
    st.session_state[_fold_key(name)] = False


def add_form(
    key: str, fields: dict[str, str], button: str, add: Callable[[dict[str, str]], Any],
    *, then: Callable[[Any], object] | None = None, hints: dict[str, str] | None = None,
    main: bool = False, across: bool = False, secret: Collection[str] = (),
) -> None:  # fmt: skip
    """A form that adds something: what was typed stays when that is refused, and goes when not.

    `fields`: name -> label. `add` gets name -> typed text; `then` gets what `add` gave, once the
    fields are empty. `across`: all on one row. `secret`: the names of passcodes.
    """
    widgets = {name: f"odv-add-{key}-{name}" for name in fields}

    def submit() -> None:
        typed = {name: str(st.session_state[widget] or "") for name, widget in widgets.items()}
        added: list[Any] = []
        if attempt(lambda: added.append(add(typed)), key):
            for widget in widgets.values():
                st.session_state[widget] = ""
            if then is not None:
                then(added[0])

    with st.form(f"odv-form-{key}", border=False):
        with st.container(horizontal=across, vertical_alignment="bottom"):
            for name, label in fields.items():
                hint = (hints or {}).get(name, "")
                st.text_input(
                    label, key=widgets[name], placeholder=hint, persist_state="session",
                    type="password" if name in secret else "default",
                )  # fmt: skip
            st.form_submit_button(
                button, key=f"odv-submit-{key}", on_click=submit,
                type="primary" if main else "secondary",
            )  # fmt: skip
        show_trouble(key)


def _trouble(place: str) -> str:
    return f"odv-trouble-{place}"

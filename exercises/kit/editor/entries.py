"""The entries of a list in the editors of exercises: calm rows, one of which opens."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from exercises.kit.editor import editing, undo
from exercises.kit.rules.labels import label_of
from exercises.kit.rules.listed import EntryList, Keyed
from state.language import _
from state.problems import Refused

C = TypeVar("C")
K = TypeVar("K", bound=Keyed)


@dataclass(frozen=True)
class PasteField(Generic[K]):
    """A place to type or paste entries: `read` makes them of the text, or raises Refused; `card` is
    the key of the card around it, and `beside` draws more fields under the text."""

    read: Callable[[str], tuple[K, ...]]
    card: str
    label: str
    placeholder: str
    beside: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class UsualList(Generic[K]):
    """The way back to the list of the method: its `entries`, what the button says, and what is
    told when it is `done`."""

    entries: Callable[[], tuple[K, ...]]
    label: str
    done: str


@dataclass(frozen=True)
class EditedList(Generic[C, K]):
    """A list as it is edited: its rules, and its words.

    `check` raises Refused for a text that doesn't fit; `with_text(config, key, text)` changes one,
    `another(config, key, text, answered)` puts another entry in its place, where answers belong to
    entries; then `same_or_other` holds a question and its two answers, asked when an answered text
    is changed. `label` stands above the text of the open entry; `removed` and `replaced` tell what
    happened, beside the way back. `added` is where more come from, `usual` the list of the method.
    """

    rules: EntryList[C, K]
    check: Callable[[str], object]
    with_text: Callable[[C, str, str], C]
    empty: str
    label: str
    remove: str
    removed: str
    replaced: str
    added: PasteField[K]
    usual: UsualList[K]
    another: Callable[[C, str, str, Collection[str]], C] | None = None
    same_or_other: tuple[str, str, str] = ("", "", "")


# From a configuration and its open entry: draws what there is besides its text, and gives the entry
# for when the text doesn't fit, and a function from a text to the entry.
More = Callable[[C, K], tuple[K, Callable[[str], K]]]


def only_text(entry: Callable[[str, str], K]) -> More[C, K]:
    """For an entry that is no more than a text: `entry(text, key)` makes it, or raises Refused."""
    return lambda config, item: (item, lambda typed: entry(typed, item.key))


def entry_rows(
    config: C, edited: EditedList[C, K], more: More[C, K],
    mark: Callable[[K], None] = lambda item: None,
) -> C:  # fmt: skip
    """Draw the entries; gives the configuration with what was changed in the open one. `mark`
    draws what stands before each text."""
    entries = edited.rules.of(config)
    if not entries:
        st.text(edited.empty)
        return config
    with st.container(key="odv-card-entries", gap=None):
        changed = tuple(_row(config, edited, at, more, mark) for at in range(len(entries)))
    return edited.rules.put(config, changed)


def _row(
    config: C, edited: EditedList[C, K], at: int, more: More[C, K], mark: Callable[[K], None]
) -> K:
    entries = edited.rules.of(config)
    item = entries[at]
    is_open = bool(st.session_state.get(editing.key("open")) == item.key)
    with st.container(key=f"odv-entry-{'open' if is_open else 'row'}-{item.key}"):
        with st.container(
            horizontal=True, vertical_alignment="center", gap="small", key=f"odv-row-{item.key}"
        ):
            mark(item)
            with st.container(key=f"odv-text-{item.key}", gap=None):
                st.text(f"{at + 1}. {item.text}")
            st.button(
                label_of(_("Klaar") if is_open else _("Wijzig"), item.text),
                key=editing.key(f"open-{item.key}"), on_click=_flip, args=(edited, item),
            )  # fmt: skip
            _order_buttons(edited, item, at, len(entries))
        return _fields(config, edited, item, more) if is_open else item


def _fields(config: C, edited: EditedList[C, K], item: K, more: More[C, K]) -> K:
    """The fields of the open entry. A text that is refused stays in its field, with the reason."""
    typed = st.text_area(
        edited.label, height="content", persist_state="session",
        key=editing.remembered(_text_key(item), item.text), on_change=_keep_text,
        args=(edited, item),
    )  # fmt: skip
    sentence = st.empty()
    otherwise, with_text = more(config, item)
    st.button(
        edited.remove, key=editing.key(f"remove-{item.key}"), on_click=_remove,
        args=(edited, item.key),
    )  # fmt: skip
    try:
        changed = with_text(typed or "")
        if _is_asked_about(edited, item, changed.text):
            with sentence.container():
                _same_or_other(edited, item)
            return otherwise
        return changed
    except Refused as refusal:
        sentence.error(str(refusal))
        return otherwise


def _is_asked_about(edited: EditedList[C, K], item: K, text: str) -> bool:
    """Whether a text that people answered is about to become another one."""
    return edited.another is not None and text != item.text and item.key in editing.answered()


def _same_or_other(edited: EditedList[C, K], item: K) -> None:
    """Ask whether a changed text says the same, so that its answers stay, or something else."""
    question, same, other = edited.same_or_other
    st.warning(question)
    with st.container(horizontal=True, gap="small"):
        for label, name, is_other in ((same, "same", False), (other, "other", True)):
            st.button(
                label, key=editing.key(f"{name}-{item.key}"), on_click=_decide,
                args=(edited, item, is_other),
            )  # fmt: skip


def _decide(edited: EditedList[C, K], item: K, is_other: bool) -> None:
    typed = str(st.session_state[_text_key(item)] or "")

    def change(config: C) -> C:
        if not is_other or edited.another is None:
            return edited.with_text(config, item.key, typed)
        before = edited.rules.of(config)
        changed = edited.another(config, item.key, typed, editing.answered())
        after = edited.rules.of(changed)
        # The entry that took its place stays open, and shows its own text.
        st.session_state[editing.key("open")] = next(
            (one.key for one in after if one not in before), None
        )
        return changed

    editing.later(change)


def _text_key(item: Keyed) -> str:
    return editing.key(f"text-{item.key}")


def _keep_text(edited: EditedList[C, K], item: K) -> None:
    typed = str(st.session_state[_text_key(item)] or "")

    def change(config: C) -> C:
        changed = edited.with_text(config, item.key, typed)
        texts = {one.key: one.text for one in edited.rules.of(changed)}
        present = next((one for one in edited.rules.of(config) if one.key == item.key), None)
        if present and _is_asked_about(edited, present, texts.get(item.key, present.text)):
            return config
        return changed

    editing.later(change)


def _flip(edited: EditedList[C, K], item: K) -> None:
    """Open an entry, or close the open one unless its text would be lost."""
    state, opened = st.session_state, editing.key("open")
    if state.get(opened) != item.key:
        state[opened] = item.key
        return
    try:
        edited.check(str(state.get(_text_key(item)) or ""))
    except Refused:
        return
    state[opened] = None


def _remove(edited: EditedList[C, K], key: str) -> None:
    undo.undoable(
        edited.rules, edited.removed,
        lambda config: edited.rules.without(config, key, editing.answered()),
    )  # fmt: skip


def _order_buttons(edited: EditedList[C, K], item: K, at: int, total: int) -> None:
    """Up and down for an entry, the one at place `at` of `total`."""
    key, subject = item.key, item.text

    def move(by: int) -> None:
        editing.later(lambda config: edited.rules.move(config, key, by))

    for label, icon, by, disabled in (
        (_("Naar boven"), "arrow_upward", -1, at == 0),
        (_("Naar beneden"), "arrow_downward", 1, at == total - 1),
    ):
        st.button(
            label_of(label, subject), disabled=disabled,
            key=f"odv-icon-{editing.key(f'{icon}-{key}')}", icon=f":material/{icon}:",
            help=label, on_click=move, args=(by,),
        )  # fmt: skip
